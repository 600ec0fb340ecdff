/** The key figures of compared scenarios as a table: a line for each figure, a column for each scenario. */
import type { Format } from '../../core/format.ts';
import { compareChartText } from '../../core/text/en/compare-charts.ts';
import { compareText } from '../../core/text/en/compare.ts';
import { varianceOf } from '../../core/variance.ts';
import type { ScenarioSums } from '../../sim/compare/types.ts';
import { AMOUNTS, type Amount, type Totals } from '../../sim/types.ts';
import { totalsOf } from '../exposure/currencies.ts';

const text = compareText.figures;

const COUNTS = ['exposed', 'atRisk', 'unpriced'] as const;
export type Figure = Amount | (typeof COUNTS)[number];

/** What stands above the others. */
const MAIN: readonly Figure[] = ['exposed', 'atRisk', 'est', 'extra', 'absorbed', 'margin'];
/** More of these is better. */
const GAINS: readonly Figure[] = ['margin', 'passed'];

export interface FigureCell {
  readonly value: string;
  /** Against the reference; undefined for the reference itself. */
  readonly change: { readonly text: string; readonly direction: 'better' | 'worse' | 'same' } | undefined;
}

export interface FigureLine {
  readonly figure: Figure;
  readonly label: string;
  /** In the order of the scenarios. */
  readonly cells: readonly FigureCell[];
}

/**
 * All figures in one currency, each with its difference and its percentage of the reference.
 * @param reference place of the scenario that the others are held against
 */
export function figureLines(
  scenarios: readonly ScenarioSums[],
  currency: string,
  reference: number,
  format: Format,
): { readonly main: readonly FigureLine[]; readonly others: readonly FigureLine[] } {
  const totals = scenarios.map((scenario) => totalsOf(scenario, currency));
  const line = (figure: Figure): FigureLine => ({
    figure,
    label: labelOf(figure),
    cells: totals.map((one, index) => ({
      value: isCount(figure) ? format.count(one[figure]) : format.amount(one[figure], currency),
      change: index === reference ? undefined : changeOf(figure, one, totals[reference] ?? one, format),
    })),
  });
  const others = [...COUNTS, ...AMOUNTS].filter((figure) => !MAIN.includes(figure));
  return { main: MAIN.map(line), others: others.map(line) };
}

function isCount(figure: Figure): figure is (typeof COUNTS)[number] {
  return COUNTS.some((count) => count === figure);
}

function labelOf(figure: Figure): string {
  return isCount(figure) ? text.counts[figure] : amountLabel(figure);
}

/** An amount in the words of the comparison. */
export function amountLabel(amount: Amount): string {
  return compareChartText.amounts[amount] ?? amount;
}

function changeOf(figure: Figure, totals: Totals, reference: Totals, format: Format): FigureCell['change'] {
  const { difference, ratio } = varianceOf(totals[figure], reference[figure]);
  if (difference === 0) return { text: text.same, direction: 'same' };
  const sign = difference > 0 ? '+' : '−';
  const size = isCount(figure)
    ? `${sign}${format.count(Math.abs(difference))}`
    : format.signed(difference, totals.currency);
  const percent = ratio ? format.percent(ratio, 1, 'always') : text.none;
  const words = difference > 0 ? text.up(size, percent) : text.down(size, percent);
  return { text: words, direction: difference > 0 === GAINS.includes(figure) ? 'better' : 'worse' };
}
