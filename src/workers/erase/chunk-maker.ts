/** Tables that come slice by slice, each with its own dictionaries, as chunks of one dataset. */
import type { Chunk, ChunkColumn, ChunkTexts } from '../../core/chunks.ts';
import type { Column, Table, TextColumn } from '../../core/table.ts';
import { MAX_REMEMBERED_TEXTS } from '../../importers/limits.ts';

export class ChunkMaker {
  private readonly dictionaries = new Map<string, Dictionary>();
  private readonly mostTexts: number;

  /** @param mostTexts that a column remembers: beyond, it begins again, and a text may stand in it twice */
  constructor(mostTexts = MAX_REMEMBERED_TEXTS) {
    this.mostTexts = mostTexts;
  }

  /** Only the texts that its rows hold go along. */
  chunkOf({ rows, columns }: Table): Chunk {
    const own = new Map<string, ChunkColumn>();
    for (const [name, column] of columns)
      own.set(name, column.kind === 'text' ? this.texts(name, column) : plain(column));
    return { rows, columns: own };
  }

  private texts(name: string, column: TextColumn): ChunkTexts {
    const dictionary = this.dictionaries.get(name) ?? new Dictionary(this.mostTexts);
    this.dictionaries.set(name, dictionary);
    return dictionary.take(column);
  }
}

function plain(column: Exclude<Column, TextColumn>): Exclude<ChunkColumn, ChunkTexts> {
  return column;
}

class Dictionary {
  private readonly codes = new Map<string, number>();
  private count = 0;
  private mayRepeat = false;
  private readonly mostTexts: number;

  constructor(mostTexts: number) {
    this.mostTexts = mostTexts;
  }

  take({ codes, values }: TextColumn): ChunkTexts {
    const from = this.count;
    const added: string[] = [];
    // The empty text is entry 0 of every dictionary.
    if (this.count === 0) this.learn('', added);
    const known = new Map<number, number>([[0, 0]]);
    const own = codes.map((code) => {
      const before = known.get(code);
      if (before !== undefined) return before;
      const text = values[code] ?? '';
      const now = text === '' ? 0 : (this.codes.get(text) ?? this.learn(text, added));
      known.set(code, now);
      return now;
    });
    const { mayRepeat } = this;
    if (this.codes.size > this.mostTexts) {
      this.codes.clear();
      this.mayRepeat = true;
    }
    return { kind: 'text', codes: own, from, added, mayRepeat };
  }

  private learn(text: string, added: string[]): number {
    added.push(text);
    this.codes.set(text, this.count);
    return this.count++;
  }
}
