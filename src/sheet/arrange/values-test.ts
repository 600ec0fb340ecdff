/** Filters by a set of values, for columns of every kind. */
import { dayToText } from '../../core/days.ts';
import { parseExact, toDecimal } from '../../core/exact.ts';
import { type Column, dayAt, exactAt, flagAt } from '../../core/table.ts';
import { type RowTest, isEmpty, textIn } from '../kernels/filter.ts';
import { type Compared, type NumberColumn, comparedWith, isNumberColumn } from './number-compare.ts';

/** Fewer numbers than this are compared one by one. */
const FEW = 8;
const MOST_DIGITS = 255;

/**
 * A cell as a value to pick: a text as it stands, numbers as decimals without zeros at their end, days as `YYYY-MM-DD`,
 * flags as `yes` and `no`; '' for an empty cell.
 */
export function valueText(column: Column, row: number): string {
  switch (column.kind) {
    case 'text':
      return column.values[column.codes[row] ?? 0] ?? '';
    case 'day': {
      const day = dayAt(column, row);
      return day === undefined ? '' : dayToText(day);
    }
    case 'flag': {
      const flag = flagAt(column, row);
      return flag === undefined ? '' : flag ? 'yes' : 'no';
    }
    case 'count':
      return String(column.counts[row] ?? 0);
    case 'decimal':
    case 'exact': {
      const value = exactAt(column, row);
      return value ? toDecimal(value, 0, digitsOf(column, row)) : '';
    }
  }
}

/** Rows whose value is one of `values`, which are as `valueText` gives them. */
export function valuesTest(column: Column, values: readonly string[]): RowTest {
  const wanted = new Set(values);
  if (column.kind === 'text') return textIn(column, wanted);
  if (!isNumberColumn(column)) return (row) => wanted.has(valueText(column, row));
  const empty = wanted.has('') ? isEmpty(column) : (): boolean => false;
  const numbers = values.flatMap((value) => parseExact(value) ?? []);
  if (numbers.length <= FEW) {
    const compared: readonly Compared[] = numbers.map((number) => comparedWith(column, number));
    return (row) => compared.some((each) => each(row) === 0) || empty(row);
  }
  if (column.kind === 'decimal' && column.wide.size === 0) {
    const { units, scale } = column;
    const keys = new Set(numbers.map(({ n, d }) => Number(n * 10n ** BigInt(scale)) / Number(d)));
    return (row) => keys.has(units[row] ?? NaN) || empty(row);
  }
  return (row) => wanted.has(valueText(column, row));
}

/** Digits after the point that a cell can have. */
function digitsOf(column: NumberColumn, row: number): number {
  if (column.kind === 'count') return 0;
  const wide = column.wide.get(row);
  if (wide !== undefined) return wide.length;
  return column.kind === 'decimal' ? column.scale : Math.min(MOST_DIGITS, column.places[row] ?? 0);
}
