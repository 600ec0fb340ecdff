/**
 * Why a billed line costs another amount than the expected one. An amount is a product — price, what the promotion leaves, part
 * of the cycle, seats, rate — so the factors are exchanged one after the other, and each is accounted for by what it moves.
 */
import {
  divide,
  equals,
  type Exact,
  fraction,
  isZero,
  multiply,
  ONE,
  subtract,
  toDecimal,
  toFloat,
  ZERO,
} from '../../../core/exact.ts';
import { cutToMinor, type Minor } from '../../../core/money.ts';
import { lineTolerance } from '../proration.ts';
import type { BilledLine } from './billed-groups.ts';
import type { Cause } from './types.ts';

/** What an amount is the product of. */
export interface Factors {
  /** Per seat and whole cycle. */
  readonly unitPrice: Exact;
  /** Share off it. */
  readonly share: Exact;
  /** Charged days of `cycleDays`. */
  readonly days: number;
  readonly cycleDays: number;
  readonly quantity: Exact;
  /** From the pricing to the billing currency. */
  readonly rate: Exact;
}

export interface Found {
  readonly cause: Cause;
  readonly amount: Minor;
  readonly ratio: Exact | undefined;
  readonly was: string;
  readonly should: string;
}

export interface Explained {
  readonly found: readonly Found[];
  /** What should have been billed. */
  readonly expected: Minor;
  /** What the causes leave within the tolerance of roundings. */
  readonly noise: Minor;
}

interface Digits {
  /** Of the currency of prices, and of that of the invoice. */
  readonly pricing: number;
  readonly billing: number;
}

/**
 * The causes of a line's difference; amounts add up to billed less expected.
 * @param est price per seat and month that an Extended Service Term of the same SKU has
 */
export function explainLine(line: BilledLine, should: Factors, digits: Digits, est?: Exact): Explained {
  const expected = amountOf(should, digits.billing);
  const tolerance = lineTolerance(toFloat(line.quantity));
  const isSameSeats = equals(line.quantity, should.quantity);
  const isSameRate = equals(line.rate, should.rate);
  if (isSameSeats && isSameRate && near(line.effective, effectiveOf(should), digits.pricing)) {
    const nearest = nearestAmount(line.subtotal, should, digits.billing);
    const residue = line.subtotal - nearest;
    if (Math.abs(residue) <= tolerance) return { found: [], expected: nearest, noise: residue };
  }
  const steps = stepsTo(line, should, digits.pricing, est);
  let before = expected;
  const found: Found[] = [];
  for (const { factors, cause, ratio, was, wanted } of steps) {
    const after = amountOf(factors, digits.billing);
    found.push({ cause, amount: after - before, ratio, was, should: wanted });
    before = after;
  }
  const residue = line.subtotal - before;
  if (Math.abs(residue) <= tolerance) return { found, expected, noise: residue };
  return { found: [...found, restOf(line, residue)], expected, noise: 0 };
}

/** The subtotal is not what its own price, seats and rate make. */
function restOf(line: BilledLine, amount: Minor): Found {
  return { cause: 'unknown', amount, ratio: undefined, was: '', should: text(line.effective) };
}

interface Step {
  readonly factors: Factors;
  readonly cause: Cause;
  readonly ratio: Exact | undefined;
  readonly was: string;
  readonly wanted: string;
}

function stepsTo(line: BilledLine, should: Factors, digits: number, est: Exact | undefined): readonly Step[] {
  const steps: Step[] = [];
  let at = should;
  const take = (change: Partial<Factors>, cause: Cause, was: Exact, wanted: Exact): void => {
    at = { ...at, ...change };
    const ratio = isZero(wanted) || isZero(was) ? undefined : divide(was, wanted);
    steps.push({ factors: at, cause, ratio, was: text(was), wanted: text(wanted) });
  };
  for (const { change, cause, was, wanted } of priceSteps(line, should, digits, est)) take(change, cause, was, wanted);
  if (!equals(line.quantity, should.quantity)) {
    take({ quantity: line.quantity }, 'quantity', line.quantity, should.quantity);
  }
  if (!equals(line.rate, should.rate)) take({ rate: line.rate }, 'exchange-rate', line.rate, should.rate);
  return steps;
}

interface PriceStep {
  readonly change: Partial<Factors>;
  readonly cause: Cause;
  readonly was: Exact;
  readonly wanted: Exact;
}

/** What makes the effective price another one: the list price first, then what is left of the promotion and the days. */
function priceSteps(line: BilledLine, should: Factors, digits: number, est: Exact | undefined): readonly PriceStep[] {
  const steps: PriceStep[] = [];
  const { effective } = line;
  // A price that the partner gave is what was paid: the list price beside it says nothing.
  const unitPrice = line.unitPrice ?? should.unitPrice;
  const isEst = est !== undefined && !near(unitPrice, should.unitPrice, digits) && near(unitPrice, est, digits);
  if (isEst) {
    steps.push({ change: { unitPrice, share: ZERO }, cause: 'est', was: unitPrice, wanted: netOf(should) });
    should = { ...should, unitPrice, share: ZERO };
  } else if (!near(unitPrice, should.unitPrice, digits) && !near(effective, effectiveOf(should), digits)) {
    steps.push({ change: { unitPrice }, cause: 'rate', was: unitPrice, wanted: should.unitPrice });
    should = { ...should, unitPrice };
  }
  if (near(effective, effectiveOf(should), digits)) return steps;
  return [...steps, ...shareAndDays(effective, should, digits)];
}

function shareAndDays(effective: Exact, should: Factors, digits: number): readonly PriceStep[] {
  const { share, days, cycleDays, unitPrice } = should;
  const isOn = toFloat(share) > 0;
  const withoutShare = { ...should, share: ZERO };
  const lost: PriceStep = { change: { share: ZERO }, cause: 'promotion-ended', was: ZERO, wanted: percent(share) };
  if (isOn && near(effective, effectiveOf(withoutShare), digits)) return [lost];
  const otherDays = daysOf(effective, should, digits);
  if (otherDays !== undefined) return [daysStep(otherDays, days)];
  const daysAlone = isOn ? daysOf(effective, withoutShare, digits) : undefined;
  if (daysAlone !== undefined) return [lost, daysStep(daysAlone, days)];
  const whole = multiply(unitPrice, fraction(days, cycleDays));
  if (isZero(whole)) return [];
  const off = subtract(ONE, divide(effective, whole));
  const isLess = isOn && toFloat(off) >= 0 && toFloat(off) < toFloat(share);
  if (isLess) {
    return [{ change: { share: off }, cause: 'promotion-ended', was: percent(off), wanted: percent(share) }];
  }
  const perCycle = multiply(effective, fraction(cycleDays, days));
  return [{ change: { share: off }, cause: 'rate', was: perCycle, wanted: netOf(should) }];
}

function daysStep(was: number, wanted: number): PriceStep {
  return { change: { days: was }, cause: 'proration', was: fraction(was), wanted: fraction(wanted) };
}

/** Whole days that explain an effective price; undefined where none do. */
function daysOf(effective: Exact, should: Factors, digits: number): number | undefined {
  const perDay = toFloat(netOf(should)) / should.cycleDays;
  const days = Math.floor(toFloat(effective) / perDay + 0.5);
  if (!(days > 0) || days > should.cycleDays || days === should.days) return undefined;
  // Steps of a day are small where prices are: a guess has to be much nearer than half a step.
  const off = Math.abs(toFloat(effective) - days * perDay);
  return off <= Math.min(unitOf(digits) / 2, perDay / 20) ? days : undefined;
}

function netOf({ unitPrice, share }: Factors): Exact {
  return multiply(unitPrice, subtract(ONE, share));
}

/** Per seat for the charged days. */
export function effectiveOf(factors: Factors): Exact {
  return multiply(netOf(factors), fraction(factors.days, factors.cycleDays));
}

function amountOf(factors: Factors, digits: number): Minor {
  return cutToMinor(multiply(multiply(effectiveOf(factors), factors.quantity), factors.rate), digits) + 0;
}

/** Of both roundings the one that was billed. */
function nearestAmount(billed: Minor, factors: Factors, digits: number): Minor {
  const product = amountOf(factors, digits);
  const perSeat = cutToMinor(multiply(effectiveOf(factors), factors.rate), digits);
  const unit = toFloat(multiply(fraction(perSeat), factors.quantity));
  return Math.abs(billed - unit) < Math.abs(billed - product) && Number.isSafeInteger(unit) ? unit + 0 : product;
}

/** A minor unit per seat is what the roundings may account for. */
function near(one: Exact, other: Exact, digits: number): boolean {
  return equals(one, other) || Math.abs(toFloat(one) - toFloat(other)) <= unitOf(digits);
}

const UNITS = [1, 0.1, 0.01, 0.001] as const;

function unitOf(digits: number): number {
  return UNITS[digits] ?? 0.01;
}

function percent(share: Exact): Exact {
  return multiply(share, fraction(100));
}

function text(value: Exact): string {
  return toDecimal(value, 0, 6);
}
