/** A scenario's price changes and currency shocks, applied in order to the whole-term price of a row (spec §2). */
import type { Day } from '../core/days.ts';
import { type Exact, add, divide, fraction, multiply, parseExact } from '../core/exact.ts';
import { productKey, skuKey } from '../core/ids.ts';
import { roundPrice } from '../core/money.ts';
import type { FxShock, PriceChange } from '../core/scenario/scenario.ts';
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

function step(price: Exact, change: PriceChange, context: ChangeContext): Exact {
  return inInstalments(changed(price, change), context);
}

/** Rounded so that each instalment is a whole number of minor units. */
function inInstalments(price: Exact, { instalments, digits }: ChangeContext): Exact {
  const count = fraction(instalments);
  return multiply(count, roundPrice(divide(price, count), digits));
}

/** The shocks that touch lists of a currency, in the scenario's order. */
export function shocksFor(shocks: readonly FxShock[], currency: string): readonly FxShock[] {
  return shocks.filter((shock) => sameText(shock.currency, currency));
}

/** The whole-term prices after the shocks of their currency that have come by the day, each rounded as a price change is. */
export function applyShocks(
  prices: { readonly cost: Exact; readonly erp: Exact },
  shocks: readonly FxShock[],
  context: ChangeContext,
): { cost: Exact; erp: Exact } {
  let { cost, erp } = prices;
  for (const { from, percent } of shocks) {
    if (context.day < from) continue;
    const factor = add(fraction(1), divide(decimal(percent), fraction(100)));
    cost = inInstalments(multiply(cost, factor), context);
    erp = inInstalments(multiply(erp, factor), context);
  }
  return { cost, erp };
}

function changed(price: Exact, { kind, value }: PriceChange): Exact {
  const amount = decimal(value);
  if (kind === 'set') return amount;
  if (kind === 'absolute') return add(price, amount);
  return multiply(price, add(fraction(1), divide(amount, fraction(100))));
}

function decimal(text: string): Exact {
  const value = parseExact(text);
  if (!value) throw new Error(`INTERNAL: scenario value is not a decimal: ${text}`);
  return value;
}
