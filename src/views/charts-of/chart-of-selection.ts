/** A selected range of any grid as labels and series. */
import type { Series, SeriesTable } from '../../charts/table/series-table.ts';
import { type Exact, parseExact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { pivotText } from '../../core/text/en/pivot.ts';
import type { GridRange } from '../../ui/grid/selection.ts';
import { CELL, type GridColumn, type GridSource } from '../../ui/grid/source.ts';

/** More rows than this are no chart; the first ones are drawn. */
export const MOST_ROWS = 20_000;
const MOST_DIGITS = 10;

export interface SelectionChart {
  /** Undefined: the selection holds no numbers. */
  readonly table: SeriesTable | undefined;
  /** Rows beyond the first ones were left out. */
  readonly cut: boolean;
}

/**
 * The first column of texts (or of days) gives the labels, columns of numbers the series, one for each currency. Totals are
 * left out where there are other rows.
 */
export function chartOfSelection(source: GridSource, range: GridRange, format: Format): SelectionChart {
  const all = rowsOf(range);
  const plain = all.filter((row) => !isTotal(source, row, range.left));
  const rows = (plain.length > 0 ? plain : all).slice(0, MOST_ROWS);
  const columns = columnsOf(source, range);
  const labelColumn = columns.find(({ kind }) => kind === 'text' || kind === 'id') ?? columns.find(({ kind }) => kind === 'day'); // prettier-ignore
  const mark = format.decimal('0.5').charAt(1);
  const series = columns
    .filter(({ kind }) => kind === 'number')
    .flatMap(({ at, title }) => seriesOf(source, rows, at, title, mark, format));
  const labels = rows.map((row) =>
    labelColumn ? source.text(row, labelColumn.at) : pivotText.chart.row(format.count(row + 1)),
  );
  const labelTitle = labelColumn?.title ?? pivotText.chart.lines;
  const titles = [...new Set(series.map(({ title }) => title))].join(', ');
  return {
    table:
      series.length === 0
        ? undefined
        : { title: pivotText.chart.title(titles, labelTitle), labelTitle, labels, series },
    cut: (plain.length > 0 ? plain : all).length > rows.length,
  };
}

function rowsOf({ top, bottom }: GridRange): readonly number[] {
  const first = Math.max(0, top);
  return Array.from({ length: Math.max(0, bottom - first + 1) }, (_, index) => first + index);
}

function columnsOf({ columns }: GridSource, { left, right }: GridRange): readonly (GridColumn & { at: number })[] {
  return columns.slice(left, right + 1).map((column, index) => ({ ...column, at: left + index }));
}

function isTotal(source: GridSource, row: number, column: number): boolean {
  return source.groupAt?.(row) !== undefined || ((source.flags?.(row, column) ?? 0) & CELL.bold) !== 0;
}

interface ReadCell {
  readonly value: Exact;
  readonly digits: number;
  readonly unit: string;
  /** The grid adds such cells up. */
  readonly adds: boolean;
}

function seriesOf(
  source: GridSource,
  rows: readonly number[],
  column: number,
  title: string,
  mark: string,
  format: Format,
): readonly Series[] {
  const cells = rows.map((row) => readCell(source, row, column, mark));
  const units = new Set(cells.flatMap((cell) => (cell ? [cell.unit] : [])));
  return [...units].map((unit) => {
    const own = cells.map((cell) => (cell?.unit === unit ? cell : undefined));
    const digits = own.reduce((most, cell) => Math.max(most, cell?.digits ?? 0), 0);
    return {
      ...{ title, unit, additive: own.every((cell) => !cell || cell.adds) },
      values: own.map((cell) => cell?.value),
      write: (value) => format.exact(value, [Math.min(digits, MOST_DIGITS), MOST_DIGITS]),
    };
  });
}

/** Figures are read as they are copied: exact, without thousands marks. */
function readCell(source: GridSource, row: number, column: number, mark: string): ReadCell | undefined {
  const text = (source.copyText?.(row, column) ?? source.text(row, column)).replace(mark, '.');
  const value = parseExact(text);
  if (!value) return undefined;
  const point = text.indexOf('.');
  const unit = source.columns[column]?.unit ?? source.unit?.(row, column) ?? '';
  const adds = source.number?.(row, column) !== undefined;
  return { value, digits: point < 0 ? 0 : text.length - point - 1, unit, adds };
}
