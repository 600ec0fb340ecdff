/** Values on the decimal grid of an assumption: whole numbers of its finest step. */
import { shiftPoint } from '../decimal-text.ts';
import { ZERO, multiply, fraction, parseExact, roundHalfAway } from '../exact.ts';
import type { DecimalText } from '../scenario/decimal.ts';
import type { Assumption } from './assumption.ts';

type Grid = Pick<Assumption, 'digits'>;

/** The nearest whole number of steps; half away from zero. */
export function toSteps(value: DecimalText, { digits }: Grid): number {
  const { n, d } = multiply(parseExact(value) ?? ZERO, fraction(10 ** digits));
  return Number(roundHalfAway(n, d));
}

export function fromSteps(steps: number, { digits }: Grid): DecimalText {
  return shiftPoint(String(steps), -digits);
}

/** A whole number of steps that lies where the assumption may. */
export function withinLimits(steps: number, { min, max, digits }: Assumption): number {
  return Math.min(toSteps(max, { digits }), Math.max(toSteps(min, { digits }), steps));
}

/** At most `count` different values from one to the other, both among them, evenly spread over the grid. */
export function spreadSteps(from: number, to: number, count: number): readonly number[] {
  const last = Math.max(1, count - 1);
  const all = Array.from({ length: last + 1 }, (_, index) => from + Math.round(((to - from) * index) / last));
  return [...new Set(all)];
}
