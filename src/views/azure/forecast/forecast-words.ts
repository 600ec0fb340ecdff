/** A forecast as figures, tables and a chart. */
import type { Band, SeriesTable } from '../../../charts/table/series-table.ts';
import { monthOfDay, partsOfDay } from '../../../core/days.ts';
import { type Exact, ZERO, parseExact } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { azureForecastText as text } from '../../../core/text/en/azure-forecast.ts';
import type { Expected, ForecastAnswer, ForecastMonth, UsageForecast } from '../../../sim/azure/forecast/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { type Figures, figuresOf } from '../consumption/usage-series.ts';

/** An estimate as an exact figure, to be written with the digits of its currency. */
function exactOf(value: number): Exact {
  return parseExact(String(value)) ?? ZERO;
}

function writer(currency: string, format: Format): (value: number) => string {
  const { write } = figuresOf(currency, true, format);
  return (value) => write(exactOf(value));
}

export function forecastKpis(
  { months: [current], later }: UsageForecast,
  currency: string,
  format: Format,
): readonly Kpi[] {
  const write = writer(currency, format);
  if (!current) return [];
  const boundsOf = ({ low80, high80 }: Expected): string => text.kpis.bounds(write(low80), write(high80));
  const name = format.month(current.month);
  return [
    { label: text.kpis.used(name), value: write(current.used), unit: currency },
    { label: text.kpis.month(name), value: write(current.value), unit: currency, note: boundsOf(current) },
    { label: text.kpis.year, value: write(later.value), unit: currency, note: boundsOf(later) },
  ]; // prettier-ignore
}

/** Which method, why, and how wrong it was. */
export function methodWords({ errors, origins }: UsageForecast, currency: string, format: Format): string {
  const [best] = errors;
  if (!best) return text.untested(text.methods['seasonal-naive']);
  const relative = Number.isNaN(best.relative) ? '' : format.percent(exactOf(best.relative), 0);
  const missed = `${writer(currency, format)(best.mae)} ${currency}`;
  return text.tested(text.methods[best.method], format.count(origins), missed, relative);
}

export function monthRows(
  months: readonly ForecastMonth[],
  currency: string,
  format: Format,
): readonly (readonly string[])[] {
  const write = writer(currency, format);
  return months.map(({ month, used, value, low80, high80, low95, high95 }) => [
    format.month(month),
    ...[used, value, low80, high80, low95, high95].map(write),
  ]);
}

export function errorRows({ errors }: UsageForecast, currency: string, format: Format): readonly (readonly string[])[] {
  const write = writer(currency, format);
  return errors.map(({ method, mae, relative }) => [
    text.methods[method],
    write(mae),
    Number.isNaN(relative) ? '' : format.percent(exactOf(relative), 0),
  ]);
}

/** Days of the past and of the future that the chart shows. */
const SHOWN = { past: 56, future: 42 } as const;

/** The last days as they were, and the next as they are expected. */
export function forecastTable(
  { series, forecast }: ForecastAnswer,
  name: string,
  currency: string,
  format: Format,
): SeriesTable {
  const figures: Figures = figuresOf(currency, true, format);
  const past = series.values.subarray(-SHOWN.past);
  const future = forecast?.days.subarray(0, SHOWN.future) ?? new Float64Array(0);
  const start = series.first + series.values.length - past.length;
  const days = Array.from({ length: past.length + future.length }, (_, at) => start + at);
  const line = (title: string, valueAt: (at: number) => number | undefined) => ({
    ...{ title, unit: figures.unit, additive: false, write: figures.write },
    values: days.map((_, at) => {
      const value = valueAt(at);
      return value === undefined ? undefined : exactOf(value);
    }),
  });
  /** Of the days to come: their values give or take a width. */
  const band = (title: string, width: Float64Array | undefined): Band => {
    const bound = (sign: 1 | -1) =>
      days.map((_, at) => {
        const value = future[at - past.length];
        const by = width?.[at - past.length];
        if (value === undefined || by === undefined) return undefined;
        return exactOf(forecast?.floored === true ? Math.max(0, value + sign * by) : value + sign * by);
      });
    return { title, around: 1, low: bound(-1), high: bound(1) };
  };
  return {
    ...{ title: text.chart.title(name), labelTitle: text.chart.day, course: true },
    bands: [band(text.chart.in80, forecast?.width80), band(text.chart.in95, forecast?.width95)],
    labels: days.map((day) => `${String(partsOfDay(day).date)} ${format.monthName(monthOfDay(day))}`),
    series: [
      line(text.chart.used, (at) => past[at]),
      line(text.chart.expected, (at) => (at < past.length ? undefined : future[at - past.length])),
    ],
  };
}
