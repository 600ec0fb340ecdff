/** A pivot as it stands on screen, described for export and copying. */
import type { TableExport } from '../../core/table-export.ts';
import { pivotExport } from '../../sheet/pivot/pivot-export.ts';
import type { PivotTable } from '../../sheet/pivot/pivot-table.ts';
import type { Pivot } from '../../sheet/pivot/result.ts';
import type { ColumnWidths, GridColumn } from '../../ui/grid/source.ts';

/** @param columns of the grid, with the widths that the user chose */
export function pivotTake(
  pivot: Pivot,
  table: PivotTable,
  columns: readonly GridColumn[],
  widths: ColumnWidths,
): TableExport {
  const exported = pivotExport(pivot, table);
  return {
    ...exported,
    columns: exported.columns.map((column, index) => {
      const { key = '', width } = columns[index] ?? {};
      return { ...column, width: Object.hasOwn(widths, key) ? widths[key] : width };
    }),
  };
}
