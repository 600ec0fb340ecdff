/** The table of all amounts of one currency, and the chances of the limits, as texts. */
import { chanceText } from '../../charts/uncertainty/exceedance.ts';
import { nearest } from '../../charts/uncertainty/types.ts';
import type { Format } from '../../core/format.ts';
import { percentileInc, sampleStatistics } from '../../core/sample-statistics.ts';
import type { UncertainLimit } from '../../core/scenario/uncertainty.ts';
import { uncertaintyText } from '../../core/text/en/uncertainty.ts';
import { uncertaintyChartText } from '../../core/text/en/uncertainty-charts.ts';
import type { Trials } from '../../state/uncertainty-run.svelte.ts';
import type { TableColumn } from '../../ui/table-column.ts';
import { amountChoices, amountName, asAmount } from './amounts.ts';
import { sortedTotals } from './figures.ts';
import { limitInMinor } from './limit-lines.ts';

const { columns } = uncertaintyChartText;

const PERCENTS = [5, 10, 25, 50, 75, 90, 95];

export const SPREAD_COLUMNS: readonly TableColumn[] = [
  { title: columns.amount, align: 'start' },
  ...[columns.mean, columns.se, columns.sd, ...PERCENTS.map((percent) => `P${String(percent)}`)].map((title) => ({
    title,
    align: 'end' as const,
  })),
  { title: uncertaintyChartText.deterministic, align: 'end' },
];

/** One row an amount; figures in the currency, without it. */
export function spreadRows(trials: Trials, currency: string, format: Format): readonly (readonly string[])[] {
  const known = trials.known.totals.find((one) => one.currency === currency);
  return amountChoices.map(({ value, text }) => {
    const sorted = sortedTotals(trials, value, currency);
    const { mean, sd, standardError } = sampleStatistics(sorted);
    const money = (minor: number): string => format.amount(nearest(minor), currency);
    return [
      text,
      ...[mean, standardError, sd].map(money),
      ...PERCENTS.map((percent) => money(percentileInc(sorted, percent))),
      money(known?.[value] ?? 0),
    ];
  });
}

/** Such as `Extra above 25,000.00 USD: 12.3%`. */
export function limitLines(trials: Trials, limits: readonly UncertainLimit[], format: Format): readonly string[] {
  return limits.map((limit) => {
    const sorted = sortedTotals(trials, asAmount(limit.amount), limit.currency);
    const minor = limitInMinor(limit);
    const chance = sorted.length === 0 ? '—' : chanceText(sorted, minor, { format });
    return uncertaintyText.limits.chance(
      amountName(limit.amount),
      format.money(nearest(minor), limit.currency),
      chance,
    );
  });
}
