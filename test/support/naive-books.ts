/** Generated books as the naive implementation takes them. */
import { naiveSimulation, type Subscription } from './naive.ts';
import { Decimal, toDay } from './naive-numbers.ts';
import type { PriceRow } from './naive-prices.ts';
import type { ReconLine } from './naive-recon.ts';
import { naiveJson } from './naive-results.ts';
import { AS_OF, type ArbitraryBook } from './arbitrary-books.ts';
import { type PriceCells, type ReconciliationCells, SUBSCRIPTION, type SubscriptionCells, scenario } from './books.ts';

const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
const padded = (skuId: string): string => skuId.padStart(4, '0');

function priceRow(cells: PriceCells, list: number): PriceRow {
  const cell = (name: keyof PriceCells): string => cells[name] ?? '';
  return {
    list,
    productId: cell('productId'),
    skuId: padded(cells.skuId ?? '1'),
    skuTitle: cell('skuTitle'),
    segment: 'Commercial',
    market: cell('market'),
    currency: cell('currency'),
    term: cell('termDuration'),
    plan: cell('billingPlan'),
    cost: new Decimal(cell('unitPrice')),
    erp: new Decimal(cell('erpPrice')),
    start: toDay(cell('effectiveStart')),
    end: toDay('9999-12-31'),
  };
}

function subscriptionOf(cells: SubscriptionCells): Subscription {
  const cell = (name: keyof SubscriptionCells): string => cells[name] ?? SUBSCRIPTION[name] ?? '';
  return {
    id: cell('subscriptionId'),
    customerId: cell('customerId'),
    productId: cell('productId'),
    skuId: padded(cell('skuId')),
    segment: cell('segment'),
    market: cell('market'),
    currency: cell('currency'),
    seats: Number(cell('quantity')),
    term: cell('termDuration'),
    plan: cell('billingPlan'),
    start: toDay(cell('commitmentStart')),
    end: toDay(cell('commitmentEnd')),
    autoRenew: cell('autoRenew') === 'true',
    action: cell('scheduledAction'),
    legacyInstruction: false,
    promotionPercent: given(cells.promotionPercent),
    pricePaid: given(cells.pricePaid),
    customerPrice: given(cells.customerPrice),
    inScope: cell('status') === 'active',
  };
}

function reconLine(cells: ReconciliationCells, file: number): ReconLine {
  const cell = (name: keyof ReconciliationCells): string => cells[name] ?? '';
  return {
    file,
    subscriptionId: cell('subscriptionId'),
    customerId: cell('customerId'),
    productId: cell('productId'),
    skuId: padded(cell('skuId')),
    chargeType: cell('chargeType'),
    price: new Decimal(cell('effectiveUnitPrice')),
    quantity: Number(cell('quantity')),
    start: toDay(cell('chargeStartDate')),
    end: toDay(cell('chargeEndDate')),
    termStart: toDay(cell('subscriptionStartDate')),
    termEnd: toDay(cell('subscriptionEndDate')),
    currency: cell('currency'),
    invoice: cell('invoiceNumber'),
  };
}

type Texts = Readonly<Record<string, unknown>>;

/** The naive results have every amount everywhere; the results file has not. */
function without(entries: readonly Texts[], names: readonly string[]): readonly Texts[] {
  return entries.map((entry) => Object.fromEntries(Object.entries(entry).filter(([name]) => !names.includes(name))));
}

/** The naive results of a book with the fields of the results file. */
export function naiveOf({ lists, subscriptions, recon, scenario: changes, horizonMonths }: ArbitraryBook): object {
  const rows = lists.flatMap((list, index) => list.map((cells) => priceRow(cells, index)));
  const all = subscriptions.map(subscriptionOf);
  const lines = recon.flatMap((rows, file) => rows.map((cells) => reconLine(cells, file)));
  const results = naiveSimulation(rows, all, scenario(changes), toDay(AS_OF), horizonMonths, lines);
  const json = naiveJson(results, all) as {
    readonly months: readonly Texts[];
    readonly subscriptions: readonly Texts[];
  };
  return {
    ...json,
    months: without(json.months, ['renew', 'promotion', 'margin']),
    subscriptions: without(json.subscriptions, ['promotion', 'margin']),
  };
}
