/** Price adjustments of lines, and whether the price of consumption follows from them. */
import { type Exact, multiply, ONE } from '../../../core/exact.ts';
import { cutToMinor, minorDigits, safeMinor } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import { subtotalOf } from '../model/amounts.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import { LINE_KINDS } from '../model/kinds.ts';
import type { InvoiceLines } from '../model/types.ts';
import { adjustedShare, readAdjustments } from './adjustment.ts';
import type { Adjustment, AdjustmentSum } from './types.ts';

interface Known {
  readonly entries: readonly Adjustment[];
  readonly share: Exact | undefined;
}

type Draft = { -readonly [K in keyof AdjustmentSum]: AdjustmentSum[K] };

const USAGE = LINE_KINDS.indexOf('usage');

const PER_TURN = 8192;

/**
 * The entries that most lines have first; a line with two entries counts for both. In steps, whose shares lie between two.
 */
export function* adjustmentSteps(
  lines: InvoiceLines,
  checked: CheckedLines,
  rows: readonly number[],
  [from, to]: readonly [number, number],
): Generator<number, readonly AdjustmentSum[]> {
  const { codes, values } = lines.texts.priceAdjustmentDescription;
  const known = new Map<number, Known>();
  const sums = new Map<string, Draft>();
  for (const [at, row] of rows.entries()) {
    if (at % PER_TURN === 0) yield from + ((to - from) * at) / rows.length;
    const code = codes[row] ?? 0;
    const { entries, share } = remember(known, code, () => {
      const read = readAdjustments(values[code] ?? '');
      return { entries: read, share: adjustedShare(read) };
    });
    if (entries.length === 0) continue;
    const follows = checked.kinds[row] === USAGE && share ? followsList(lines, row, share) : undefined;
    for (const entry of entries) {
      const sum = remember(sums, entry.text, () => ({ ...entry, lines: 0, subtotal: 0, following: 0, other: 0 }));
      sum.lines++;
      sum.subtotal = safeMinor(sum.subtotal + subtotalOf(checked, row));
      if (follows === true) sum.following++;
      if (follows === false) sum.other++;
    }
  }
  return [...sums.values()].sort((a, b) => b.lines - a.lines || (a.text < b.text ? -1 : 1));
}

/** Costs are cut to cents and the price a unit is told from them, so a cent either way is the rounding's. Undefined: a figure is missing. */
function followsList(lines: InvoiceLines, row: number, share: Exact): boolean | undefined {
  const list = lines.figure('unitPrice', row);
  const price = lines.figure('effectiveUnitPrice', row);
  const quantity = lines.figure('billableQuantity', row) ?? ONE;
  if (!list || !price) return undefined;
  const { pricingCurrency, currency } = lines.texts;
  const priced = pricingCurrency.values[pricingCurrency.codes[row] ?? 0] ?? '';
  const code = priced === '' ? (currency.values[currency.codes[row] ?? 0] ?? '') : priced;
  const digits = minorDigits(code.toUpperCase());
  const told = cutToMinor(multiply(price, quantity), digits);
  const listed = cutToMinor(multiply(multiply(list, share), quantity), digits);
  return Math.abs(told - listed) <= 1;
}
