/** Rows as columns. */

/** Cell (r, c) becomes (c, r); `blank` fills up rows that are shorter than the longest. */
export function transpose<T>(rows: readonly (readonly T[])[], blank: T): readonly (readonly T[])[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) =>
    rows.map((row) => (column < row.length ? (row[column] ?? blank) : blank)),
  );
}
