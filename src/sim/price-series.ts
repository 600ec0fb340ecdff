/** What a row of one term and plan costs on each day: segments between the days on which anything changes. */
import type { Day } from '../core/days.ts';
import { termMonths } from '../core/days.ts';
import { type Exact, divide, equals, fraction } from '../core/exact.ts';
import { minorDigits } from '../core/money.ts';
import type { FxShock, PriceChange } from '../core/scenario/scenario.ts';
import { applyPriceChanges, applyShocks, changesFor, shocksFor } from './price-changes.ts';
import { type Offer, type PriceRow, type TermPlan, isNewer } from './price-rows.ts';
import { remember } from './remember.ts';

/** A price per seat and month, exact in major units, with the row it came from. */
export interface UnitPrice {
  readonly cost: Exact;
  readonly erp: Exact;
  readonly row: PriceRow;
  /** Months of the term that the row prices. */
  readonly months: number;
  /** No row was in force on that day; the latest earlier one counts. */
  readonly carried: boolean;
  /** The same without the scenario's currency shocks; undefined: none has come. */
  readonly unshocked?: UnitPrice | undefined;
}

/** A price as it would be without the scenario's currency shocks. */
export function withoutShocks(price: UnitPrice): UnitPrice {
  return price.unshocked ?? price;
}

export interface PriceSegment {
  /** First day on which `price` counts; it does until the next segment. */
  readonly from: Day;
  readonly price: UnitPrice | undefined;
}

/** Segments in ascending order; before the first there is no price. */
export type PriceSeries = readonly PriceSegment[];

/** The last element whose `from` is not after the day. */
export function segmentAt<T extends { readonly from: Day }>(segments: readonly T[], day: Day): T | undefined {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const segment = segments[middle];
    if (segment !== undefined && segment.from <= day) low = middle + 1;
    else high = middle;
  }
  return segments[low - 1];
}

/** The row that counts on a day: in force in the newest list that has one, else the latest before it (carried forward). */
function rowOnDay(rows: readonly PriceRow[], day: Day): { row: PriceRow; carried: boolean } | undefined {
  let inForce: PriceRow | undefined;
  let earlier: PriceRow | undefined;
  for (const row of rows) {
    if (row.start > day) continue;
    if (row.end >= day && (inForce === undefined || beatsInForce(row, inForce))) inForce = row;
    if (earlier === undefined || beatsCarried(row, earlier)) earlier = row;
  }
  if (inForce) return { row: inForce, carried: false };
  return earlier && { row: earlier, carried: true };
}

function beatsInForce(row: PriceRow, best: PriceRow): boolean {
  if (row.list !== best.list) return isNewer(row.list, best.list);
  return row.end !== best.end ? row.end < best.end : row.start > best.start;
}

function beatsCarried(row: PriceRow, best: PriceRow): boolean {
  if (row.start !== best.start) return row.start > best.start;
  return row.list !== best.list ? isNewer(row.list, best.list) : row.end > best.end;
}

/**
 * The series of one term and plan of an offer, per seat and month, with the scenario's price changes applied, then
 * its currency shocks.
 * Empty when the lists hold no such row, or the term is none of P1M, P1Y, P3Y.
 */
export function priceSeries(
  offer: Offer,
  key: TermPlan,
  changes: readonly PriceChange[],
  allShocks: readonly FxShock[] = [],
): PriceSeries {
  const rows = offer.rows.get(key);
  const months = termMonths(key.slice(0, key.indexOf('/')));
  if (!rows || months === undefined) return [];
  const wanted = { changes: changesFor(changes, offer, key), shocks: shocksFor(allShocks, offer.currency) };
  const known = remember(knownOf(offer), key, (): KnownSeries[] => []);
  const before = known.find((one) => sameItems(one.changes, wanted.changes) && sameItems(one.shocks, wanted.shocks));
  if (before) return before.series;
  const series = madeSeries(rows, { key, months, offer, ...wanted });
  known.push({ ...wanted, series });
  // The plain one stays: what was paid is read from it under every scenario.
  if (known.length > MOST_KNOWN) known.splice(known.findIndex(isOfScenario), 1);
  return series;
}

/** Scenarios that are simulated one after the other mostly leave the same prices as they are. */
interface KnownSeries {
  readonly changes: readonly PriceChange[];
  readonly shocks: readonly FxShock[];
  readonly series: PriceSeries;
}

const MOST_KNOWN = 5;

function isOfScenario({ changes, shocks }: KnownSeries): boolean {
  return changes.length + shocks.length > 0;
}

const knownSeries = new WeakMap<Offer, Map<TermPlan, KnownSeries[]>>();

function knownOf(offer: Offer): Map<TermPlan, KnownSeries[]> {
  const known = knownSeries.get(offer) ?? new Map<TermPlan, KnownSeries[]>();
  knownSeries.set(offer, known);
  return known;
}

/** The same values, not only equal ones. */
function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}

function madeSeries(rows: readonly PriceRow[], context: Omit<PriceContext, 'from'>): PriceSeries {
  const { changes: relevant, shocks } = context;
  const days = new Set<Day>();
  for (const row of rows) days.add(row.start).add(row.end + 1);
  for (const { from } of [...relevant, ...shocks]) days.add(from);
  const series: PriceSegment[] = [];
  for (const from of [...days].sort((a, b) => a - b)) {
    const found = rowOnDay(rows, from);
    const price = found && unitPrice(found, { ...context, from });
    const last = series.at(-1)?.price;
    if (price && last && sameAs(price, last)) continue;
    if (price || last) series.push({ from, price });
  }
  return series;
}

interface PriceContext {
  readonly key: TermPlan;
  readonly months: number;
  readonly from: Day;
  readonly offer: Offer;
  readonly changes: readonly PriceChange[];
  readonly shocks: readonly FxShock[];
}

function unitPrice(found: { row: PriceRow; carried: boolean }, context: PriceContext): UnitPrice {
  const { row, carried } = found;
  const { months, shocks } = context;
  const rounding = {
    day: context.from,
    instalments: context.key.endsWith('/Monthly') ? months : 1,
    digits: minorDigits(context.offer.currency),
  };
  const listed = applyPriceChanges(row, context.offer, context.changes, rounding);
  const perMonth = ({ cost, erp }: { cost: Exact; erp: Exact }): UnitPrice => ({
    cost: divide(cost, fraction(months)),
    erp: divide(erp, fraction(months)),
    ...{ row, months, carried },
  });
  const unshocked = perMonth(listed);
  if (!shocks.some(({ from }) => from <= context.from)) return unshocked;
  return { ...perMonth(applyShocks(listed, shocks, rounding)), unshocked };
}

function sameAs(a: UnitPrice, b: UnitPrice): boolean {
  if (a.row !== b.row || a.carried !== b.carried || !equals(a.cost, b.cost) || !equals(a.erp, b.erp)) return false;
  return (a.unshocked ?? b.unshocked) === undefined || sameAs(withoutShocks(a), withoutShocks(b));
}
