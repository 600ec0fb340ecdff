/** The arithmetic of every billed line, in whole numbers where they suffice and exactly elsewhere: the same result as `checkLine`. */
import { type Exact, fraction, multiply, ONE, toFloat } from '../../../core/exact.ts';
import { type Minor, minorDigits, roundToMinor } from '../../../core/money.ts';
import { checkLine, type LineCheck } from '../line-check.ts';
import { LINE_KINDS, lineKinds } from './kinds.ts';
import type { Figures, InvoiceLines, LineFigure } from './types.ts';

export const VERDICTS = ['exact', 'rounding', 'subtotal', 'total', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Minor units of the billing currency, one for each line. */
export interface CheckedLines {
  /** Positions in `LINE_KINDS`. */
  readonly kinds: Uint8Array;
  /** Positions in `VERDICTS`; unknown: a figure of the formula is missing. */
  readonly verdicts: Uint8Array;
  readonly formula: Float64Array;
  readonly residue: Float64Array;
  readonly subtotal: Float64Array;
  readonly total: Float64Array;
}

const UNKNOWN = VERDICTS.indexOf('unknown');

/** @param onRows is told after so many lines, and may give up by returning false */
export function checkLines(
  lines: InvoiceLines,
  onRows: (done: number) => boolean = () => true,
): CheckedLines | undefined {
  const checking = checkingLines(lines);
  for (;;) {
    const { done, value } = checking.next();
    if (done) return value;
    if (!onRows(value)) return undefined;
  }
}

/** The same in turns, so that others have theirs: how many lines are done comes out of each. */
export function* checkingLines(lines: InvoiceLines): Generator<number, CheckedLines> {
  const { rows } = lines;
  const checked: CheckedLines = {
    kinds: lineKinds(lines),
    verdicts: new Uint8Array(rows),
    formula: new Float64Array(rows),
    residue: new Float64Array(rows),
    subtotal: new Float64Array(rows),
    total: new Float64Array(rows),
  };
  const digits = lines.texts.currency.values.map((currency) => minorDigits(currency.toUpperCase()));
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_A_TURN === 0) yield row;
    checkRow(lines, checked, row, digits[lines.texts.currency.codes[row] ?? 0] ?? 2);
  }
  return checked;
}

const ROWS_A_TURN = 65_536;

function checkRow(lines: InvoiceLines, checked: CheckedLines, row: number, digits: number): void {
  const isUsage = LINE_KINDS[checked.kinds[row] ?? 0] !== 'licence';
  const check = quickCheck(lines, row, digits, isUsage) ?? exactCheck(lines, row, digits, isUsage);
  if (check === undefined) {
    checked.verdicts[row] = UNKNOWN;
    checked.subtotal[row] = minorOf(lines, 'subtotal', row, digits) ?? NaN;
    checked.total[row] = minorOf(lines, 'total', row, digits) ?? NaN;
    return;
  }
  checked.verdicts[row] = VERDICTS.indexOf(check.verdict);
  checked.formula[row] = check.formula;
  checked.residue[row] = check.residue;
  checked.subtotal[row] = check.subtotal;
  checked.total[row] = check.total;
}

type RowCheck = Pick<LineCheck, 'formula' | 'residue' | 'verdict'> & {
  readonly subtotal: Minor;
  readonly total: Minor;
};

/** Most lines: short figures whose products are safe integers. Undefined: to be done exactly. */
function quickCheck({ figures }: InvoiceLines, row: number, digits: number, isUsage: boolean): RowCheck | undefined {
  const price = figures.effectiveUnitPrice;
  const seats = figures.billableQuantity;
  const rate = figures.pcToBCExchangeRate;
  const [priceUnits, seatUnits] = [price.units[row] ?? NaN, seats.units[row] ?? NaN];
  const rateUnits = rate.units[row] ?? NaN;
  const subtotal = shortMinor(figures.subtotal, row, digits);
  const total = shortMinor(figures.total, row, digits);
  const tax = shortMinor(figures.taxTotal, row, digits);
  // A rate that is missing may be 1, which only the exact way decides.
  if (Number.isNaN(rateUnits + priceUnits + seatUnits + subtotal + total + tax)) return undefined;
  const [p, s, r] = [price.places[row] ?? 0, seats.places[row] ?? 0, rate.places[row] ?? 0];
  const used = priceUnits * seatUnits;
  const whole = used * rateUnits;
  if (!Number.isSafeInteger(used) || !Number.isSafeInteger(whole)) return undefined;
  const cutOnce = cutUnits(whole, p + s + r, digits);
  const formula = isUsage
    ? cutUnits(cutUnits(used, p + s, digits) * rateUnits, digits + r, digits)
    : cutUnits(cutUnits(priceUnits * rateUnits, p + r, digits) * seatUnits, digits + s, digits);
  if (!Number.isSafeInteger(cutOnce) || !Number.isSafeInteger(formula)) return undefined;
  const [byFormula, byCut] = [subtotal - formula, subtotal - cutOnce];
  const residue = Math.abs(byCut) < Math.abs(byFormula) ? byCut : byFormula;
  const tolerance = (isUsage ? 0 : Math.abs(cutUnits(seatUnits, s, 0))) + 1;
  const verdict =
    Math.abs(residue) > tolerance
      ? 'subtotal'
      : total - subtotal - tax !== 0
        ? 'total'
        : residue === 0
          ? 'exact'
          : 'rounding';
  return { formula, residue, verdict, subtotal, total };
}

/** Missing quantities of fees are 1, missing rates and taxes nothing to convert and nothing to add. */
function exactCheck(lines: InvoiceLines, row: number, digits: number, isUsage: boolean): RowCheck | undefined {
  const price = lines.figure('effectiveUnitPrice', row);
  const quantity = lines.figure('billableQuantity', row) ?? lines.figure('quantity', row) ?? fraction(1);
  const rate = lines.figure('pcToBCExchangeRate', row) ?? ONE;
  const subtotal = minorOf(lines, 'subtotal', row, digits);
  if (!price || subtotal === undefined || !isPlausible(multiply(multiply(price, quantity), rate), digits))
    return undefined;
  const tax = minorOf(lines, 'taxTotal', row, digits) ?? 0;
  const total = minorOf(lines, 'total', row, digits) ?? subtotal + tax;
  const check = checkLine({
    kind: isUsage ? 'usage' : 'licence',
    effectiveUnitPrice: price,
    ...{ quantity, rate, subtotal, tax, total, digits },
  });
  return { ...check, subtotal, total };
}

/** A figure in minor units, rounded where the file has more digits than the currency; undefined where it is empty or absurd. */
function minorOf(lines: InvoiceLines, name: LineFigure, row: number, digits: number): Minor | undefined {
  const value = lines.figure(name, row);
  return value && isPlausible(value, digits) ? roundToMinor(value, digits) : undefined;
}

/** Amounts have an exact place in minor units up to 90 trillion; beyond it a line can't be checked. */
function isPlausible(value: Exact, digits: number): boolean {
  return Math.abs(toFloat(value)) * power(digits) < Number.MAX_SAFE_INTEGER / 2;
}

/** The same for whole minor units; NaN for others. */
function shortMinor({ units, places }: Figures, row: number, digits: number): number {
  const cell = units[row] ?? NaN;
  const more = (places[row] ?? 0) - digits;
  if (more <= 0) return cell * power(-more);
  const divisor = power(more);
  return cell % divisor === 0 ? cell / divisor : NaN;
}

/** `units / 10^places` cut to so many digits, in units of the last. */
function cutUnits(units: number, places: number, digits: number): number {
  const more = places - digits;
  if (more <= 0) return units * power(-more) + 0;
  const divisor = power(more);
  // The remainder of whole numbers is exact, where a quotient may be rounded up.
  return (units - (units % divisor)) / divisor + 0;
}

const POWERS = Array.from({ length: 40 }, (_, index) => Number(`1e${String(index)}`));

function power(of: number): number {
  return POWERS[of] ?? Infinity;
}
