/** Exchange rates. */
import type { Kinds } from './kinds.ts';

/** Columns of `fx-rates`. */
export const FX_RATE_COLUMNS = {
  currencyCode: 'text',
  /** US dollars for one unit of the currency. */
  usdPerUnit: 'decimal',
  /** `2019-09`; `2019` where the list says no more. */
  month: 'text',
} as const satisfies Kinds;
