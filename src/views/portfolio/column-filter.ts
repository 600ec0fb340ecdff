/** The filter of one column: as the user set it, as a test of rows, and as the words on its chip. */
import { parseDay } from '../../core/days.ts';
import { parseExact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import type { Column, CountColumn, DecimalColumn } from '../../core/table.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import { type RowTest, dayBetween, numberBetween, textIn } from '../../sheet/kernels/filter.ts';

/** Bounds belong to the range; numbers are decimal texts and days `YYYY-MM-DD`, so that nothing is rounded. */
export type ColumnFilter =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'numbers'; readonly least: string | undefined; readonly most: string | undefined }
  | { readonly kind: 'days'; readonly first: string | undefined; readonly last: string | undefined };

/** More distinct texts than this are searched, not picked from. */
const MOST_VALUES = 60;

/** The texts that can be picked from; undefined when there are too many or the column holds no texts. */
export function pickable(column: Column): readonly string[] | undefined {
  if (column.kind !== 'text' || column.values.length > MOST_VALUES) return undefined;
  const used = new Set(column.codes);
  return column.values.filter((_, code) => used.has(code)).sort((a, b) => (a < b ? -1 : 1));
}

/** The test of a filter, searches aside; undefined when the column is of another kind. */
export function rowTest(column: Column, filter: ColumnFilter): RowTest | undefined {
  switch (filter.kind) {
    case 'contains':
      return undefined;
    case 'values':
      return column.kind === 'text' ? textIn(column, new Set(filter.values)) : undefined;
    case 'numbers':
      return column.kind === 'decimal' || column.kind === 'count' ? numberTest(column, filter) : undefined;
    case 'days':
      if (column.kind !== 'day') return undefined;
      return dayBetween(column, dayOr(filter.first, -Infinity), dayOr(filter.last, Infinity));
  }
}

function numberTest(
  column: DecimalColumn | CountColumn,
  filter: { least: string | undefined; most: string | undefined },
): RowTest {
  const scale = column.kind === 'decimal' ? column.scale : 0;
  return numberBetween(
    column,
    filter.least === undefined ? -Infinity : boundUnits(filter.least, scale, 'up'),
    filter.most === undefined ? Infinity : boundUnits(filter.most, scale, 'down'),
  );
}

/** A bound in whole units of a scale, rounded into the range. */
function boundUnits(decimal: string, scale: number, way: 'up' | 'down'): number {
  const exact = parseExact(decimal);
  if (!exact) return NaN;
  const top = exact.n * 10n ** BigInt(scale);
  const cut = top / exact.d;
  const inexact = cut * exact.d !== top;
  if (inexact && way === 'up' && top > 0n) return Number(cut + 1n);
  if (inexact && way === 'down' && top < 0n) return Number(cut - 1n);
  return Number(cut);
}

function dayOr(text: string | undefined, fallback: number): number {
  return text === undefined ? fallback : (parseDay(text) ?? fallback);
}

/** The words on the chip of a filter. */
export function filterWords(title: string, filter: ColumnFilter, format: Format): string {
  const text = portfolioText.filter;
  switch (filter.kind) {
    case 'contains':
      return text.containsChip(title, filter.text);
    case 'values':
      return text.valuesChip(
        title,
        filter.values.map((value) => value || portfolioText.emptyCell),
      );
    case 'numbers':
      return text.rangeChip(
        title,
        filter.least && format.decimal(filter.least),
        filter.most && format.decimal(filter.most),
      );
    case 'days':
      return text.rangeChip(title, dayWords(filter.first, format), dayWords(filter.last, format));
  }
}

function dayWords(text: string | undefined, format: Format): string | undefined {
  const day = text === undefined ? undefined : parseDay(text);
  return day === undefined ? undefined : format.day(day);
}
