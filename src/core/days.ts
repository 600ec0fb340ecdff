/** UTC calendar days as integers since 1970-01-01, months as integers, and the cycles that are anchored on a day. */

/** Days since 1970-01-01 in UTC. */
export type Day = number;
/** Months since January of year 0: `year × 12 + month − 1`. */
export type Month = number;

const MS = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days of a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day of a date, or undefined when the calendar has no such day. */
export function makeDay(year: number, month: number, date: number): Day | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return dayOfParts(year, month, date);
}

/** Days from civil date, proleptic Gregorian; no Date object, since a million cycles ask. */
function dayOfParts(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month (1 to 12) and date of a day. */
export function partsOfDay(day: Day): { year: number; month: number; date: number } {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, date: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** The day written `YYYY-MM-DD`, or undefined. */
export function parseDay(text: string): Day | undefined {
  const match = ISO_DAY.exec(text);
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `YYYY-MM-DD`. */
export function dayToText(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The calendar month of a day. */
export function monthOfDay(day: Day): Month {
  const { year, month } = partsOfDay(day);
  return year * 12 + month - 1;
}

/** The first day of a calendar month. */
export function firstDayOfMonth(month: Month): Day {
  return dayOfParts(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** `YYYY-MM`. */
export function monthToText(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** `anchor` plus `months`, keeping the anchor's date and clamping to the month's end (31 Jan → 28 Feb → 31 Mar). */
export function addMonths(anchor: Day, months: number): Day {
  const { year, month, date } = partsOfDay(anchor);
  const target = year * 12 + month - 1 + months;
  const first = firstDayOfMonth(target);
  if (date <= 28) return first + date - 1;
  return first + Math.min(date, firstDayOfMonth(target + 1) - first) - 1;
}

/** Months of a licence term, undefined for a term that is not one of P1M, P1Y, P3Y. */
export function termMonths(term: string): number | undefined {
  if (term === 'P1M') return 1;
  if (term === 'P1Y') return 12;
  return term === 'P3Y' ? 36 : undefined;
}

/** Today in UTC from a clock reading in milliseconds; the engine itself never reads the clock. */
export function dayOfTimestamp(milliseconds: number): Day {
  return Math.floor(milliseconds / MS);
}
