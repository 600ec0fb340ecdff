/** Columns of a chart's table. */
import type { ChartColumn } from '../core/chart.ts';

export function textColumn(title: string): ChartColumn {
  return { title, align: 'start' };
}

export function figureColumn(title: string): ChartColumn {
  return { title, align: 'end' };
}
