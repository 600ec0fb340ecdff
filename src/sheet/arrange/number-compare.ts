/** Comparing the numbers of a column with one exact number, without a bigint for each row. */
import { type Exact, compare, parseExact, toFloat } from '../../core/exact.ts';
import { exactFloat, exactValue } from '../../core/exact-column.ts';
import type { Column, CountColumn, DecimalColumn, ExactColumn } from '../../core/table.ts';

/** Columns of numbers. */
export type NumberColumn = DecimalColumn | CountColumn | ExactColumn;

/** Below 0, 0 or above 0 as the cell is below, equal to or above the number; NaN for an empty cell. */
export type Compared = (row: number) => number;

/** Floats that differ by more than this share of their size differ as exact numbers, too. */
const SURE = 1e-12;

export function isNumberColumn(column: Column): column is NumberColumn {
  return column.kind === 'decimal' || column.kind === 'count' || column.kind === 'exact';
}

/** Compares each cell with `bound`, exactly. */
export function comparedWith(column: NumberColumn, bound: Exact): Compared {
  switch (column.kind) {
    case 'count': {
      const { counts } = column;
      return comparedUnits((row) => counts[row] ?? NaN, bound, 0);
    }
    case 'decimal': {
      const { units, scale, wide } = column;
      const inUnits = comparedUnits((row) => units[row] ?? NaN, bound, scale);
      if (wide.size === 0) return inUnits;
      const ofWide = comparedTexts(wide, bound);
      return (row) => (wide.has(row) ? ofWide(row) : inUnits(row));
    }
    case 'exact':
      return comparedExact(column, bound);
  }
}

/** Whole units against the whole part of the bound: when it has a rest, a cell equal to that part is below it. */
function comparedUnits(unitsAt: (row: number) => number, bound: Exact, scale: number): Compared {
  const top = bound.n * 10n ** BigInt(scale);
  const cut = top / bound.d;
  const hasRest = cut * bound.d !== top;
  const floor = Number(hasRest && top < 0n ? cut - 1n : cut);
  return (row) => {
    const units = unitsAt(row);
    if (units > floor) return 1;
    if (units < floor) return -1;
    return units === floor ? (hasRest ? -1 : 0) : NaN;
  };
}

function comparedTexts(texts: ReadonlyMap<number, string>, bound: Exact): Compared {
  return (row) => {
    const value = parseExact(texts.get(row) ?? '');
    return value ? compare(value, bound) : NaN;
  };
}

/** By floats where they are far apart, exactly where they are close. */
function comparedExact(column: ExactColumn, bound: Exact): Compared {
  const float = toFloat(bound);
  return (row) => {
    const value = exactFloat(column, row);
    const difference = value - float;
    if (Math.abs(difference) > Math.abs(float) * SURE + Number.MIN_VALUE) return Math.sign(difference);
    const exact = exactValue(column, row);
    return exact ? compare(exact, bound) : NaN;
  };
}
