/** A scenario's price changes, applied in order to the whole-term price of a row (spec §2). */
import type { Day } from '../core/days.ts';
import { type Exact, add, divide, fraction, multiply, parseExact } from '../core/exact.ts';
import { productKey, skuKey } from '../core/ids.ts';
import { roundPrice } from '../core/money.ts';
import type { PriceChange } from '../core/scenario/scenario.ts';
import type { Offer, PriceRow, TermPlan } from './price-rows.ts';

/** The changes that may touch an offer's rows of a term and plan; `text` is looked for in the titles of these rows. */
export function changesFor(changes: readonly PriceChange[], offer: Offer, key: TermPlan): readonly PriceChange[] {
  const rows = offer.rows.get(key) ?? [];
  return changes.filter((change) => isOfTerm(change.match, key) && rows.some((row) => matches(change, offer, row)));
}

function isOfTerm({ termDuration, billingPlan }: PriceChange['match'], key: TermPlan): boolean {
  if (termDuration === undefined && billingPlan === undefined) return true;
  const [term = '', plan = ''] = key.split('/');
  return sameText(termDuration ?? term, term) && sameText(billingPlan ?? plan, plan);
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function matches({ match }: PriceChange, offer: Offer, row: PriceRow): boolean {
  return (
    (match.productId === undefined || productKey(match.productId) === productKey(offer.productId)) &&
    (match.skuId === undefined || skuKey(match.skuId) === offer.sku) &&
    (match.segment === undefined || sameText(match.segment, offer.segment)) &&
    (match.market === undefined || sameText(match.market, offer.market)) &&
    (match.currency === undefined || sameText(match.currency, offer.currency)) &&
    (match.text === undefined || row.title.toLowerCase().includes(match.text.toLowerCase()))
  );
}

interface ChangeContext {
  /** The day for which the row is read. */
  readonly day: Day;
  /** Instalments whose price is a whole number of minor units: 12 or 36 when billed monthly, else 1. */
  readonly instalments: number;
  readonly digits: number;
}

/** The whole-term prices of a row after the scenario's changes; each touched column is rounded after each step. */
export function applyPriceChanges(
  row: PriceRow,
  offer: Offer,
  changes: readonly PriceChange[],
  context: ChangeContext,
): { cost: Exact; erp: Exact } {
  let { cost, erp } = row;
  for (const change of changes) {
    if (context.day < change.from || !matches(change, offer, row)) continue;
    if (change.columns !== 'erp') cost = step(cost, change, context);
    if (change.columns !== 'cost') erp = step(erp, change, context);
  }
  return { cost, erp };
}

function step(price: Exact, change: PriceChange, { instalments, digits }: ChangeContext): Exact {
  const count = fraction(instalments);
  return multiply(count, roundPrice(divide(changed(price, change), count), digits));
}

function changed(price: Exact, { kind, value }: PriceChange): Exact {
  const amount = parseExact(value);
  if (!amount) throw new Error(`INTERNAL: scenario value is not a decimal: ${value}`);
  if (kind === 'set') return amount;
  if (kind === 'absolute') return add(price, amount);
  return multiply(price, add(fraction(1), divide(amount, fraction(100))));
}
