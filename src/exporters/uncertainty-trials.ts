/** The totals of all trials as CSV. */
import { minorDigits, minorToText } from '../core/money.ts';
import { TRIAL_AMOUNTS } from '../sim/uncertainty/types.ts';
import { BOM, LINE_END, csvText } from './tabular/csv.ts';

export interface TrialTotals {
  readonly seed: string;
  readonly currencies: readonly string[];
  /** Trial × currency × amount, minor units. */
  readonly totals: Float64Array;
}

/**
 * One line a trial, counted from 1, with the seed in front, so that the lines say how they can be made again; a column for each
 * currency and amount, such as `USD extra`. Decimal texts with the currency's digits.
 */
export function trialsCsv({ seed, currencies, totals }: TrialTotals): string {
  const each = TRIAL_AMOUNTS.length;
  const width = currencies.length * each;
  const digits = currencies.map(minorDigits);
  const titles = currencies.flatMap((currency) => TRIAL_AMOUNTS.map((amount) => `${currency} ${amount}`));
  const lines = [['seed', 'trial', ...titles].map(csvText).join(',')];
  const name = csvText(seed);
  for (let trial = 0; width > 0 && (trial + 1) * width <= totals.length; trial++) {
    const cells = [name, String(trial + 1)];
    for (let column = 0; column < width; column++) {
      cells.push(minorToText(totals[trial * width + column] ?? 0, digits[Math.floor(column / each)] ?? 2));
    }
    lines.push(cells.join(','));
  }
  return BOM + [...lines, ''].join(LINE_END);
}
