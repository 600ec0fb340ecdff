/** The numbers among the arguments of SUM and its kin, as Excel counts them. */
import { toNumber } from '../formula/coerce.ts';
import { type FormulaError, isError, isMatrix, type Matrix, type Value } from '../formula/value.ts';
import { Total } from './totals.ts';

/** Numbers of a block: texts, booleans and empty cells are passed over, the first error ends the walk. */
export function eachNumber(matrix: Matrix, visit: (value: number) => void): FormulaError | undefined {
  for (let row = 0; row < matrix.rows; row++) {
    for (let column = 0; column < matrix.columns; column++) {
      const cell = matrix.at(row, column);
      if (typeof cell === 'number') visit(cell);
      else if (isError(cell)) return cell;
    }
  }
  return undefined;
}

/** Numbers of all arguments: of blocks as above; a value written into the formula counts as a number or is an error. */
export function eachArgument(
  args: readonly (Value | undefined)[],
  visit: (value: number) => void,
): FormulaError | undefined {
  for (const argument of args) {
    if (argument === undefined) continue;
    if (isMatrix(argument)) {
      const error = eachNumber(argument, visit);
      if (error !== undefined) return error;
      continue;
    }
    const value = toNumber(argument);
    if (typeof value !== 'number') return value;
    visit(value);
  }
  return undefined;
}

/** All numbers of the arguments in a list. */
export function numbersOf(args: readonly (Value | undefined)[]): number[] | FormulaError {
  const numbers: number[] = [];
  return eachArgument(args, (value) => numbers.push(value)) ?? numbers;
}

/** The first error among the cells of a column of decimals that are no number. */
function errorBesides(matrix: Matrix, units: Float64Array): FormulaError | undefined {
  for (let row = 0; row < units.length; row++) {
    if (!Number.isNaN(units[row])) continue;
    const cell = matrix.at(row, 0);
    if (isError(cell)) return cell;
  }
  return undefined;
}

/** The exact sum of all numbers of the arguments. */
export function totalOf(args: readonly (Value | undefined)[]): Total | FormulaError {
  const total = new Total();
  const others: (Value | undefined)[] = [];
  for (const argument of args) {
    const decimals = argument !== undefined && isMatrix(argument) ? argument.decimals : undefined;
    if (decimals === undefined || argument === undefined || !isMatrix(argument)) {
      others.push(argument);
      continue;
    }
    const error = errorBesides(argument, decimals.units);
    if (error !== undefined) return error;
    total.addColumn(decimals.units, decimals.scale);
  }
  const error = eachArgument(others, (value) => {
    total.add(value);
  });
  return error ?? total;
}
