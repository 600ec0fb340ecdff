/** A grid source whose cells say where they are, for tests. */
import type { GridColumn, GridSource } from '../../../src/ui/grid/source.ts';

/** Columns of different widths, the first ones frozen. */
export function sampleColumns(count: number, frozen = 1): readonly GridColumn[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `c${String(index)}`,
    title: `Column ${String(index)}`,
    align: 'start',
    width: 60 + ((index * 37) % 140),
    frozen: index < frozen,
    sortable: true,
    kind: 'text',
  }));
}

/** `r<row>c<column>` in every cell. */
export function sampleSource(rows: number, columns: readonly GridColumn[]): GridSource {
  return { rows, columns, text: (row, column) => `r${String(row)}c${String(column)}` };
}
