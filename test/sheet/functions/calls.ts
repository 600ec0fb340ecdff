/** Calls of functions as tests write them: plain values and arrays, errors by their text. */
import { makeDay } from '../../../src/core/days.ts';
import type { CallContext } from '../../../src/sheet/formula/function-spec.ts';
import {
  ERROR_CODES,
  errorOf,
  isError,
  isMatrix,
  type Matrix,
  type Scalar,
  type Value,
} from '../../../src/sheet/formula/value.ts';
import { FUNCTIONS } from '../../../src/sheet/functions/index.ts';
import { matrixOf } from '../../../src/sheet/formula/matrix.ts';

export type Plain = number | string | boolean | null;
/** A value, a row of values, or rows. */
export type Given = Plain | undefined | Matrix | readonly Plain[] | readonly (readonly Plain[])[];

const AS_OF = makeDay(2026, 11, 26) ?? NaN;

export const CONTEXT: CallContext = { asOf: AS_OF, locale: 'en-US' };

function scalarOf(given: Plain): Scalar {
  const code = ERROR_CODES.find((known) => known === given);
  return code === undefined ? given : errorOf(code);
}

/** A column of values. */
export function column(...cells: readonly Plain[]): Matrix {
  return matrixOf(cells.map((cell) => [scalarOf(cell)]));
}

/** A column of decimals, as money columns hand them out. */
export function decimals(scale: number, ...units: readonly number[]): Matrix {
  const factor = 10 ** scale;
  return {
    rows: units.length,
    columns: 1,
    at: (row) => (units[row] ?? 0) / factor,
    decimals: { units: Float64Array.from(units), scale },
  };
}

function isRow(given: readonly unknown[]): given is readonly Plain[] {
  return !Array.isArray(given[0]);
}

function valueOf(given: Given): Value | undefined {
  if (given === undefined) return undefined;
  if (Array.isArray(given)) {
    const rows = isRow(given) ? [given] : (given as readonly (readonly Plain[])[]);
    return matrixOf(rows.map((row) => row.map(scalarOf)));
  }
  return typeof given === 'object' && given !== null ? (given as Matrix) : scalarOf(given);
}

/** A value as tests compare it: rows of cells, errors as their text. */
export function shown(value: Value): unknown {
  if (isMatrix(value)) {
    return Array.from({ length: value.rows }, (_, row) =>
      Array.from({ length: value.columns }, (_, at) => shown(value.at(row, at))),
    );
  }
  return isError(value) ? value.code : value;
}

/** What a function gives, in a locale. */
export function callIn(locale: string, name: string, ...args: readonly Given[]): unknown {
  const { call } = FUNCTIONS.get(name) ?? {};
  if (call === undefined) throw new Error(`no function ${name}`);
  return shown(call(args.map(valueOf), { ...CONTEXT, locale }));
}

export function call(name: string, ...args: readonly Given[]): unknown {
  return callIn('en-US', name, ...args);
}

/** The serial number of a day. */
export function serial(year: number, month: number, date: number): number {
  return (makeDay(year, month, date) ?? NaN) + 25_569;
}
