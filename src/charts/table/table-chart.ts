/** A chart of any table of labels and series. */
import type { ChartModel } from '../../core/chart.ts';
import type { ChartContext } from '../context.ts';
import { barChart } from './bars.ts';
import { heatMap } from './heat.ts';
import { lineChart } from './lines.ts';
import { scatterChart } from './scatter.ts';
import { type SeriesTable, type TableDatum, ofUnit, unitsOf } from './series-table.ts';
import { stepChart } from './steps.ts';

export const TABLE_CHARTS = ['bar', 'line', 'area', 'scatter', 'waterfall', 'heat'] as const;
export type TableChart = (typeof TABLE_CHARTS)[number];

/**
 * At most 2,000 marks; the summary says what was left out or put together.
 * @param unit which series: those of other units (currencies) are not drawn; the first unit when left out
 */
export function tableChart(
  kind: TableChart,
  table: SeriesTable,
  context: ChartContext,
  unit = unitsOf(table)[0] ?? '',
): ChartModel<TableDatum> {
  const own = ofUnit(table, unit);
  switch (kind) {
    case 'bar':
      return barChart(own, context);
    case 'line':
    case 'area':
      return lineChart(own, kind, context);
    case 'scatter':
      return scatterChart(own, context);
    case 'waterfall':
      return stepChart(own, context);
    case 'heat':
      return heatMap(own, context);
  }
}
