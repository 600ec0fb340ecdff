/** The lines of reconciliation files that tell what a seat of a subscription costs: whole cycles, charged, not refunded. */
import type { Day } from '../core/days.ts';
import { type Exact, equals, isZero } from '../core/exact.ts';
import { idKey, productKey, skuKey } from '../core/ids.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { type Column, SOURCE_ROW, type Table, countAt, dayAt, exactAt, textAt } from '../core/table.ts';
import { wholeCycleMonths } from './full-cycle.ts';

/** The columns of a reconciliation file that prices are read from: only these are loaded for a simulation. */
export const RECONCILIATION_COLUMNS_FOR_PRICES = [
  'subscriptionId',
  'customerId',
  'productId',
  'skuId',
  'chargeType',
  'effectiveUnitPrice',
  'unitPrice',
  'quantity',
  'billableQuantity',
  'chargeStartDate',
  'chargeEndDate',
  'subscriptionStartDate',
  'subscriptionEndDate',
  'termAndBillingCycle',
  'productQualifiers',
  'currency',
  'pricingCurrency',
  'invoiceNumber',
  'orderId',
  SOURCE_ROW,
] as const;

type PriceColumn = (typeof RECONCILIATION_COLUMNS_FOR_PRICES)[number];

/** A line that charges whole cycles of a subscription. */
export interface BilledLine {
  readonly dataset: Dataset;
  /** Row of the dataset's table. */
  readonly row: number;
  /** Line in the file; undefined when it has none. */
  readonly line: number | undefined;
  /** As it is matched. */
  readonly subscriptionId: string;
  readonly chargeType: string;
  /** Per seat and whole cycle, in `currency`. */
  readonly price: Exact;
  readonly months: number;
  readonly start: Day;
  /** Inclusive. */
  readonly end: Day;
  /** Empty: not billed yet. */
  readonly invoice: string;
  /** What the price is in; empty when the file does not say. */
  readonly currency: string;
  /** What the invoice is in. */
  readonly billingCurrency: string;
}

/** Charge types of a cycle's regular charge; changes of seats and refunds are prorated. */
const CYCLE_CHARGES: ReadonlySet<string> = new Set(['new', 'renew', 'cyclecharge']);

/** The lines of one dataset that charge a whole cycle, in the order of the file. */
export function billedLines(dataset: Dataset): readonly BilledLine[] {
  const { table } = dataset;
  const at = (name: PriceColumn): Column | undefined => table.columns.get(name);
  const isCharge = passing(at('chargeType'), (text) => CYCLE_CHARGES.has(text.toLowerCase()));
  const isTrial = passing(at('productQualifiers'), hasTrial);
  const isTrialTerm = passing(at('termAndBillingCycle'), hasTrial);
  const lines: BilledLine[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!isCharge(row) || isTrial(row) || isTrialTerm(row)) continue;
    const line = lineOf(dataset, at, row);
    if (line) lines.push(line);
  }
  return lines;
}

/** A trial's price of nothing is not what the seat costs. */
function hasTrial(text: string): boolean {
  return /\btrial\b/i.test(text);
}

/** Each text of a dictionary is asked once. */
function passing(column: Column | undefined, test: (text: string) => boolean): (row: number) => boolean {
  if (column?.kind !== 'text') return () => false;
  const passes = column.values.map(test);
  return (row) => passes[column.codes[row] ?? 0] ?? false;
}

function lineOf(dataset: Dataset, at: (name: PriceColumn) => Column | undefined, row: number): BilledLine | undefined {
  const price = exactAt(at('effectiveUnitPrice'), row);
  const start = dayAt(at('chargeStartDate'), row);
  const end = dayAt(at('chargeEndDate'), row);
  if (!price || start === undefined || end === undefined || price.n < 0n) return undefined;
  if (!billsSeats(at('quantity'), row) || !billsSeats(at('billableQuantity'), row)) return undefined;
  const months = wholeCycleMonths(start, end, dayAt(at('subscriptionStartDate'), row));
  if (months === undefined) return undefined;
  const billingCurrency = textAt(at('currency'), row).toUpperCase();
  return {
    dataset,
    row,
    line: countAt(at(SOURCE_ROW), row),
    subscriptionId: idKey(textAt(at('subscriptionId'), row)),
    chargeType: textAt(at('chargeType'), row),
    price,
    months,
    start,
    end,
    invoice: textAt(at('invoiceNumber'), row),
    currency: textAt(at('pricingCurrency'), row).toUpperCase() || billingCurrency,
    billingCurrency,
  };
}

/** A refund has a negative quantity; a column that the file lacks says nothing. */
function billsSeats(column: Column | undefined, row: number): boolean {
  const quantity = exactAt(column, row);
  return quantity === undefined || (quantity.n > 0n && !isZero(quantity));
}

/**
 * What a line is matched by when its subscription id is not the portfolio's: customer, product, SKU and the term's
 * first and last day; undefined when the line lacks one of them.
 */
export function termKeyOfLine({ dataset: { table }, row }: BilledLine): string | undefined {
  const days = [dayIn(table, 'subscriptionStartDate', row), dayIn(table, 'subscriptionEndDate', row)] as const;
  const ids = [textIn(table, 'customerId', row), textIn(table, 'productId', row), textIn(table, 'skuId', row)] as const;
  return termKey(...ids, ...days);
}

/** Customer, product, SKU and term dates as one key; undefined when one of them is missing. */
export function termKey(
  customerId: string,
  productId: string,
  skuId: string,
  start: Day | undefined,
  end: Day | undefined,
): string | undefined {
  if (customerId === '' || productId === '' || skuId === '' || start === undefined || end === undefined) {
    return undefined;
  }
  return [idKey(customerId), productKey(productId), skuKey(skuId), start, end].join('|');
}

/**
 * Two lines that charge one cycle in parts: Microsoft 365 E5 is billed as a telephony and another line. They agree in
 * file, invoice, order, period and quantity, and both their list and their effective prices differ.
 */
export function isOtherPart(a: BilledLine, b: BilledLine): boolean {
  const same = (name: PriceColumn): boolean =>
    textIn(a.dataset.table, name, a.row) === textIn(b.dataset.table, name, b.row);
  const order = textIn(a.dataset.table, 'orderId', a.row);
  return (
    a.dataset === b.dataset &&
    a.invoice !== '' &&
    order !== '' &&
    a.end === b.end &&
    a.chargeType === b.chargeType &&
    same('orderId') &&
    same('productId') &&
    same('skuId') &&
    sameNumber(a, b, 'quantity') &&
    !sameNumber(a, b, 'unitPrice') &&
    !equals(a.price, b.price)
  );
}

function sameNumber(a: BilledLine, b: BilledLine, name: PriceColumn): boolean {
  const [left, right] = [a, b].map(({ dataset, row }) => exactAt(dataset.table.columns.get(name), row));
  return left && right ? equals(left, right) : left === right;
}

function textIn({ columns }: Table, name: PriceColumn, row: number): string {
  return textAt(columns.get(name), row);
}

function dayIn({ columns }: Table, name: PriceColumn, row: number): Day | undefined {
  return dayAt(columns.get(name), row);
}
