/** The members of a field: its distinct values in order, and which of them each selected row has. */
import type { PivotField } from '../model/workbook-parts.ts';

/** How days are put together. */
export type Period = NonNullable<PivotField['by']>;

/**
 * Distinct values in their order, the empty one (undefined) last. Texts stand for themselves, numbers as canonical
 * decimals; days, months (`Month`), quarters (year × 4 + quarter from 0), years and flags (0 or 1) as numbers.
 */
export type Members =
  | { readonly kind: 'text' | 'number'; readonly values: readonly (string | undefined)[] }
  | { readonly kind: Period | 'flag'; readonly values: readonly (number | undefined)[] };

export interface Field {
  /** A member for each selected row. */
  readonly codes: Uint32Array;
  readonly members: Members;
}

/** Ranks of dictionaries by language, so that a large one is sorted once. */
export type KnownRanks = WeakMap<readonly string[], Uint32Array>;
