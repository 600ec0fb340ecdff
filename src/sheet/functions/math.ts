/** Arithmetic: rounding, parts of numbers, powers. */
import type { FunctionSpec } from '../formula/function-spec.ts';
import { power } from '../formula/operators.ts';
import { floorNumber, roundDown, roundHalfAway, roundUp, to15 } from '../formula/round.ts';
import { errorOf, type Value } from '../formula/value.ts';
import { define, number, optional, whole } from './params.ts';

const NUM = errorOf('#NUM!');
const DIV0 = errorOf('#DIV/0!');

/** More quotients than this MOD does not count, as Excel. */
const MOST_QUOTIENTS = 2 ** 50;

/** The remainder with the sign of the divisor, worked out on the digits that the numbers show: `MOD(0.3,0.1)` is 0. */
function modulo(dividend: number, divisor: number): Value {
  if (divisor === 0) return DIV0;
  const quotients = floorNumber(dividend / divisor);
  if (Math.abs(quotients) >= MOST_QUOTIENTS) return NUM;
  const rest = dividend - divisor * quotients;
  if (Number.isInteger(dividend) && Number.isInteger(divisor)) return rest === 0 ? 0 : rest;
  const shown = Math.abs(rest) < Math.abs(dividend) * 1e-15 ? 0 : to15(rest);
  return shown === 0 ? 0 : shown;
}

export const MATH: readonly FunctionSpec[] = [
  define('ROUND', [number, whole], ([value, digits]) => roundHalfAway(value, digits)),
  define('ROUNDUP', [number, whole], ([value, digits]) => roundUp(value, digits)),
  define('ROUNDDOWN', [number, whole], ([value, digits]) => roundDown(value, digits)),
  define('TRUNC', [number, optional(whole, 0)], ([value, digits]) => roundDown(value, digits)),
  define('INT', [number], ([value]) => floorNumber(value)),
  define('MOD', [number, number], ([dividend, divisor]) => modulo(dividend, divisor)),
  define('ABS', [number], ([value]) => Math.abs(value)),
  define('SIGN', [number], ([value]) => Math.sign(value)),
  define('SQRT', [number], ([value]) => (value < 0 ? NUM : Math.sqrt(value))),
  define('POWER', [number, number], ([base, exponent]) => power(base, exponent)),
];
