/** ÷ of parts. Divisions give doubles, but those by 4, 10 or 25 are exact products. */
import { ONE, divide as divideExact, isZero } from '../../../core/exact.ts';
import { errorOf } from '../value.ts';
import { asDouble, computed, onExact, product, slackAt, valueOfConstant } from './arithmetic.ts';
import { decimalOf } from './decimal.ts';
import { divide } from './loops.ts';
import { BLOCK, type NumberPart, ULP, constantPart, errorCode, numbers } from './parts.ts';

const DIV_ERROR = errorOf('#DIV/0!');
const DIV_CODE = errorCode(DIV_ERROR);

/** A constant to multiply by instead of dividing: ÷ 4 is × 0.25, which is exact. */
function inverseOf(divisor: NumberPart): NumberPart | undefined {
  if (divisor.constant === undefined || divisor.constant === 0 || divisor.errors) return undefined;
  const value = valueOfConstant(divisor);
  const inverse = value && divideExact(ONE, value.exact);
  const decimal = inverse && decimalOf(inverse);
  return decimal && constantPart(decimal.units, decimal.scale, inverse);
}

export function quotient(a: NumberPart, b: NumberPart): NumberPart {
  const inverse = inverseOf(b);
  if (inverse) return product(a, inverse);
  const exact = onExact(a, b, (n, d) => (isZero(d) ? DIV_ERROR : divideExact(n, d)));
  if (a.scale !== undefined && b.scale !== undefined) return quotientOfUnits(a, b, a.scale - b.scale, exact);
  const x = asDouble(a);
  const y = asDouble(b);
  // An exact divisor that is not 0 is at least one unit.
  const bound = b.scale === undefined ? Infinity : x.bound * 10 ** b.scale;
  const slack = x.slack || y.slack ? numbers() : undefined;
  const shape = { scale: undefined, bound, rel: x.rel + y.rel + 2 * ULP, ...(slack && { slack }), exact };
  const own = new Uint8Array(BLOCK);
  return computed([x, y], shape, (data, count, part) => {
    let hasZero = false;
    for (let i = 0; i < count; i++) {
      const divisor = y.data[i] ?? 0;
      hasZero ||= divisor === 0;
      data[i] = (x.data[i] ?? 0) / divisor;
    }
    if (slack) {
      for (let i = 0; i < count; i++) {
        const result = Math.abs(data[i] ?? 0);
        slack[i] = (slackAt(x, i) + result * slackAt(y, i)) / Math.abs(y.data[i] ?? 0) + result * ULP * 2;
      }
    }
    if (!hasZero) return;
    part.errors = withZeros(part.errors, own, y.data, count);
    for (let i = 0; i < count; i++) if (y.data[i] === 0) data[i] = 0;
  });
}

/** Units divided by units. @param digits by which the scale of the first is larger */
function quotientOfUnits(a: NumberPart, b: NumberPart, digits: number, exact: NumberPart['exact']): NumberPart {
  const factor = 10 ** Math.abs(digits);
  const bound = digits >= 0 ? a.bound / factor : a.bound * factor;
  const own = new Uint8Array(BLOCK);
  return computed([a, b], { scale: undefined, bound, rel: 3 * ULP, exact }, (data, count, part) => {
    const hasZero =
      digits >= 0 ? divide(data, a.data, b.data, factor, 1, count) : divide(data, a.data, b.data, 1, factor, count);
    if (!hasZero) return;
    part.errors = withZeros(part.errors, own, b.data, count);
    for (let i = 0; i < count; i++) if (b.data[i] === 0) data[i] = 0;
  });
}

/** Marks divisions by zero beside the errors that are there. */
function withZeros(errors: Uint8Array | undefined, own: Uint8Array, divisors: Float64Array, count: number): Uint8Array {
  for (let i = 0; i < count; i++) {
    const known = errors?.[i] ?? 0;
    own[i] = known === 0 && divisors[i] === 0 ? DIV_CODE : known;
  }
  return own;
}
