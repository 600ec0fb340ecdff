/** Tags of consumption: JSON as the files have it, with or without braces. */
import type { TextColumn } from '../../../core/table.ts';

/** The tags of one text; none when it cannot be read. */
export function parseTags(text: string): ReadonlyMap<string, string> {
  if (text === '') return NONE;
  const json = text.trim().startsWith('{') ? text : `{${text}}`;
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read !== 'object' || read === null) return NONE;
    return new Map(
      Object.entries(read).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
  } catch {
    return NONE;
  }
}

const NONE: ReadonlyMap<string, string> = new Map();
/** Keys beyond are not offered. */
const MOST_KEYS = 200;

/** All keys, in the order of their letters. */
export function tagKeysOf({ values }: TextColumn): readonly string[] {
  const keys = new Set<string>();
  for (const text of values) for (const key of parseTags(text).keys()) keys.add(key);
  return [...keys].sort((a, b) => (a < b ? -1 : 1)).slice(0, MOST_KEYS);
}

/** The values of one tag as a column; empty where a row has no such tag. */
export function tagColumn({ codes, values }: TextColumn, key: string): TextColumn {
  const own = ['', ...new Set(values.map((text) => parseTags(text).get(key) ?? '').filter((value) => value !== ''))];
  const codeOf = new Map(own.map((value, code) => [value, code]));
  const mapped = Uint32Array.from(values, (text) => codeOf.get(parseTags(text).get(key) ?? '') ?? 0);
  return { kind: 'text', codes: codes.map((code) => mapped[code] ?? 0), values: own };
}
