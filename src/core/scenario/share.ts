/** Equal parts of two values become one object, so that what was made from them is found by identity. */

/**
 * The next value, with every part that is equal in `before` taken from there; `before` itself when all of it is equal.
 * For data that crosses a structured clone: plain objects, arrays, maps, sets and primitives.
 */
export function sharing<T>(before: unknown, next: T): T;
export function sharing(before: unknown, next: unknown): unknown {
  if (Object.is(before, next)) return before;
  if (Array.isArray(before) && Array.isArray(next)) return sharedList(before, next);
  if (before instanceof Map && next instanceof Map) return sharedMap(before, next);
  if (before instanceof Set && next instanceof Set) return sharedSet(before, next);
  if (isRecord(before) && isRecord(next)) return sharedRecord(before, next);
  return next;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function sharedList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const items = next.map((item, at) => sharing(before[at], item));
  return items.length === before.length && items.every((item, at) => Object.is(item, before[at])) ? before : items;
}

/** The order of the entries counts: later ones may win over earlier ones. */
function sharedMap(before: ReadonlyMap<unknown, unknown>, next: ReadonlyMap<unknown, unknown>): unknown {
  const entries = [...next].map(([key, value]) => [key, sharing(before.get(key), value)] as const);
  const old = before.entries();
  const same =
    before.size === next.size &&
    entries.every(([key, value]) => {
      const [oldKey, oldValue] = old.next().value ?? [];
      return Object.is(key, oldKey) && Object.is(value, oldValue);
    });
  return same ? before : new Map(entries);
}

function sharedSet(before: ReadonlySet<unknown>, next: ReadonlySet<unknown>): ReadonlySet<unknown> {
  const [one, other] = [[...before], [...next]];
  return one.length === other.length && one.every((item, at) => Object.is(item, other[at])) ? before : next;
}

function sharedRecord(
  before: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const names = Object.keys(next);
  const parts = names.map((name) => [name, sharing(before[name], next[name])] as const);
  const same =
    names.length === Object.keys(before).length &&
    parts.every(([name, part]) => Object.hasOwn(before, name) && Object.is(part, before[name]));
  return same ? before : Object.fromEntries(parts);
}
