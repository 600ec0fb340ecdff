/**
 * Quantiles of the PERT distribution, which is a beta distribution with α + β = 6 between two ends: by a table of its chances at
 * equal steps, so that one draw is enough and never more.
 */
import { exp, log } from './maths.ts';

/** Steps of the table; its error is far below what a million trials can tell. */
const STEPS = 1024;
/** Chances above and densities at the ends of each step, then what the end steps need. */
const CHANCES = 0;
const DENSITIES = STEPS + 1;
const ALPHA = 2 * (STEPS + 1);
const BETA = ALPHA + 1;
/** For each of `STEPS` equal parts of the chances the step in which the part begins. */
const GUIDE = BETA + 1;
const LENGTH = GUIDE + STEPS;

/** Points and weights of the Gauss-Legendre rule of order 5 on [−1, 1]. */
const POINTS = [0, 0.5384693101056831, -0.5384693101056831, 0.906179845938664, -0.906179845938664] as const;
const WEIGHTS = [
  0.5688888888888889, 0.4786286704993665, 0.4786286704993665, 0.2369268850561891, 0.2369268850561891,
] as const;

/** The table of a mode that lies `share` of the way from the lower to the upper end. */
export function pertTable(share: number): Float64Array {
  const table = new Float64Array(LENGTH);
  const alpha = 1 + 4 * share;
  const beta = 6 - alpha;
  table[ALPHA] = alpha;
  table[BETA] = beta;
  const sums = new Float64Array(STEPS + 1);
  for (let step = 0; step < STEPS; step++) sums[step + 1] = (sums[step] ?? 0) + massOf(step, alpha, beta);
  const total = sums[STEPS] ?? 1;
  for (let step = 0; step <= STEPS; step++) {
    table[CHANCES + step] = (sums[step] ?? 0) / total;
    table[DENSITIES + step] = densityAt(step / STEPS, alpha, beta) / total;
  }
  let step = 0;
  for (let part = 0; part < STEPS; part++) {
    while ((table[CHANCES + step + 1] ?? 1) <= part / STEPS) step++;
    table[GUIDE + part] = step;
  }
  return table;
}

/** Up to a common factor. */
function densityAt(x: number, alpha: number, beta: number): number {
  return power(x, alpha - 1) * power(1 - x, beta - 1);
}

function power(x: number, exponent: number): number {
  if (exponent === 0) return 1;
  return x <= 0 ? 0 : exp(exponent * log(x));
}

/** The end steps, where the density is a power, are integrated as one; the other factor hardly moves there. */
function massOf(step: number, alpha: number, beta: number): number {
  const width = 1 / STEPS;
  if (step === 0) return endMass(width, alpha, beta);
  if (step === STEPS - 1) return endMass(width, beta, alpha);
  let sum = 0;
  for (const [index, point] of POINTS.entries()) {
    sum += (WEIGHTS[index] ?? 0) * densityAt((step + 0.5 + point / 2) * width, alpha, beta);
  }
  return (sum * width) / 2;
}

/** ∫ x^(a−1) (1−x)^(b−1) from 0 to `width`, by the first three terms of the second factor's series. */
function endMass(width: number, a: number, b: number): number {
  const first = 1 / a - ((b - 1) * width) / (a + 1) + ((b - 1) * (b - 2) * width * width) / (2 * (a + 2));
  return power(width, a) * first;
}

/**
 * The share of the way between the ends below which the variable falls with chance p.
 * @param first where the table begins in `numbers`
 */
export function pertQuantile(numbers: Float64Array, first: number, p: number): number {
  let low = numbers[first + GUIDE + Math.floor(p * STEPS)] ?? 0;
  while ((numbers[first + CHANCES + low + 1] ?? 1) <= p) low++;
  const below = numbers[first + CHANCES + low] ?? 0;
  const above = numbers[first + CHANCES + low + 1] ?? 1;
  const width = 1 / STEPS;
  if (low === 0) return width * power(p / above, 1 / (numbers[first + ALPHA] ?? 1));
  if (low === STEPS - 1) return 1 - width * power((1 - p) / (1 - below), 1 / (numbers[first + BETA] ?? 1));
  // The inverse between the two ends as the cubic that has its values and slopes there.
  const rise = above - below;
  const t = (p - below) / rise;
  const slopeBelow = (rise * STEPS) / (numbers[first + DENSITIES + low] ?? 1);
  const slopeAbove = (rise * STEPS) / (numbers[first + DENSITIES + low + 1] ?? 1);
  const cubic = t * (slopeBelow + t * (3 - 2 * slopeBelow - slopeAbove + t * (slopeBelow + slopeAbove - 2)));
  return (low + cubic) * width;
}
