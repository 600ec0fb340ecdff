/** The licence lines of a month by what they bill: a customer's subscription of a product and SKU. */
import type { Day } from '../../../core/days.ts';
import { type Exact, negate, ONE } from '../../../core/exact.ts';
import { idKey, productKey, skuKey } from '../../../core/ids.ts';
import type { Minor } from '../../../core/money.ts';
import { NO_DAY } from '../../../core/table.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import { LINE_KINDS } from '../model/kinds.ts';
import type { InvoiceLines, LineText } from '../model/types.ts';
import { remember } from '../../remember.ts';

/** One line, or the parts of one charge, with the sign at the quantity. */
export interface BilledLine {
  readonly rows: readonly number[];
  /** Lower case. */
  readonly chargeType: string;
  readonly from: Day;
  readonly to: Day;
  readonly quantity: Exact;
  /** Per seat and whole cycle; undefined where the file has none. */
  readonly unitPrice: Exact | undefined;
  /** Per seat for the charged days, never below zero. */
  readonly effective: Exact;
  readonly rate: Exact;
  readonly subtotal: Minor;
}

export interface BilledGroup {
  readonly customer: number;
  /** Ids as they are matched. */
  readonly customerId: string;
  readonly subscriptionId: string;
  readonly product: string;
  readonly sku: string;
  /** As the invoice has it, upper case. */
  readonly currency: string;
  readonly pricingCurrency: string;
  /** First and last day of the latest term, `NO_DAY` where the file does not say. */
  termStart: Day;
  termEnd: Day;
  readonly rows: number[];
}

const KEYS = ['customerId', 'subscriptionId', 'productId', 'skuId', 'currency', 'pricingCurrency'] as const;

/** @param rowsOf the month's licence lines, but for credits */
export function billedGroups(lines: InvoiceLines, rowsOf: Iterable<number>): readonly BilledGroup[] {
  const groups = new Map<string, BilledGroup>();
  const codes = KEYS.map((name) => lines.texts[name].codes);
  for (const row of rowsOf) {
    let key = '';
    for (const column of codes) key += `${String(column[row] ?? 0)} `;
    const group = remember(groups, key, () => groupOf(lines, row));
    group.rows.push(row);
    const start = lines.days.subscriptionStartDate[row] ?? NO_DAY;
    if (start <= group.termStart) continue;
    group.termStart = start;
    group.termEnd = lines.days.subscriptionEndDate[row] ?? NO_DAY;
  }
  return [...groups.values()];
}

function groupOf(lines: InvoiceLines, row: number): BilledGroup {
  const text = (name: LineText): string => lines.texts[name].values[lines.texts[name].codes[row] ?? 0] ?? '';
  const currency = text('currency').toUpperCase();
  return {
    customer: lines.texts.customerId.codes[row] ?? 0,
    customerId: idKey(text('customerId')),
    subscriptionId: idKey(text('subscriptionId')),
    product: productKey(text('productId')),
    sku: skuKey(text('skuId')),
    currency,
    pricingCurrency: text('pricingCurrency').toUpperCase() || currency,
    termStart: lines.days.subscriptionStartDate[row] ?? NO_DAY,
    termEnd: lines.days.subscriptionEndDate[row] ?? NO_DAY,
    rows: [],
  };
}

/** Which lines are of licences: the others have no subscription that tells what they should be. */
export function isLicence({ kinds }: CheckedLines, row: number): boolean {
  return LINE_KINDS[kinds[row] ?? 0] === 'licence';
}

/** A line as it is compared; undefined where it lacks a price or days. */
export function billedLine(lines: InvoiceLines, checked: CheckedLines, row: number): BilledLine | undefined {
  const effective = lines.figure('effectiveUnitPrice', row);
  const quantity = lines.figure('billableQuantity', row) ?? lines.figure('quantity', row);
  const [from, to] = [lines.days.chargeStartDate[row] ?? NO_DAY, lines.days.chargeEndDate[row] ?? NO_DAY];
  const subtotal = checked.subtotal[row] ?? NaN;
  if (!effective || !quantity || from === NO_DAY || to === NO_DAY || Number.isNaN(subtotal)) return undefined;
  const isBelow = effective.n < 0n;
  const unitPrice = lines.figure('unitPrice', row);
  const { codes, values } = lines.texts.chargeType;
  return {
    rows: [row],
    chargeType: (values[codes[row] ?? 0] ?? '').toLowerCase(),
    ...{ from, to, subtotal },
    quantity: isBelow ? negate(quantity) : quantity,
    effective: isBelow ? negate(effective) : effective,
    unitPrice: unitPrice && unitPrice.n < 0n ? negate(unitPrice) : unitPrice,
    rate: lines.figure('pcToBCExchangeRate', row) ?? ONE,
  };
}
