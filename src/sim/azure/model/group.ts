/** Answers to questions about consumption: sums by one or two dimensions and by day or month, exact. */
import { type Day, monthOfDay } from '../../../core/days.ts';
import {
  type Exact,
  ONE,
  ZERO,
  add,
  divide,
  fraction,
  isZero,
  multiply,
  parseExact,
  subtract,
  toDecimal,
  toFloat,
} from '../../../core/exact.ts';
import { NO_DAY, type TextColumn } from '../../../core/table.ts';
import {
  type AmountColumn,
  REST,
  type Usage,
  type UsageDimension,
  type UsageGroups,
  type UsageMeasure,
  type UsageQuery,
} from '../types.ts';
import { GroupedAmounts } from './amounts.ts';
import { MOST_DIGITS } from './facts.ts';
import { tagColumn } from './tags.ts';

/** Groups that are told apart when a query names no other number. */
const MOST_GROUPS = 1000;
/** Digits of sums that a rate has divided. */
const DIVIDED_DIGITS = 18;

/** The groups of a query, the largest first, with a cell for each period that has rows. */
export function groupUsage(usage: Usage, query: UsageQuery): UsageGroups {
  const rows = rowsOf(usage, query);
  const sums = new MeasuredSums(usage, query);
  const { groupOf, texts } = groupsOf(usage, query.by, rows);
  const totals = sums.by(rows, groupOf, texts.length);
  const order = totals
    .map((total, group) => ({ group, size: Math.abs(toFloat(total)) }))
    .sort((a, b) => b.size - a.size || a.group - b.group);
  const most = query.top ?? MOST_GROUPS;
  const shown = order.slice(0, most);
  const placeOf = new Uint32Array(texts.length).fill(shown.length);
  for (const [place, { group }] of shown.entries()) placeOf[group] = place;
  const hasRest = order.length > shown.length;
  const names = shown.map(({ group }) => texts[group] ?? []);
  const groups = hasRest ? [...names, query.by.map(() => REST)] : names;
  const cells = cellsOf(usage, query, rows, { placeOf, groupOf, groups: groups.length }, sums);
  const total = totals.reduce((sum, one) => add(sum, one), ZERO);
  const rest = order.slice(most).reduce((sum, { group }) => add(sum, totals[group] ?? ZERO), ZERO);
  const shownTotals = shown.map(({ group }) => totals[group] ?? ZERO);
  return {
    groups,
    names: groups.map((group) => namesOf(usage, query.by, group)),
    totals: (hasRest ? [...shownTotals, rest] : shownTotals).map((one) => sums.text(one)),
    ...cells,
    sum: sums.text(total),
    units: unitsOf(usage.unit, rows),
  };
}

const MOST_UNITS = 10;

function unitsOf({ codes, values }: TextColumn, rows: Uint32Array): readonly string[] {
  const seen = new Set<number>();
  for (const row of rows) {
    seen.add(codes[row] ?? 0);
    if (seen.size === MOST_UNITS) break;
  }
  return [...seen].map((code) => values[code] ?? '').sort();
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

/** Only groups that occur have a number. */
function groupsOf(usage: Usage, by: readonly UsageDimension[], rows: Uint32Array): Grouping {
  const columns = by.map((dimension) => dimensionOf(usage, dimension));
  const [first, second] = columns;
  const groupOf = new Uint32Array(rows.length);
  if (!first) return { groupOf, texts: rows.length > 0 ? [[]] : [] };
  const width = second?.values.length ?? 1;
  const numberOf = new Map<number, number>();
  const texts: (readonly string[])[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const code = first.codes[row] ?? 0;
    const other = second?.codes[row] ?? 0;
    const key = code * width + other;
    let number = numberOf.get(key);
    if (number === undefined) {
      const text = first.values[code] ?? '';
      number = texts.push(second ? [text, second.values[other] ?? ''] : [text]) - 1;
      numberOf.set(key, number);
    }
    groupOf[at] = number;
  }
  return { groupOf, texts };
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
  sums: MeasuredSums,
): Pick<UsageGroups, 'group' | 'period' | 'value' | 'exact' | 'rows'> {
  const periodOf = periodsOf(usage.days, rows, period);
  const cellOf = new Uint32Array(rows.length);
  const counts = new Uint32Array(groups * periodOf.count);
  for (let at = 0; at < rows.length; at++) {
    const cell = (placeOf[groupOf[at] ?? 0] ?? 0) * periodOf.count + (periodOf.index[at] ?? 0);
    cellOf[at] = cell;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const found = sums.by(rows, cellOf, counts.length);
  const used = Uint32Array.from(counts.keys()).filter((cell) => (counts[cell] ?? 0) > 0);
  const exact = Array.from(used, (cell) => found[cell] ?? ZERO);
  return {
    group: used.map((cell) => Math.floor(cell / periodOf.count)),
    period: Int32Array.from(used, (cell) => (period ? periodOf.first + (cell % periodOf.count) : 0)),
    value: Float64Array.from(exact, toFloat),
    exact: exact.map((one) => sums.text(one)),
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

/** Sums of one measure. What the earned credit decides is summed for each of its rates, then divided once. */
class MeasuredSums {
  private readonly column: AmountColumn;
  private readonly measure: UsageMeasure;
  private readonly rates: readonly Exact[];
  /** By row: which rate it has. */
  private readonly rateOf: Uint8Array | undefined;
  private readonly markup: Exact;

  constructor(usage: Usage, { measure, markupPercent = '0' }: UsageQuery) {
    this.measure = measure;
    this.column = measure === 'quantity' ? usage.quantity : measure === 'priced' ? usage.priced : usage.cost;
    this.markup = add(ONE, divide(parseExact(markupPercent) ?? ZERO, fraction(100)));
    const isRated = measure === 'list' || measure === 'credit' || measure === 'retail';
    const rated = isRated ? ratesOf(usage.earnedPercent) : { rates: [ZERO], rateOf: undefined };
    this.rates = rated.rates;
    this.rateOf = rated.rateOf;
  }

  /** The sum of each group. */
  by(rows: Uint32Array, groupOf: Uint32Array, groups: number): readonly Exact[] {
    const width = this.rates.length;
    const sums = new GroupedAmounts(groups * width);
    const { column, rateOf } = this;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      sums.add((groupOf[at] ?? 0) * width + (rateOf ? (rateOf[row] ?? 0) : 0), column, row);
    }
    return Array.from({ length: groups }, (_, group) =>
      this.rates.reduce((sum, rate, place) => {
        const cost = sums.exact(group * width + place);
        return isZero(cost) ? sum : add(sum, this.measured(cost, rate));
      }, ZERO),
    );
  }

  /** cost is list less the earned credit. */
  private measured(cost: Exact, rate: Exact): Exact {
    if (!this.rateOf) return cost;
    const list = divide(cost, subtract(ONE, rate));
    if (this.measure === 'credit') return subtract(list, cost);
    return this.measure === 'retail' ? multiply(list, this.markup) : list;
  }

  text(value: Exact): string {
    return toDecimal(value, 0, this.rateOf ? DIVIDED_DIGITS : MOST_DIGITS);
  }
}

const MOST_RATES = 250;
const knownRates = new WeakMap<Float64Array, ReturnType<typeof readRates>>();

/** Rates of earned credit as shares below 1; a line that says none has none. */
function ratesOf(percents: Float64Array): { readonly rates: readonly Exact[]; readonly rateOf: Uint8Array } {
  const known = knownRates.get(percents) ?? readRates(percents);
  knownRates.set(percents, known);
  return known;
}

function readRates(percents: Float64Array): { readonly rates: readonly Exact[]; readonly rateOf: Uint8Array } {
  const rates: Exact[] = [ZERO];
  const placeOf = new Map<number, number>([[0, 0]]);
  const rateOf = new Uint8Array(percents.length);
  for (let row = 0; row < percents.length; row++) {
    const percent = percents[row] ?? NaN;
    if (!(percent > 0 && percent < 100)) continue;
    let place = placeOf.get(percent);
    if (place === undefined && rates.length < MOST_RATES) {
      place = rates.push(divide(parseExact(String(percent)) ?? ZERO, fraction(100))) - 1;
      placeOf.set(percent, place);
    }
    rateOf[row] = place ?? 0;
  }
  return { rates, rateOf };
}
