/** Statistics of a sample of floats: the same bits for the same values in the same order. */

export interface SampleStatistics {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation (n − 1); 0 for a single value. */
  readonly sd: number;
  /** Of the mean: `sd ÷ √n`. */
  readonly standardError: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Mean and spread in two passes, each sum with its rounding errors carried along, so that a small spread round a large mean
 * keeps its digits. NaN where there is no value.
 */
export function sampleStatistics(values: Float64Array): SampleStatistics {
  const count = values.length;
  let [min, max] = [NaN, NaN];
  for (const value of values) {
    if (!(value >= min)) min = value;
    if (!(value <= max)) max = value;
  }
  const rough = sumOf(values, (value) => value) / count;
  // What rounding left of the mean: the deviations should add up to nothing.
  const left = sumOf(values, (value) => value - rough);
  const mean = rough + left / count;
  const squares = sumOf(values, (value) => (value - rough) * (value - rough));
  const variance = count > 1 ? Math.max(0, squares - (left * left) / count) / (count - 1) : 0;
  const sd = Math.sqrt(variance);
  return { count, mean, sd: count === 0 ? NaN : sd, standardError: sd / Math.sqrt(count), min, max };
}

/** Neumaier's sum. */
function sumOf(values: Float64Array, term: (value: number) => number): number {
  let sum = 0;
  let error = 0;
  for (const value of values) {
    const one = term(value);
    const next = sum + one;
    error += Math.abs(sum) >= Math.abs(one) ? sum - next + one : one - next + sum;
    sum = next;
  }
  return sum + error;
}

/**
 * Excel's PERCENTILE.INC of values in ascending order: the value at `(n − 1) × percent ÷ 100`, and between two of them as far
 * as the position is. NaN where there is no value.
 * @param percent 0 to 100
 */
export function percentileInc(sorted: Float64Array, percent: number): number {
  const position = (sorted.length - 1) * percent;
  const below = Math.floor(position / 100);
  const value = sorted[below] ?? NaN;
  const share = (position - below * 100) / 100;
  return share === 0 ? value : value + ((sorted[below + 1] ?? value) - value) * share;
}
