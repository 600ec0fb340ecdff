/** Which rows of blocks meet criteria, by an index where the criteria ask for one value. */
import { errorOf, type FormulaError, isMatrix, type Matrix, type Scalar, type Value } from '../formula/value.ts';
import { type Criterion, criterionKey, criterionOf } from './criteria.ts';
import { numberOfMatrix, remembered, ResultMemory, SMALL_BLOCK } from './index-cache.ts';
import { cellAt, sameShape, sizeOf } from './matrix.ts';
import { cellOf } from './params.ts';

export interface Condition {
  readonly range: Matrix;
  readonly criterion: Criterion;
}

/** Rows of each value of a block. */
const rowsByValue = remembered((matrix: Matrix): ReadonlyMap<Scalar, readonly number[]> => {
  const rows = new Map<Scalar, number[]>();
  const size = sizeOf(matrix);
  for (let index = 0; index < size; index++) {
    const key = criterionKey(cellAt(matrix, index));
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [index]);
    else known.push(index);
  }
  return rows;
});

/** Pairs of range and criterion; `#VALUE!` when the ranges differ in shape. */
export function conditionsOf(args: readonly (Value | undefined)[], locale: string): Condition[] | FormulaError {
  const conditions: Condition[] = [];
  for (let index = 0; index < args.length; index += 2) {
    const range = args[index];
    if (range === undefined || !isMatrix(range) || index + 1 >= args.length) return errorOf('#VALUE!');
    if (conditions[0] !== undefined && !sameShape(range, conditions[0].range)) return errorOf('#VALUE!');
    conditions.push({ range, criterion: criterionOf(cellOf(args[index + 1]), locale) });
  }
  return conditions;
}

/** Visits the places, counted along the rows, where every condition is met, in order. */
export function eachMatch(conditions: readonly Condition[], visit: (index: number) => void): void {
  const [first] = conditions;
  if (first === undefined) return;
  const candidates = shortestList(conditions);
  const isMet = (index: number): boolean =>
    conditions.every(({ range, criterion }) => criterion.accepts(cellAt(range, index)));
  if (candidates !== undefined) {
    for (const index of candidates) if (isMet(index)) visit(index);
    return;
  }
  const size = sizeOf(first.range);
  for (let index = 0; index < size; index++) if (isMet(index)) visit(index);
}

/** The fewest rows that any criterion for one value leaves; undefined when none asks for one value. */
function shortestList(conditions: readonly Condition[]): readonly number[] | undefined {
  let shortest: readonly number[] | undefined;
  for (const { range, criterion } of conditions) {
    if (criterion.equals === undefined || sizeOf(range) < SMALL_BLOCK) continue;
    const rows = rowsByValue(range).get(criterion.equals) ?? [];
    if (shortest === undefined || rows.length < shortest.length) shortest = rows;
  }
  return shortest;
}

/** Numbers of a block, smallest first, whatever else stands there. */
const numbersInOrder = remembered((matrix: Matrix): Float64Array => {
  const numbers: number[] = [];
  const size = sizeOf(matrix);
  for (let index = 0; index < size; index++) {
    const cell = cellAt(matrix, index);
    if (typeof cell === 'number') numbers.push(cell);
  }
  return Float64Array.from(numbers).sort();
});

/** How many cells a comparison with a number accepts, without a walk over them (`COUNTIF(A:A,">"&A1)` in every row); else undefined. */
export function countOnSide({ range, criterion }: Condition): number | undefined {
  if (criterion.side === undefined || sizeOf(range) < SMALL_BLOCK) return undefined;
  const numbers = numbersInOrder(range);
  const isLow = criterion.side === 'low';
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (criterion.accepts(numbers[mid] ?? NaN) === isLow) low = mid + 1;
    else high = mid;
  }
  return isLow ? low : numbers.length - low;
}

const results = new ResultMemory<Value>();

/** The result of a function over the rows that meet conditions; the same question is answered once. */
export function answered(name: string, values: Matrix, conditions: readonly Condition[], make: () => Value): Value {
  const [first] = conditions;
  if (first === undefined || sizeOf(first.range) < SMALL_BLOCK) return make();
  const parts = conditions.map(({ range, criterion }) => `${numberOfMatrix(range)}:${criterion.key}`);
  return results.get(values, [name, ...parts].join('\u0000'), make);
}
