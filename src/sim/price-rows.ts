/** Price-list rows as the engine reads them: one `Offer` per product, SKU, segment, market and currency. */
import type { Day } from '../core/days.ts';
import type { Exact } from '../core/exact.ts';
import { productKey, skuKey } from '../core/ids.ts';
import { type Dataset, TERM_PRICE_KINDS } from '../core/schema/dataset.ts';
import { type Column, NO_DAY, SOURCE_ROW, countAt, exactAt, textAt } from '../core/table.ts';

/** One imported price list. */
export interface PriceList {
  readonly file: string;
  /** The latest effective start in it, or what the user corrected it to. */
  readonly date: Day;
  /** Import order: on a tie of dates the later import is the newer list. */
  readonly order: number;
}

/** One row of a price list: prices of the whole term per seat. */
export interface PriceRow {
  readonly list: PriceList;
  /** Line in the source file. */
  readonly line: number;
  readonly title: string;
  readonly start: Day;
  readonly end: Day;
  readonly cost: Exact;
  readonly erp: Exact;
}

/** A term and plan as in `P1Y/Monthly`. */
export type TermPlan = string;

/** Everything the lists say about one SKU in one segment, market and currency. */
export interface Offer {
  readonly index: number;
  readonly productId: string;
  /** As matched: upper case, padded. */
  readonly sku: string;
  /** As it came in the newest list. */
  readonly skuId: string;
  readonly segment: string;
  readonly market: string;
  readonly currency: string;
  /** Title in the newest list. */
  readonly title: string;
  readonly rows: ReadonlyMap<TermPlan, readonly PriceRow[]>;
}

export interface OfferKey {
  readonly productId: string;
  readonly skuId: string;
  readonly segment: string;
  readonly market: string;
  readonly currency: string;
}

/** The text by which an offer is found; ids are normalised, the rest compared without case. */
export function offerKey(key: OfferKey): string {
  const rest = `${key.segment}|${key.market}|${key.currency}`.toLowerCase();
  return `${productKey(key.productId)}|${skuKey(key.skuId)}|${rest}`;
}

/** `P1Y/Monthly` from the two cells. */
export function termPlan(term: string, plan: string): TermPlan {
  return `${term}/${plan}`;
}

/** True when `a` is the newer list (R-046, spec §2). */
export function isNewer(a: PriceList, b: PriceList): boolean {
  return a.date !== b.date ? a.date > b.date : a.order > b.order;
}

interface MutableOffer extends Omit<Offer, 'rows'> {
  title: string;
  skuId: string;
  newest: PriceList;
  rows: Map<TermPlan, PriceRow[]>;
}

/** All offers of the imported price lists by `offerKey`. */
export function readOffers(datasets: readonly Dataset[]): ReadonlyMap<string, Offer> {
  const offers = new Map<string, MutableOffer>();
  for (const dataset of datasets) {
    if (TERM_PRICE_KINDS.has(dataset.kind)) readList(dataset, offers);
  }
  return offers;
}

export function latestStart(starts: Column | undefined): Day {
  let latest = NO_DAY;
  if (starts?.kind === 'day') for (const day of starts.days) if (day > latest) latest = day;
  return latest;
}

function readList(dataset: Dataset, offers: Map<string, MutableOffer>): void {
  const { columns, rows } = dataset.table;
  const column = (name: string): Column | undefined => columns.get(name);
  const text = (name: string, row: number): string => textAt(column(name), row);
  const starts = column('effectiveStart');
  const ends = column('effectiveEnd');
  const list: PriceList = {
    file: dataset.file,
    date: dataset.listDate ?? latestStart(starts),
    order: dataset.order,
  };
  for (let row = 0; row < rows; row++) {
    const cost = exactAt(column('unitPrice'), row);
    const erp = exactAt(column('erpPrice'), row);
    if (cost === undefined || erp === undefined) continue;
    const offer = offerOf(offers, list, {
      productId: text('productId', row),
      skuId: text('skuId', row),
      segment: text('segment', row),
      market: text('market', row),
      currency: text('currency', row),
    });
    const title = text('skuTitle', row);
    if (!isNewer(offer.newest, list)) Object.assign(offer, { title, skuId: text('skuId', row), newest: list });
    const key = termPlan(text('termDuration', row), text('billingPlan', row));
    const start = starts?.kind === 'day' ? (starts.days[row] ?? NO_DAY) : NO_DAY;
    const end = ends?.kind === 'day' ? (ends.days[row] ?? NO_DAY) : NO_DAY;
    const line = countAt(column(SOURCE_ROW), row) ?? row + 2;
    const found = offer.rows.get(key);
    const priced = { list, line, title, start, end: end === NO_DAY ? OPEN_END : end, cost, erp };
    if (found) found.push(priced);
    else offer.rows.set(key, [priced]);
  }
}

/** 9999-12-31: a row without an end date runs on. */
const OPEN_END: Day = 2_932_896;

function offerOf(offers: Map<string, MutableOffer>, list: PriceList, key: OfferKey): MutableOffer {
  const id = offerKey(key);
  const known = offers.get(id);
  if (known) return known;
  const offer: MutableOffer = {
    index: offers.size,
    productId: key.productId,
    sku: skuKey(key.skuId),
    skuId: key.skuId,
    segment: key.segment,
    market: key.market,
    currency: key.currency,
    title: '',
    newest: list,
    rows: new Map(),
  };
  offers.set(id, offer);
  return offer;
}
