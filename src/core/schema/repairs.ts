/** The damage that the import clinic knows, and what was done about it in a file. */

/**
 * - of cells: `digits-lost` (beyond the 15th), `zeros-lost`, `id-exponent` (an id as `1.23E+17`), `guard-apostrophe`,
 *   `decimal-comma`, `thousands-marks`, `date-order`, `date-serial`, `mojibake`
 * - of the text: `mixed-line-ends`, `sep-line`, `preamble`, `footer` (notes below the rows), `total-row`,
 *   `repeated-header`, `second-table`
 * - between files: `month-missing`, `period-overlap`, `same-rows`
 */
export const REPAIR_CODES = [
  'digits-lost',
  'zeros-lost',
  'id-exponent',
  'guard-apostrophe',
  'decimal-comma',
  'thousands-marks',
  'date-order',
  'date-serial',
  'mojibake',
  'mixed-line-ends',
  'sep-line',
  'preamble',
  'footer',
  'total-row',
  'repeated-header',
  'second-table',
  'month-missing',
  'period-overlap',
  'same-rows',
] as const;

export type RepairCode = (typeof REPAIR_CODES)[number];

/** What becomes of damage: it is repaired, or stays as it came. */
export const TREATMENTS = ['apply', 'leave'] as const;

export type Treatment = (typeof TREATMENTS)[number];

/** The user's word on one finding. */
export interface RepairChoice {
  readonly code: RepairCode;
  /** The column as the file names it; empty when it concerns whole rows or the whole file. */
  readonly column: string;
  readonly treatment: Treatment;
}

/** A finding of the clinic as the dataset remembers it. */
export interface AppliedRepair {
  readonly code: RepairCode;
  /** The column as the file names it; empty when it concerns whole rows or the whole file. */
  readonly column: string;
  readonly rows: number;
  /** False: it was found and left as it is. */
  readonly applied: boolean;
  /** Name of the other file, for what was found between two of them. */
  readonly other?: string;
}
