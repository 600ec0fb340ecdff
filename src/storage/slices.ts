/** A stored table as slices of rows that can be read one without the others. */
import type { Column, TextColumn } from '../core/table.ts';
import type { StoredPart, StoredTable } from './manifest.ts';

/** Rows that were written together, with the parts that hold their cells (of texts: their codes). */
export interface Slice {
  readonly from: number;
  readonly count: number;
  readonly parts: readonly StoredPart[];
}

/** The slices of a table in the order of its rows. */
export function slicesOf({ parts }: StoredTable): readonly Slice[] {
  const slices = new Map<number, { from: number; count: number; parts: StoredPart[] }>();
  let current: StoredPart[] | undefined;
  for (const part of parts) {
    if (part.holds === 'cells' || part.holds === 'rows') {
      const slice = slices.get(part.from) ?? { from: part.from, count: part.count, parts: [] };
      slices.set(part.from, slice);
      current = slice.parts;
    }
    // Cells that do not fit their numbers follow the part of their column.
    if (part.holds === 'wide' && parts[0]?.holds === 'rows')
      for (const slice of slices.values()) slice.parts.push(part);
    else if (part.holds !== 'texts') current?.push(part);
  }
  return [...slices.values()].sort((a, b) => a.from - b.from);
}

/** The parts of each text column's dictionary, by the column's position. */
export function dictionariesOf({ parts }: StoredTable): ReadonlyMap<number, readonly StoredPart[]> {
  const dictionaries = new Map<number, StoredPart[]>();
  for (const part of parts) {
    if (part.holds !== 'texts') continue;
    const known = dictionaries.get(part.column);
    if (known) known.push(part);
    else dictionaries.set(part.column, [part]);
  }
  for (const own of dictionaries.values()) own.sort((a, b) => a.from - b.from);
  return dictionaries;
}

/** Cells whose wide texts are counted from the slice's first row. */
export function rebased(column: Column, { from, count }: Slice): Column {
  if (!('wide' in column) || column.wide.size === 0) return column;
  const wide = new Map<number, string>();
  for (const [row, text] of column.wide) if (row >= from && row < from + count) wide.set(row - from, text);
  return { ...column, wide };
}

/** The distinct codes of a column, ascending. */
export function codesIn(codes: Uint32Array): Uint32Array {
  const sorted = codes.slice().sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    const code = sorted[i] ?? 0;
    if (i === 0 || code !== sorted[kept - 1]) sorted[kept++] = code;
  }
  return sorted.subarray(0, kept);
}

/** A column whose dictionary holds only its own texts. @param textOf the text of a code of the whole dataset */
export function withOwnTexts(codes: Uint32Array, textOf: (code: number) => string): TextColumn {
  const values = [''];
  const own = new Map<number, number>([[0, 0]]);
  for (const code of codesIn(codes)) {
    if (code === 0) continue;
    own.set(code, values.length);
    values.push(textOf(code));
  }
  return { kind: 'text', codes: codes.map((code) => own.get(code) ?? 0), values };
}
