/** Conditional marks: which cells of a column stand out, by a condition or by their size. */
import { type Column, NO_DAY } from '../../core/table.ts';
import { exactFloat } from '../../core/exact-column.ts';
import type { RowTest } from '../kernels/filter.ts';
import type { ConditionalMark } from '../model/table-view.ts';
import { type FilterContext, filterSteps } from './filter-test.ts';
import { isNumberColumn } from './number-compare.ts';
import { lengthOf } from './rank-tests.ts';

/** How a cell stands out. */
export interface MarkedLook {
  readonly look?: ConditionalMark['look'];
  /** The cell's share of the largest one of the column, −1 to 1. */
  readonly bar?: number;
  /** Where the cell lies between the smallest (0) and the largest (1) of the column. */
  readonly tone?: number;
}

/** The looks of a column's cells, by row of the table; undefined for a cell like all others. */
export type ColumnLooks = (row: number) => MarkedLook | undefined;

const STEP = 65_536;

/** The looks of one column, in steps; the first mark whose condition holds decides the look. Undefined without any. */
export function* markSteps(
  column: Column,
  marks: readonly ConditionalMark[],
  context: FilterContext,
): Generator<undefined, ColumnLooks | undefined> {
  const parts: ColumnLooks[] = [];
  for (const mark of marks) {
    const part = yield* partOf(column, mark, context);
    if (part) parts.push(part);
    yield;
  }
  if (parts.length === 0) return undefined;
  return (row) => {
    let look: MarkedLook | undefined;
    // Later marks come first, so that earlier ones overrule them.
    for (let at = parts.length - 1; at >= 0; at--) {
      const more = parts[at]?.(row);
      if (more) look = look ? { ...look, ...more } : more;
    }
    return look;
  };
}

function* partOf(
  column: Column,
  { rule, look }: ConditionalMark,
  context: FilterContext,
): Generator<undefined, ColumnLooks | undefined> {
  if (rule.kind === 'filter') {
    const test: RowTest | undefined = yield* filterSteps(column, rule.filter, context);
    const marked = { look };
    return test && ((row) => (test(row) ? marked : undefined));
  }
  const sizeOf = sizes(column);
  if (!sizeOf) return undefined;
  const { least, most } = yield* extent(lengthOf(column), sizeOf);
  if (least > most) return undefined;
  if (rule.kind === 'bars') {
    const largest = Math.max(Math.abs(least), Math.abs(most)) || 1;
    return (row) => defined(sizeOf(row), (size) => ({ look, bar: size / largest }));
  }
  const spread = most - least || 1;
  return (row) => defined(sizeOf(row), (size) => ({ look, tone: (size - least) / spread }));
}

function defined(size: number, made: (size: number) => MarkedLook): MarkedLook | undefined {
  return Number.isNaN(size) ? undefined : made(size);
}

/** The size of each cell to draw by, NaN for an empty one; undefined for columns without sizes. */
function sizes(column: Column): ((row: number) => number) | undefined {
  if (column.kind === 'day') return (row) => (column.days[row] === NO_DAY ? NaN : (column.days[row] ?? NaN));
  if (!isNumberColumn(column)) return undefined;
  switch (column.kind) {
    case 'count':
      return (row) => column.counts[row] ?? NaN;
    case 'exact':
      return (row) => exactFloat(column, row);
    case 'decimal': {
      const factor = 10 ** column.scale;
      return (row) => {
        const units = column.units[row] ?? NaN;
        return Number.isNaN(units) ? Number(column.wide.get(row) ?? NaN) : units / factor;
      };
    }
  }
}

function* extent(
  rows: number,
  sizeOf: (row: number) => number,
): Generator<undefined, { readonly least: number; readonly most: number }> {
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < rows; row++) {
    if (row % STEP === STEP - 1) yield;
    const size = sizeOf(row);
    if (size < least) least = size;
    if (size > most) most = size;
  }
  return { least, most };
}
