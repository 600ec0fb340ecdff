/** Bounds around the lines of a chart: areas in the colour of their series, and their figures beside the others. */
import type { DrawnRow, LegendEntry } from '../../core/chart.ts';
import { type Exact, toFloat } from '../../core/exact.ts';
import type { ChartContext } from '../context.ts';
import { colourOf } from './frame.ts';
import type { Band, Series, SeriesTable } from './series-table.ts';

/** How much of the series' colour the narrower and the wider band have, in percent. */
const SHADES = [34, 16];

function shadeOf({ around }: Band, place: number): string {
  return `color-mix(in srgb, ${colourOf(around)} ${String(SHADES[place] ?? SHADES[0])}%, var(--surface))`;
}

/** What is drawn, the widest band first: place, low, high, colour, order. */
export function bandRows({ bands = [] }: SeriesTable): readonly DrawnRow[] {
  return bands
    .flatMap((band, order) =>
      band.low.map((low, place) => {
        const high = band.high[place];
        if (!low || !high) return undefined;
        return {
          place,
          low: toFloat(low),
          high: toFloat(high),
          colour: shadeOf(band, order),
          order: bands.length - order,
        };
      }),
    )
    .filter((row) => row !== undefined)
    .sort((a, b) => a.order - b.order);
}

export function bandLegend({ bands = [] }: SeriesTable): readonly LegendEntry[] {
  return bands.map((band, order) => ({ label: band.title, colour: shadeOf(band, order), hatched: false }));
}

/** The bounds of the first so many bands as series, to be read. */
export function bandSeries(
  { bands = [], series }: SeriesTable,
  most: number,
  { text }: ChartContext,
): readonly Series[] {
  return bands.slice(0, most).flatMap(({ title, around, low, high }) => {
    const own = series[around];
    if (!own) return [];
    const bound = (name: string, values: readonly (Exact | undefined)[]): Series => ({
      ...own,
      title: name,
      values,
      additive: false,
    });
    return [bound(text.fromTable.bandFrom(title), low), bound(text.fromTable.bandTo(title), high)];
  });
}
