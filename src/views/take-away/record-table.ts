/** A list of records as it stands on screen, described for export. */
import type { ExportColumn, RawCell, TableExport } from '../../core/table-export.ts';
import type { RecordColumn } from '../since/records.ts';

/** A column of a list of records, with what an export says where it is not just the text. */
export interface TakenColumn<Row> extends RecordColumn<Row> {
  readonly raw?: ((row: Row) => RawCell | undefined) | undefined;
}

export function recordTable<Row>(
  title: string,
  rows: readonly Row[],
  columns: readonly TakenColumn<Row>[],
  order: Uint32Array,
): TableExport {
  return {
    title,
    columns: columns.map(({ title: head, width, kind, unit }): ExportColumn => ({
      ...{ title: head, width, unit, kind },
      format: { kind: 'general' },
    })),
    rows: order.length,
    frozenColumns: columns.filter(({ frozen }) => frozen).length,
    cell: (row, column) => {
      const [record, spec] = [rows[order[row] ?? -1], columns[column]];
      return record === undefined || !spec ? { text: '' } : { text: spec.text(record), raw: spec.raw?.(record) };
    },
  };
}
