/** Values that are the same in all rows, as parts. */
import { type Exact, parseExact } from '../../../core/exact.ts';
import { type FormulaError, type Scalar, isError } from '../value.ts';
import { decimalOf, exactOfNumber } from './decimal.ts';
import {
  BLOCK,
  type FlagPart,
  NoVectors,
  type NumberPart,
  type Part,
  type TextPart,
  constantPart,
  errorPart,
} from './parts.ts';

/** A number as it was written. */
export function literalPart(text: string, value: number): NumberPart {
  return exactConstant(parseExact(text) ?? exactOfNumber(value), value);
}

function exactConstant(exact: Exact, value: number): NumberPart {
  const decimal = decimalOf(exact);
  return decimal ? constantPart(decimal.units, decimal.scale, exact) : constantPart(value, undefined, exact);
}

export function constantText(value: string): TextPart {
  return {
    kind: 'text',
    values: ['', value],
    constant: value,
    data: new Uint32Array(BLOCK).fill(1),
    errors: undefined,
    fill: () => undefined,
    exact: () => value,
  };
}

function constantFlag(value: boolean): FlagPart {
  return {
    kind: 'flag',
    data: new Uint8Array(BLOCK).fill(value ? 1 : 0),
    errors: undefined,
    fill: () => undefined,
    exact: () => value,
  };
}

/** A value of a name, a cell or a function. Empty ones are left to the evaluation by rows: they are 0 here and '' there. */
export function valuePart(value: Scalar): Part {
  if (value === null) throw new NoVectors();
  if (isError(value)) return errorPart(value);
  if (typeof value === 'number') return exactConstant(exactOfNumber(value), value);
  return typeof value === 'string' ? constantText(value) : constantFlag(value);
}

/** Whether an exact result is an error. */
export function isFault(value: Exact | FormulaError | boolean | string): value is FormulaError {
  return typeof value === 'object' && 'code' in value;
}
