/** Exact readings: taken from totals, compared without rounding. */
import type { Totals } from '../types.ts';
import type { Measure, Reading } from './types.ts';

/** A measure out of the totals of a simulation; zero where none of its subscriptions has the currency. */
export function readingOf(totals: readonly Totals[], measure: Measure): Reading {
  const own = totals.find(({ currency }) => currency === measure.currency);
  const at = own ?? { est: 0, margin: 0, passed: 0, delayed: 0, absorbed: 0 };
  switch (measure.kind) {
    case 'amount':
      return { top: own?.[measure.amount] ?? 0, bottom: 1 };
    case 'count':
      return { top: own?.[measure.count] ?? 0, bottom: 1 };
    case 'margin-share':
      return share(at.margin, at.margin + at.est);
    case 'absorbed-share':
      return share(at.absorbed, at.passed + at.delayed + at.absorbed);
  }
}

/** With a positive bottom, or none. */
function share(top: number, bottom: number): Reading {
  if (bottom === 0) return { top: 0, bottom: 0 };
  return bottom < 0 ? { top: 0 - top, bottom: 0 - bottom } : { top, bottom };
}

export function isKnown({ bottom }: Reading): boolean {
  return bottom > 0;
}

/** Negative, zero or positive as `a` is below, at or above `b`, exactly; NaN when one of them is not there. */
export function compareReadings(a: Reading, b: Reading): number {
  if (!isKnown(a) || !isKnown(b)) return NaN;
  if (a.bottom === b.bottom) return Math.sign(a.top - b.top);
  const [left, right] = [BigInt(a.top) * BigInt(b.bottom), BigInt(b.top) * BigInt(a.bottom)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** For drawing, and to guess where to look next; exact for amounts and counts. */
export function readingFloat({ top, bottom }: Reading): number {
  return top / bottom;
}
