/** Lines that are one purchase and only together have a price. */
import { add, equals, type Exact } from '../../../core/exact.ts';
import { safeMinor } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import { subtotalOf } from '../model/amounts.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import { LINE_KINDS } from '../model/kinds.ts';
import type { InvoiceLines, LineText } from '../model/types.ts';
import type { LineBundle } from './types.ts';

/** Sold with calling as one product, and billed as two lines. */
const TELCO = /microsoft\s*365\s*e5\b|\bm365\s*e5\b/i;
const LICENCE = LINE_KINDS.indexOf('licence');
const USAGE = LINE_KINDS.indexOf('usage');

export function lineBundles(
  lines: InvoiceLines,
  checked: CheckedLines,
  rows: readonly number[],
): readonly LineBundle[] {
  return [...telcoBundles(lines, checked, rows), ...feeBundles(lines, checked, rows)];
}

/** Two lines of one product, event and number of seats at different prices; equal ones are the same line twice. */
function telcoBundles(lines: InvoiceLines, checked: CheckedLines, rows: readonly number[]): readonly LineBundle[] {
  const { skuName, productName } = lines.texts;
  const isSku = skuName.values.map((name) => TELCO.test(name));
  const isProduct = productName.values.map((name) => TELCO.test(name));
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    if (!isSku[skuName.codes[row] ?? 0] && !isProduct[productName.codes[row] ?? 0]) continue;
    const { chargeStartDate, chargeEndDate } = lines.days;
    const key = [codesOf(lines, row, ['invoiceNumber', 'customerId', 'subscriptionId', 'chargeType']), chargeStartDate[row], chargeEndDate[row]].join(' '); // prettier-ignore
    remember(groups, key, (): number[] => []).push(row);
  }
  return [...groups.values()].flatMap((group): readonly LineBundle[] => {
    const [one, other] = group;
    if (one === undefined || other === undefined || group.length !== 2) return [];
    const [seats, others] = [seatsOf(lines, one), seatsOf(lines, other)];
    const [price, otherPrice] = [lines.figure('unitPrice', one), lines.figure('unitPrice', other)];
    if (!seats || !others || !equals(seats, others) || !price || !otherPrice || equals(price, otherPrice)) return [];
    return [{ ...bundle(lines, checked, 'telco', group), unitPrice: add(price, otherPrice), quantity: seats }];
  });
}

/** A subscription with a fee for a month and lines of what was used beyond it. */
function feeBundles(lines: InvoiceLines, checked: CheckedLines, rows: readonly number[]): readonly LineBundle[] {
  const { subscriptionId } = lines.texts;
  const groups = new Map<string, number[]>();
  const used = new Set<number>();
  for (const row of rows) if (checked.kinds[row] === USAGE) used.add(subscriptionId.codes[row] ?? 0);
  used.delete(0);
  if (used.size === 0) return [];
  for (const row of rows) {
    if (!used.has(subscriptionId.codes[row] ?? 0)) continue;
    const key = codesOf(lines, row, ['invoiceNumber', 'customerId', 'subscriptionId', 'productId']);
    remember(groups, key, (): number[] => []).push(row);
  }
  return [...groups.values()].flatMap((group) => {
    const isBoth = [LICENCE, USAGE].every((kind) => group.some((row) => checked.kinds[row] === kind));
    return isBoth ? [bundle(lines, checked, 'fee', group)] : [];
  });
}

function bundle(
  lines: InvoiceLines,
  checked: CheckedLines,
  kind: LineBundle['kind'],
  rows: readonly number[],
): LineBundle {
  const text = (name: LineText): string => {
    const { codes, values } = lines.texts[name];
    return values[codes[rows[0] ?? 0] ?? 0] ?? '';
  };
  return {
    ...{ kind, rows, unitPrice: undefined, quantity: undefined },
    customer: text('customerName') || text('customerId'),
    product: text('productName') || text('skuName'),
    subtotal: safeMinor(rows.reduce((sum, row) => sum + subtotalOf(checked, row), 0)),
  };
}

function codesOf({ texts }: InvoiceLines, row: number, names: readonly LineText[]): string {
  return names.map((name) => String(texts[name].codes[row] ?? 0)).join(' ');
}

function seatsOf(lines: InvoiceLines, row: number): Exact | undefined {
  return lines.figure('billableQuantity', row) ?? lines.figure('quantity', row);
}
