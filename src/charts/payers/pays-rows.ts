/** Who pays, one horizontal bar a customer or a cause: passed on, passed on late, absorbed. */
import type { ChartModel, DrawnRow } from '../../core/chart.ts';
import { HATCH } from '../../core/chart-view.ts';
import type { Minor } from '../../core/money.ts';
import { payersText } from '../../core/text/en/payers.ts';
import { SHARES, type Share, type Split } from '../../sim/payers/types.ts';
import { figureColumn, textColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import { STACKED_ROWS_SPEC } from '../row-bars.ts';
import { rowBox, rowMargins, rowName, rowSignals, rowsHeight } from '../row-layout.ts';
import { sum } from '../sum.ts';

const COLOURS: Readonly<Record<Share, string>> = {
  passed: 'var(--pays-passed)',
  delayed: 'var(--pays-delayed)',
  absorbed: 'var(--pays-absorbed)',
};
const FILLS: Readonly<Record<Share, string>> = { ...COLOURS, delayed: `url(#${HATCH.id})` };

/** One bar; `datum` is what choosing it means. */
export interface PaysRow<Datum> extends Split {
  readonly name: string;
  readonly datum: Datum;
}

export interface PaysRows<Datum> {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly labelTitle: string;
  readonly currency: string;
  /** What is drawn, and all of it for the table. */
  readonly shown: readonly PaysRow<Datum>[];
  readonly all: readonly PaysRow<Datum>[];
}

export function riseOf({ passed, delayed, absorbed }: Split): Minor {
  return passed + delayed + absorbed;
}

export function paysRows<Datum>(rows: PaysRows<Datum>, { format, text }: ChartContext): ChartModel<Datum> {
  const { kind, title, summary, labelTitle, currency, shown, all } = rows;
  const lines = shown.map(({ name, ...split }, row) => ({
    ...{ row, name: rowName(name), strong: false },
    figure: format.signed(riseOf(split), currency),
  }));
  const margins = rowMargins(
    lines.map(({ name }) => name),
    lines.map(({ figure }) => figure),
    0,
  );
  const side = (row: Split, sign: 1 | -1): Minor => sum(SHARES.map((share) => Math.max(0, row[share] * sign))) * sign;
  const barName = ({ name, ...row }: PaysRow<Datum>): string => {
    const [passed = '', delayed = '', absorbed = ''] = SHARES.map((share) => format.money(row[share], currency));
    return payersText.charts.bar(name, passed, delayed, absorbed);
  };
  return {
    ...{ kind, title, summary, unit: text.unit.plain(currency), spec: STACKED_ROWS_SPEC },
    legend: SHARES.map((share) => ({ label: text.pays[share], colour: COLOURS[share], hatched: share === 'delayed' })),
    tableUnit: text.unit.plain(currency),
    table: {
      columns: [
        textColumn(labelTitle),
        ...[...SHARES.map((share) => text.pays[share]), text.columns.need].map(figureColumn),
      ],
      rows: all.map((row) => [
        row.name,
        ...SHARES.map((share) => format.amount(row[share], currency)),
        format.signed(riseOf(row), currency),
      ]),
    },
    data: { rows: lines, zero: [{ at: 0 }], segments: shown.flatMap(segmentsOf) },
    signals: {
      ...rowSignals(margins),
      barsHeight: rowsHeight(shown.length),
      low: Math.min(0, ...shown.map((row) => side(row, -1))),
      high: Math.max(0, ...shown.map((row) => side(row, 1))) || 1,
    },
    height: rowsHeight(lines.length),
    margins,
    targets: shown.map((row, index) => ({ name: barName(row), box: rowBox(index, shown.length), datum: row.datum })),
  };
}

function segmentsOf(row: Split, index: number): DrawnRow[] {
  return SHARES.flatMap((share, order) =>
    row[share] === 0 ? [] : [{ row: index, value: row[share], order, colour: FILLS[share] }],
  );
}
