/** What the grid asks of its data. The grid neither sorts nor filters: rows here are rows of the view. */

export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** Shown small after the title, such as the currency. */
  readonly unit?: string | undefined;
  readonly align: 'start' | 'end';
  /** Pixels, until the user drags. */
  readonly width: number;
  readonly minWidth?: number;
  /** Stays in place when the others scroll; only leading columns can. */
  readonly frozen?: boolean;
  readonly sortable?: boolean;
  /** A filter is in force: the header shows the mark. */
  readonly filtered?: boolean;
  /** `number` shows `###` rather than a cut figure; `id` is set in the fixed-width face. */
  readonly kind: 'text' | 'number' | 'day' | 'id';
}

/** Marks of a cell, added up by `GridSource.flags`. */
export const CELL = {
  bold: 1,
  negative: 2,
  override: 4,
  link: 8,
  warning: 16,
  muted: 32,
} as const;

/** A row that stands for a group of rows below it. */
export interface GridGroup {
  /** 1 for the outermost. */
  readonly level: number;
  readonly label: string;
  /** Rows in it, also while it is closed. */
  readonly count: number;
  readonly closed: boolean;
}

/** How a cell stands out: always by a glyph or by weight too, never by colour alone. */
export interface CellLook {
  readonly look?: 'good' | 'bad' | 'warning' | 'accent' | 'bold';
  /** Length of a bar behind the figure, 0 to 1. */
  readonly bar?: number;
  /** Place of the figure on a scale of tones, 0 to 1. */
  readonly tone?: number;
  /** A strong line along the cell's edges: a border that the figures cross. */
  readonly edges?: { readonly top: boolean; readonly left: boolean };
}

/** Immutable for the grid: hand over a new object when anything that it returns changes. */
export interface GridSource {
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  /** The cell as it is shown; '' for an empty one. */
  text(row: number, column: number): string;
  /** Where a cell stands in its column, where that differs from cell to cell; figures at the end are never cut. */
  align?(row: number, column: number): GridColumn['align'];
  /** Marks out of `CELL`. */
  flags?(row: number, column: number): number;
  /** The cell as a whole number (minor units, seats) for the sum of a selection; undefined when it is none. */
  number?(row: number, column: number): number | undefined;
  /** What `number` counts, such as the currency: different units are never added. The column's unit when absent. */
  unit?(row: number, column: number): string;
  /** The cell as it is copied; `text` when absent. */
  copyText?(row: number, column: number): string;
  /** The group that a row stands for; undefined for rows of data. Its cells show subtotals. */
  groupAt?(row: number): GridGroup | undefined;
  look?(row: number, column: number): CellLook | undefined;
}

/** What is written into a cell: what the user typed, in the user's locale; '' empties it. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A cell that stayed as it was, and why, in words. */
export interface RefusedWrite {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly reason: string;
}

/** What the user did: the owner names it in its history. */
export type EditKind = 'typed' | 'cleared' | 'filled' | 'pasted' | 'moved' | 'replaced' | 'reverted';

export interface FillOptions {
  readonly copy?: boolean;
  readonly backward?: boolean;
  readonly along?: 'column' | 'row';
}

/** What a grid whose cells can be changed asks of its owner. Rows and columns are those of the source. */
export interface GridEdits {
  /** Why a cell cannot be changed, in words; undefined when it can. */
  refusal(row: number, column: number): string | undefined;
  /** What the editor begins with: the value as it can be typed, or the formula. */
  editText(row: number, column: number): string;
  /** The values that a cell may take, when they are few. */
  choices?(row: number, column: number): readonly string[] | undefined;
  /** Why a text cannot stand in a cell, in words; undefined when it can. */
  check(row: number, column: number, text: string): string | undefined;
  /** Writes all that can be written as one step of the history, and gives what was refused. */
  write(writes: readonly CellWrite[], kind: EditKind): readonly RefusedWrite[];
  /** Puts back what was imported; absent where nothing was. */
  revert?(rows: readonly number[], columns: readonly number[]): void;
  /**
   * The next `count` texts of a series, the nearest first, or copies of it when it is none. `copy` asks for copies,
   * `backward` continues before its first; `along` says where the texts go, for references that move with them.
   */
  fill(texts: readonly string[], count: number, options: FillOptions): readonly string[];
  /** How far can be written, also beyond the edge of the source, which then grows; as far as the source when absent. */
  readonly room?: { readonly rows: number; readonly columns: number } | undefined;
  /** Moves a block as a whole, so that what reads it can follow; cell by cell when absent. */
  move?(
    from: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number },
    to: { readonly row: number; readonly column: number },
  ): void;
  /** A text of this grid as it is copied so many rows further down and columns further right; as it is when absent. */
  moved?(text: string, rows: number, columns: number): string;
  /** The cells of a clipboard, row by row; undefined when it holds none. */
  parse(clipboard: { readonly text: string; readonly html: string }): readonly (readonly string[])[] | undefined;
}

/** A column to sort by, the first of several decides first. */
export interface SortKey {
  readonly key: string;
  readonly descending: boolean;
}

/** Widths that the user chose, in pixels by column key. */
export type ColumnWidths = Readonly<Record<string, number>>;
