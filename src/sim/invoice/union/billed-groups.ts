/** The licence lines of a month by what they bill: a customer's subscription of a product and SKU. */
import type { Day } from '../../../core/days.ts';
import { type Exact, negate, ONE } from '../../../core/exact.ts';
import type { Minor } from '../../../core/money.ts';
import { NO_DAY } from '../../../core/table.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import { LINE_KINDS } from '../model/kinds.ts';
import type { InvoiceLines } from '../model/types.ts';

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
  /** Ids as they are matched. */
  readonly customerId: string;
  readonly subscriptionId: string;
  readonly product: string;
  readonly sku: string;
  /** As the invoice has it, upper case. */
  readonly currency: string;
  readonly pricingCurrency: string;
  /** First and last day of the latest term, `NO_DAY` where the file does not say. */
  readonly termStart: Day;
  readonly termEnd: Day;
  readonly rows: readonly number[];
}

/** Which lines are of licences: the others have no subscription that tells what they should be. */
export function isLicence({ kinds }: CheckedLines, row: number): boolean {
  return kinds[row] === LICENCE;
}

const LICENCE = LINE_KINDS.indexOf('licence');

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
