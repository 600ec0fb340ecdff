/** How much of a commitment would have saved most. Floats: advice, no amount. */
import { fraction, toDecimal, toFloat } from '../../../core/exact.ts';
import type { Term } from './terms.ts';

interface Day {
  readonly cost: number;
  readonly used: number;
}

/** Of savings plans: thousandths of the currency are committed. */
const AMOUNT_DIGITS = 3;

/**
 * Whole units an hour of a reservation, or an amount an hour of a savings plan in its own currency. What is saved rises until
 * the next unit would stand idle too often, so the best lies at the use of one of the days.
 */
export function bestLevel(
  days: readonly Day[],
  { kind, perDay, capacity, perHour }: Term & { readonly perHour: string },
): string {
  const covers = toFloat(capacity);
  /** Of one covered hour, or of one unit of list cost. */
  const price = toFloat(perDay) / covers;
  const saved = (level: number): number =>
    days.reduce((sum, { cost, used }) => sum + (used > 0 ? (cost * Math.min(used, level)) / used : 0), 0) -
    price * level * days.length;
  const stepsOfOne = kind === 'reservation' ? 1 : 10 ** AMOUNT_DIGITS;
  /** What a step of it covers in a day. */
  const step = covers / Number(perHour) / stepsOfOne;
  let best = { steps: 0, saved: 0 };
  for (const used of new Set(days.map((day) => day.used))) {
    for (const steps of [Math.floor(used / step), Math.ceil(used / step)]) {
      const own = saved(steps * step);
      if (own > best.saved) best = { steps, saved: own };
    }
  }
  return toDecimal(fraction(best.steps, stepsOfOne), 0, AMOUNT_DIGITS);
}
