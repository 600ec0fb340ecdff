/** Which column of a file is which of ours. */
import { headerKey } from '../../core/ids.ts';
import type { Field } from './fields.ts';

/** A column of the file that is none of ours, kept as text. */
export interface ExtraColumn {
  readonly index: number;
  /** Unique name in the table: `x:` and the header as it came. */
  readonly name: string;
}

export interface HeaderMatch {
  /** Position of each field in the file, by canonical name. */
  readonly positions: ReadonlyMap<string, number>;
  readonly extras: readonly ExtraColumn[];
  /** Headers that occur more than once; the first occurrence counts. */
  readonly duplicates: readonly string[];
}

/** Finds each field by its header keys; all other columns become extras. */
export function matchHeader(header: readonly string[], fields: readonly Field[]): HeaderMatch {
  const keys = header.map(headerKey);
  const positions = new Map<string, number>();
  for (const field of fields) {
    const index = field.keys.map((key) => keys.indexOf(key)).find((at) => at >= 0);
    if (index !== undefined) positions.set(field.name, index);
  }
  const duplicates = header.filter((_, i) => keys[i] !== '' && keys.indexOf(keys[i] ?? '') !== i);
  return { positions, extras: extraColumns(header, new Set(positions.values())), duplicates };
}

/** The columns that are not among `used`, under unique names. */
export function extraColumns(header: readonly string[], used: ReadonlySet<number>): ExtraColumn[] {
  const taken = new Set<string>();
  return header.flatMap((title, index) => {
    if (used.has(index)) return [];
    const name = uniqueName(`x:${title.trim() === '' ? `column ${String(index + 1)}` : title}`, taken);
    taken.add(name);
    return [{ index, name }];
  });
}

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  let unique = name;
  for (let n = 2; taken.has(unique); n++) unique = `${name} (${String(n)})`;
  return unique;
}
