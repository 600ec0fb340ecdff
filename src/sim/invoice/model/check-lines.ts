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

const EXACT = VERDICTS.indexOf('exact');
const ROUNDING = VERDICTS.indexOf('rounding');
const SUBTOTAL = VERDICTS.indexOf('subtotal');
const TOTAL = VERDICTS.indexOf('total');
const UNKNOWN = VERDICTS.indexOf('unknown');
const LICENCE = LINE_KINDS.indexOf('licence');

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
  const isUsage = checked.kinds[row] !== LICENCE;
  if (quickCheck(lines, checked, row, digits, isUsage)) return;
  const check = exactCheck(lines, row, digits, isUsage);
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

/** Most lines: short figures whose products doubles tell well enough. False: nothing was told, to be done exactly. */
function quickCheck(
  { figures }: InvoiceLines,
  checked: CheckedLines,
  row: number,
  digits: number,
  isUsage: boolean,
): boolean {
  const price = figures.effectiveUnitPrice;
  const seats = figures.billableQuantity;
  const rate = figures.pcToBCExchangeRate;
  const [priceUnits, seatUnits] = [price.units[row] ?? NaN, seats.units[row] ?? NaN];
  const rateUnits = rate.units[row] ?? NaN;
  const subtotal = shortMinor(figures.subtotal, row, digits);
  const total = shortMinor(figures.total, row, digits);
  const tax = shortMinor(figures.taxTotal, row, digits);
  // A rate that is missing may be 1, which only the exact way decides.
  if (Number.isNaN(rateUnits + priceUnits + seatUnits + subtotal + total + tax)) return false;
  const [p, s, r] = [price.places[row] ?? 0, seats.places[row] ?? 0, rate.places[row] ?? 0];
  const used = priceUnits * seatUnits;
  const cutOnce = cutUnits(used * rateUnits, p + s + r, digits);
  const formula = isUsage
    ? cutUnits(cutUnits(used, p + s, digits) * rateUnits, digits + r, digits)
    : cutUnits(cutUnits(priceUnits * rateUnits, p + r, digits) * seatUnits, digits + s, digits);
  if (!(Math.abs(cutOnce) < MOST && Number.isSafeInteger(formula))) return false;
  const [byFormula, byCut] = [subtotal - formula, subtotal - cutOnce];
  const residue = Math.abs(byCut) < Math.abs(byFormula) ? byCut : byFormula;
  const tolerance = (isUsage ? 0 : Math.abs(cutUnits(seatUnits, s, 0))) + 1;
  checked.verdicts[row] =
    Math.abs(residue) > tolerance ? SUBTOTAL : total - subtotal - tax !== 0 ? TOTAL : residue === 0 ? EXACT : ROUNDING;
  checked.formula[row] = formula;
  checked.residue[row] = residue;
  checked.subtotal[row] = subtotal;
  checked.total[row] = total;
  return true;
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

/** Amounts in minor units have an exact place up to this; beyond it a line can't be checked. */
const MOST = Number.MAX_SAFE_INTEGER / 2;

function isPlausible(value: Exact, digits: number): boolean {
  return Math.abs(toFloat(value)) * power(digits) < MOST;
}

/** The same for whole minor units; NaN for others. */
function shortMinor({ units, places }: Figures, row: number, digits: number): number {
  const cell = units[row] ?? NaN;
  const more = (places[row] ?? 0) - digits;
  if (more <= 0) return cell * power(-more);
  const divisor = power(more);
  return cell % divisor === 0 ? cell / divisor : NaN;
}

/**
 * `units / 10^places` cut to so many digits, in units of the last; NaN where that is not certain.
 * @param units a whole number, or what doubles make of the product of up to three
 */
function cutUnits(units: number, places: number, digits: number): number {
  const more = places - digits;
  if (!Number.isSafeInteger(units)) return cutNear(units / power(more));
  if (more <= 0) return units * power(-more) + 0;
  const divisor = power(more);
  // The remainder of whole numbers is exact, where a quotient may be rounded up.
  return (units - (units % divisor)) / divisor + 0;
}

/** Two products, a power of ten and a quotient are off by 2^-53 each at most: this is twice as much. */
const SLACK = 2 ** -50;

/** Cut, if the number is sure to lie between the same whole numbers as what it stands for. */
function cutNear(value: number): number {
  const slack = Math.abs(value) * SLACK;
  const cut = Math.trunc(value - slack);
  return cut === Math.trunc(value + slack) ? cut + 0 : NaN;
}

const POWERS = Array.from({ length: 60 }, (_, index) => Number(`1e${String(index)}`));

function power(of: number): number {
  return POWERS[of] ?? (of < 0 ? NaN : Infinity);
}
