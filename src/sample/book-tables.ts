/** The sample as canonical tables, without a detour through text: what importers would make of its files. */
import { CountBuilder, DayBuilder, DecimalBuilder, FlagBuilder, TextBuilder } from '../core/column-builders.ts';
import { ExactBuilder } from '../core/exact-column.ts';
import { makeDay } from '../core/days.ts';
import { PRICE_COLUMNS, SUBSCRIPTION_COLUMNS } from '../core/schema/columns.ts';
import { type Column, type Table, SOURCE_ROW } from '../core/table.ts';
import { priceText } from './csv.ts';
import { currencyOf } from './portfolio-file.ts';
import type { PriceList } from './price-rows.ts';
import type { Subscription } from './subscriptions.ts';

type Kinds = Readonly<Record<string, Column['kind']>>;
type CellOf = {
  text: string;
  decimal: string;
  exact: string;
  day: number | undefined;
  flag: boolean | undefined;
  count: number;
};
type RowOf<K extends Kinds> = { readonly [name in keyof K]: CellOf[K[name]] };

const BUILDERS = {
  text: () => new TextBuilder(),
  decimal: () => new DecimalBuilder(),
  exact: () => new ExactBuilder(),
  day: () => new DayBuilder(),
  flag: () => new FlagBuilder(),
  count: () => new CountBuilder(),
} as const;

interface AnyBuilder {
  push(cell: unknown): unknown;
  finish(): Column;
}

/** A table of the given columns from typed rows; the header would be line 1. */
function tableOf<K extends Kinds>(kinds: K, rows: Iterable<RowOf<K>>): Table {
  const names = Object.keys(kinds) as (keyof K & string)[];
  const columns: readonly { readonly name: keyof K & string; readonly builder: AnyBuilder }[] = names.map((name) => {
    return { name, builder: BUILDERS[kinds[name] ?? 'text']() };
  });
  const lines = new CountBuilder();
  let count = 0;
  for (const row of rows) {
    for (const { name, builder } of columns) builder.push(row[name]);
    lines.push(++count + 1);
  }
  const entries = columns.map(({ name, builder }) => [name, builder.finish()] as const);
  return { rows: count, columns: new Map([...entries, [SOURCE_ROW, lines.finish()]]) };
}

const OPEN_END = makeDay(9999, 11, 30);

function priceRow(list: PriceList, row: PriceList['rows'][number]): RowOf<typeof PRICE_COLUMNS> {
  const { product, skuId, skuTitle, segment } = row.sku;
  return {
    changeIndicator: row.change, productTitle: product.title, productId: product.productId, skuId, skuTitle,
    publisher: 'Microsoft Corporation', skuDescription: '', termDuration: row.term, billingPlan: row.plan,
    market: list.market, currency: list.currency, unitPrice: priceText(row.unit), erpPrice: priceText(row.erp),
    effectiveStart: row.start, effectiveEnd: OPEN_END, tags: row.plan === 'None' ? 'License;Trial' : 'License', segment,
  }; // prettier-ignore
}

/** A price list in `PRICE_COLUMNS`. */
export function priceTable(list: PriceList): Table {
  return tableOf(
    PRICE_COLUMNS,
    list.rows.map((row) => priceRow(list, row)),
  );
}

/** Without what only Partner Center says of a subscription. */
const { cancellationAllowedUntil: _, refundableQuantity: __, ...OWN_COLUMNS } = SUBSCRIPTION_COLUMNS;

function subscriptionRow({ customer, sku, ...own }: Subscription): RowOf<typeof OWN_COLUMNS> {
  return {
    customerId: customer.id, customerName: customer.name, subscriptionId: own.id, productId: sku.product.productId,
    skuId: sku.skuId, offerName: sku.skuTitle, segment: sku.segment, market: customer.market,
    currency: currencyOf(customer.market), quantity: String(own.seats), termDuration: own.term, billingPlan: own.plan,
    commitmentStart: own.start, commitmentEnd: own.end, autoRenew: own.autoRenew, scheduledAction: own.action,
    legacyInstruction: own.legacyInstruction, promotionId: '',
    promotionPercent: own.promotion ? String(own.promotion.percent) : '', pricePaid: '', customerPrice: '',
    status: own.status, isTrial: own.isTrial, licenceBased: true,
  }; // prettier-ignore
}

/** Subscriptions in `SUBSCRIPTION_COLUMNS`. */
export function portfolioTable(subscriptions: Iterable<Subscription>): Table {
  const rows = function* (): Iterable<RowOf<typeof OWN_COLUMNS>> {
    for (const subscription of subscriptions) yield subscriptionRow(subscription);
  };
  return tableOf(OWN_COLUMNS, rows());
}
