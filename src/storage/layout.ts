/** How a table is cut into parts: plain data that stands in the dataset's manifest. */
import type { Column, Table } from '../core/table.ts';

export interface ColumnLayout {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Digits after the point of a decimal column, 0 otherwise. */
  readonly scale: number;
  /** Entries in the dictionary of a text column, 0 otherwise. */
  readonly texts: number;
}

export interface TableLayout {
  readonly rows: number;
  readonly columns: readonly ColumnLayout[];
}

/**
 * What a part holds: `rows` a slice of all columns, `texts` a slice of one column's dictionary, `wide` the cells of one
 * decimal column that do not fit its scaled integers.
 */
export interface PartPlace {
  readonly holds: 'rows' | 'texts' | 'wide';
  /** Position of the column in the layout; -1 for `rows`. */
  readonly column: number;
  /** First row or dictionary entry of the part. */
  readonly from: number;
  /** Rows, dictionary entries or wide cells in the part. */
  readonly count: number;
}

/** A part with its Arrow IPC stream. */
export interface Part extends PartPlace {
  readonly bytes: ArrayBuffer;
}

export function layoutOf(table: Table): TableLayout {
  const columns = [...table.columns].map(([name, column]) => ({
    name,
    kind: column.kind,
    scale: column.kind === 'decimal' ? column.scale : 0,
    texts: column.kind === 'text' ? column.values.length : 0,
  }));
  return { rows: table.rows, columns };
}

export type Values = Uint32Array | Float64Array | Int32Array | Uint8Array;

/** The typed array that holds one entry per row. */
export function valuesOf(column: Column): Values {
  switch (column.kind) {
    case 'text':
      return column.codes;
    case 'decimal':
      return column.units;
    case 'exact':
      throw new TypeError('INTERNAL: exact columns are stored chunk by chunk');
    case 'day':
      return column.days;
    case 'flag':
      return column.flags;
    case 'count':
      return column.counts;
  }
}
