/** The rows of a dataset as the grid asks for them. */
import { guardFormula } from '../../core/formula-guard.ts';
import { SOURCE_ROW } from '../../core/table.ts';
import { rowsText } from '../../core/text/en/rows.ts';
import type { RowColumn } from '../../state/open-rows.svelte.ts';
import type { RowPages } from '../../state/row-pages.ts';
import { CELL, type GridColumn, type GridSource } from '../../ui/grid/source.ts';

const WIDTHS = { text: 160, decimal: 110, exact: 110, day: 96, flag: 72, count: 72 } as const;
const CHARACTER = 7;
const HEADER_PADDING = 36;
const MAX_WIDTH = 260;

/** A new source whenever cells have arrived. @param columns those that show */
export function rowSource(rows: Pick<RowPages, 'text'>, count: number, columns: readonly RowColumn[]): GridSource {
  const text = (row: number, column: number): string | undefined => rows.text(row, columns[column]?.name ?? '');
  return {
    rows: count,
    columns: columns.map(gridColumn),
    text: (row, column) => text(row, column) ?? rowsText.pending,
    copyText: (row, column) => {
      const copied = text(row, column) ?? '';
      return columns[column]?.kind === 'text' ? guardFormula(copied) : copied;
    },
    flags: (row, column) => (text(row, column) === undefined ? CELL.muted : 0),
  };
}

/** What a column is called on screen. */
export function titleOf({ name, header }: RowColumn): string {
  return name === SOURCE_ROW ? rowsText.line : header;
}

function gridColumn(column: RowColumn): GridColumn {
  const { name, kind } = column;
  const isNumber = kind === 'decimal' || kind === 'exact' || kind === 'count';
  const title = titleOf(column);
  return {
    key: name,
    title,
    kind: isNumber ? 'number' : kind === 'day' ? 'day' : 'text',
    align: isNumber ? 'end' : 'start',
    width: Math.min(MAX_WIDTH, Math.max(WIDTHS[kind], title.length * CHARACTER + HEADER_PADDING)),
    frozen: name === SOURCE_ROW,
  };
}
