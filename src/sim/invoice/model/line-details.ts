/** Billed lines as evidence: what the file says of each, and its arithmetic by both readings. */
import { fraction, ONE, ZERO } from '../../../core/exact.ts';
import { type Day } from '../../../core/days.ts';
import { minorDigits, roundToMinor } from '../../../core/money.ts';
import { NO_DAY } from '../../../core/table.ts';
import { checkLine } from '../line-check.ts';
import type { LineDetail } from '../types.ts';
import { type CheckedLines, VERDICTS } from './check-lines.ts';
import { LINE_KINDS } from './kinds.ts';
import type { InvoiceLines, LineDay, LineText } from './types.ts';

/** @param rows of `InvoiceLines`, in the order wanted */
export function lineDetails(
  lines: InvoiceLines,
  checked: CheckedLines,
  rows: readonly number[],
): readonly LineDetail[] {
  return rows.map((row) => detail(lines, checked, row));
}

function detail(lines: InvoiceLines, checked: CheckedLines, row: number): LineDetail {
  const text = (name: LineText): string => lineText(lines, name, row);
  const day = (name: LineDay): Day | undefined => {
    const value = lines.days[name][row] ?? NO_DAY;
    return value === NO_DAY ? undefined : value;
  };
  const source = lines.sources[lines.source[row] ?? 0];
  const figures = {
    unitPrice: lines.figure('unitPrice', row),
    effectiveUnitPrice: lines.figure('effectiveUnitPrice', row),
    quantity: lines.figure('billableQuantity', row) ?? lines.figure('quantity', row),
    rate: lines.figure('pcToBCExchangeRate', row),
    subtotal: lines.figure('subtotal', row),
    tax: lines.figure('taxTotal', row),
    total: lines.figure('total', row),
  };
  return {
    row,
    at: { file: source?.file ?? '', line: lines.fileRow(row) },
    ...{ invoice: text('invoiceNumber'), customer: text('customerName') || text('customerId') },
    ...{ subscriptionId: text('subscriptionId'), product: text('skuName') || text('productName') },
    ...{ chargeType: text('chargeType'), kind: LINE_KINDS[checked.kinds[row] ?? 0] ?? 'other' },
    ...{ orderDate: day('orderDate'), from: day('chargeStartDate'), to: day('chargeEndDate') },
    ...figures,
    ...{ currency: text('currency').toUpperCase(), pricingCurrency: text('pricingCurrency').toUpperCase() },
    ...{ adjustment: text('priceAdjustmentDescription'), promotionId: text('promotionId') },
    verdict: VERDICTS[checked.verdicts[row] ?? 0] ?? 'unknown',
    arithmetic: arithmeticOf(lines, checked, row, figures),
  };
}

function arithmeticOf(
  lines: InvoiceLines,
  checked: CheckedLines,
  row: number,
  {
    effectiveUnitPrice,
    quantity,
    rate,
    subtotal,
    tax,
    total,
  }: Pick<LineDetail, 'effectiveUnitPrice' | 'quantity' | 'rate' | 'subtotal' | 'tax' | 'total'>,
): LineDetail['arithmetic'] {
  if (VERDICTS[checked.verdicts[row] ?? 0] === 'unknown' || !effectiveUnitPrice || !subtotal) return undefined;
  const digits = minorDigits(lineText(lines, 'currency', row).toUpperCase());
  const taxed = roundToMinor(tax ?? ZERO, digits);
  const billed = roundToMinor(subtotal, digits);
  const { formula, cutOnce, residue, tolerance, totalResidue } = checkLine({
    kind: LINE_KINDS[checked.kinds[row] ?? 0] === 'licence' ? 'licence' : 'usage',
    ...{ effectiveUnitPrice, quantity: quantity ?? fraction(1), rate: rate ?? ONE, digits },
    ...{ subtotal: billed, tax: taxed, total: total ? roundToMinor(total, digits) : billed + taxed },
  });
  return { formula, cutOnce, residue, tolerance, totalResidue };
}

function lineText({ texts }: InvoiceLines, name: LineText, row: number): string {
  const { codes, values } = texts[name];
  return values[codes[row] ?? 0] ?? '';
}
