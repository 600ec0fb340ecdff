/** Answers to questions about consumption: sums by one or two dimensions and by day or month, exact. */
import { type Day, monthOfDay } from '../../../core/days.ts';
import { NO_DAY, type TextColumn } from '../../../core/table.ts';
import { REST, type Usage, type UsageDimension, type UsageGroups, type UsageQuery } from '../types.ts';
import { type GroupSums, MeasuredSums } from './measured.ts';
import { tagColumn } from './tags.ts';

/** Groups that are told apart when a query names no other number. */
const MOST_GROUPS = 1000;

/** The groups of a query, the largest first, with a cell for each period that has rows. */
export function groupUsage(usage: Usage, query: UsageQuery): UsageGroups {
  const rows = rowsOf(usage, query);
  const measured = new MeasuredSums(usage, query);
  const { groupOf, texts } = groupsOf(usage, query.by, rows);
  const totals = measured.by(rows, groupOf, texts.length);
  const order = texts
    .map((_, group) => ({ group, size: Math.abs(totals.float(group)) }))
    .sort((a, b) => b.size - a.size || a.group - b.group)
    .map(({ group }) => group);
  const most = query.top ?? MOST_GROUPS;
  const [shown, folded] = [order.slice(0, most), order.slice(most)];
  const placeOf = new Uint32Array(texts.length).fill(shown.length);
  for (const [place, group] of shown.entries()) placeOf[group] = place;
  const names = shown.map((group) => texts[group] ?? []);
  const groups = folded.length > 0 ? [...names, query.by.map(() => REST)] : names;
  const shownTotals = shown.map((group) => totals.text([group]));
  return {
    groups,
    names: groups.map((group) => namesOf(usage, query.by, group)),
    totals: folded.length > 0 ? [...shownTotals, totals.text(folded)] : shownTotals,
    ...(query.period || folded.length > 0
      ? cellsOf(usage, query, rows, { placeOf, groupOf, groups: groups.length }, measured)
      : wholeCells(totals, order, groupOf)),
    sum: totals.text(order),
    units: unitsOf(usage.unit, rows),
  };
}

const MOST_UNITS = 10;

function unitsOf({ codes, values }: TextColumn, rows: Uint32Array): readonly string[] {
  const seen = new Uint8Array(values.length);
  for (const row of rows) seen[codes[row] ?? 0] = 1;
  return values
    .filter((_, code) => seen[code] === 1)
    .sort()
    .slice(0, MOST_UNITS);
}

function namesOf({ names }: Usage, by: readonly UsageDimension[], group: readonly string[]): readonly string[] {
  return group.map((text, at) => {
    const isId = by[at] === 'customer' || by[at] === 'subscription';
    return isId ? (names.get(text.toLowerCase()) ?? text) : text;
  });
}

/** Rows that pass the filter. */
export function rowsOf(usage: Usage, { filter, measure }: Pick<UsageQuery, 'filter' | 'measure'>): Uint32Array {
  const { codes, values } = measure === 'priced' ? usage.pricingCurrency : usage.billingCurrency;
  const wanted = values.indexOf(filter.currency);
  const { from = -Infinity, to = Infinity } = filter;
  const tests = [...(filter.only ?? [])].map(([dimension, texts]) => testOf(dimensionOf(usage, dimension), texts));
  const rows = new Uint32Array(usage.rows);
  let length = 0;
  for (let row = 0; row < usage.rows; row++) {
    const day = usage.days[row] ?? NO_DAY;
    if (codes[row] !== wanted || day < from || day > to) continue;
    if (tests.every(({ codes: own, allowed }) => allowed[own[row] ?? 0] === 1)) rows[length++] = row;
  }
  return rows.subarray(0, length);
}

function testOf(
  { codes, values }: TextColumn,
  texts: ReadonlySet<string>,
): { codes: Uint32Array; allowed: Uint8Array } {
  return { codes, allowed: Uint8Array.from(values, (value) => (texts.has(value) ? 1 : 0)) };
}

const tagColumns = new WeakMap<Usage, Map<string, TextColumn>>();

/** The texts of a dimension; tags are read once for each key. */
export function dimensionOf(usage: Usage, dimension: UsageDimension): TextColumn {
  if (!isTag(dimension)) return usage.dimensions[dimension];
  const known = tagColumns.get(usage) ?? new Map<string, TextColumn>();
  tagColumns.set(usage, known);
  const column = known.get(dimension) ?? tagColumn(usage.tags, dimension.slice('tag:'.length));
  known.set(dimension, column);
  return column;
}

function isTag(dimension: UsageDimension): dimension is `tag:${string}` {
  return dimension.startsWith('tag:');
}

interface Grouping {
  /** By place in `rows`. */
  readonly groupOf: Uint32Array;
  readonly texts: readonly (readonly string[])[];
}

/** Pairs of texts beyond are told apart by a map: slower, and no room for all of them is needed. */
const MOST_PAIRS = 4_000_000;

/** Only groups that occur have a number. */
function groupsOf(usage: Usage, by: readonly UsageDimension[], rows: Uint32Array): Grouping {
  const [first, second] = by.map((dimension) => dimensionOf(usage, dimension));
  const groupOf = new Uint32Array(rows.length);
  if (!first) return { groupOf, texts: rows.length > 0 ? [[]] : [] };
  const width = second?.values.length ?? 1;
  const numbers = numbersFor(first.values.length * width);
  const texts: (readonly string[])[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const code = first.codes[row] ?? 0;
    const other = second ? (second.codes[row] ?? 0) : 0;
    const key = code * width + other;
    let number = numbers.get(key);
    if (number < 0) {
      const text = first.values[code] ?? '';
      number = texts.push(second ? [text, second.values[other] ?? ''] : [text]) - 1;
      numbers.set(key, number);
    }
    groupOf[at] = number;
  }
  return { groupOf, texts };
}

/** The number of each pair of codes; -1: none yet. */
function numbersFor(pairs: number): {
  readonly get: (key: number) => number;
  readonly set: (key: number, value: number) => void;
} {
  if (pairs > MOST_PAIRS) {
    const known = new Map<number, number>();
    return { get: (key) => known.get(key) ?? -1, set: (key, value) => known.set(key, value) };
  }
  const known = new Int32Array(pairs).fill(-1);
  return {
    get: (key) => known[key] ?? -1,
    set: (key, value) => {
      known[key] = value;
    },
  };
}

type Cells = Pick<UsageGroups, 'group' | 'period' | 'value' | 'exact' | 'rows'>;

/** Groups that are shown whole, without periods. */
function wholeCells(totals: GroupSums, order: readonly number[], groupOf: Uint32Array): Cells {
  const counts = new Uint32Array(order.length);
  for (const group of groupOf) counts[group] = (counts[group] ?? 0) + 1;
  return {
    group: Uint32Array.from(order.keys()),
    period: new Int32Array(order.length),
    value: Float64Array.from(order, (group) => totals.float(group)),
    exact: order.map((group) => totals.text([group])),
    rows: Uint32Array.from(order, (group) => counts[group] ?? 0),
  };
}

interface Placing extends Pick<Grouping, 'groupOf'> {
  /** Place of each group among those that are given back. */
  readonly placeOf: Uint32Array;
  readonly groups: number;
}

function cellsOf(
  usage: Usage,
  { period }: UsageQuery,
  rows: Uint32Array,
  { placeOf, groupOf, groups }: Placing,
  measured: MeasuredSums,
): Cells {
  const periodOf = periodsOf(usage.days, rows, period);
  const cellOf = new Uint32Array(rows.length);
  const counts = new Uint32Array(groups * periodOf.count);
  for (let at = 0; at < rows.length; at++) {
    const cell = (placeOf[groupOf[at] ?? 0] ?? 0) * periodOf.count + (periodOf.index[at] ?? 0);
    cellOf[at] = cell;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const found = measured.by(rows, cellOf, counts.length);
  const used = Uint32Array.from(counts.keys()).filter((cell) => (counts[cell] ?? 0) > 0);
  return {
    group: used.map((cell) => Math.floor(cell / periodOf.count)),
    period: Int32Array.from(used, (cell) => (period ? periodOf.first + (cell % periodOf.count) : 0)),
    value: Float64Array.from(used, (cell) => found.float(cell)),
    exact: Array.from(used, (cell) => found.text([cell])),
    rows: used.map((cell) => counts[cell] ?? 0),
  };
}

interface Periods {
  readonly first: number;
  readonly count: number;
  /** By place in the rows. */
  readonly index: Uint32Array;
}

function periodsOf(days: Int32Array, rows: Uint32Array, period: UsageQuery['period']): Periods {
  const index = new Uint32Array(rows.length);
  if (!period || rows.length === 0) return { first: 0, count: 1, index };
  const of = (day: Day): number => (period === 'day' ? day : monthOfDay(day));
  let [from, to] = [Infinity, -Infinity];
  for (const row of rows) {
    const day = days[row] ?? 0;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  const first = of(from);
  const place = Uint32Array.from({ length: to - from + 1 }, (_, offset) => of(from + offset) - first);
  for (let at = 0; at < rows.length; at++) index[at] = place[(days[rows[at] ?? 0] ?? 0) - from] ?? 0;
  return { first, count: of(to) - first + 1, index };
}
