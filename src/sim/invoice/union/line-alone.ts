/** Lines that no subscription tells of: their rate, their earned credit, and whether they add up. */
import { equals, type Exact, fraction, isZero, multiply, ONE, subtract, toDecimal, ZERO } from '../../../core/exact.ts';
import { cutToMinor, fromMinor, type Minor, minorDigits, safeMinor } from '../../../core/money.ts';
import { type CheckedLines, VERDICTS } from '../model/check-lines.ts';
import { LINE_KINDS } from '../model/kinds.ts';
import { isSameFigure } from '../model/same-figure.ts';
import type { InvoiceLines } from '../model/types.ts';
import { differenceOf, ofRow } from './difference.ts';
import type { EarnedCredit } from './earned-credit.ts';
import type { ExchangeRates } from './exchange.ts';
import type { Found } from './factors.ts';
import type { Tallies } from './tallies.ts';

export interface AloneContext {
  readonly lines: InvoiceLines;
  readonly checked: CheckedLines;
  readonly rates: ExchangeRates;
  readonly credit: EarnedCredit;
  readonly tallies: Tallies;
}

const WRONG = VERDICTS.indexOf('subtotal');
const CREDIT = 'customercredit';

/** Counts a line as not covered, and lists what is wrong with it all the same. */
export function checkAlone(context: AloneContext, row: number): void {
  const { lines, tallies } = context;
  if (isPlain(context, row)) {
    tallies.uncovered(row, 0);
    return;
  }
  const found = isCredit(lines, row) ? [creditOf(tallies.billed([row]))] : causesOf(context, row);
  const amount = found.reduce((sum, cause) => sum + cause.amount, 0);
  tallies.uncovered(row, safeMinor(amount));
  const billed = tallies.billed([row]);
  for (const cause of found) {
    tallies.add(
      differenceOf(ofRow(lines, row), cause, {
        ...{ join: 'none', certainty: cause.cause === 'earned-credit' ? 'medium' : 'high' },
        ...{ billed, expected: billed - amount, rows: [row], lines: [], all: found },
      }),
    );
  }
}

/** Most lines: nothing is wrong with them, as their figures tell without being computed. */
function isPlain({ lines, checked, rates, credit }: AloneContext, row: number): boolean {
  return (
    checked.verdicts[row] !== WRONG &&
    rates.usual(row) !== undefined &&
    !isCredit(lines, row) &&
    !lostShare(lines, credit, row)
  );
}

function isCredit({ texts: { chargeType } }: InvoiceLines, row: number): boolean {
  const text = chargeType.values[chargeType.codes[row] ?? 0] ?? '';
  return text.length === CREDIT.length && text.toLowerCase() === CREDIT;
}

function creditOf(amount: Minor): Found {
  return { cause: 'credit', amount, ratio: undefined, was: '', should: '' };
}

/** Undone one after the other: the rate first, then the credit; what is left is a line that does not add up. */
function causesOf({ lines, checked, rates, credit, tallies }: AloneContext, row: number): readonly Found[] {
  const own = lines.figure('pcToBCExchangeRate', row) ?? ONE;
  const rate = rates.of(row);
  const lost = lostShare(lines, credit, row);
  const isWrong = checked.verdicts[row] === WRONG;
  const found: Found[] = [];
  if (isWrong) {
    const should = toDecimal(fromMinor(checked.formula[row] ?? 0, minorDigits(tallies.currencyOf(row))), 0, 3);
    found.push({ cause: 'unknown', amount: checked.residue[row] ?? 0, ratio: undefined, was: '', should });
  }
  if (!lost && equals(own, rate)) return found;
  const price = lines.figure('effectiveUnitPrice', row);
  const quantity = lines.figure('billableQuantity', row) ?? lines.figure('quantity', row) ?? ONE;
  if (!price) return found;
  const isUsage = LINE_KINDS[checked.kinds[row] ?? 0] !== 'licence';
  const amount = (effective: Exact, by: Exact): Minor =>
    amountOf({ effective, quantity, rate: by, isUsage }, { ...digitsOf(lines, tallies, row) });
  const credited = lost ? multiply(price, subtract(ONE, lost)) : price;
  if (lost) {
    const percent = toDecimal(multiply(lost, fraction(100)), 0, 6);
    const moved = amount(price, rate) - amount(credited, rate);
    found.push({ cause: 'earned-credit', amount: moved, ratio: undefined, was: '0', should: percent });
  }
  if (!equals(own, rate)) {
    const moved = amount(price, own) - amount(price, rate);
    found.push({
      ...{ cause: 'exchange-rate', amount: moved, ratio: { ...ratioOf(own, rate) } },
      ...{ was: toDecimal(own, 0, 10), should: toDecimal(rate, 0, 10) },
    });
  }
  return found;
}

function ratioOf(was: Exact, should: Exact): Exact {
  return fraction(was.n * should.d, was.d * should.n);
}

/** A line that says what it earned and is charged at its list price all the same has lost it too. */
function lostShare(lines: InvoiceLines, credit: EarnedCredit, row: number): Exact | undefined {
  const said = credit.shareOf(row);
  if (!said) return credit.lostShare(row);
  if (!isSameFigure(lines, 'unitPrice', 'effectiveUnitPrice', row)) return undefined;
  return isZero(lines.figure('unitPrice', row) ?? ZERO) ? undefined : said;
}

interface Amount {
  readonly effective: Exact;
  readonly quantity: Exact;
  readonly rate: Exact;
  readonly isUsage: boolean;
}

/** consumption is cut before it is converted. */
function amountOf({ effective, quantity, rate, isUsage }: Amount, digits: { pricing: number; billing: number }): Minor {
  const used = multiply(effective, quantity);
  const cut = isUsage ? fromMinor(cutToMinor(used, digits.pricing), digits.pricing) : used;
  return cutToMinor(multiply(cut, rate), digits.billing) + 0;
}

function digitsOf({ texts }: InvoiceLines, tallies: Tallies, row: number): { pricing: number; billing: number } {
  const { codes, values } = texts.pricingCurrency;
  const billing = minorDigits(tallies.currencyOf(row));
  const pricing = (values[codes[row] ?? 0] ?? '').toUpperCase();
  return { pricing: pricing === '' ? billing : minorDigits(pricing), billing };
}
