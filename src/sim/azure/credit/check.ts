/** The cost of all lines against their own prices: which roundings the files use, and which lines do not follow. */
import {
  type Exact,
  ZERO,
  add,
  divide,
  fraction,
  isZero,
  parseExact,
  subtract,
  toDecimal,
  toFloat,
} from '../../../core/exact.ts';
import { GroupedAmounts, amountAt, amountFloat } from '../model/amounts.ts';
import type { Usage } from '../types.ts';
import { type PricedLine, lineCost, roundingOf } from './rounding.ts';
import { type OddLine, ROUNDINGS, type Rounding, type RoundingAnswer } from './types.ts';

/** Lines of one currency that are shown. */
const MOST_ODD = 20;
const DIGITS = 18;
const HUNDRED = fraction(100);
/** As in `rounding.ts`, but with room for what floats lose. */
const SAME_FLOAT = 5e-11;

/**
 * Checks daily usage only: other files name quantities in other units than their prices. A million lines take seconds when all are
 * rounded to cents; lines that keep all digits are told by floats.
 */
export function checkRounding(usage: Usage, currency: string): RoundingAnswer {
  const wanted = usage.billingCurrency.values.indexOf(currency);
  const isDaily = usage.facts.sources.map(({ kind }) => kind === 'daily-usage');
  const costs = new GroupedAmounts(ROUNDINGS.length);
  const counts = new Uint32Array(ROUNDINGS.length);
  const differences = ROUNDINGS.map(() => ZERO);
  const odd: { readonly row: number; readonly size: number }[] = [];
  for (let row = 0; row < usage.rows; row++) {
    if (usage.billingCurrency.codes[row] !== wanted) continue;
    const { rounding, difference } = isDaily[usage.source[row] ?? 0] ? checkLine(usage, row) : UNPRICED;
    const place = ROUNDINGS.indexOf(rounding);
    costs.add(place, usage.cost, row);
    counts[place] = (counts[place] ?? 0) + 1;
    if (!isZero(difference)) differences[place] = add(differences[place] ?? ZERO, difference);
    if (rounding === 'off') odd.push({ row, size: Math.abs(toFloat(difference)) });
  }
  return {
    shares: ROUNDINGS.map((rounding, place) => ({
      ...{ rounding, rows: counts[place] ?? 0, cost: costs.text([place]) },
      difference: toDecimal(differences[place] ?? ZERO, 0, DIGITS),
    })).filter(({ rows }) => rows > 0),
    odd: odd
      .sort((a, b) => b.size - a.size)
      .slice(0, MOST_ODD)
      .map(({ row }) => oddLine(usage, row)),
  };
}

interface Checked {
  readonly rounding: Rounding;
  /** File less formula. */
  readonly difference: Exact;
}

const UNPRICED: Checked = { rounding: 'unpriced', difference: ZERO };
const EXACT: Checked = { rounding: 'exact', difference: ZERO };
const CUT: Checked = { rounding: 'cut', difference: ZERO };

function checkLine(usage: Usage, row: number): Checked {
  const price = usage.unitPrice[row] ?? NaN;
  const factor = rateOf(usage, row);
  if (Number.isNaN(price) || Number.isNaN(factor)) return UNPRICED;
  const percent = usage.earnedPercent[row] ?? NaN;
  const told = price * amountFloat(usage.quantity, row) * (1 - (percent > 0 ? percent : 0) / 100) * factor;
  if (Math.abs(amountFloat(usage.cost, row) - told) <= SAME_FLOAT * Math.abs(told)) return EXACT;
  const quick = quicklyChecked(usage, row, told / factor, factor);
  if (quick) return quick;
  const line = pricedLine(usage, row);
  const cost = amountAt(usage.cost, row);
  const rounding = roundingOf(line, cost);
  return { rounding, difference: rounding === 'exact' ? ZERO : subtract(cost, lineCost(line)) };
}

const NANO_OF_CENT = 10_000_000;

/** A line in whole cents, where floats are sure of them: most files have either all digits or whole cents. */
function quicklyChecked({ cost }: Usage, row: number, priced: number, factor: number): Checked | undefined {
  if (cost.atto[row] !== 0 || (cost.nano[row] ?? 0) % NANO_OF_CENT !== 0 || cost.beyond.has(row)) return undefined;
  const cents = (cost.whole[row] ?? 0) * 100 + (cost.nano[row] ?? 0) / NANO_OF_CENT;
  const billed = (shift: number): number => {
    const first = sureCents(priced, shift);
    return factor === 1 ? first : sureCents((first / 100) * factor, shift);
  };
  const cut = billed(0);
  if (cents === cut) return CUT;
  if (Number.isNaN(cut) || cents !== billed(0.5)) return undefined;
  return { rounding: 'half-up', difference: fraction(cents - cut, 100) };
}

/** Room for what floats lose, in cents, of amounts below ten million. */
const UNSURE = 1e-6;
const MOST_CENTS = 1e9;

/**
 * An amount in whole cents; NaN where it is too near to the edge between two of them, or too large.
 * @param shift 0: cut, 0.5: half away from zero
 */
function sureCents(amount: number, shift: number): number {
  const cents = Math.abs(amount * 100) + shift;
  if (!(cents < MOST_CENTS)) return NaN;
  const whole = Math.trunc(cents);
  const part = cents - whole;
  return amount !== 0 && (part < UNSURE || part > 1 - UNSURE) ? NaN : Math.sign(amount) * whole + 0;
}

/** By the first 17 digits of prices and rates. */
function pricedLine(usage: Usage, row: number): PricedLine {
  const exact = (value: number): Exact => parseExact(String(value)) ?? ZERO;
  const percent = usage.earnedPercent[row] ?? NaN;
  return {
    price: exact(usage.unitPrice[row] ?? 0),
    quantity: amountAt(usage.quantity, row),
    credit: percent > 0 ? divide(exact(percent), HUNDRED) : ZERO,
    rate: exact(rateOf(usage, row)),
  };
}

/** From pricing to billing currency; NaN: the file does not say. */
function rateOf({ rate, billingCurrency, pricingCurrency }: Usage, row: number): number {
  const own = rate[row] ?? NaN;
  if (own > 0) return own;
  const pricing = pricingCurrency.values[pricingCurrency.codes[row] ?? 0] ?? '';
  return pricing === '' || pricing === billingCurrency.values[billingCurrency.codes[row] ?? 0] ? 1 : NaN;
}

function oddLine(usage: Usage, row: number): OddLine {
  const { customer, meter } = usage.dimensions;
  const textOf = ({ codes, values }: typeof customer): string => values[codes[row] ?? 0] ?? '';
  const id = textOf(customer);
  const percent = usage.earnedPercent[row] ?? NaN;
  return {
    day: usage.days[row] ?? 0,
    customer: usage.names.get(id.toLowerCase()) ?? id,
    meter: textOf(meter),
    price: String(usage.unitPrice[row] ?? ''),
    quantity: toDecimal(amountAt(usage.quantity, row), 0, DIGITS),
    percent: Number.isNaN(percent) ? '' : String(percent),
    cost: toDecimal(amountAt(usage.cost, row), 0, DIGITS),
    expected: toDecimal(lineCost(pricedLine(usage, row)), 0, DIGITS),
  };
}
