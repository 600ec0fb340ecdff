/** How a format's columns are described: data that the sheet builder and the docs share. */
import type { DecimalMark } from '../cells/decimals.ts';
import type { DateOrder } from '../cells/dates.ts';
import type { Certainty, Treatment } from '../clinic/finding.ts';

/**
 * - `period-start` / `period-end`: first / last day whose 00:00 UTC lies in a period given by instants
 * - `day`: the UTC day of an instant
 * - `count`: a decimal that must be whole and not negative
 * - `month`: a text such as `2026-11`; what is no month is kept as it came
 */
export type FieldKind = 'text' | 'decimal' | 'count' | 'day' | 'period-start' | 'period-end' | 'month' | 'flag';

export interface Field {
  /** Canonical column name. */
  readonly name: string;
  /** The name that messages use, as in the format's own header. */
  readonly label: string;
  /** `headerKey` forms under which a file may have it. */
  readonly keys: readonly string[];
  readonly kind: FieldKind;
  /** A row without it is rejected. */
  readonly required?: boolean;
  /** Stands in for an empty cell, as if the file held it. */
  readonly fallback?: string;
  /** Spellings to translate; a text that is not among them is kept. */
  readonly words?: ReadonlyMap<string, string>;
  /** Kept in lower case. */
  readonly lowerCase?: boolean;
  /** Words that stand for an empty cell, such as `NULL`; no number is one. */
  readonly blanks?: RegExp;
  /** Words that stood for empty cells, and times of which only the day is kept, are told of. */
  readonly tellsChanges?: boolean;
  /** Numbers that stand for an empty cell, such as the greatest of all where there is no limit. */
  readonly blankNumbers?: RegExp;
  /** Those of `keys` under which a file has fractions where the column has percent: `0.15` is 15. */
  readonly fractionKeys?: readonly string[];
  /** The file at hand has fractions, which are taken times 100. */
  readonly isFraction?: boolean;
}

/** How the cells of one sheet are read where a file leaves it open. */
export interface SheetStyle {
  /** By canonical column; a column without entry holds ISO dates only. */
  readonly dateOrders: ReadonlyMap<string, DateOrder>;
  /** By canonical column; a column without entry has the dot. */
  readonly decimalMarks: ReadonlyMap<string, DecimalMark>;
  /** Canonical columns whose dates are Excel's day numbers. */
  readonly serials: ReadonlySet<string>;
  /** By canonical column: those whose decimal comma, day-first dates or day numbers are to be told. */
  readonly noted: ReadonlyMap<string, StyleNote>;
}

/** A column that is not written as Microsoft would. */
export interface StyleNote {
  readonly certainty: Certainty;
  /** How it is read; undefined: as the clinic's policy says. */
  readonly treatment?: Treatment;
  /** The user has said it for the whole file. */
  readonly isAnswered?: boolean;
}

export const PLAIN_STYLE: SheetStyle = {
  dateOrders: new Map(),
  decimalMarks: new Map(),
  serials: new Set(),
  noted: new Map(),
};
