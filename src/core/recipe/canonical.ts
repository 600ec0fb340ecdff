/** JSON in one spelling, so that equal contents have equal bytes and one checksum. */
import { Sha256 } from '../sha256.ts';

/** The value with the keys of all objects in the order of their UTF-16 units; lists keep theirs. */
export function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sortedKeys(item)]));
}

/** SHA-256, lower-case hex, of the value as JSON without white space, keys sorted (RFC 8785), in UTF-8. */
export function contentHash(value: unknown): string {
  const hash = new Sha256();
  hash.update(new TextEncoder().encode(JSON.stringify(sortedKeys(value))));
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
