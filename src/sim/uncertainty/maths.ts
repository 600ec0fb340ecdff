/**
 * Functions that engines are free to round as they like, made of additions, multiplications, divisions and square roots, which
 * they are not: the same bits everywhere. Relative error below 1e-14.
 */

const LN2_HIGH = 0.69314718036912381649;
const LN2_LOW = 1.90821492927058770002e-10;
const SQRT_HALF = 0.7071067811865476;
const SMALLEST_EXPONENT = -1022;
const LARGEST_EXPONENT = 1023;

const BITS = new DataView(new ArrayBuffer(8));

/** Powers of two from −1022 to 1023, each exact. */
const POWERS = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(LARGEST_EXPONENT - SMALLEST_EXPONENT + 1);
  for (let index = 0, exponent = SMALLEST_EXPONENT; index < powers.length; index++, exponent++) {
    BITS.setUint32(0, (exponent + 1023) << 20);
    BITS.setUint32(4, 0);
    powers[index] = BITS.getFloat64(0);
  }
  return powers;
}

/** Natural logarithm of a normal positive number. */
export function log(x: number): number {
  BITS.setFloat64(0, x);
  const high = BITS.getUint32(0);
  let exponent = (high >>> 20) - 1022;
  BITS.setUint32(0, (high & 0x000f_ffff) | 0x3fe0_0000);
  let fraction = BITS.getFloat64(0);
  if (fraction < SQRT_HALF) {
    fraction *= 2;
    exponent--;
  }
  // log f = 2 artanh s, whose series ends early: s² is at most 0.0295.
  const s = (fraction - 1) / (fraction + 1);
  const z = s * s;
  const tail =
    z * (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z / 21))))))))); // prettier-ignore
  return exponent * LN2_HIGH + (2 * s + (2 * s * tail + exponent * LN2_LOW));
}

/** e to the power of x; 0 below −708, infinite above 709. */
export function exp(x: number): number {
  if (x < -708) return 0;
  if (x > 709) return Infinity;
  const exponent = Math.floor(x / (LN2_HIGH + LN2_LOW) + 0.5);
  const r = x - exponent * LN2_HIGH - exponent * LN2_LOW;
  // The series of e^r, whose terms are below the last bit after r¹⁴: |r| is at most 0.35.
  // prettier-ignore
  const sum = (((((((((((((1.1470745597729725e-11 * r + 1.6059043836821613e-10) * r + 2.08767569878681e-09) * r + 2.505210838544172e-08) * r + 2.755731922398589e-07) * r + 2.7557319223985893e-06) * r + 2.48015873015873e-05) * r + 0.0001984126984126984) * r + 0.001388888888888889) * r + 0.008333333333333333) * r + 0.041666666666666664) * r + 0.16666666666666666) * r + 0.5) * r + 1) * r + 1;
  return sum * (POWERS[exponent - SMALLEST_EXPONENT] ?? 0);
}

/**
 * The value below which a standard normal variable falls with chance p, 0 < p < 1 (Wichura, Algorithm AS 241, PPND16; Applied
 * Statistics 37, 1988).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608)) /
      (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1)
    ); // prettier-ignore
  }
  const tail = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const value = tail <= 5 ? nearTail(tail - 1.6) : farTail(tail - 5);
  return q < 0 ? -value : value;
}

// prettier-ignore
function nearTail(r: number): number {
  return (
    (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734) /
    (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1)
  );
}

// prettier-ignore
function farTail(r: number): number {
  return (
    (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772) /
    (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r + 0.59983220655588793769) * r + 1)
  );
}

/**
 * The chance that a standard normal variable falls below z: near the middle by Hart's algorithm 5666, as West gives it (Wilmott
 * 2005), farther out by the continued fraction of Mills' ratio, which keeps the digits of small chances.
 */
export function normalChance(z: number): number {
  const x = z < 0 ? -z : z;
  const upper = x > 37 ? 0 : exp(-0.5 * x * x) * (x < TAIL ? hartRatio(x) : tailRatio(x));
  return z > 0 ? 1 - upper : upper;
}

const TAIL = 3;
/** Enough at `TAIL` for all digits. */
const TERMS = 30;

// prettier-ignore
function hartRatio(x: number): number {
  return (
    ((((((0.0352624965998911 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x + 112.079291497871) * x + 221.213596169931) * x + 220.206867912376) /
    (((((((0.0883883476483184 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x + 296.564248779674) * x + 637.333633378831) * x + 793.826512519948) * x + 440.413735824752)
  );
}

function tailRatio(x: number): number {
  let fraction = x;
  for (let term = TERMS; term > 0; term--) fraction = x + term / fraction;
  return 1 / (fraction * SQRT_2_PI);
}

const SQRT_2_PI = 2.5066282746310002;
