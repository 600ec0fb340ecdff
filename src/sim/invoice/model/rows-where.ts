/** Lines by what holds for them, without an object for any. */

/** In their order. */
export function rowsWhere(rows: number, holds: (row: number) => boolean): Uint32Array {
  const found = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (holds(row)) found[count++] = row;
  return found.slice(0, count);
}
