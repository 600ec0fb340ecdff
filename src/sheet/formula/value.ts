/**
 * What a formula works on and gives: the values of a spreadsheet. Dates are serial numbers (1 January 1900 is 1, as in Excel),
 * empty cells are `null`, errors are values that pass through whatever meets them.
 */

/** The errors that a cell can show. `#UNIT!` is ours: amounts that must not be combined, such as EUR and USD. */
export const ERROR_CODES = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#CYCLE!',
  '#UNIT!',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error as a value. Compare by `code`. */
export interface FormulaError {
  readonly code: ErrorCode;
}

/** One cell's worth. */
export type Scalar = number | string | boolean | null | FormulaError;

/** A block of cells: a range, a column, an array constant, or what a function spills. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** The cell at a place counted from 0; both within bounds. */
  at(row: number, column: number): Scalar;
  /**
   * Set when the block is one column of decimals: whole units of 10^−scale, NaN for what is no number. Sums of it are
   * exact when they are made of these.
   */
  readonly decimals?: { readonly units: Float64Array; readonly scale: number };
}

export type Value = Scalar | Matrix;

const ERRORS = new Map(ERROR_CODES.map((code) => [code, Object.freeze({ code })]));

/** The error value of a code; always the same object. */
export function errorOf(code: ErrorCode): FormulaError {
  return ERRORS.get(code) ?? { code };
}

export function isError(value: Value): value is FormulaError {
  return typeof value === 'object' && value !== null && 'code' in value;
}

export function isMatrix(value: Value): value is Matrix {
  return typeof value === 'object' && value !== null && 'rows' in value;
}

/** Days from 1 January 1970 to day 0 of the serial numbers. */
const EPOCH_SERIAL = 25_569;

/** A UTC day (days since 1970) as a serial number. */
export function serialOfDay(day: number): number {
  return day + EPOCH_SERIAL;
}

/** The UTC day of a serial number, its time of day cut off. */
export function dayOfSerial(serial: number): number {
  return Math.floor(serial) - EPOCH_SERIAL;
}
