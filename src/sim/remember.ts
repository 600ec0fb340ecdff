/** Maps that make a value on first use and keep it. */

/** What a map and a weak map have in common. */
interface Memory<K, V> {
  get: (key: K) => V | undefined;
  set: (key: K, value: V) => unknown;
}

/** The value of a key, made and kept on first use. */
export function remember<K, V>(known: Memory<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

/** The inner map of a key. */
export function inner<O, K, V>(maps: Memory<O, Map<K, V>>, key: O): Map<K, V> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<K, V>();
  maps.set(key, made);
  return made;
}
