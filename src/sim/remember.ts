/** Maps that make a value on first use and keep it. */

/** The value of a key, made and kept on first use. */
export function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

/** The inner map of a key. */
export function inner<O, K, V>(maps: Map<O, Map<K, V>>, key: O): Map<K, V> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<K, V>();
  maps.set(key, made);
  return made;
}
