/** A pivot as the table that is shown and exported: columns of labels, then figures, with subtotals and totals. */
import type { PivotSpec } from '../model/workbook-parts.ts';
import { pathOf } from './axis.ts';
import { type PivotCell, cellAt } from './cells.ts';
import type { DescribedCell, DescribedColumn, DescribedTable } from './described.ts';
import type { Measure, Pivot } from './result.ts';
import { sideOf } from './share-bases.ts';
import {
  type PivotWords,
  fieldTitle,
  figureText,
  figureValue,
  measureFormat,
  measureTitle,
  memberText,
  memberValue,
} from './words.ts';

/** Where a column of figures stands in the pivot. */
export interface FigurePlace {
  readonly columnLine: number;
  readonly measure: number;
}

export interface PivotTable extends DescribedTable {
  /** How many columns of labels stand before the figures. */
  readonly labels: number;
  /** Undefined for a column of labels. */
  placeOf(column: number): FigurePlace | undefined;
  figureAt(row: number, column: number): PivotCell;
  /** Labels of a row, the outermost first; totals end with the word for one. */
  rowLabels(row: number): readonly string[];
  /** Labels of a column of figures, its measure aside. */
  columnLabels(columnLine: number): readonly string[];
}

const NO_CELL: PivotCell = { kind: 'empty' };

/** The table of a pivot. Cells are worked out when they are asked for. */
export function pivotTable(pivot: Pivot, spec: Pick<PivotSpec, 'name' | 'rows'>, words: PivotWords): PivotTable {
  const { rowAxis, rowLines, columnLines, measures } = pivot;
  const labels = Math.max(1, rowAxis.fields.length);
  const deepest = rowAxis.levels.length - 1;
  const rowLabels = (row: number): readonly string[] =>
    labelsOf(pivot, 'rowAxis', rowLines.level[row] ?? 0, rowLines.node[row] ?? 0, words);
  const columnLabels = (line: number): readonly string[] =>
    labelsOf(pivot, 'columnAxis', columnLines.level[line] ?? 0, columnLines.node[line] ?? 0, words);
  const placeOf = (column: number): FigurePlace | undefined =>
    column < labels || measures.length === 0
      ? undefined
      : {
          columnLine: Math.floor((column - labels) / measures.length),
          measure: (column - labels) % measures.length,
        };
  const figureAt = (row: number, column: number): PivotCell => {
    const place = placeOf(column);
    return place ? cellAt(pivot, row, place.columnLine, place.measure) : NO_CELL;
  };
  const isTotal = (row: number): boolean => (rowLines.level[row] ?? 0) < deepest || deepest === 0;
  return {
    ...{ title: spec.name, labels, rows: rowLines.level.length, placeOf, figureAt, rowLabels, columnLabels, isTotal },
    columns: [...labelColumns(pivot, spec, words), ...figureColumns(pivot, columnLabels, words)],
    cell: (row, column) => {
      const measure = measures[placeOf(column)?.measure ?? -1];
      return measure
        ? figureCell(figureAt(row, column), measure, words)
        : labelCell(pivot, row, column, rowLabels(row)[column] ?? '', words);
    },
  };
}

function figureCell(figure: PivotCell, measure: Measure, words: PivotWords): DescribedCell {
  const unit = figure.kind === 'value' && isAmount(measure) ? figure.currency : '';
  return { text: figureText(figure, measure, words), raw: figureValue(figure, measure), unit };
}

/** Shares of money are none. */
function isAmount({ money, aggregate }: Measure): boolean {
  return money && sideOf(aggregate) === undefined;
}

function labelCell(pivot: Pivot, row: number, column: number, text: string, words: PivotWords): DescribedCell {
  const { rowAxis, rowLines } = pivot;
  const level = rowLines.level[row] ?? 0;
  const field = rowAxis.fields[column];
  if (!field || column >= level || text === '') {
    return { text, raw: text === '' ? { kind: 'empty' } : { kind: 'text', text }, unit: '' };
  }
  const code = pathOf(rowAxis, level, rowLines.node[row] ?? 0)[column] ?? 0;
  // The label of a subtotal says that it is one.
  const isPlain = text === memberText(field.members, code, words);
  return { text, raw: isPlain ? memberValue(field.members, code, text) : { kind: 'text', text }, unit: '' };
}

/** Labels down to a node; of a total the last says so. */
function labelsOf(
  pivot: Pivot,
  side: 'rowAxis' | 'columnAxis',
  level: number,
  node: number,
  words: PivotWords,
): readonly string[] {
  const axis = pivot[side];
  const path = pathOf(axis, level, node);
  const labels = path.map((code, depth) => {
    const members = axis.fields[depth]?.members;
    return members ? memberText(members, code, words) : '';
  });
  if (level === 0) return [words.text.total];
  const last = labels.at(-1) ?? '';
  return level === axis.levels.length - 1 ? labels : [...labels.slice(0, -1), words.text.totalOf(last)];
}

function labelColumns(
  { rowAxis, currencyAdded }: Pivot,
  { rows }: Pick<PivotSpec, 'rows'>,
  words: PivotWords,
): readonly DescribedColumn[] {
  const fields = currencyAdded ? [undefined, ...rows] : rows;
  const columns = rowAxis.fields.map(({ key, members }, index): DescribedColumn => {
    const title = fieldTitle(fields[index] ?? { key }, members.kind, words);
    const isDay = members.kind === 'day';
    return { title, unit: '', kind: isDay ? 'day' : 'text', format: { kind: isDay ? 'date' : 'text' } };
  });
  return columns.length > 0 ? columns : [{ title: '', unit: '', kind: 'text', format: { kind: 'text' } }];
}

function figureColumns(
  pivot: Pivot,
  columnLabels: (line: number) => readonly string[],
  words: PivotWords,
): readonly DescribedColumn[] {
  const { columnAxis, columnLines, measures } = pivot;
  const spread = columnAxis.fields.length > 0;
  return [...columnLines.level.keys()].flatMap((line) =>
    measures.map((measure): DescribedColumn => {
      const own = measureTitle(measure, words);
      const labels = spread ? columnLabels(line) : [];
      return {
        title: words.text.path(measures.length > 1 || !spread ? [...labels, own] : labels),
        unit: isAmount(measure) ? unitOf(pivot, line) : '',
        kind: measure.kind,
        format: measureFormat(measure),
      };
    }),
  );
}

/** The currency that all amounts of a column have; '' when rows have their own. */
function unitOf({ currencies, columnAxis, columnLines, blocks, measures }: Pivot, line: number): string {
  const filled = currencies.filter((currency) => currency !== '');
  if (filled.length === 1) return filled[0] ?? '';
  const block = blocks[0]?.[columnLines.level[line] ?? 0];
  const code = block?.figures[measures.findIndex(({ money }) => money)]?.currency?.[columnLines.node[line] ?? 0] ?? -1;
  return columnAxis.fields.length > 0 && code >= 0 ? (currencies[code] ?? '') : '';
}
