/** How a table is cut into parts: plain data that stands in the dataset's manifest. */
import type { Column } from '../core/table.ts';
import type { Packing } from './pack.ts';

export interface ColumnLayout {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Digits after the point of a decimal column, 0 otherwise. */
  readonly scale: number;
  /** Entries in the dictionary of a text column, 0 otherwise. */
  readonly texts: number;
  /** A text may stand in the dictionary twice, under two codes. */
  readonly mayRepeat?: boolean;
}

export interface TableLayout {
  readonly rows: number;
  readonly columns: readonly ColumnLayout[];
}

/** The arrays of numbers that columns are made of. */
export const FIELDS = ['codes', 'units', 'low', 'high', 'places', 'days', 'flags', 'counts'] as const;

/** One array of a column in a part. */
export interface PackedField {
  readonly name: (typeof FIELDS)[number];
  readonly packing: Packing;
}

/**
 * What a part holds: `cells` some rows of one column, `texts` a slice of one column's dictionary, `wide` the cells of one
 * decimal column that do not fit its numbers, `source` bytes of the original file, compressed. `rows`: a slice of all
 * columns, as schema 1 stored them.
 */
export interface PartPlace {
  readonly holds: 'cells' | 'texts' | 'wide' | 'source' | 'rows';
  /** Position of the column in the layout; -1 for `rows` and `source`. */
  readonly column: number;
  /** First row, dictionary entry or byte of the part. */
  readonly from: number;
  /** Rows, dictionary entries, wide cells or bytes in the part. */
  readonly count: number;
  /** Of `cells`: which arrays there are and how each is packed. Those that are not constant are the part's Arrow columns. */
  readonly fields?: readonly PackedField[];
}

/** A part with its Arrow IPC stream (of `source`: its bytes). */
export interface Part extends PartPlace {
  readonly bytes: ArrayBuffer;
}
