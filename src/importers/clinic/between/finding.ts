/** What two files of one kind have in common: told before the later one is stored, so that nothing counts twice in silence. */
import type { Day } from '../../../core/days.ts';
import type { Coverage } from '../../../core/schema/coverage.ts';
import type { DatasetKind } from '../../../core/schema/dataset.ts';

/** What is known of a file without its rows. */
export interface Covered {
  readonly file: string;
  readonly kind: DatasetKind;
  readonly coverage?: Coverage;
}

/**
 * - `same-rows`: every row of the new file is in the other one already
 * - `period-overlap`: some rows are, or one of the files is the estimate and the other the bill
 */
export interface BetweenFinding {
  readonly code: 'same-rows' | 'period-overlap';
  /** Name of the file that is there already. */
  readonly other: string;
  /** Days that both cover: the first, the last, and how many. */
  readonly first: Day;
  readonly last: Day;
  readonly days: number;
  /** Rows of the other file on those days, and their sums by currency (empty: none) in its first amount column. */
  readonly rows: number;
  readonly sums: Readonly<Record<string, string>>;
  /** Part of the new file's rows on those days that the other one holds too, from 0 to 1, by a sample of rows. */
  readonly share: number;
  /** Days of the other file that the new one does not cover. */
  readonly onlyThere: number;
  /** The new file has every day, customer and invoice of the other one, so that it can take its place. */
  readonly covers: boolean;
  /** Which of the two is billed while the other is not; undefined: both, or neither. */
  readonly billed: 'new' | 'other' | undefined;
}

/** - `both`: they count side by side · `replace`: the new file takes the place of those that it covers whole */
export const BETWEEN_ANSWERS = ['both', 'replace'] as const;

export type BetweenAnswer = (typeof BETWEEN_ANSWERS)[number];
