/** A list with the entry at a place moved by one. */
export function movedBy<T>(entries: readonly T[], place: number, by: -1 | 1): readonly T[] {
  const to = place + by;
  if (to < 0 || to >= entries.length) return entries;
  return entries.toSpliced(place, 1).toSpliced(to, 0, ...entries.slice(place, place + 1));
}
