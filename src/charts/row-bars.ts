/** The picture of stacked bars, one row below the other. */
import type { TopLevelSpec } from 'vega-lite';
import { REACH_PARAMS, ROW_PARAMS, ROW_X, ROW_Y, rowTextLayers } from './row-layout.ts';
import { SPEC_FRAME } from './spec-base.ts';

/**
 * Stacked bars from zero. Data: `rows` (row, name, figure, strong), `zero` (at) and `segments` (row, value, order, colour);
 * `barsHeight` is how far the line at zero goes down.
 */
export const STACKED_ROWS_SPEC = {
  ...SPEC_FRAME,
  height: 100,
  params: [...ROW_PARAMS, { name: 'barsHeight', value: 0 }, ...REACH_PARAMS],
  layer: [
    {
      data: { name: 'segments' },
      mark: 'bar',
      encoding: {
        y: ROW_Y,
        x: { field: 'value', stack: 'zero', ...ROW_X },
        order: { field: 'order', type: 'quantitative' },
        fill: { field: 'colour', type: 'nominal', scale: null },
      },
    },
    {
      data: { name: 'zero' },
      mark: { type: 'rule', y: 0, y2: { expr: 'barsHeight' } },
      encoding: { x: { field: 'at', type: 'quantitative' } },
    },
    ...rowTextLayers('rows'),
  ],
} satisfies TopLevelSpec;
