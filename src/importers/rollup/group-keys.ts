/** The cells of one grouping column as numbers: equal cells have equal numbers, over all chunks. */
import type { ChunkColumn } from '../../core/chunks.ts';
import { ExactBuilder, exactText } from '../../core/exact-column.ts';
import { stringsOf } from '../../core/utf8-texts.ts';

export interface GroupKey {
  /** The number of each row's cell in a chunk. */
  numbersOf(column: ChunkColumn, rows: number): Int32Array;
  /** The cells behind some numbers, as a column of a chunk. */
  columnOf(numbers: Int32Array): ChunkColumn;
}

/** The key of a column by what its first chunk holds. @param change what becomes of each text */
export function groupKeyOf({ kind }: ChunkColumn, change: (text: string) => string): GroupKey {
  if (kind === 'text') return new TextKey(change);
  if (kind === 'exact') return new ExactKey();
  if (kind === 'day') return new DayKey();
  throw new TypeError('INTERNAL: rows are not grouped by such a column');
}

/** Numbers for texts, 0 for the empty one. */
class Texts {
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly list: string[] = [''];

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.list.length);
    return this.list.push(text) - 1;
  }

  at(number: number): string {
    return this.list[number] ?? '';
  }

  /** The texts from a number on. */
  from(number: number): readonly string[] {
    return this.list.slice(number);
  }
}

class TextKey implements GroupKey {
  private readonly change: (text: string) => string;
  private readonly texts = new Texts();
  /** The number of each entry of the chunks' dictionary. */
  private readonly entries: number[] = [];
  /** Texts that the chunks of groups have brought. */
  private brought = 0;

  constructor(change: (text: string) => string) {
    this.change = change;
  }

  numbersOf(column: ChunkColumn, rows: number): Int32Array {
    if (column.kind !== 'text') throw new TypeError('INTERNAL: a column has changed its kind');
    for (const text of stringsOf(column.added)) this.entries.push(this.texts.numberOf(this.change(text)));
    const numbers = new Int32Array(rows);
    for (let row = 0; row < rows; row++) numbers[row] = this.entries[column.codes[row] ?? 0] ?? 0;
    return numbers;
  }

  columnOf(numbers: Int32Array): ChunkColumn {
    const from = this.brought;
    const added = this.texts.from(from);
    this.brought += added.length;
    return { kind: 'text', codes: Uint32Array.from(numbers), from, added, mayRepeat: false };
  }
}

/** Decimals as they were written: `15` and `15.0` are two. */
class ExactKey implements GroupKey {
  private readonly texts = new Texts();

  numbersOf(column: ChunkColumn, rows: number): Int32Array {
    if (column.kind !== 'exact') throw new TypeError('INTERNAL: a column has changed its kind');
    const numbers = new Int32Array(rows);
    for (let row = 0; row < rows; row++) numbers[row] = this.texts.numberOf(exactText(column, row) ?? '');
    return numbers;
  }

  columnOf(numbers: Int32Array): ChunkColumn {
    const builder = new ExactBuilder();
    for (const number of numbers) builder.push(this.texts.at(number));
    return builder.finish();
  }
}

class DayKey implements GroupKey {
  numbersOf(column: ChunkColumn): Int32Array {
    if (column.kind !== 'day') throw new TypeError('INTERNAL: a column has changed its kind');
    return column.days;
  }

  columnOf(numbers: Int32Array): ChunkColumn {
    return { kind: 'day', days: numbers };
  }
}
