/** Who pays the price rise, by month: passed on, passed on late, absorbed. Never in one chart with the cost parts. */
import type { ChartModel } from '../core/chart.ts';
import type { Month } from '../core/days.ts';
import type { Minor } from '../core/money.ts';
import type { Simulation } from '../sim/types.ts';
import { figureColumn, textColumn } from './columns.ts';
import type { ChartContext } from './context.ts';
import { type MonthDatum, monthBarsPicture } from './month-bars.ts';
import { sum } from './sum.ts';
import { monthsOf } from './window.ts';

const SHARES = ['passed', 'delayed', 'absorbed'] as const;
type Shares = Readonly<Record<(typeof SHARES)[number], Minor>>;

const SHARE_COLOURS: Readonly<Record<keyof Shares, string>> = {
  passed: 'var(--pays-passed)',
  delayed: 'var(--pays-delayed)',
  absorbed: 'var(--pays-absorbed)',
};

interface Row extends Shares {
  readonly month: Month;
}

/** The who-pays chart of one currency, in customer prices: the three shares add up to the price rise (spec §6). */
export function whoPays(
  simulation: Pick<Simulation, 'window' | 'months'>,
  currency: string,
  context: ChartContext,
): ChartModel<MonthDatum> {
  const { format, text } = context;
  const rows = rowsOf(simulation, currency);
  const legend = SHARES.map((share) => ({
    label: text.pays[share],
    colour: SHARE_COLOURS[share],
    hatched: share === 'delayed',
  }));
  const bars = rows.map((row) => {
    const [passed = '', delayed = '', absorbed = ''] = SHARES.map((share) => format.money(row[share], currency));
    return {
      month: row.month,
      values: SHARES.map((share) => row[share]),
      name: text.whoPays.bar(format.month(row.month), passed, delayed, absorbed),
    };
  });
  return {
    ...monthBarsPicture({ bars, currency, legend }, context),
    title: text.whoPays.title,
    summary: summaryOf(rows, currency, context),
    legend,
    tableUnit: text.unit.plain(currency),
    table: {
      columns: [
        textColumn(text.columns.month),
        ...[...SHARES.map((share) => text.pays[share]), text.columns.need].map(figureColumn),
      ],
      rows: rows.map((row) => [
        format.month(row.month),
        ...SHARES.map((share) => format.amount(row[share], currency)),
        format.signed(needOf(row), currency),
      ]),
    },
  };
}

function needOf(row: Shares): Minor {
  return row.passed + row.delayed + row.absorbed;
}

function rowsOf(simulation: Pick<Simulation, 'window' | 'months'>, currency: string): readonly Row[] {
  return monthsOf(simulation, currency).map(([month, amounts]) => {
    const { passed, delayed, absorbed } = amounts ?? { passed: 0, delayed: 0, absorbed: 0 };
    return { month, passed, delayed, absorbed };
  });
}

function summaryOf(rows: readonly Row[], currency: string, { format, text }: ChartContext): string {
  if (rows.every((row) => SHARES.every((share) => row[share] === 0))) return text.whoPays.none(currency);
  const [passed = '', delayed = '', absorbed = ''] = SHARES.map((share) =>
    format.money(sum(rows.map((row) => row[share])), currency),
  );
  return `${text.whoPays.shares(passed, delayed, absorbed)} ${text.whoPays.basis}`;
}
