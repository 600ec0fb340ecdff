/**
 * Exact rational numbers: unit prices, shares and rates that no binary float can hold.
 *
 * A value keeps its numerator and denominator twice: as bigint, which is always right, and as plain numbers where both
 * are safe integers, which lets the amounts of a million subscriptions be rounded without allocating (see `roundShare`).
 */

/** An exact rational number in lowest terms with a positive denominator. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
  /** Numerator as a number, NaN when it is not a safe integer. */
  readonly num: number;
  /** Denominator as a number, NaN when it is not a safe integer. */
  readonly den: number;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function gcdSmall(a: number, b: number): number {
  let x = Math.abs(a);
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function make(n: bigint, d: bigint): Exact {
  const num = Number(n);
  const den = Number(d);
  const small = Number.isSafeInteger(num) && Number.isSafeInteger(den);
  return { n, d, num: small ? num : NaN, den: small ? den : NaN };
}

/** A fraction of integers below 2^53, `d` positive. */
function reduced(n: number, d: number): Exact {
  const g = gcdSmall(n, d) || 1;
  // Zero has no sign.
  const num = n / g + 0;
  const den = d / g;
  return { n: BigInt(num), d: BigInt(den), num, den };
}

/** Whether a sum or product is so small that numbers are reduced faster than bigints, whose remainders need no division of doubles. */
function isSmall(value: number): boolean {
  return value < 2 ** 31 && value > -(2 ** 31);
}

/** The fraction `n / d`, reduced. Throws when `d` is zero. */
export function fraction(n: bigint | number, d: bigint | number = 1): Exact {
  if (typeof n === 'number' && typeof d === 'number' && d > 0) {
    return reduced(n, d);
  }
  const top = BigInt(n);
  const bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError('INTERNAL: division by zero');
  const sign = bottom < 0n ? -1n : 1n;
  const g = gcd(top, bottom * sign) || 1n;
  return make((top * sign) / g, (bottom * sign) / g);
}

export const ZERO: Exact = fraction(0);
export const ONE: Exact = fraction(1);

/** A decimal text such as `181.56`, `-2.5` or `1.5E-3` as an exact value; undefined when it is not one. */
export function parseExact(text: string): Exact | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', part = '', exponent = '0'] = match;
  if (whole === '' && part === '') return undefined;
  const digits = BigInt((sign === '-' ? '-' : '') + whole + part);
  const power = part.length - Number(exponent);
  return power >= 0 ? fraction(digits, 10n ** BigInt(power)) : fraction(digits * 10n ** BigInt(-power));
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return isSmall(a.num + b.num) ? reduced(a.num + b.num, a.den) : fraction(a.n + b.n, a.d);
  const [left, right, d] = [a.num * b.den, b.num * a.den, a.den * b.den];
  if (isSmall(left) && isSmall(right) && isSmall(left + right) && isSmall(d)) return reduced(left + right, d);
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  const [n, d] = [a.num * b.num, a.den * b.den];
  return isSmall(n) && isSmall(d) ? reduced(n, d) : fraction(a.n * b.n, a.d * b.d);
}

/** `a / b`. Throws when `b` is zero. */
export function divide(a: Exact, b: Exact): Exact {
  return fraction(a.n * b.d, a.d * b.n);
}

export function compare(a: Exact, b: Exact): number {
  const [small, other] = [a.num * b.den, b.num * a.den];
  if (isSmall(small) && isSmall(other)) return small < other ? -1 : small > other ? 1 : 0;
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Exact, b: Exact): boolean {
  return a.n === b.n && a.d === b.d;
}

export function isZero(a: Exact): boolean {
  return a.n === 0n;
}

export function negate(a: Exact): Exact {
  return make(-a.n, a.d);
}

export function smaller(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

/** `n / d` rounded half away from zero to an integer; `d` must be positive. */
export function roundHalfAway(n: bigint, d: bigint): bigint {
  const magnitude = n < 0n ? -n : n;
  const rounded = (2n * magnitude + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}

/**
 * Decimal text with at least `min` and at most `max` digits after the point, rounded half away from zero at the last.
 */
export function toDecimal(value: Exact, min: number, max: number): string {
  const scaled = roundHalfAway(value.n * 10n ** BigInt(max), value.d);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(max + 1, '0');
  const whole = digits.slice(0, digits.length - max);
  let part = digits.slice(digits.length - max);
  while (part.length > min && part.endsWith('0')) part = part.slice(0, -1);
  return (scaled < 0n ? '-' : '') + whole + (part === '' ? '' : `.${part}`);
}

/** The nearest binary float: for charts and sorting only, never for a figure that is shown or exported. */
export function toFloat(value: Exact): number {
  return Number.isNaN(value.num) ? Number(toDecimal(value, 0, 18)) : value.num / value.den;
}
