/** Stacked bars by month: the picture shared by the exposure and the who-pays chart. */
import type { TopLevelSpec } from 'vega-lite';
import type { Month } from '../core/days.ts';
import type { ChartModel, ChartTarget, DrawnRow, LegendEntry } from '../core/chart.ts';
import { HATCH } from '../core/chart-view.ts';
import type { Minor } from '../core/money.ts';
import { barAxis, figureScale } from './axis.ts';
import type { ChartContext } from './context.ts';
import { widest } from './fit.ts';
import { AXIS_PARAMS, FONT_SIZE, QUANTITY, SPEC_FRAME } from './spec-base.ts';
import { sum } from './sum.ts';

const HEIGHT = 152;
/** More labels than this touch each other at the width of a chart on a full screen. */
const MAX_LABELS = 13;

const month = {
  field: 'month',
  type: 'ordinal',
  scale: { paddingInner: 0.28, paddingOuter: 0.14 },
  axis: null,
} as const;
const thinned = (field: string) => ({ condition: { test: 'narrow && datum.thin', value: '' }, field }) as const;

/** Data: `segments` (month, value, order, colour), `zero` (at) and `labels` (month, top, total, name, year, thin). */
const MONTH_BARS_SPEC = {
  ...SPEC_FRAME,
  height: HEIGHT,
  params: [...AXIS_PARAMS, { name: 'narrow', value: false }],
  layer: [
    {
      data: { name: 'segments' },
      mark: 'bar',
      encoding: {
        x: month,
        y: { field: 'value', type: 'quantitative', stack: 'zero', ...QUANTITY },
        order: { field: 'order', type: 'quantitative' },
        fill: { field: 'colour', type: 'nominal', scale: null },
      },
    },
    { data: { name: 'zero' }, mark: 'rule', encoding: { y: { field: 'at', type: 'quantitative' } } },
    {
      data: { name: 'labels' },
      mark: { type: 'text', dy: -5, baseline: 'bottom', fontSize: FONT_SIZE.axis },
      encoding: { x: month, y: { field: 'top', type: 'quantitative' }, text: thinned('total') },
    },
    {
      data: { name: 'labels' },
      mark: { type: 'text', y: { expr: 'height + 13' }, fontSize: FONT_SIZE.axis, color: 'var(--muted)' },
      encoding: { x: month, text: thinned('name') },
    },
    {
      data: { name: 'labels' },
      mark: { type: 'text', y: { expr: 'height + 26' }, fontSize: FONT_SIZE.axis, color: 'var(--muted)' },
      encoding: { x: month, text: { field: 'year' } },
    },
  ],
} satisfies TopLevelSpec;

/** One month's bar. */
interface MonthBar {
  readonly month: Month;
  /** Amounts of the parts in their order, in minor units. */
  readonly values: readonly Minor[];
  /** What the bar says when it takes the focus. */
  readonly name: string;
}

/** What choosing a bar means: only this month. */
export interface MonthDatum {
  readonly kind: 'month';
  readonly month: Month;
}

interface MonthBars {
  readonly bars: readonly MonthBar[];
  readonly currency: string;
  readonly legend: readonly LegendEntry[];
}

type Picture = Pick<
  ChartModel<MonthDatum>,
  'kind' | 'unit' | 'spec' | 'data' | 'signals' | 'height' | 'margins' | 'targets'
>;

/** The picture of stacked bars, with a total on each and a target over each. */
export function monthBarsPicture({ bars, currency, legend }: MonthBars, context: ChartContext): Picture {
  const tops = bars.map((bar) => sum(bar.values.filter((value) => value > 0)));
  const bottoms = bars.map((bar) => sum(bar.values.filter((value) => value < 0)));
  const axis = barAxis(Math.min(0, ...bottoms), Math.max(0, ...tops));
  const written = bars.map((bar) => Math.abs(sum(bar.values))).filter((figure) => figure > 0);
  const peak = Math.max(...tops, ...bottoms.map(Math.abs), 0);
  const figures = figureScale(peak, currency, context, written.length === 0 ? 0 : Math.min(...written));
  const tickLabels = axis.ticks.map(figures.tick);
  return {
    kind: 'month-bars',
    unit: figures.unit,
    spec: MONTH_BARS_SPEC,
    data: {
      zero: [{ at: 0 }],
      segments: bars.flatMap((bar) => segmentsOf(bar, legend)),
      labels: bars.map((bar, index) => labelOf(bar, index, bars.length, tops[index] ?? 0, figures.label, context)),
    },
    signals: { low: axis.low, high: axis.high, ticks: axis.ticks, tickLabels, narrow: false },
    height: HEIGHT,
    margins: { top: 18, right: 0, bottom: 30, left: widest(tickLabels, FONT_SIZE.axis) + 10 },
    targets: bars.map((bar, index) => targetOf(bar, index, bars.length)),
  };
}

function segmentsOf(bar: MonthBar, legend: readonly LegendEntry[]): DrawnRow[] {
  return bar.values.flatMap((value, order) =>
    value === 0 ? [] : [{ month: bar.month, value, order, colour: fillOf(legend[order]) }],
  );
}

function fillOf(entry: LegendEntry | undefined): string {
  return entry?.hatched ? `url(#${HATCH.id})` : (entry?.colour ?? '');
}

function labelOf(
  bar: MonthBar,
  index: number,
  count: number,
  top: number,
  label: (amount: Minor) => string,
  { format }: ChartContext,
): DrawnRow {
  const every = Math.ceil(count / MAX_LABELS);
  const shown = index % every === 0;
  const startsYear = bar.month % 12 === 0 || index === 0;
  return {
    month: bar.month,
    top,
    total: shown && bar.values.some((value) => value !== 0) ? label(sum(bar.values)) : '',
    name: shown ? format.monthName(bar.month) : '',
    year: startsYear ? String(Math.floor(bar.month / 12)) : '',
    thin: (index / every) % 2 === 1,
  };
}

function targetOf(bar: MonthBar, index: number, count: number): ChartTarget<MonthDatum> {
  return {
    name: bar.name,
    box: { left: index / count, top: 0, width: 1 / count, height: 1 },
    datum: { kind: 'month', month: bar.month },
  };
}
