/** The days of a scope's consumption, exact and as floats, with their forecast: made once for each state of the files. */
import type { AzureBudget } from '../../../core/scenario/azure.ts';
import type { Day } from '../../../core/days.ts';
import { forecastUsage } from '../forecast/forecast.ts';
import type { UsageForecast } from '../forecast/types.ts';
import { MeasuredSums } from '../model/measured.ts';
import { scopeRows } from '../model/index.ts';
import type { Usage } from '../types.ts';

export interface ScopeDays {
  /** Rows in the currency. */
  readonly rows: number;
  /** Other billing currencies that the scope has. */
  readonly elsewhere: readonly string[];
  readonly first: Day;
  /** Sums of each day, to the last that the files have. */
  readonly values: Float64Array;
  /** Exact sum of days, both inclusive, as decimal text. */
  readonly sum: (from: Day, to: Day) => string;
  /** From the day after the last complete one, to the end of the month after it. */
  readonly forecast: UsageForecast | undefined;
}

type Watched = Pick<AzureBudget, 'match' | 'currency' | 'at'>;

/** Scopes that are kept: their days are few numbers, whatever the number of rows. */
const MOST_KEPT = 2000;
const known = new WeakMap<Usage, Map<string, ScopeDays>>();

/** @param markupPercent on the cost before the earned credit, for what is watched at the price of sale */
export function scopeDays(usage: Usage, { match, currency, at }: Watched, markupPercent: string): ScopeDays {
  const kept = known.get(usage) ?? new Map<string, ScopeDays>();
  known.set(usage, kept);
  const { customerId, subscriptionId, resourceGroup, category, meter, tag } = match;
  const scope = [customerId, subscriptionId, resourceGroup, category, meter, tag?.key, tag?.value];
  const key = JSON.stringify([...scope.map((text) => text ?? null), currency, at === 'sell' ? markupPercent : null]);
  const found = kept.get(key) ?? make(usage, { match, currency, at }, markupPercent);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, found);
  return found;
}

function make(usage: Usage, { match, currency, at }: Watched, markupPercent: string): ScopeDays {
  const inside = scopeRows(usage, match);
  const { rows, elsewhere } = rowsIn(usage, inside, currency);
  const { to, completeTo } = usage.facts;
  let first: Day = to + 1;
  for (const row of rows) first = Math.min(first, usage.days[row] ?? first);
  const count = to + 1 - first;
  const measure = at === 'sell' ? 'retail' : 'cost';
  const measured = new MeasuredSums(usage, { filter: { currency }, by: [], measure, markupPercent });
  const dayOf = Uint32Array.from(rows, (row) => (usage.days[row] ?? first) - first);
  const sums = measured.by(rows, dayOf, count);
  const values = Float64Array.from({ length: count }, (_, day) => sums.float(day));
  const complete = values.subarray(0, Math.max(0, completeTo + 1 - first));
  return {
    rows: rows.length,
    elsewhere,
    first,
    values,
    sum: (from, last) => {
      const start = Math.max(from - first, 0);
      const length = Math.max(0, Math.min(last - first + 1, count) - start);
      return sums.text(Array.from({ length }, (_, offset) => start + offset));
    },
    forecast: forecastUsage(complete, first, 1),
  };
}

function rowsIn(
  { billingCurrency: { codes, values }, rows: all }: Usage,
  inside: Uint8Array,
  currency: string,
): { readonly rows: Uint32Array; readonly elsewhere: readonly string[] } {
  const wanted = values.indexOf(currency);
  const seen = new Uint8Array(values.length);
  const rows = new Uint32Array(all);
  let length = 0;
  for (let row = 0; row < all; row++) {
    if (inside[row] !== 1) continue;
    const code = codes[row] ?? 0;
    seen[code] = 1;
    if (code === wanted) rows[length++] = row;
  }
  return {
    rows: rows.subarray(0, length),
    elsewhere: values.filter((_, code) => seen[code] === 1 && code !== wanted).sort(),
  };
}
