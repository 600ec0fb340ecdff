/** Which columns of the sheet add up, and the words of their sums. */
import { parseExact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { minorDigits } from '../../core/money.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import { isNumberColumn } from '../../sheet/arrange/number-compare.ts';
import { type SummedColumn, type UnitTotal, totalSteps } from '../../sheet/arrange/subtotals.ts';
import type { SheetColumn } from './columns.ts';
import type { SheetData } from './sheet-data.ts';
import { SEATS_UNIT } from './wording.ts';

/** A column as it is added up; undefined when its numbers mean nothing together. */
export function summedColumn({ key, sums }: SheetColumn, data: SheetData): SummedColumn | undefined {
  if (sums === undefined) return undefined;
  const { column } = data.cells(key);
  if (!isNumberColumn(column)) return undefined;
  const unit = sums === 'amounts' ? data.currencies() : sums === 'seats' ? SEATS_UNIT : '';
  return { key, column, unit };
}

/** Sums of the rows of an order, by column. */
export function* columnTotals(
  columns: readonly SheetColumn[],
  data: SheetData,
  order: Uint32Array,
): Generator<undefined, ReadonlyMap<string, readonly UnitTotal[]>> {
  const totals: (readonly [string, readonly UnitTotal[]])[] = [];
  for (const column of columns) {
    const summed = summedColumn(column, data);
    yield;
    if (summed) totals.push([column.key, yield* totalSteps(summed, order)]);
  }
  return new Map(totals);
}

/** A sum in words. Several currencies are named instead of being added. */
export function totalWords(totals: readonly UnitTotal[], sums: SheetColumn['sums'], format: Format): string {
  const [total, ...others] = totals;
  if (total === undefined) return '';
  if (others.length > 0) return portfolioText.severalUnits(totals.map(({ unit }) => unit));
  const value = parseExact(total.sum);
  if (!value) return '';
  const digits = minorDigits(total.unit);
  return format.exact(value, sums === 'amounts' ? [digits, digits] : [0, 10]);
}

/** The texts of the row of totals, by place of the column. */
export function totalsRow(
  columns: readonly SheetColumn[],
  totals: ReadonlyMap<string, readonly UnitTotal[]>,
  count: number,
  format: Format,
): (place: number) => string {
  return (place) => {
    const column = columns[place];
    if (place === 0 || column === undefined) return portfolioText.total(format.count(count));
    return totalWords(totals.get(column.key) ?? [], column.sums, format);
  };
}
