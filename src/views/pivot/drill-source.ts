/** The rows behind a figure as the grid asks for them: first the pivot's own fields, then what tells rows apart. */
import type { PivotSpec } from '../../sheet/model/workbook-parts.ts';
import { CELL, type GridSource } from '../../ui/grid/source.ts';
import type { SheetColumn } from '../portfolio/columns.ts';
import type { SheetData } from '../portfolio/sheet-data.ts';
import type { PivotFields } from './fields.ts';

const ALWAYS = ['customer', 'product', 'id', 'seats', 'currency', 'termEnd', 'outcome', 'est', 'extra', 'file', 'line'];

/** @param rows of the portfolio */
export function drillSource(data: SheetData, fields: PivotFields, spec: PivotSpec, rows: Uint32Array): GridSource {
  const own = [...spec.rows, ...spec.columns, ...spec.values].map(({ key }) => key);
  const columns = [...new Set([...own, ...ALWAYS])].flatMap((key) => (data.has(key) ? (fields.column(key) ?? []) : []));
  const cells = columns.map(({ key }) => data.cells(key));
  const rowOf = (row: number): number => rows[row] ?? 0;
  return {
    rows: rows.length,
    columns: columns.map((column, index) => ({
      ...{ key: column.key, title: column.title, kind: column.kind, width: column.width, unit: column.unit },
      align: column.kind === 'number' ? ('end' as const) : ('start' as const),
      frozen: index === 0,
    })),
    text: (row, column) => cells[column]?.text(rowOf(row)) ?? '',
    copyText: (row, column) => cells[column]?.copy(rowOf(row)) ?? '',
    number: (row, column) => cells[column]?.number?.(rowOf(row)),
    unit: (row, column) => (isSeats(columns[column]) ? (columns[column]?.title ?? '') : data.currencyAt(rowOf(row))),
    flags: (row, column) => ((cells[column]?.number?.(rowOf(row)) ?? 0) < 0 ? CELL.negative : 0),
  };
}

function isSeats(column: SheetColumn | undefined): boolean {
  return column?.key === 'seats';
}
