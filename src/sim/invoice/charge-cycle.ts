/** The charge cycles of a term, and how many days a cycle counts when a part of it is charged. */
import { addMonths, type Day, daysInMonth, firstDayOfMonth, monthOfDay, partsOfDay } from '../../core/days.ts';

export interface ChargeCycle {
  readonly start: Day;
  /** Inclusive. */
  readonly end: Day;
  /** What a part of the cycle is divided by. */
  readonly days: number;
}

/**
 * How cycles of a term that began late in a month go on: from the original date, clamped to the month's end, or at the same
 * distance from the month's end. They differ for the 29th, the 30th and for last days of months of 30 days (D-19).
 */
export type MonthEndRule = 'clamp' | 'distance';

/** The rule that Microsoft's examples follow for terms billed each month, and whether there is an example of such a start. */
export function monthEndRule(termStart: Day): { readonly rule: MonthEndRule; readonly isPublished: boolean } {
  const { year, month, date } = partsOfDay(termStart);
  if (date <= 28) return { rule: 'clamp', isPublished: true };
  const isPublished = daysInMonth(year, month) === 31 && date >= 30;
  return { rule: isPublished ? 'distance' : 'clamp', isPublished };
}

/**
 * One cycle of a term.
 * @param termStart first day of the term; a monthly term that renews begins anew each month, on the day after its end
 * @param index 0 is the first cycle
 * @param months length of a cycle: 1, 12 or 36
 */
export function chargeCycle(
  termStart: Day,
  index: number,
  months: number,
  rule: MonthEndRule = monthEndRule(termStart).rule,
): ChargeCycle {
  const startAt = (cycle: number): Day => cycleStart(termStart, cycle * months, rule);
  const start = startAt(index);
  const end = startAt(index + 1) - 1;
  return { start, end, days: cycleDays(start, end, months) };
}

/** Days of the month in which a monthly cycle begins; all days of a longer one. */
export function cycleDays(start: Day, end: Day, months: number): number {
  if (months !== 1) return end - start + 1;
  const { year, month } = partsOfDay(start);
  return daysInMonth(year, month);
}

function cycleStart(termStart: Day, months: number, rule: MonthEndRule): Day {
  if (rule === 'clamp') return addMonths(termStart, months);
  const { year, month, date } = partsOfDay(termStart);
  const after = firstDayOfMonth(monthOfDay(termStart) + months + 1);
  const left = daysInMonth(year, month) - date;
  return after - 1 - left;
}
