/** What may stand in a cell, and what stands there once it was read. */
import type { Day } from '../../core/days.ts';

/** Decimal text with a dot, such as `-2.5`. */
export type DecimalText = string;

interface Bounds {
  readonly least?: DecimalText;
  readonly most?: DecimalText;
}

/** The type of a cell. Every cell may also be empty, unless it is `needed`. */
export type CellType = { readonly needed?: boolean } & (
  | { readonly kind: 'text' }
  /** Taken as it stands, blanks and zeros included. */
  | { readonly kind: 'id' }
  /** Such as seats. */
  | ({ readonly kind: 'whole' } & Bounds)
  /** A plain figure; `12 %` is 0.12, as in spreadsheets. */
  | ({ readonly kind: 'decimal'; readonly digits?: number } & Bounds)
  /** Money. Without a currency of its own the cell takes any, and says which when the text does. */
  | ({ readonly kind: 'amount'; readonly currency?: string; readonly digits?: number } & Bounds)
  /** `12` and `12 %` are both twelve per cent; bounds are counted in per cent. `stored` says what 12 % is kept as: 0.12 or 12. */
  | ({ readonly kind: 'percent'; readonly stored: 'ratio' | 'points' } & Bounds)
  | { readonly kind: 'day'; readonly first?: Day; readonly last?: Day }
  | { readonly kind: 'flag' }
  /** One of a list, in any case. */
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
);

/** What was read: decimals are canonical texts (no plus, no needless zeros), so that no digit is lost. */
export type TypedValue =
  | { readonly kind: 'empty' }
  /** Text, id or choice. */
  | { readonly kind: 'text'; readonly text: string }
  /** Whole number, decimal, amount or percentage; `currency` when an amount's text named one. */
  | { readonly kind: 'decimal'; readonly decimal: DecimalText; readonly currency?: string }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'flag'; readonly flag: boolean };
