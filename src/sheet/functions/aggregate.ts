/** Functions that take in any number of numbers and give one: SUM, AVERAGE, MIN, MAX, MEDIAN, PRODUCT, SUMPRODUCT and counts. */
import { toNumber } from '../formula/coerce.ts';
import type { FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, isMatrix, type Matrix, type Scalar, type Value } from '../formula/value.ts';
import { eachArgument, numbersOf, totalOf } from './numbers.ts';
import { finite } from './params.ts';
import { sumProduct } from './sum-product.ts';
import { Total } from './totals.ts';

const VALUE = errorOf('#VALUE!');
const DIV0 = errorOf('#DIV/0!');
const NUM = errorOf('#NUM!');

type Arguments = readonly (Value | undefined)[];

/** A function of one block or value, and as many more as one likes. */
function ofMany(name: string, run: (args: Arguments) => Value, takesErrors = false): FunctionSpec {
  return {
    name,
    args: [{ kind: 'block' }],
    repeats: 1,
    ...(takesErrors ? { takesErrors } : {}),
    call: (args) => finite(run(args)),
  };
}

function best(args: Arguments, isBetter: (a: number, b: number) => boolean): Value {
  let found: number | undefined;
  const error = eachArgument(args, (value) => {
    if (found === undefined || isBetter(value, found)) found = value;
  });
  return error ?? found ?? 0;
}

function average(args: Arguments): Value {
  const total = totalOf(args);
  if (!(total instanceof Total)) return total;
  return total.count === 0 ? DIV0 : total.value() / total.count;
}

/** The middle of numbers in order; undefined when there are none. */
export function middle(sorted: readonly number[]): number | undefined {
  const half = sorted.length >> 1;
  const upper = sorted[half];
  const lower = sorted[half - 1];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return lower === undefined ? upper : (lower + upper) / 2;
}

function median(args: Arguments): Value {
  const numbers = numbersOf(args);
  return numbers instanceof Array ? (middle(numbers.sort((a, b) => a - b)) ?? NUM) : numbers;
}

function product(args: Arguments): Value {
  let result = 1;
  let count = 0;
  const error = eachArgument(args, (value) => {
    result *= value;
    count++;
  });
  return error ?? (count === 0 ? 0 : result);
}

/** Cells of a block and values, one after the other. */
function eachCell(args: Arguments, visit: (cell: Scalar, isDirect: boolean) => void): void {
  for (const argument of args) {
    if (argument === undefined) continue;
    if (!isMatrix(argument)) {
      visit(argument, true);
      continue;
    }
    for (let row = 0; row < argument.rows; row++) {
      for (let column = 0; column < argument.columns; column++) visit(argument.at(row, column), false);
    }
  }
}

/** COUNT: numbers; of what is written into the formula also what reads as one. */
function count(args: Arguments): number {
  let found = 0;
  eachCell(args, (cell, isDirect) => {
    if (typeof cell === 'number' || (isDirect && typeof toNumber(cell) === 'number')) found++;
  });
  return found;
}

function countFilled(args: Arguments): number {
  let found = 0;
  eachCell(args, (cell, isDirect) => {
    if (cell !== null || isDirect) found++;
  });
  return found;
}

function countBlank(matrix: Matrix): number {
  let found = 0;
  eachCell([matrix], (cell) => {
    if (cell === null || cell === '') found++;
  });
  return found;
}

export const AGGREGATE: readonly FunctionSpec[] = [
  ofMany('SUM', (args) => {
    const total = totalOf(args);
    return total instanceof Total ? total.value() : total;
  }),
  ofMany('AVERAGE', average),
  ofMany('MIN', (args) => best(args, (a, b) => a < b)),
  ofMany('MAX', (args) => best(args, (a, b) => a > b)),
  ofMany('MEDIAN', median),
  ofMany('PRODUCT', product),
  ofMany('SUMPRODUCT', sumProduct),
  ofMany('COUNT', count, true),
  ofMany('COUNTA', countFilled, true),
  {
    name: 'COUNTBLANK',
    args: [{ kind: 'block' }],
    takesErrors: true,
    call: ([matrix]) => (matrix !== undefined && isMatrix(matrix) ? countBlank(matrix) : VALUE),
  },
];
