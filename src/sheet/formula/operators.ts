/** Excel's operators on single cells. Errors pass through, the left one first. */
import type { BinaryOperator, UnaryOperator } from './ast.ts';
import { comparePlain, toNumber, toText } from './coerce.ts';
import { addNumbers, subtractNumbers } from './round.ts';
import { type FormulaError, type Scalar, errorOf, isError } from './value.ts';

const NUM_ERROR = errorOf('#NUM!');
const DIV_ERROR = errorOf('#DIV/0!');
const VALUE_ERROR = errorOf('#VALUE!');

/** Excel's longest text in a cell. */
const MAX_TEXT = 32_767;

export type ScalarOperator = (a: Scalar, b: Scalar) => Scalar;

/** What a double that went out of bounds is in a spreadsheet. */
export function finite(value: number): number | FormulaError {
  return Number.isFinite(value) ? value : NUM_ERROR;
}

export function divideNumbers(a: number, b: number): number | FormulaError {
  return b === 0 ? DIV_ERROR : finite(a / b);
}

/** `a ^ b`: 0^0 is `#NUM!`, 0 to a negative power `#DIV/0!`. */
export function power(a: number, b: number): number | FormulaError {
  if (a === 0 && b <= 0) return b === 0 ? NUM_ERROR : DIV_ERROR;
  return finite(a ** b);
}

function arithmetic(compute: (a: number, b: number) => number | FormulaError): ScalarOperator {
  return (a, b) => {
    const left = typeof a === 'number' ? a : toNumber(a);
    if (typeof left !== 'number') return left;
    const right = typeof b === 'number' ? b : toNumber(b);
    return typeof right === 'number' ? compute(left, right) : right;
  };
}

function comparison(test: (order: number) => boolean): ScalarOperator {
  return (a, b) => {
    if (isError(a)) return a;
    return isError(b) ? b : test(comparePlain(a, b));
  };
}

function concat(a: Scalar, b: Scalar): Scalar {
  const left = toText(a);
  if (typeof left !== 'string') return left;
  const right = toText(b);
  if (typeof right !== 'string') return right;
  return left.length + right.length > MAX_TEXT ? VALUE_ERROR : left + right;
}

export const OPERATORS: Readonly<Record<BinaryOperator, ScalarOperator>> = {
  '+': arithmetic((a, b) => finite(addNumbers(a, b))),
  '-': arithmetic((a, b) => finite(subtractNumbers(a, b))),
  '*': arithmetic((a, b) => finite(a * b)),
  '/': arithmetic(divideNumbers),
  '^': arithmetic(power),
  '&': concat,
  '=': comparison((order) => order === 0),
  '<>': comparison((order) => order !== 0),
  '<': comparison((order) => order < 0),
  '<=': comparison((order) => order <= 0),
  '>': comparison((order) => order > 0),
  '>=': comparison((order) => order >= 0),
};

/** Signs and percent; `+` changes nothing, not even a text, and `@` is the compiler's. */
export const UNARY: Readonly<Record<UnaryOperator, (value: Scalar) => Scalar>> = {
  '+': (value) => value,
  '@': (value) => value,
  '-': (value) => negated(toNumber(value)),
  '%': (value) => hundredth(toNumber(value)),
};

function negated(number: number | FormulaError): Scalar {
  return typeof number === 'number' ? 0 - number : number;
}

function hundredth(number: number | FormulaError): Scalar {
  return typeof number === 'number' ? number / 100 : number;
}
