/** What an amount is at the P10 and at the P90 of each uncertain input, the others at their median. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel, ChartTable } from '../../core/chart.ts';
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
import { INK } from './across.ts';
import type { Subject } from './types.ts';

const LOW = 'var(--series-3)';
const HIGH = 'var(--series-2)';

/** Data: `rows` (row, name, figure, strong), `bars` (row, from, to, colour) and `known` (at). */
const TORNADO_SPEC = {
  ...SPEC_FRAME,
  height: 100,
  params: [...ROW_PARAMS, ...REACH_PARAMS],
  layer: [
    {
      data: { name: 'bars' },
      mark: 'bar',
      encoding: {
        y: ROW_Y,
        x: { field: 'from', ...ROW_X },
        x2: { field: 'to' },
        fill: { field: 'colour', type: 'nominal', scale: null },
      },
    },
    {
      data: { name: 'known' },
      mark: { type: 'rule', color: INK.deterministic },
      encoding: { x: { field: 'at', type: 'quantitative' } },
    },
    ...rowTextLayers('rows'),
  ],
} satisfies TopLevelSpec;

export interface TornadoInput {
  /** Position among the scenario's inputs. */
  readonly index: number;
  readonly name: string;
  /** Its P10 and its P90, as they are read. */
  readonly lowValue: string;
  readonly highValue: string;
  /** The amount at its P10 and at its P90, minor units. */
  readonly atLow: Minor;
  readonly atHigh: Minor;
}

/** What choosing a bar means: this input. */
export interface InputDatum {
  readonly kind: 'input';
  readonly index: number;
}

/** @param median the amount with every input at its median */
export function uncertaintyTornado(
  inputs: readonly TornadoInput[],
  median: Minor,
  { amount, currency }: Subject,
  context: ChartContext,
): ChartModel<InputDatum> {
  const { format } = context;
  const sorted = [...inputs].sort((a, b) => swingOf(b) - swingOf(a) || a.index - b.index);
  const money = (minor: Minor): string => format.amount(minor, currency);
  const [first] = sorted;
  const rows = sorted.map((one, index) => ({
    ...{ row: index, name: rowName(one.name), figure: money(swingOf(one)), strong: false },
  }));
  const margins = rowMargins(rows.map(({ name }) => name), rows.map(({ figure }) => figure), 0); // prettier-ignore
  const ends = [median, ...sorted.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return {
    kind: 'uncertainty-tornado',
    title: text.tornado.title(amount),
    unit: currency,
    summary: !first
      ? text.tornado.none
      : swingOf(first) === 0
        ? text.tornado.flat
        : text.tornado.finding(first.name, format.money(swingOf(first), currency)),
    legend: [
      { label: text.tornado.low, colour: LOW, hatched: false },
      { label: text.tornado.high, colour: HIGH, hatched: false },
      { label: text.columns.atMedian, colour: INK.deterministic, hatched: false },
    ],
    tableUnit: currency,
    table: tableOf(sorted, median, currency, context),
    spec: TORNADO_SPEC,
    data: {
      rows,
      bars: sorted.flatMap(({ atLow, atHigh }, index) => [
        { row: index, from: Math.min(median, atLow), to: Math.max(median, atLow), colour: LOW },
        { row: index, from: Math.min(median, atHigh), to: Math.max(median, atHigh), colour: HIGH },
      ]),
      known: [{ at: median }],
    },
    signals: { ...rowSignals(margins), low, high: high > low ? high : low + 1 },
    height: rowsHeight(Math.max(1, sorted.length)),
    margins,
    targets: sorted.map((one, index) => ({
      name: nameOf(one, currency, context),
      box: rowBox(index, sorted.length),
      datum: { kind: 'input', index: one.index },
    })),
  };
}

function tableOf(
  sorted: readonly TornadoInput[],
  median: Minor,
  currency: string,
  { format }: ChartContext,
): ChartTable {
  const money = (minor: Minor): string => format.amount(minor, currency);
  return {
    columns: [
      textColumn(text.columns.input),
      ...[text.columns.lowValue, text.columns.atLow, text.columns.atMedian].map(figureColumn),
      ...[text.columns.highValue, text.columns.atHigh, text.columns.swing].map(figureColumn),
    ],
    rows: sorted.map((one) => [
      one.name,
      ...[one.lowValue, money(one.atLow), money(median)],
      ...[one.highValue, money(one.atHigh), money(swingOf(one))],
    ]),
  };
}

function nameOf(one: TornadoInput, currency: string, { format }: ChartContext): string {
  const [low, high] = [format.money(one.atLow, currency), format.money(one.atHigh, currency)];
  return text.tornado.bar(one.name, low, one.lowValue, high, one.highValue);
}

function swingOf({ atLow, atHigh }: TornadoInput): Minor {
  return Math.abs(atHigh - atLow);
}
