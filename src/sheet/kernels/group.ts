/** Counting and adding up by group, where a group is a small whole number such as a dictionary code. */
import { safeMinor } from '../../core/money.ts';

/**
 * How many rows each group has.
 * @param groups how many groups there are; every code is below it
 * @param rows the rows to look at; all when absent
 */
export function countByCode(codes: Uint32Array, groups: number, rows?: Uint32Array): Uint32Array {
  const counts = new Uint32Array(groups);
  const length = rows?.length ?? codes.length;
  for (let i = 0; i < length; i++) {
    const code = codes[rows ? (rows[i] ?? 0) : i] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/**
 * The sum of whole numbers (minor units, seats) in each group; NaN counts as an empty cell. Throws when a sum leaves the
 * range in which whole numbers are exact.
 * @param rows the rows to look at; all when absent
 */
export function sumByCode(codes: Uint32Array, groups: number, values: Float64Array, rows?: Uint32Array): Float64Array {
  const sums = new Float64Array(groups);
  const length = rows?.length ?? codes.length;
  for (let i = 0; i < length; i++) {
    const row = rows ? (rows[i] ?? 0) : i;
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    const code = codes[row] ?? 0;
    sums[code] = safeMinor((sums[code] ?? 0) + value);
  }
  return sums;
}
