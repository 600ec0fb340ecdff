/** What is known of consumption as a whole: sources, what gave way to what, totals, days. */
import type { Dataset } from '../../../core/schema/dataset.ts';
import { NO_DAY, type TextColumn } from '../../../core/table.ts';
import { type AmountColumn, USAGE_DIMENSIONS, type Usage, type UsageFacts, type UsageReplacement } from '../types.ts';
import { GroupedAmounts } from './amounts.ts';
import type { Overlap } from './overlap.ts';
import { tagKeysOf } from './tags.ts';

/** All rows, those that do not count too. */
export interface AllRows {
  readonly rows: number;
  readonly days: Int32Array;
  readonly source: Uint16Array;
  readonly cost: AmountColumn;
  readonly codes: { readonly billingCurrency: Uint32Array };
  readonly texts: { readonly billingCurrency: { readonly values: readonly string[] } };
}

/** Days that usage may still move after the newest day of a file: unbilled days lag a day and a half. */
const LAG_DAYS = 2;

export function factsOf(
  usage: Omit<Usage, 'facts'>,
  all: AllRows,
  overlap: Overlap,
  datasets: readonly Pick<Dataset, 'id' | 'file' | 'kind' | 'table'>[],
): UsageFacts {
  const [from, to] = range(usage.days);
  const counted = new Uint32Array(datasets.length);
  for (const source of usage.source) counted[source] = (counted[source] ?? 0) + 1;
  const ranges = rangesBySource(all, datasets.length);
  return {
    sources: datasets.map(({ id, file, kind, table }, index) => ({
      ...{ dataset: id, file, kind, rows: table.rows, counted: counted[index] ?? 0 },
      ...(ranges[index] ?? { from, to }),
    })),
    replaced: replacements(all, overlap),
    totals: totalsOf(usage.billingCurrency, usage.cost),
    currencies: byRows(usage.billingCurrency),
    from,
    to,
    completeTo: completeTo(usage, to),
    counts: Object.fromEntries(USAGE_DIMENSIONS.map((name) => [name, distinct(usage.dimensions[name])])),
    tagKeys: tagKeysOf(usage.tags),
  };
}

function range(days: Int32Array): readonly [number, number] {
  let [from, to] = [Infinity, -Infinity];
  for (const day of days) {
    if (day === NO_DAY) continue;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return from > to ? [0, 0] : [from, to];
}

function rangesBySource({ days, source }: AllRows, count: number): readonly { from: number; to: number }[] {
  const ranges = Array.from({ length: count }, () => ({ from: Infinity, to: -Infinity }));
  for (let row = 0; row < days.length; row++) {
    const own = ranges[source[row] ?? 0];
    const day = days[row] ?? NO_DAY;
    if (!own || day === NO_DAY) continue;
    own.from = Math.min(own.from, day);
    own.to = Math.max(own.to, day);
  }
  return ranges.map((own) => (own.from > own.to ? { from: 0, to: 0 } : own));
}

/** One entry for each file, winner and reason, in the order of the files. */
function replacements(all: AllRows, { counts, by, reason }: Overlap): readonly UsageReplacement[] {
  interface Found {
    readonly entry: Omit<UsageReplacement, 'rows' | 'from' | 'to' | 'cost'>;
    readonly rows: number[];
  }
  const found = new Map<string, Found>();
  for (let row = 0; row < all.rows; row++) {
    if (counts[row] === 1) continue;
    const entry = { source: all.source[row] ?? 0, by: by[row] ?? 0, reason: reason[row] ?? 'newer' } as const;
    const key = `${String(entry.source)} ${String(entry.by)} ${entry.reason}`;
    const known = found.get(key) ?? { entry, rows: [] };
    known.rows.push(row);
    found.set(key, known);
  }
  return [...found.values()].map(({ entry, rows }) => {
    const [from, to] = range(Int32Array.from(rows, (row) => all.days[row] ?? NO_DAY));
    const { values } = all.texts.billingCurrency;
    const sums = new GroupedAmounts(values.length);
    for (const row of rows) sums.add(all.codes.billingCurrency[row] ?? 0, all.cost, row);
    const currencies = new Set(rows.map((row) => all.codes.billingCurrency[row] ?? 0));
    const cost = Object.fromEntries([...currencies].map((code) => [values[code] ?? '', sums.text([code])]));
    return { ...entry, rows: rows.length, from, to, cost };
  });
}

function totalsOf({ codes, values }: TextColumn, cost: AmountColumn): Readonly<Record<string, string>> {
  const sums = new GroupedAmounts(values.length);
  const used = new Set<number>();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    sums.add(code, cost, row);
    used.add(code);
  }
  return Object.fromEntries([...used].map((code) => [values[code] ?? '', sums.text([code])]));
}

function byRows({ codes, values }: TextColumn): readonly string[] {
  const rows = new Uint32Array(values.length);
  for (const code of codes) rows[code] = (rows[code] ?? 0) + 1;
  return values
    .map((value, code) => ({ value, rows: rows[code] ?? 0 }))
    .filter((one) => one.rows > 0)
    .sort((a, b) => b.rows - a.rows)
    .map(({ value }) => value);
}

function distinct({ codes, values }: TextColumn): number {
  const seen = new Uint8Array(values.length);
  for (const code of codes) seen[code] = 1;
  return seen.reduce((sum, one) => sum + one, 0);
}

/** Billed days are complete; unbilled ones may still fill for some days before the newest. */
function completeTo({ days, unbilled }: Pick<Usage, 'days' | 'unbilled'>, to: number): number {
  let billedTo = -Infinity;
  let isOpen = false;
  for (let row = 0; row < days.length; row++) {
    const day = days[row] ?? NO_DAY;
    if (unbilled[row] !== 1) billedTo = Math.max(billedTo, day);
    else if (day > to - LAG_DAYS) isOpen = true;
  }
  return isOpen ? Math.max(billedTo, to - LAG_DAYS) : to;
}
