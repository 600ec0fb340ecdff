/** The customers whose extra is largest over all trials on average. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel } from '../../core/chart.ts';
import type { Minor } from '../../core/money.ts';
import { uncertaintyChartText as text } from '../../core/text/en/uncertainty-charts.ts';
import { figureColumn, textColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import {
  REACH_PARAMS,
  ROW_PARAMS,
  ROW_X,
  ROW_Y,
  rowBox,
  rowMargins,
  rowName,
  rowSignals,
  rowTextLayers,
  rowsHeight,
} from '../row-layout.ts';
import { SPEC_FRAME } from '../spec-base.ts';
import type { CustomerDatum } from '../top-customers.ts';
import { INK } from './across.ts';
import { nearest } from './types.ts';

/** Rows of the picture and of the table. */
const SHOWN = 10;

/** Data: `rows` (row, name, figure, strong), `bars` (row, mean, known) and `zero` (at). */
const WORST_CUSTOMERS_SPEC = {
  ...SPEC_FRAME,
  height: 100,
  params: [...ROW_PARAMS, ...REACH_PARAMS],
  layer: [
    {
      data: { name: 'bars' },
      mark: { type: 'bar', color: INK.trials },
      encoding: { y: ROW_Y, x: { field: 'mean', ...ROW_X } },
    },
    {
      data: { name: 'bars' },
      mark: { type: 'tick', color: INK.deterministic, thickness: 2, size: 18 },
      encoding: { y: ROW_Y, x: { field: 'known', ...ROW_X } },
    },
    { data: { name: 'zero' }, mark: 'rule', encoding: { x: { field: 'at', type: 'quantitative' } } },
    ...rowTextLayers('rows'),
  ],
} satisfies TopLevelSpec;

export interface MeanExtra {
  readonly customerId: string;
  readonly customer: string;
  /** Mean over the trials, minor units. */
  readonly mean: number;
  readonly deterministic: Minor;
}

/** @param customers of one currency, the largest mean first */
export function worstCustomersChart(
  customers: readonly MeanExtra[],
  currency: string,
  context: ChartContext,
): ChartModel<CustomerDatum> {
  const { format } = context;
  const shown = customers.filter(({ mean }) => mean !== 0).slice(0, SHOWN);
  const signed = (minor: number): string => format.signed(nearest(minor), currency);
  const rows = shown.map((one, index) => ({
    ...{ row: index, name: rowName(nameOf(one)), figure: signed(one.mean), strong: false },
  }));
  const margins = rowMargins(rows.map(({ name }) => name), rows.map(({ figure }) => figure), 0); // prettier-ignore
  const ends = shown.flatMap(({ mean, deterministic }) => [mean, deterministic]);
  const [first] = shown;
  return {
    kind: 'uncertainty-customers',
    title: text.customers.title,
    unit: currency,
    summary: first ? text.customers.finding(nameOf(first), `${signed(first.mean)} ${currency}`) : text.customers.none,
    legend: [
      { label: text.columns.meanExtra, colour: INK.trials, hatched: false },
      { label: text.deterministic, colour: INK.deterministic, hatched: false },
    ],
    tableUnit: currency,
    table: {
      columns: [textColumn(text.columns.customer), ...[text.columns.meanExtra, text.deterministic].map(figureColumn)],
      rows: shown.map((one) => [nameOf(one), signed(one.mean), signed(one.deterministic)]),
    },
    spec: WORST_CUSTOMERS_SPEC,
    data: {
      rows,
      bars: shown.map(({ mean, deterministic }, index) => ({ row: index, mean, known: deterministic })),
      zero: [{ at: 0 }],
    },
    signals: { ...rowSignals(margins), low: Math.min(0, ...ends), high: Math.max(0, ...ends) || 1 },
    height: rowsHeight(Math.max(1, shown.length)),
    margins,
    targets: shown.map((one, index) => ({
      name: text.customers.bar(nameOf(one), `${signed(one.mean)} ${currency}`, signed(one.deterministic)),
      box: rowBox(index, shown.length),
      datum: { kind: 'customer', customerId: one.customerId, customer: nameOf(one) },
    })),
  };
}

function nameOf({ customer, customerId }: MeanExtra): string {
  return customer || customerId || text.customers.noName;
}
