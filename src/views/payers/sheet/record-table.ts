/** A list of records as it stands on screen, described for export. */
import type { ExportColumn, TableExport } from '../../../core/table-export.ts';
import type { PayColumn } from './columns.ts';

export function recordTable<Row>(
  title: string,
  rows: readonly Row[],
  columns: readonly PayColumn<Row>[],
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
