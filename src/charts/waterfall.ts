/** The picture of a waterfall: a first bar, steps that hang from the level before, and a total. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel, DrawnRow } from '../core/chart.ts';
import type { Format } from '../core/format.ts';
import { type Axis, niceAxis } from './axis.ts';
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
} from './row-layout.ts';
import { BAR_HEIGHT, FONT_SIZE, SPEC_FRAME } from './spec-base.ts';

/** Data: `steps` (row, name, figure, strong, from, to, colour), `joins` (row, next, level), `zero` (at), `cuts` (row) and `ends` (at, label, align). */
const WATERFALL_SPEC = {
  ...SPEC_FRAME,
  height: 100,
  params: [...ROW_PARAMS, ...REACH_PARAMS],
  layer: [
    {
      data: { name: 'steps' },
      mark: 'bar',
      encoding: {
        y: ROW_Y,
        x: { field: 'from', ...ROW_X },
        x2: { field: 'to' },
        fill: { field: 'colour', type: 'nominal', scale: null },
      },
    },
    {
      data: { name: 'joins' },
      mark: 'rule',
      encoding: {
        y: { ...ROW_Y, bandPosition: 1 },
        y2: { field: 'next', bandPosition: 0 },
        x: { field: 'level', type: 'quantitative' },
      },
    },
    { data: { name: 'zero' }, mark: 'rule', encoding: { x: { field: 'at', type: 'quantitative' } } },
    {
      data: { name: 'cuts' },
      mark: {
        ...{ type: 'point', shape: 'M-0.3,-1.1L0.3,-0.35L-0.3,0.35L0.3,1.1', size: BAR_HEIGHT ** 2, x: 14 },
        ...{ filled: false, fill: 'transparent', stroke: 'var(--surface)', strokeWidth: 3, opacity: 1 },
      },
      encoding: { y: ROW_Y },
    },
    {
      data: { name: 'ends' },
      mark: {
        type: 'text',
        align: { expr: 'datum.align' },
        y: { expr: 'height + 13' },
        fontSize: FONT_SIZE.axis,
        color: 'var(--muted)',
      },
      encoding: { x: { field: 'at', type: 'quantitative' }, text: { field: 'label' } },
    },
    ...rowTextLayers('steps'),
  ],
} satisfies TopLevelSpec;

/** One bar. Numbers are for drawing; `figure` is the exact text. */
export interface WaterfallStep {
  readonly key: string;
  readonly label: string;
  readonly figure: string;
  /** Drawn from here. The first bar and the total begin at 0. */
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  readonly name: string;
}

/** What choosing a bar means: this step. */
export interface WaterfallDatum {
  readonly kind: 'step';
  readonly step: string;
}

type Picture = Pick<
  ChartModel<WaterfallDatum>,
  'kind' | 'spec' | 'data' | 'signals' | 'height' | 'margins' | 'targets'
>;

/** Where the axis of a waterfall runs, and whether it begins above zero, which the summary must say. */
export interface WaterfallAxis extends Pick<Axis, 'low' | 'high'> {
  readonly cut: boolean;
}

/** More than five: only the two ends are labelled. */
const AXIS_STEPS = 8;
/** Steps that take less than this share of the highest level would be slivers on an axis from zero. */
const CUT_BELOW = 0.6;

/** The axis for the levels of a waterfall. It begins at zero, unless that would hide the steps. */
export function waterfallAxis(levels: readonly number[]): WaterfallAxis {
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  const span = highest - lowest;
  if (lowest > 0 && span > 0 && span < CUT_BELOW * highest) {
    const { low, high } = niceAxis(Math.max(0, lowest - span / 4), highest, AXIS_STEPS);
    if (low > 0) return { low, high, cut: true };
  }
  const { low, high } = niceAxis(Math.min(0, lowest), Math.max(0, highest), AXIS_STEPS);
  return { low, high, cut: false };
}

/** The picture of the steps; the first and the last are whole bars, and carry a break mark where the axis is cut. */
export function waterfallPicture(steps: readonly WaterfallStep[], axis: WaterfallAxis, format: Format): Picture {
  const last = steps.length - 1;
  const names = steps.map((step) => rowName(step.label));
  const margins = rowMargins(names, steps.map((step) => step.figure), 18); // prettier-ignore
  return {
    kind: 'waterfall',
    spec: WATERFALL_SPEC,
    data: {
      steps: steps.map((step, row): DrawnRow => {
        const { figure, to, colour } = step;
        return {
          row,
          name: names[row] ?? '',
          figure,
          strong: row === last,
          from: Math.max(step.from, axis.low),
          to,
          colour,
        };
      }),
      joins: steps.slice(0, last).map((step, row) => ({ row, next: row + 1, level: step.to })),
      zero: axis.cut ? [] : [{ at: 0 }],
      ends: [
        { at: axis.low, label: format.decimal(String(axis.low)), align: 'left' },
        { at: axis.high, label: format.decimal(String(axis.high)), align: 'right' },
      ],
      cuts: axis.cut ? [{ row: 0 }, { row: last }] : [],
    },
    signals: { ...rowSignals(margins), low: axis.low, high: axis.high },
    height: rowsHeight(steps.length),
    margins,
    targets: steps.map((step, row) => ({
      name: step.name,
      box: rowBox(row, steps.length),
      datum: { kind: 'step', step: step.key },
    })),
  };
}
