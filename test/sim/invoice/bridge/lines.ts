/** Billed lines for bridges: a whole cycle of ten seats, unless said otherwise. */
import { addMonths, dayToText, parseDay } from '../../../../src/core/days.ts';
import type { Dataset } from '../../../../src/core/schema/dataset.ts';
import { billBridge } from '../../../../src/sim/invoice/bridge/bill-bridge.ts';
import type { BillBridge } from '../../../../src/sim/invoice/bridge/types.ts';
import { checkLines } from '../../../../src/sim/invoice/model/check-lines.ts';
import { lineMonths } from '../../../../src/sim/invoice/model/line-months.ts';
import { readLines } from '../../../../src/sim/invoice/model/read-lines.ts';
import type { ReconciliationCells } from '../../../support/books.ts';

/** May and June 2026. */
export const MAY = 2026 * 12 + 4;
export const JUNE = MAY + 1;

export interface Charge extends Partial<ReconciliationCells> {
  /** `2026-05-10`. */
  readonly on: string;
  readonly seats?: number;
  /** Charged per seat, with a sign for what is given back. */
  readonly price?: string;
  readonly rate?: string;
  /** Of the charge. */
  readonly months?: number;
}

export function charge({
  on,
  seats = 10,
  price = '10.00',
  rate = '1',
  months = 1,
  ...cells
}: Charge): ReconciliationCells {
  const end = addMonths(parseDay(on) ?? 0, months) - 1;
  const subtotal = cut(Number(price) * Number(rate)) * seats;
  return {
    ...{ customerId: 'c1', customerName: 'Contoso', subscriptionId: 's1', productId: 'P', skuId: '1', currency: 'EUR' },
    ...{ skuName: 'Microsoft 365', chargeType: 'cycleCharge', invoiceNumber: '', pricingCurrency: 'EUR' },
    ...{ unitPrice: price.replace('-', ''), effectiveUnitPrice: price, pcToBCExchangeRate: rate },
    ...{ quantity: String(Math.abs(seats)), billableQuantity: String(seats), subtotal: subtotal.toFixed(2) },
    ...{ taxTotal: '0', total: subtotal.toFixed(2), chargeStartDate: on, chargeEndDate: dayToText(end) },
    termAndBillingCycle:
      months === 12 ? 'One-Year commitment for yearly billing' : 'One-Year commitment for monthly billing',
    ...cells,
  };
}

/** Two digits, toward zero. */
function cut(amount: number): number {
  return Math.trunc(Number((amount * 100).toFixed(6))) / 100;
}

export function bridgeOf(files: readonly Dataset[], isEstName = /Extended Service Term/): BillBridge {
  const lines = readLines(files);
  const checked = checkLines(lines);
  if (!checked) throw new Error('not checked');
  const { codes, values } = lines.texts.skuName;
  return billBridge(lines, checked, lineMonths(lines), (row) => isEstName.test(values[codes[row] ?? 0] ?? ''), [
    MAY,
    JUNE,
  ]);
}

/** The amounts of the only currency's steps. */
export function stepsOf({ currencies }: BillBridge): Readonly<Record<string, number>> {
  return Object.fromEntries((currencies[0]?.steps ?? []).map(({ step, amount }) => [step, amount]));
}
