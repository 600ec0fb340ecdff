/** The data of the page as something that Svelte draws anew when it changes. */
import { type GridSelection, single } from '../../../../src/ui/grid/selection.ts';
import type { ColumnWidths, GridSource, SortKey } from '../../../../src/ui/grid/source.ts';
import { GridData } from './grid-data.ts';

export class GridModel {
  readonly data: GridData;
  #version = $state(0);
  selection: GridSelection = $state.raw(single({ row: 0, column: 0 }));
  widths: ColumnWidths = $state.raw({});

  constructor(rows: number, columns: number) {
    this.data = new GridData(rows, columns, () => (this.#version += 1));
  }

  readonly source: GridSource = $derived.by(() => this.#now().makeSource());
  readonly sort: readonly SortKey[] = $derived.by(() => this.#now().sort);
  readonly frozenRows: number = $derived.by(() => this.#now().frozenRows);

  /** The data, to be read again after the next change. */
  #now(): GridData {
    const state = { data: this.data, version: this.#version };
    return state.data;
  }
}
