/** The arranged sheet as the grid asks for it. */
import { guardFormula } from '../../core/formula-guard.ts';
import type { Override } from '../../core/overrides/override.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import { cellValue, formatCell } from '../../sheet/arrange/format-cell.ts';
import { groupOf } from '../../sheet/arrange/groups.ts';
import type { ColumnLooks, MarkedLook } from '../../sheet/arrange/marks.ts';
import type { TableView } from '../../sheet/model/table-view.ts';
import { CELL, type GridColumn, type GridSource } from '../../ui/grid/source.ts';
import { FROZEN_COLUMNS, type SheetColumn } from './columns.ts';
import { GroupCells } from './group-cells.ts';
import type { SheetData } from './sheet-data.ts';
import type { ArrangedRows } from './arranged-rows.ts';
import { SEATS_UNIT } from './wording.ts';

export interface SourceInput {
  readonly arranged: ArrangedRows;
  /** The columns that show, in their order. */
  readonly columns: readonly SheetColumn[];
  readonly view: Pick<TableView, 'filters' | 'formats' | 'frozenColumns' | 'closed'>;
  readonly looks: ReadonlyMap<string, ColumnLooks>;
  /** The override over a cell of a portfolio row; undefined where there is none. */
  readonly overrideAt?: (row: number, column: SheetColumn) => Override | undefined;
}

export function sheetSource({ arranged, columns, view, looks, overrideAt }: SourceInput): GridSource {
  const { data, arrangement } = arranged;
  const { rows } = arrangement;
  const filtered = new Set(view.filters.map(([key]) => key));
  const frozen = view.frozenColumns ?? FROZEN_COLUMNS;
  const cellsOf = columns.map(({ key }) => data.cells(key));
  const textsOf = columns.map((column) => shownText(data, column, view.formats));
  const looksOf = columns.map(({ key }) => looks.get(key));
  const groups = arrangement.groups && new GroupCells(arranged, columns, view.closed);
  const rowOf = (row: number): number => rows[row] ?? 0;
  const groupAt = (row: number): number | undefined => groupOf(rowOf(row));
  /** Results of a row without a price, save for the reason. */
  const isMissing = (row: number, column: number): boolean => {
    const from = columns[column]?.source.from;
    return (from === 'amount' || from === 'unit' || from === 'result') && !data.isPriced(rowOf(row));
  };
  return {
    rows: rows.length,
    columns: columns.map((column, at) => gridColumn(column, filtered.has(column.key), at < frozen)),
    text: (row, column) => {
      const group = groupAt(row);
      if (group !== undefined) return groups?.text(group, column) ?? '';
      return isMissing(row, column) ? portfolioText.noValue : (textsOf[column]?.(rowOf(row)) ?? '');
    },
    copyText: (row, column) => {
      const group = groupAt(row);
      const copied =
        group === undefined ? (cellsOf[column]?.copy(rowOf(row)) ?? '') : (groups?.copy(group, column) ?? '');
      return isFigure(columns[column]) ? copied : guardFormula(copied);
    },
    number: (row, column) => (groupAt(row) === undefined ? cellsOf[column]?.number?.(rowOf(row)) : undefined),
    unit: (row, column) => (columns[column]?.sums === 'seats' ? SEATS_UNIT : data.currencyAt(rowOf(row))),
    flags: (row, column) => {
      if (groupAt(row) !== undefined) return CELL.bold;
      const own = columns[column];
      if (own && overrideAt?.(rowOf(row), own)) return CELL.override;
      const isPriced = data.isPriced(rowOf(row));
      if (!isPriced && columns[column]?.key === 'notes') return CELL.warning;
      const isIdle = columns[column]?.source.from === 'amount' && !data.isExposed(rowOf(row));
      return isIdle || isMissing(row, column) ? CELL.muted : 0;
    },
    ...(groups && { groupAt: (row) => defined(groupAt(row), (group) => groups.facts(group)) }),
    look: (row, column) => (groupAt(row) === undefined ? cellLook(looksOf[column]?.(rowOf(row))) : undefined),
  };
}

function defined<T>(group: number | undefined, made: (group: number) => T): T | undefined {
  return group === undefined ? undefined : made(group);
}

/** Bars of negative figures are as long as those of positive ones: the figure has its sign. */
function cellLook(look: MarkedLook | undefined): MarkedLook | undefined {
  return look?.bar === undefined || look.bar >= 0 ? look : { ...look, bar: -look.bar };
}

/** How cells read: by the format that the user gave the column, or as it is. */
function shownText(data: SheetData, { key }: SheetColumn, formats: TableView['formats']): (row: number) => string {
  const cells = data.cells(key);
  const format = Object.hasOwn(formats, key) ? formats[key] : undefined;
  if (!format) return (row) => cells.text(row);
  return (row) => formatCell(cellValue(cells.column, row), format, data.format, data.currencyAt(row));
}

/** Numbers and days: what is copied is ours, and their sign is no formula. */
function isFigure(column: SheetColumn | undefined): boolean {
  return column?.kind === 'number' || column?.kind === 'day';
}

function gridColumn(column: SheetColumn, filtered: boolean, frozen: boolean): GridColumn {
  const { key, title, kind, width, unit } = column;
  const align = isFigure(column) ? 'end' : 'start';
  return { key, title, unit, kind, width, align, frozen, sortable: true, filtered };
}
