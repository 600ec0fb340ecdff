/** A copy of a map with one entry set. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

/** A map without entries. */
export function noEntries<K, V>(): ReadonlyMap<K, V> {
  return new Map();
}

/** A copy of a map without an entry. */
export function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  return new Map([...map].filter(([own]) => own !== key));
}
