/** Which SKUs are EST SKUs, and of which base: by title, else a silent twin whose price proves it, else the user's word. */
import { compare, divide, fraction, multiply, subtract, toDecimal } from '../core/exact.ts';
import { compareCodeUnits } from '../core/compare-text.ts';
import { productKey, skuKey } from '../core/ids.ts';
import { minorDigits } from '../core/money.ts';
import type { TwinDecision } from '../core/scenario/scenario.ts';
import { type Offer, type PriceList, type PriceRow } from './price-rows.ts';
import type { TwinCandidate } from './types.ts';

export interface EstMapping {
  /** The base of an EST offer by the offer's index; undefined: an EST SKU whose base is in no list. */
  readonly baseOf: ReadonlyMap<number, Offer | undefined>;
  /** The EST offer of a base by the base's index. */
  readonly estOf: ReadonlyMap<number, Offer>;
  readonly candidates: readonly TwinCandidate[];
}

const EST_TITLE = /\s*-?\s*Extended Service Terms?/i;
const MONTHLY = 'P1M/Monthly';

function titleKey(title: string): string {
  return title.trim().replace(/\s+/g, ' ').toLowerCase();
}

function isSilentShape(offer: Offer): boolean {
  return offer.rows.size === 1 && offer.rows.has(MONTHLY);
}

function hasAnnual(offer: Offer): boolean {
  return offer.rows.has('P1Y/Annual') || offer.rows.has('P1Y/Monthly');
}

/** Decides the mapping once, before scenario price changes. `twins` holds the user's word on candidates. */
export function mapEstOffers(offers: Iterable<Offer>, twins: readonly TwinDecision[]): EstMapping {
  const baseOf = new Map<number, Offer | undefined>();
  const estOf = new Map<number, Offer>();
  const candidates: TwinCandidate[] = [];
  for (const group of groupOffers(offers).values()) {
    for (const offer of group) {
      const found = EST_TITLE.test(offer.title) ? byTitle(offer, group) : bySilence(offer, group, twins);
      if (found === undefined) continue;
      if (found.candidate) candidates.push(found.candidate);
      if (!found.isEst) continue;
      baseOf.set(offer.index, found.base);
      if (found.base && !estOf.has(found.base.index)) estOf.set(found.base.index, offer);
    }
  }
  candidates.sort((a, b) => compareCodeUnits(candidateKey(a), candidateKey(b)));
  return { baseOf, estOf, candidates };
}

function candidateKey({ productId, skuId, segment, market, currency }: TwinCandidate): string {
  return [productId, skuId, segment, market, currency].join('|');
}

function groupOffers(offers: Iterable<Offer>): Map<string, Offer[]> {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) {
    const key = `${productKey(offer.productId)}|${offer.segment}|${offer.market}|${offer.currency}`.toLowerCase();
    const group = groups.get(key);
    if (group) group.push(offer);
    else groups.set(key, [offer]);
  }
  for (const group of groups.values()) group.sort((a, b) => compareCodeUnits(a.sku, b.sku));
  return groups;
}

interface Found {
  readonly isEst: boolean;
  readonly base: Offer | undefined;
  readonly candidate?: TwinCandidate;
}

function byTitle(offer: Offer, group: readonly Offer[]): Found {
  const wanted = titleKey(offer.title.replace(EST_TITLE, ''));
  const bases = group.filter((other) => other !== offer && titleKey(other.title) === wanted);
  return { isEst: true, base: bases.find(hasAnnual) ?? bases.find((base) => !isSilentShape(base)) ?? bases[0] };
}

function bySilence(offer: Offer, group: readonly Offer[], twins: readonly TwinDecision[]): Found | undefined {
  if (!isSilentShape(offer)) return undefined;
  const title = titleKey(offer.title);
  const bases = group.filter((other) => other !== offer && titleKey(other.title) === title && hasAnnual(other));
  const proven = bases.find((base) => provesUplift(offer, base));
  const base = proven ?? bases[0];
  if (!base) return undefined;
  const said = twins.find((twin) => isAbout(twin, offer));
  const isEst = said ? said.isEst : proven !== undefined;
  return proven ? { isEst, base } : { isEst, base, candidate: candidateOf(offer, base) };
}

function isAbout(twin: TwinDecision, offer: Offer): boolean {
  return (
    productKey(twin.productId) === productKey(offer.productId) &&
    skuKey(twin.skuId) === offer.sku &&
    twin.segment.toLowerCase() === offer.segment.toLowerCase()
  );
}

/** The latest row of each list. */
function latestRows(rows: readonly PriceRow[] | undefined): ReadonlyMap<PriceList, PriceRow> {
  const latest = new Map<PriceList, PriceRow>();
  for (const row of rows ?? []) {
    const known = latest.get(row.list);
    if (!known || row.start > known.start) latest.set(row.list, row);
  }
  return latest;
}

const UPLIFT = fraction(103, 100);

/** In any one list: cost = 1.03 × the base's monthly cost, give or take one minor unit. */
function provesUplift(offer: Offer, base: Offer): boolean {
  const unit = fraction(1, 10 ** minorDigits(offer.currency));
  const baseRows = latestRows(base.rows.get(MONTHLY));
  for (const [list, row] of latestRows(offer.rows.get(MONTHLY))) {
    const monthly = baseRows.get(list);
    if (!monthly) continue;
    const gap = subtract(row.cost, multiply(monthly.cost, UPLIFT));
    if (compare(gap, unit) <= 0 && compare(gap, fraction(-unit.n, unit.d)) >= 0) return true;
  }
  return false;
}

function candidateOf(offer: Offer, base: Offer): TwinCandidate {
  const baseRows = latestRows(base.rows.get(MONTHLY));
  let ratio = '';
  for (const [list, row] of latestRows(offer.rows.get(MONTHLY))) {
    const monthly = baseRows.get(list);
    if (monthly && monthly.cost.n !== 0n) ratio = toDecimal(divide(row.cost, monthly.cost), 4, 4);
  }
  const { productId, skuId, segment, market, currency, title } = offer;
  return { productId, skuId, baseSkuId: base.skuId, skuTitle: title, segment, market, currency, ratio };
}
