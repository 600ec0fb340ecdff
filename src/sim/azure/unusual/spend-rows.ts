/** Lines of consumption by customer, and what each of its meters cost by day. */
import type { Day } from '../../../core/days.ts';
import { rowsOf } from '../model/index.ts';
import type { AmountColumn, Usage } from '../types.ts';
import type { MeterSeries } from './layers.ts';
import type { SpendScope } from './types.ts';

export interface CustomerRows {
  readonly customer: string;
  readonly rows: Uint32Array;
}

export interface SpendRows {
  readonly from: Day;
  readonly to: Day;
  readonly customers: readonly CustomerRows[];
}

/** Complete days only: later ones still fill, which would look like a fall. */
export function spendRows(usage: Usage, currency: string): SpendRows {
  const to = usage.facts.completeTo;
  const rows = rowsOf(usage, { filter: { currency, from: usage.facts.from, to }, measure: 'cost' });
  const { codes, values } = usage.dimensions.customer;
  const ends = new Uint32Array(values.length + 1);
  for (const row of rows) ends[(codes[row] ?? 0) + 1] = (ends[(codes[row] ?? 0) + 1] ?? 0) + 1;
  for (let code = 0; code < values.length; code++) ends[code + 1] = (ends[code + 1] ?? 0) + (ends[code] ?? 0);
  const sorted = new Uint32Array(rows.length);
  const next = ends.slice();
  for (const row of rows) {
    const code = codes[row] ?? 0;
    const place = next[code] ?? 0;
    sorted[place] = row;
    next[code] = place + 1;
  }
  const customers = values.flatMap((customer, code) => {
    const own = sorted.subarray(ends[code], ends[code + 1]);
    return own.length > 0 ? [{ customer, rows: own }] : [];
  });
  let [from, last] = [to, usage.facts.from];
  for (const row of rows) {
    const day = usage.days[row] ?? 0;
    if (day < from) from = day;
    if (day > last) last = day;
  }
  return { from, to: last, customers };
}

export function meterSeries(usage: Usage, { rows }: CustomerRows, from: Day, to: Day): readonly MeterSeries[] {
  const { category, meter } = usage.dimensions;
  const found = new Map<number, MeterSeries>();
  for (const row of rows) {
    const [own, other] = [category.codes[row] ?? 0, meter.codes[row] ?? 0];
    const key = own * meter.values.length + other;
    let series = found.get(key);
    if (!series) {
      const values = new Float64Array(to - from + 1).fill(NaN);
      series = { category: category.values[own] ?? '', meter: meter.values[other] ?? '', values };
      found.set(key, series);
    }
    addTo(series.values, (usage.days[row] ?? 0) - from, costAt(usage.cost, row));
  }
  return [...found.values()];
}

/** The lines of a customer that lie in a scope and between two days. */
export function scopedRows(
  { dimensions: { category, meter }, days }: Usage,
  { customer, rows }: CustomerRows,
  scope: SpendScope,
  from: Day = -Infinity,
  to: Day = Infinity,
): Uint32Array {
  if (scope.customer !== undefined && scope.customer !== customer) return rows.subarray(0, 0);
  const wantedCategory = scope.category === undefined ? -1 : category.values.indexOf(scope.category);
  const wantedMeter = scope.meter === undefined ? -1 : meter.values.indexOf(scope.meter);
  return rows.filter((row) => {
    const day = days[row] ?? 0;
    return (
      day >= from &&
      day <= to &&
      (wantedCategory < 0 || category.codes[row] === wantedCategory) &&
      (wantedMeter < 0 || meter.codes[row] === wantedMeter)
    );
  });
}

function addTo(values: Float64Array, at: number, cost: number): void {
  const before = values[at] ?? NaN;
  values[at] = Number.isNaN(before) ? cost : before + cost;
}

/** As a float: for statistics. */
export function costAt({ whole, nano, atto, beyond }: AmountColumn, row: number): number {
  const more = beyond.size > 0 ? Number(beyond.get(row) ?? 0) : 0;
  return (whole[row] ?? 0) + (nano[row] ?? 0) / 1e9 + (atto[row] ?? 0) / 1e18 + more;
}
