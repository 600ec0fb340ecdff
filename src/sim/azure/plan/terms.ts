/** Commitments as figures: when they run and what they cost a day. */
import { type Day, addMonths } from '../../../core/days.ts';
import {
  type Exact,
  ONE,
  ZERO,
  compare,
  divide,
  fraction,
  multiply,
  parseExact,
  subtract,
} from '../../../core/exact.ts';
import type { AzureCommitment } from '../../../core/scenario/azure.ts';
import type { FxAssumptions } from '../../../core/scenario/scenario.ts';
import { type Usage } from '../types.ts';
import { DAY_HOURS } from './hours.ts';

/** A commitment in billing currency at today's rate. */
export interface Term {
  readonly kind: AzureCommitment['kind'];
  readonly from: Day;
  /** The first day after it. */
  readonly end: Day;
  /** What is paid for each day of it, used or not. */
  readonly perDay: Exact;
  /** What it covers in a day: hours of a reservation, cost before the earned credit of a savings plan. */
  readonly capacity: Exact;
  /** Its price lies in another currency than it is billed in. */
  readonly foreign: boolean;
}

/** The commitment from a day on; undefined for a savings plan that takes everything off. */
export function termOf(commitment: AzureCommitment, rate: Exact, earliest: Day, currency: string): Term | undefined {
  const from = Math.max(commitment.from, earliest);
  const end = addMonths(from, commitment.term === 'P3Y' ? 36 : 12);
  const perHour = multiply(exactOf(commitment.perHour), rate);
  const common = { kind: commitment.kind, from, end, foreign: commitment.currency !== currency } as const;
  if (commitment.kind === 'reservation') {
    const price = multiply(perHour, exactOf(commitment.rate));
    const capacity = multiply(exactOf(commitment.perHour), fraction(DAY_HOURS));
    return { ...common, perDay: divide(price, fraction(end - from)), capacity };
  }
  const left = subtract(ONE, divide(exactOf(commitment.rate), fraction(100)));
  if (compare(left, ZERO) <= 0) return undefined;
  const perDay = multiply(perHour, fraction(DAY_HOURS));
  return { ...common, perDay, capacity: divide(perDay, left) };
}

export function exactOf(text: string): Exact {
  return parseExact(text) ?? ZERO;
}

/** From a commitment's currency to the billing currency: the scenario's rate in either direction, else the files' newest; undefined: none. */
export function rateTo(
  usage: Usage,
  { rates }: Pick<FxAssumptions, 'rates'>,
  from: string,
  to: string,
): Exact | undefined {
  if (from === to) return ONE;
  for (const rate of rates) {
    const value = exactOf(rate.rate);
    if (compare(value, ZERO) <= 0) continue;
    if (rate.from === from && rate.to === to) return value;
    if (rate.from === to && rate.to === from) return divide(ONE, value);
  }
  return newestRate(usage, from, to);
}

function newestRate(
  { days, rate, pricingCurrency, billingCurrency }: Usage,
  from: string,
  to: string,
): Exact | undefined {
  const [pricing, billing] = [pricingCurrency.values.indexOf(from), billingCurrency.values.indexOf(to)];
  if (pricing < 0 || billing < 0) return undefined;
  let newest = -1;
  for (let row = 0; row < days.length; row++) {
    if (pricingCurrency.codes[row] !== pricing || billingCurrency.codes[row] !== billing) continue;
    if ((rate[row] ?? NaN) > 0 && (newest < 0 || (days[row] ?? 0) > (days[newest] ?? 0))) newest = row;
  }
  return newest < 0 ? undefined : parseExact(String(rate[newest]));
}
