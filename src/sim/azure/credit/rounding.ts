/** What a line of daily usage should cost by its own price, and which rounding its file has used. */
import {
  type Exact,
  ONE,
  ZERO,
  add,
  compare,
  divide,
  equals,
  fraction,
  isZero,
  larger,
  multiply,
  negate,
  roundHalfAway,
  subtract,
} from '../../../core/exact.ts';
import type { Rounding } from './types.ts';

/** A line as its file has it. */
export interface PricedLine {
  /** Of a unit, before the earned credit, in pricing currency. */
  readonly price: Exact;
  readonly quantity: Exact;
  /** Share of earned credit: `0.15`. */
  readonly credit: Exact;
  /** From pricing to billing currency. */
  readonly rate: Exact;
}

const CENTS = fraction(100);
const CENT = fraction(1, 100);
/** Two amounts that agree in so many digits are the same: files print 12 to 18 of them. */
const SAME = fraction(1n, 10n ** 10n);

/** To cents, toward zero (ROUNDDOWN). */
export function cutToCents(value: Exact): Exact {
  const { n, d } = multiply(value, CENTS);
  return fraction(n / d, 100n);
}

/** To cents, half away from zero. */
export function roundToCents(value: Exact): Exact {
  const { n, d } = multiply(value, CENTS);
  return fraction(roundHalfAway(n, d), 100n);
}

/** The unit price after the earned credit. */
export function effectivePrice({ price, credit }: Pick<PricedLine, 'price' | 'credit'>): Exact {
  return multiply(price, subtract(ONE, credit));
}

/** What a line costs in billing currency when each of its two products is rounded so; by R-102 both are cut to cents. */
export function lineCost(line: PricedLine, round: (value: Exact) => Exact = cutToCents): Exact {
  return round(multiply(round(multiply(effectivePrice(line), line.quantity)), line.rate));
}

/** What the price of a unit was, told from the cost as Microsoft does; zero of nothing. */
export function toldPrice(cost: Exact, quantity: Exact): Exact {
  return isZero(quantity) ? ZERO : divide(cost, quantity);
}

const size = (value: Exact): Exact => larger(value, negate(value));

/** Which rounding leads from a line to a cost. */
export function roundingOf(line: PricedLine, cost: Exact): Rounding {
  const exact = lineCost(line, (value) => value);
  const difference = size(subtract(cost, exact));
  if (compare(difference, multiply(size(exact), SAME)) <= 0) return 'exact';
  if (equals(cost, lineCost(line, cutToCents))) return 'cut';
  if (equals(cost, lineCost(line, roundToCents))) return 'half-up';
  if (isZero(cost)) return 'free';
  const tolerance = add(multiply(CENT, size(line.quantity)), CENT);
  return compare(difference, tolerance) <= 0 ? 'near' : 'off';
}
