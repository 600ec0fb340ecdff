/** Horizontal bars: a name on the left, a bar in the middle, a figure on the right, one row below the other. */
import type { TopLevelSpec } from 'vega-lite';
import type { Margins, TargetBox } from '../core/chart.ts';
import { fitText, widest } from './fit.ts';
import { FONT_SIZE, ROW_HEIGHT } from './spec-base.ts';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const GAP = 8;
/** Names are cut here, so that a narrow screen has room for the bars. */
const MAX_NAME_WIDTH = 150;

/** The share of a row that its bar leaves free above and below. */
export const ROW_SCALE = { paddingInner: 0.42, paddingOuter: 0.21 } as const;

/** The row of a mark. */
export const ROW_Y = { field: 'row', type: 'ordinal', scale: ROW_SCALE, axis: null } as const;

/** Parameters of `ROW_X`: the ends of the axis. */
export const REACH_PARAMS = [
  { name: 'low', value: 0 },
  { name: 'high', value: 1 },
];

/** How far along its row a mark reaches: from `low` to `high`, without marks, since every row says its figure. */
export const ROW_X = {
  type: 'quantitative',
  scale: { domainMin: { expr: 'low' }, domainMax: { expr: 'high' }, nice: false, zero: false },
  axis: null,
} as const;

/** The edge between two rows, as a share of the bar's height above the bar. */
const ABOVE_BAR = -0.36;

/** A name as it stands beside its row. */
export function rowName(name: string): string {
  return fitText(name, FONT_SIZE.label, MAX_NAME_WIDTH);
}

/** Margins that hold the names and figures of all rows. */
export function rowMargins(names: readonly string[], figures: readonly string[], bottom: number): Margins {
  return {
    top: 0,
    right: widest(figures, FONT_SIZE.label) + GAP,
    bottom,
    left: widest(names, FONT_SIZE.label) + GAP,
  };
}

/** The height of rows, in pixels. */
export function rowsHeight(count: number): number {
  return count * ROW_HEIGHT;
}

/** The target over one row. */
export function rowBox(index: number, count: number): TargetBox {
  return { left: 0, top: index / count, width: 1, height: 1 / count };
}

/** Layers for the names and figures of `data`, whose rows have `row`, `name`, `figure` and `strong` (a line above them). */
export function rowTextLayers(data: string): Layer[] {
  const y = ROW_Y;
  const weight = { expr: "datum.strong ? 600 : 'normal'" } as const;
  const mark = { type: 'text', baseline: 'middle', fontSize: FONT_SIZE.label, fontWeight: weight } as const;
  return [
    {
      data: { name: data },
      transform: [{ filter: 'datum.strong' }],
      mark: {
        type: 'rule',
        color: 'var(--line-strong)',
        x: { expr: '-nameWidth' },
        x2: { expr: 'width + figureWidth' },
      },
      encoding: { y: { ...y, bandPosition: ABOVE_BAR } },
    },
    {
      data: { name: data },
      mark: { ...mark, align: 'left', x: { expr: '-nameWidth' } },
      encoding: { y, text: { field: 'name' } },
    },
    {
      data: { name: data },
      mark: { ...mark, align: 'right', x: { expr: 'width + figureWidth' } },
      encoding: { y, text: { field: 'figure' } },
    },
  ];
}

/** Parameters that `rowTextLayers` reads. */
export const ROW_PARAMS = [
  { name: 'nameWidth', value: 0 },
  { name: 'figureWidth', value: 0 },
];

/** Their values for the margins. */
export function rowSignals(margins: Margins): { readonly nameWidth: number; readonly figureWidth: number } {
  return { nameWidth: margins.left, figureWidth: margins.right };
}
