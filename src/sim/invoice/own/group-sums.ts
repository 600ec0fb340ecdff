/** The sums of a group's lines in one currency. */
import {
  add,
  compare,
  equals,
  type Exact,
  fraction,
  multiply,
  negate,
  parseExact,
  toDecimal,
  toFloat,
  ZERO,
} from '../../../core/exact.ts';
import { ExactSum } from '../../../core/exact-sum.ts';
import { idKey } from '../../../core/ids.ts';
import { minorDigits, roundPrice } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import { LINE_KINDS } from '../model/kinds.ts';
import type { InvoiceLines } from '../model/types.ts';
import type { OwnLines } from './read-own.ts';
import type { SellingPrice, SellingPrices } from './selling.ts';

/** The sum of Microsoft's amounts net of tax. */
export function costOf(lines: InvoiceLines, rows: readonly number[]): Exact {
  if (rows.length === 0) return ZERO;
  const [row = 0] = rows;
  // Most groups have one line.
  if (rows.length === 1) return lines.figure('subtotal', row) ?? ZERO;
  const sum = new ExactSum();
  for (const one of rows) addCost(sum, lines, one);
  return exactOf(sum);
}

export function billedOf(own: OwnLines, rows: readonly number[]): Exact {
  if (rows.length === 0) return ZERO;
  const [first = 0] = rows;
  if (rows.length === 1) return own.figure('amount', first) ?? ZERO;
  const sum = new ExactSum();
  for (const row of rows) own.addAmount(sum, row);
  return exactOf(sum);
}

/** Digits after the point that files may have. */
const MOST_DIGITS = 60;

function addCost(sum: ExactSum, lines: InvoiceLines, row: number): void {
  const { units, places } = lines.figures.subtotal;
  const short = units[row] ?? NaN;
  if (!Number.isNaN(short)) return sum.add(short, places[row] ?? 0);
  const value = lines.figure('subtotal', row);
  if (value) sum.addText(toDecimal(value, 0, MOST_DIGITS));
}

export function exactOf(sum: ExactSum): Exact {
  const value = parseExact(sum.text());
  if (!value) throw new Error('INTERNAL: a sum that is no decimal');
  return value;
}

/** What customers' prices give for Microsoft's lines; undefined when one of the lines that cost something has no price. */
export function expectedOf(
  lines: InvoiceLines,
  rows: readonly number[],
  prices: SellingPrices,
  currency: string,
): { readonly amount: Exact; readonly from: SellingPrice['from'] } | undefined {
  const { codes, values } = lines.texts.subscriptionId;
  const sums = new Map<SellingPrice, ExactSum>();
  for (const row of rows) {
    const price = prices.get(idKey(values[codes[row] ?? 0] ?? ''));
    if (price)
      addCost(
        remember(sums, price, () => new ExactSum()),
        lines,
        row,
      );
    else if (lines.figures.subtotal.units[row] !== 0) return undefined;
  }
  if (sums.size === 0) return undefined;
  const amount = [...sums].map(([{ ratio }, sum]) => multiply(ratio, exactOf(sum))).reduce(add);
  const isRule = [...sums.keys()].some(({ from }) => from === 'rule');
  return { amount: roundPrice(amount, minorDigits(currency)), from: isRule ? 'rule' : 'given' };
}

/** Seats that Microsoft's lines add up to: those at the month's end. Undefined when a line is of no seats. */
export function costSeats(lines: InvoiceLines, kinds: Uint8Array, rows: readonly number[]): Exact | undefined {
  let sum = ZERO;
  for (const row of rows) {
    if (isGoodwill(lines, row)) continue;
    const seats = isLicence(kinds, row) ? quantityOf(lines, row) : undefined;
    if (!seats) return undefined;
    sum = add(sum, signed(seats, (lines.figures.subtotal.units[row] ?? 0) < 0));
  }
  return rows.length === 0 ? undefined : sum;
}

/** A credit with a reason gives money back and takes no seat away. */
function isGoodwill({ texts: { creditReasonCode, chargeType } }: InvoiceLines, row: number): boolean {
  const isGiven = (creditReasonCode.values[creditReasonCode.codes[row] ?? 0] ?? '') !== '';
  return isGiven || /credit/i.test(chargeType.values[chargeType.codes[row] ?? 0] ?? '');
}

export function ownSeats(own: OwnLines, rows: readonly number[]): Exact | undefined {
  let sum = ZERO;
  for (const row of rows) {
    const quantity = own.figure('quantity', row);
    if (!quantity) return undefined;
    sum = add(sum, signed(quantity, compare(own.figure('amount', row) ?? ZERO, ZERO) < 0));
  }
  return rows.length === 0 ? undefined : sum;
}

/** Credits take seats away, whatever the sign of their quantity. */
function signed(quantity: Exact, isCredit: boolean): Exact {
  return isCredit && compare(quantity, ZERO) > 0 ? negate(quantity) : quantity;
}

export function differ(one: Exact | undefined, other: Exact | undefined): boolean {
  return one !== undefined && other !== undefined && !equals(one, other);
}

/** One unit of the currency for each seat and line of licences, as prices of a seat are rounded, and one for the sum. */
export function toleranceOf(lines: InvoiceLines, kinds: Uint8Array, rows: readonly number[], currency: string): Exact {
  let whole = 1;
  for (const row of rows) {
    if (!isLicence(kinds, row)) continue;
    // A part of a seat is rounded as a whole one.
    whole += 1 + Math.ceil(Math.abs(toFloat(quantityOf(lines, row) ?? ZERO)));
  }
  const units = fraction(Math.min(whole, MOST_SEATS));
  return multiply(units, fraction(1n, 10n ** BigInt(minorDigits(currency))));
}

/** No invoice has so many. */
const MOST_SEATS = 1e12;

function quantityOf(lines: InvoiceLines, row: number): Exact | undefined {
  return lines.figure('billableQuantity', row) ?? lines.figure('quantity', row);
}

function isLicence(kinds: Uint8Array, row: number): boolean {
  return LINE_KINDS[kinds[row] ?? 0] === 'licence';
}
