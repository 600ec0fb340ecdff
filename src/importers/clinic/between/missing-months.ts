/** Months that no file of a kind is about, between months that some are. */
import { type Month, monthOfDay } from '../../../core/days.ts';
import type { Coverage } from '../../../core/schema/coverage.ts';
import type { Covered } from './finding.ts';

/** A month with less of a file's rows is one that it reaches into, such as one of late charges. */
const MIN_PART = 0.1;

export interface MissingMonth {
  readonly month: Month;
  /** The files of the months before and after it. */
  readonly before: string;
  readonly after: string;
}

/** The gaps of one kind of files, in the order of the calendar. */
export function missingMonths(files: readonly Covered[]): readonly MissingMonth[] {
  const fileOf = new Map<Month, string>();
  for (const { file, coverage } of files)
    if (coverage) for (const month of mainMonths(coverage)) fileOf.set(month, file);
  const months = [...fileOf].sort(([a], [b]) => a - b);
  return months.flatMap(([month, after], i) => {
    const previous = months[i - 1];
    if (!previous) return [];
    const [last, before] = previous;
    return Array.from({ length: month - last - 1 }, (_, gap) => ({ month: last + 1 + gap, before, after }));
  });
}

/** The months that a file is about. */
function mainMonths({ days }: Coverage): readonly Month[] {
  const rows = new Map<Month, number>();
  let all = 0;
  for (const { day, rows: ofDay } of days) {
    rows.set(monthOfDay(day), (rows.get(monthOfDay(day)) ?? 0) + ofDay);
    all += ofDay;
  }
  return [...rows].filter(([, ofMonth]) => ofMonth >= MIN_PART * all).map(([month]) => month);
}
