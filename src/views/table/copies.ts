/** Changed copies of maps and sets: what the sheet holds is replaced, never changed in place. */

/** The map with an entry set, or taken out when `value` is undefined. */
export function withValue<K, V>(map: ReadonlyMap<K, V>, key: K, value: V | undefined): ReadonlyMap<K, V> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

/** The set with or without a member. */
export function withMember<T>(set: ReadonlySet<T>, member: T, isIn: boolean): ReadonlySet<T> {
  const copy = new Set(set);
  if (isIn) copy.add(member);
  else copy.delete(member);
  return copy;
}

export function emptyMap<K, V>(): ReadonlyMap<K, V> {
  return new Map();
}

export function emptySet<T>(): ReadonlySet<T> {
  return new Set();
}

/** The map with all entries of another. */
export function withAll<K, V>(map: ReadonlyMap<K, V>, more: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return new Map([...map, ...more]);
}
