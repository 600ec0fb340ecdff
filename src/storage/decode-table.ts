/** Parts in Arrow IPC back to a table that equals the one they were made from. */
import { type Column as ArrowColumn, tableFromIPC } from '@uwdata/flechette';
import type { Column, Table } from '../core/table.ts';
import { OpenColumn } from './open-column.ts';
import { PartMismatch } from './part-mismatch.ts';
import type { Part, TableLayout } from './layout.ts';

/** Puts a table together from its parts, which come in the order in which they were written. Throws `PartMismatch`. */
export class TableDecoder {
  private readonly layout: TableLayout;
  private readonly columns: readonly (OpenColumn | undefined)[];

  /** @param wanted names of the columns to read; undefined: all */
  constructor(layout: TableLayout, wanted?: ReadonlySet<string>) {
    this.layout = layout;
    this.columns = layout.columns.map((column) =>
      wanted === undefined || wanted.has(column.name) ? new OpenColumn(column, layout.rows) : undefined,
    );
  }

  /** Whether the table needs a part at all. */
  wants({ holds, column }: { readonly holds: Part['holds']; readonly column: number }): boolean {
    return holds === 'rows' || this.columns[column] !== undefined;
  }

  add(part: Part): void {
    if (part.bytes.byteLength === 0) {
      this.columnOf(part).fillCells(part, []);
      return;
    }
    const arrow = tableFromIPC(part.bytes);
    if (arrow.numRows !== part.count) throw new PartMismatch('a part has another number of rows');
    const arrays = Array.from({ length: arrow.numCols }, (_, index) => arrow.getChildAt<unknown>(index));
    if (part.holds === 'rows') this.fillRows(part, arrays);
    else if (part.holds === 'cells') this.columnOf(part).fillCells(part, arrays);
    else if (part.holds === 'texts') this.columnOf(part).fillTexts(part, arrays);
    else this.columnOf(part).fillWide(arrays);
  }

  finish(): Table {
    const columns = new Map<string, Column>();
    for (const column of this.columns) if (column) columns.set(column.layout.name, column.finish());
    return { rows: this.layout.rows, columns };
  }

  private columnOf({ column }: Part): OpenColumn {
    const open = this.columns[column];
    if (open === undefined) throw new PartMismatch('a part belongs to no column');
    return open;
  }

  /** Schema 1: all columns of some rows. */
  private fillRows({ from, count }: Part, arrays: readonly ArrowColumn<unknown>[]): void {
    if (arrays.length !== this.columns.length) throw new PartMismatch('a part has other columns');
    for (const [index, column] of this.columns.entries()) column?.fillPlain(from, count, arrays[index]);
  }
}
