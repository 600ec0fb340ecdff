/** JSON in one spelling, so that equal contents have equal bytes and one checksum. */
import { Sha256 } from '../sha256.ts';

/** The value with the keys of all objects in one order, for people to read; lists keep theirs. */
export function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(entriesOf(value).map(([key, item]) => [key, sortedKeys(item)]));
}

/** In the order of the keys' UTF-16 units. */
function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The value as RFC 8785 writes it: without white space, keys sorted. Objects would put keys that are numbers first, so no object is written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${entriesOf(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
    .join(',')}}`;
}

/** SHA-256, lower-case hex, of the canonical JSON in UTF-8. */
export function contentHash(value: unknown): string {
  const hash = new Sha256();
  hash.update(new TextEncoder().encode(canonicalJson(value)));
  return hash.digest();
}

/**
 * The first place in a value that another one lost; undefined: it holds all of it. What the other one holds beside it does not count.
 * @param path of the value itself
 */
export function firstLost(value: unknown, kept: unknown, path = ''): string | undefined {
  if (Array.isArray(value)) {
    if (!Array.isArray(kept) || kept.length !== value.length) return path;
    return first(value.map((item: unknown, at) => firstLost(item, kept[at], `${path}[${String(at)}]`)));
  }
  if (typeof value !== 'object' || value === null) return Object.is(value, kept) ? undefined : path;
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return path;
  return first(
    Object.entries(value).map(([key, item]) => {
      const at = /^\w+$/.test(key) ? `${path === '' ? '' : `${path}.`}${key}` : `${path}[${JSON.stringify(key)}]`;
      return firstLost(item, Object.hasOwn(kept, key) ? (kept as Record<string, unknown>)[key] : undefined, at);
    }),
  );
}

function first(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined);
}
