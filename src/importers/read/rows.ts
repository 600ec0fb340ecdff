/** Rows of cells, however the file stored them: what CSV, XLSX and JSON readers give and sheets are built from. */

/** Consecutive rows. Line 1 is the first line of the file (of the sheet; of the list of items in JSON). */
export interface RowBatch {
  readonly rows: readonly (readonly string[])[];
  /** The line on which each row begins. */
  readonly lines: readonly number[];
  /** Empty cells at the end of a row are left out: a row that has fewer cells than others lacks nothing. */
  readonly openEnded?: boolean;
}

export type Rows = AsyncIterable<RowBatch>;

/** What is odd about the text of a file, beside its rows. */
export interface RowNotes {
  /** Lines with quotes that CSV does not allow there, at most `MAX_DIAGNOSTICS`. */
  readonly badQuotes: number[];
  /** A first line that names the delimiter for Excel; it is no row. */
  sepLine?: string;
  /** Rows that end in CRLF and in LF alone. */
  lineEnds?: { readonly crlf: number; readonly lf: number };
}

/** Adds up how rows end. @param crlf those that end in CRLF @param all those that end in any way */
export function countEnds(notes: RowNotes, crlf: number, all: number): void {
  const before = notes.lineEnds ?? { crlf: 0, lf: 0 };
  notes.lineEnds = { crlf: before.crlf + crlf, lf: before.lf + all - crlf };
}
