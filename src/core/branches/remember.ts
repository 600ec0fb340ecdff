/** Remembers what was made of two objects for as long as both are there: they never change. */
export function remembered<A extends object, B extends object, T>(
  make: (one: A, other: B) => T,
): (one: A, other: B) => T {
  const made = new WeakMap<A, WeakMap<B, { readonly value: T }>>();
  return (one, other) => {
    const known = made.get(one) ?? new WeakMap<B, { readonly value: T }>();
    made.set(one, known);
    const found = known.get(other) ?? { value: make(one, other) };
    known.set(other, found);
    return found.value;
  };
}
