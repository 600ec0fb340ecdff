/** What the check of a month is made from. */
import type { Day, Month } from '../../../core/days.ts';
import type { Exact } from '../../../core/exact.ts';
import type { EstTerms } from '../est-terms.ts';
import type { Snapshot } from '../expected/subscriptions.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines } from '../model/types.ts';

export interface MonthInputs {
  readonly month: Month;
  readonly lines: InvoiceLines;
  readonly checked: CheckedLines;
  /** Of each line the month that it is billed for (`lineMonths`). */
  readonly months: Int32Array;
  /** Undefined where there is one export alone. */
  readonly before: Snapshot | undefined;
  /** Undefined: no subscriptions at all, so that lines are held against each other only. */
  readonly after: Snapshot | undefined;
  readonly terms: EstTerms;
  /** Differences up to this amount of their currency are added up but not listed. */
  readonly gate: Exact;
}

/** How near the exports are to the month. */
export interface ExportWindow {
  readonly isBeforeTight: boolean;
  /** Both exports were made within the month or at its ends. */
  readonly isTight: boolean;
  readonly lastDay: Day;
}
