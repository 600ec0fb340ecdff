/** The values of a sweep, exact: from, from + step, … up to the last. */
import { ZERO, add, compare, isZero, parseExact, toDecimal } from '../../../core/exact.ts';

/** More scenarios than this at a time keep the engine too long. */
export const MOST_VALUES = 41;

/** Undefined when the step does not lead from one to the other; more than `MOST_VALUES` are not made. */
export function sweepValues(from: string, to: string, step: string): readonly string[] | undefined {
  const [first, last, stride] = [parseExact(from), parseExact(to), parseExact(step)];
  if (!first || !last || !stride || isZero(stride)) return undefined;
  const way = Math.sign(compare(stride, ZERO));
  if (Math.sign(compare(last, first)) === -way) return undefined;
  const values: string[] = [];
  for (let value = first; compare(value, last) * way <= 0 && values.length <= MOST_VALUES; value = add(value, stride)) {
    values.push(toDecimal(value, 0, 10));
  }
  return values;
}
