/** What trials say of one amount in one currency: the figures behind the charts and the table. Figures are minor units. */
import type { FanMonth, Spread } from '../../charts/uncertainty/types.ts';
import type { MeanExtra } from '../../charts/uncertainty/worst-customers.ts';
import { percentileInc } from '../../core/sample-statistics.ts';
import {
  TRIAL_AMOUNTS,
  TRIAL_MONTH_AMOUNTS,
  type TrialAmount,
  type TrialMonthAmount,
} from '../../sim/uncertainty/types.ts';
import type { Trials } from '../../state/uncertainty-run.svelte.ts';

/** The totals of one amount in ascending order; empty when no trial has the currency. */
export function sortedTotals({ facts, totals, done }: Trials, amount: TrialAmount, currency: string): Float64Array {
  const at = facts.currencies.indexOf(currency);
  if (at < 0) return new Float64Array(0);
  const width = facts.currencies.length * TRIAL_AMOUNTS.length;
  return sortedColumn(totals, at * TRIAL_AMOUNTS.length + TRIAL_AMOUNTS.indexOf(amount), width, done);
}

export function spreadOf(trials: Trials, amount: TrialAmount, currency: string): Spread {
  const sorted = sortedTotals(trials, amount, currency);
  const at = (percent: number): number => percentileInc(sorted, percent);
  const deterministic = trials.known.totals.find((one) => one.currency === currency)?.[amount] ?? 0;
  return { sorted, p5: at(5), p50: at(50), p90: at(90), p95: at(95), deterministic };
}

/** The amounts that each trial has by month. */
export function isByMonth(amount: TrialAmount): amount is TrialMonthAmount {
  return TRIAL_MONTH_AMOUNTS.some((one) => one === amount);
}

export function fanMonths(trials: Trials, amount: TrialMonthAmount, currency: string): readonly FanMonth[] {
  const { facts, months, done, known } = trials;
  const at = facts.currencies.indexOf(currency);
  if (at < 0) return [];
  const each = TRIAL_MONTH_AMOUNTS.length;
  const width = facts.currencies.length * facts.months * each;
  return Array.from({ length: facts.months }, (_, month) => {
    const column = (at * facts.months + month) * each + TRIAL_MONTH_AMOUNTS.indexOf(amount);
    const sorted = sortedColumn(months, column, width, done);
    const of = (percent: number): number => percentileInc(sorted, percent);
    const calendar = facts.firstMonth + month;
    const found = known.months.find((one) => one.month === calendar && one.currency === currency);
    return {
      month: calendar,
      ...{ p5: of(5), p25: of(25), p50: of(50), p75: of(75), p95: of(95) },
      deterministic: found?.[amount] ?? 0,
    };
  });
}

/** Mean extra of the customers of a currency, the largest first. */
export function meanExtras({ facts, owners, known, done }: Trials, currency: string): readonly MeanExtra[] {
  const at = facts.currencies.indexOf(currency);
  return facts.owners
    .flatMap(({ customerId, customer, currency: own }, place): MeanExtra[] => {
      if (own !== at) return [];
      const mean = done === 0 ? 0 : Number(owners[place] ?? 0n) / done;
      return [{ customerId, customer, mean, deterministic: known.owners[place] ?? 0 }];
    })
    .sort((a, b) => b.mean - a.mean || (a.customer < b.customer ? -1 : 1));
}

function sortedColumn(values: Float64Array, column: number, width: number, rows: number): Float64Array {
  const found = new Float64Array(rows);
  for (let row = 0; row < rows; row++) found[row] = values[row * width + column] ?? 0;
  return found.sort();
}
