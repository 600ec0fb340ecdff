/** EST cost by month, stacked by cause: today's bill at the bottom, then each step of the cliff. */
import type { ChartModel } from '../core/chart.ts';
import type { Month } from '../core/days.ts';
import type { Minor } from '../core/money.ts';
import type { MonthTotals, Simulation } from '../sim/types.ts';
import { figureColumn, textColumn } from './columns.ts';
import type { ChartContext } from './context.ts';
import { type MonthDatum, monthBarsPicture } from './month-bars.ts';
import { COST_PARTS, type CostPart, EXTRA_PARTS, PART_COLOURS, type Parts, partsInUse, partsOf } from './parts.ts';
import { sum } from './sum.ts';
import { cutsMonths, monthsOf } from './window.ts';

interface Row {
  readonly month: Month;
  readonly parts: Parts;
  readonly est: Minor;
  readonly extra: Minor;
}

/**
 * The exposure chart of one currency. Months of the window without an amount stand as empty bars.
 * Amounts are minor units of `currency`; the parts of each bar add up to its EST cost.
 */
export function exposureByMonth(
  simulation: Pick<Simulation, 'window' | 'months'>,
  currency: string,
  context: ChartContext,
): ChartModel<MonthDatum> {
  const { format, text } = context;
  const rows = rowsOf(simulation, currency);
  const parts = partsInUse(COST_PARTS, rows.map((row) => row.parts)); // prettier-ignore
  const legend = parts.map((part) => ({ label: text.parts[part], colour: PART_COLOURS[part], hatched: false }));
  const bars = rows.map((row) => ({
    month: row.month,
    values: parts.map((part) => row.parts[part]),
    name: text.exposureByMonth.bar(
      format.month(row.month),
      format.money(row.est, currency),
      format.signed(row.extra, currency),
    ),
  }));
  return {
    ...monthBarsPicture({ bars, currency, legend }, context),
    title: text.exposureByMonth.title,
    summary: summaryOf(rows, simulation, currency, context),
    legend,
    tableUnit: text.unit.plain(currency),
    table: {
      columns: [
        textColumn(text.columns.month),
        ...[...parts.map((part) => text.parts[part]), text.columns.est, text.columns.extra].map(figureColumn),
      ],
      rows: rows.map((row) => [
        format.month(row.month),
        ...parts.map((part) => format.amount(row.parts[part], currency)),
        format.amount(row.est, currency),
        format.signed(row.extra, currency),
      ]),
    },
  };
}

const NOTHING: Parameters<typeof partsOf>[0] & Pick<MonthTotals, 'extra'> = {
  ...{ est: 0, current: 0, promotion: 0, listMove: 0, commitment: 0, currencyMove: 0, extra: 0 },
};

function rowsOf(simulation: Pick<Simulation, 'window' | 'months'>, currency: string): readonly Row[] {
  return monthsOf(simulation, currency).map(([month, amounts = NOTHING]) => {
    return { month, parts: partsOf(amounts), est: amounts.est, extra: amounts.extra };
  });
}

function summaryOf(
  rows: readonly Row[],
  { window }: Pick<Simulation, 'window'>,
  currency: string,
  { format, text: { exposureByMonth: text, parts } }: ChartContext,
): string {
  const peak = rows.reduce<Row | undefined>((best, row) => (best && best.est >= row.est ? best : row), undefined);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!peak || !first || !last || rows.every((row) => row.est === 0)) return text.none(currency);
  const extra = sum(rows.map((row) => row.extra));
  const [cause, second] = causesOf(rows);
  return [
    text.peak(format.month(peak.month), format.money(peak.est, currency)),
    cause
      ? text.cause(parts[cause], second && parts[second])
      : text.noRise(`${format.signed(extra, currency)} ${currency}`),
    ...(cutsMonths(window) ? [text.partMonths(format.month(first.month), format.month(last.month))] : []),
  ].join(' ');
}

/** The parts that raise the cost over the window, the largest first. */
function causesOf(rows: readonly Row[]): CostPart[] {
  const total = (part: CostPart): number => sum(rows.map((row) => row.parts[part]));
  return EXTRA_PARTS.map((part) => ({ part, amount: total(part) }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .map(({ part }) => part);
}
