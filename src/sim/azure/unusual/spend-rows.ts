/** Lines of consumption by customer, and what each of its meters cost by day. */
import type { Day } from '../../../core/days.ts';
import { rowsOf } from '../model/index.ts';
import type { AmountColumn, Usage } from '../types.ts';
import type { MeterSeries } from './layers.ts';
import type { SpendScope } from './types.ts';

export interface CustomerRows {
  readonly customer: string;
  /** By day. */
  readonly rows: Uint32Array;
}

export interface SpendRows {
  readonly from: Day;
  readonly to: Day;
  readonly customers: readonly CustomerRows[];
}

/** Complete days only: later ones still fill, which would look like a fall. */
export function spendRows(usage: Usage, currency: string): SpendRows {
  const { from: start, completeTo } = usage.facts;
  const rows = rowsOf(usage, { filter: { currency, from: start, to: completeTo }, measure: 'cost' });
  const { codes, values } = usage.dimensions.customer;
  const byDay = sortedBy(rows, (row) => (usage.days[row] ?? 0) - start, completeTo - start + 1);
  const { sorted, ends } = sortedBy(byDay.sorted, (row) => codes[row] ?? 0, values.length);
  const customers = values.flatMap((customer, code) => {
    const own = sorted.subarray(code === 0 ? 0 : ends[code - 1], ends[code]);
    return own.length > 0 ? [{ customer, rows: own }] : [];
  });
  const dayAt = (at: number): Day => usage.days[byDay.sorted[at] ?? 0] ?? 0;
  return rows.length === 0
    ? { from: completeTo, to: completeTo, customers }
    : { from: dayAt(0), to: dayAt(rows.length - 1), customers };
}

/** Rows by a small whole number, equal ones as they were (counting sort); where each number's rows end. */
function sortedBy(rows: Uint32Array, keyOf: (row: number) => number, keys: number) {
  const next = new Uint32Array(keys + 1);
  for (const row of rows) next[keyOf(row) + 1] = (next[keyOf(row) + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const place = next[key] ?? 0;
    sorted[place] = row;
    next[key] = place + 1;
  }
  return { sorted, ends: next };
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

/** The lines of a customer that lie in a scope and between two days, the last included. */
export function scopedRows(
  { dimensions: { category, meter }, days }: Usage,
  { customer, rows }: CustomerRows,
  scope: SpendScope,
  { first, last }: { readonly first: Day; readonly last: Day },
): Uint32Array {
  if (scope.customer !== undefined && scope.customer !== customer) return rows.subarray(0, 0);
  const wantedCategory = scope.category === undefined ? -1 : category.values.indexOf(scope.category);
  const wantedMeter = scope.meter === undefined ? -1 : meter.values.indexOf(scope.meter);
  const between = rows.subarray(placeOfDay(rows, days, first), placeOfDay(rows, days, last + 1));
  return between.filter(
    (row) =>
      (wantedCategory < 0 || category.codes[row] === wantedCategory) &&
      (wantedMeter < 0 || meter.codes[row] === wantedMeter),
  );
}

/** The first place whose row is of a day or later. */
function placeOfDay(rows: Uint32Array, days: Int32Array, day: Day): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[rows[middle] ?? 0] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
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
