/** A pivot as labels and series: what its chart is made from. Totals are left out. */
import { type Exact, fraction, multiply } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { minorDigits } from '../../core/money.ts';
import type { Series, SeriesTable } from '../../charts/table/series-table.ts';
import type { TableChart } from '../../charts/table/table-chart.ts';
import { pivotText } from '../../core/text/en/pivot.ts';
import type { Aggregate } from '../../sheet/model/workbook-parts.ts';
import { cellAt } from '../../sheet/pivot/cells.ts';
import type { Axis } from '../../sheet/pivot/axis.ts';
import type { Lines } from '../../sheet/pivot/lines.ts';
import type { PivotTable } from '../../sheet/pivot/pivot-table.ts';
import type { Measure, Pivot } from '../../sheet/pivot/result.ts';
import { sideOf } from '../../sheet/pivot/share-bases.ts';
import { type PivotWords, measureTitle } from '../../sheet/pivot/words.ts';

/** More lines than this are no chart; the first ones are drawn. */
export const MOST_LINES = 20_000;

export interface PivotSeries {
  readonly table: SeriesTable;
  /** The lines behind a label. */
  lineOf(label: number): { readonly row: number; readonly column: number } | undefined;
}

/** Labels are the rows; the columns where rows have no field, or where a line runs along their time. */
export function pivotSeries(pivot: Pivot, table: PivotTable, words: PivotWords, kind: TableChart): PivotSeries {
  const onRows = labelsOnRows(pivot, kind);
  const rows = plainLines(pivot.rowLines, pivot.rowAxis.levels.length - 1);
  const columns = plainLines(pivot.columnLines, pivot.columnAxis.levels.length - 1);
  const [labelLines, seriesLines] = onRows ? [rows, columns] : [columns, rows];
  const names = namesOf(pivot, table);
  const series = seriesLines.flatMap((line) => {
    const name = onRows ? names.column(line) : names.row(line);
    return pivot.measures.flatMap((measure, index) => {
      if (measure.kind === 'day') return [];
      const own = pivot.measures.length > 1 || name.length === 0 ? [measureTitle(measure, words)] : [];
      const cells = labelLines.map((label) => (onRows ? cellAt(pivot, label, line, index) : cellAt(pivot, line, label, index))); // prettier-ignore
      return byUnit(words.text.path([...name, ...own]), measure, cells, words.format);
    });
  });
  const axis = onRows ? pivot.rowAxis : pivot.columnAxis;
  const fields = axis.fields.slice(onRows && pivot.currencyAdded ? 1 : 0);
  const labelTitle = words.text.path(fields.map(({ key }) => words.title(key)));
  const measures = pivot.measures.map((measure) => measureTitle(measure, words)).join(', ');
  const labels = labelLines.map((line) => words.text.path(onRows ? names.row(line) : names.column(line)));
  const whole = { rows: pivot.rowLines.level.length - 1, columns: pivot.columnLines.level.length - 1 };
  return {
    table: { title: pivotText.chart.title(measures, labelTitle), labelTitle, labels, series, course: isTime(axis) },
    lineOf: (label) => {
      const line = labelLines[label];
      if (line === undefined) return undefined;
      return onRows ? { row: line, column: whole.columns } : { row: whole.rows, column: line };
    },
  };
}

const PERIODS: ReadonlySet<string> = new Set(['day', 'month', 'quarter', 'year']);

function isTime({ fields }: Axis): boolean {
  return PERIODS.has(fields.at(-1)?.members.kind ?? '');
}

function labelsOnRows({ rowAxis, columnAxis }: Pivot, kind: TableChart): boolean {
  if (rowAxis.fields.length === 0) return columnAxis.fields.length === 0;
  return !((kind === 'line' || kind === 'area') && isTime(columnAxis) && !isTime(rowAxis));
}

/** Labels of lines; a currency that was added goes without saying, since a chart has one unit. */
function namesOf({ rowAxis, columnAxis, currencyAdded }: Pivot, table: PivotTable) {
  const { fields } = columnAxis;
  return {
    row: (line: number) => (rowAxis.fields.length > 0 ? table.rowLabels(line).slice(currencyAdded ? 1 : 0) : []),
    column: (line: number) => (fields.length > 0 ? table.columnLabels(line) : []),
  };
}

function plainLines({ level }: Lines, deepest: number): readonly number[] {
  const lines: number[] = [];
  for (let line = 0; line < level.length && lines.length < MOST_LINES; line++) {
    if (level[line] === deepest) lines.push(line);
  }
  return lines;
}

type Cells = readonly ReturnType<typeof cellAt>[];

/** Amounts make a series for each currency. */
function byUnit(title: string, measure: Measure, cells: Cells, format: Format): readonly Series[] {
  const isShare = sideOf(measure.aggregate) !== undefined;
  const units = new Set(cells.flatMap((cell) => (cell.kind === 'value' ? [unitOf(measure, cell.currency)] : [])));
  return [...units].map((unit) => ({
    title,
    unit,
    additive: ADDITIVE.has(measure.aggregate),
    write: writer(measure, unit, format),
    values: cells.map((cell) => {
      if (cell.kind !== 'value' || unitOf(measure, cell.currency) !== unit) return undefined;
      return isShare ? multiply(cell.value, HUNDRED) : cell.value;
    }),
  }));
}

const HUNDRED = fraction(100);
const ADDITIVE: ReadonlySet<Aggregate> = new Set(['sum', 'count', 'share']);

function unitOf({ aggregate, money }: Measure, currency: string): string {
  if (sideOf(aggregate) !== undefined) return '%';
  return money ? currency : '';
}

function writer({ money, aggregate }: Measure, unit: string, format: Format): (value: Exact) => string {
  if (unit === '%') return (value) => format.exact(value, [1, 1]);
  if (!money) return (value) => format.exact(value, [0, aggregate === 'average' ? 2 : 10]);
  const digits = minorDigits(unit);
  return (value) => format.exact(value, [digits, aggregate === 'average' ? digits : 10]);
}
