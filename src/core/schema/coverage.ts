/** What a dataset covers, so that files can be compared without their rows. None of it depends on the order of the rows. */
import type { Day } from '../days.ts';

/** Facts of the rows of one day. Equal facts mean the same rows, whatever their order. */
export interface DayFacts {
  readonly rows: number;
  /** Sum of the identities of the rows (what the format calls `identity`), modulo 2^32. */
  readonly digest: number;
  /** Exact sums by canonical column and currency (empty: it has none). */
  readonly sums: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface CoveredDay extends DayFacts {
  readonly day: Day;
}

/** A set of ids in lower case, in code unit order. */
export interface IdSet {
  readonly ids: readonly string[];
  /** There are more than were kept. */
  readonly isCapped: boolean;
}

/** The smallest identities of distinct rows, each with the day of its row: a sample that two files can share. */
export interface RowSample {
  readonly identities: readonly number[];
  readonly days: readonly Day[];
  /** Every distinct row with an identity below it is in the sample. */
  readonly below: number;
}

export interface Coverage {
  /** In the order of the calendar (UTC). */
  readonly days: readonly CoveredDay[];
  /** Rows without a day. */
  readonly undated?: DayFacts;
  readonly customers: IdSet;
  readonly invoices: IdSet;
  /** Rows without an invoice number, of a format that has such numbers. */
  readonly unbilled: number;
  readonly sample: RowSample;
}
