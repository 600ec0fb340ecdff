/** Costs that are not known for sure, checked before they are drawn. */
import { compare, fraction, parseExact } from '../../exact.ts';
import { type Minor, minorDigits, roundToMinor } from '../../money.ts';
import type { CostLine } from './types.ts';

export type CostProblem =
  /** Some of the amounts that the form needs are missing. */
  | 'incomplete'
  /** The amounts are not in order. */
  | 'order'
  /** An amount above `LARGEST_COST`. */
  | 'large';

/** In major units: sums of many lines stay exact. */
export const LARGEST_COST = 1_000_000_000;

/** A cost in minor units; `likely` is the middle where the form is uniform. */
export interface CostRange {
  readonly id: string;
  readonly form: CostLine['form'];
  readonly low: Minor;
  readonly likely: Minor;
  readonly high: Minor;
}

/** Whether nothing is said of a cost: it is left out. */
export function isEmptyLine({ low, likely, high }: CostLine): boolean {
  return low === '' && likely === '' && high === '';
}

/** What keeps a cost from being drawn; undefined: nothing, or nothing is said of it. */
export function costProblem(line: CostLine): CostProblem | undefined {
  if (isEmptyLine(line)) return undefined;
  const amounts = neededAmounts(line).map(parseExact);
  const read = amounts.flatMap((amount) => amount ?? []);
  if (read.length < amounts.length) return 'incomplete';
  if (read.some((amount, place) => place > 0 && compare(read[place - 1] ?? amount, amount) > 0)) return 'order';
  return read.some((amount) => compare(amount, fraction(LARGEST_COST)) > 0) ? 'large' : undefined;
}

function neededAmounts({ form, low, likely, high }: CostLine): readonly string[] {
  return form === 'uniform' ? [low, high] : [low, likely, high];
}

/** The costs that can be drawn, in minor units of a currency. */
export function costRanges(lines: readonly CostLine[], currency: string): readonly CostRange[] {
  const digits = minorDigits(currency);
  const minor = (text: string): Minor => roundToMinor(parseExact(text) ?? fraction(0), digits);
  return lines
    .filter((line) => !isEmptyLine(line) && costProblem(line) === undefined)
    .map(({ id, form, ...amounts }) => {
      const [low, high] = [minor(amounts.low), minor(amounts.high)];
      const middle = low + Math.floor((high - low) / 2);
      return { id, form, low, likely: form === 'uniform' ? middle : minor(amounts.likely), high };
    });
}
