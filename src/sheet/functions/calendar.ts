/** Serial numbers as calendar days, with the day that Excel has and the calendar has not: 60 is 29 February 1900. */
import { dayOfSerial, serialOfDay } from '../formula/value.ts';
import { daysInMonth, firstDayOfMonth, partsOfDay } from '../../core/days.ts';

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 0 only for serial number 0. */
  readonly date: number;
}

/** 31 December 9999. */
export const LAST_SERIAL = 2_958_465;
const PHANTOM = 60;

/** Year, month and date of a serial number; undefined below 0 and after 9999. */
export function partsOfSerial(serial: number): DateParts | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= 0 && whole <= LAST_SERIAL)) return undefined;
  if (whole === 0) return { year: 1900, month: 1, date: 0 };
  if (whole === PHANTOM) return { year: 1900, month: 2, date: 29 };
  return partsOfDay(dayOfSerial(whole) + (whole < PHANTOM ? 1 : 0));
}

/**
 * The serial number of a date whose month and day may lie outside of the calendar: month 14 is February of the next year, day 0
 * the last of the month before. Undefined outside of 1900 to 9999.
 */
export function serialOf(year: number, month: number, date: number): number | undefined {
  const first = serialOfDay(firstDayOfMonth(year * 12 + month - 1));
  const serial = (first <= PHANTOM ? first - 1 : first) + date - 1;
  return serial >= 0 && serial <= LAST_SERIAL ? serial : undefined;
}

/** Days of a month as Excel counts them: February 1900 has 29. */
export function monthLength(year: number, month: number): number {
  return year === 1900 && month === 2 ? 29 : daysInMonth(year, month);
}

/** The day so many months later, on the month's last day where it is shorter. */
export function monthsLater(serial: number, months: number): number | undefined {
  const parts = partsOfSerial(serial);
  if (parts === undefined) return undefined;
  const { year, month } = monthAfter(parts, months);
  return serialOf(year, month, Math.min(parts.date, monthLength(year, month)));
}

/** The last day of the month so many months later. */
export function monthEnd(serial: number, months: number): number | undefined {
  const parts = partsOfSerial(serial);
  if (parts === undefined) return undefined;
  const { year, month } = monthAfter(parts, months);
  return serialOf(year, month, monthLength(year, month));
}

function monthAfter({ year, month }: DateParts, months: number): { year: number; month: number } {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

/** 0 for Monday to 6 for Sunday, as Excel has it: 1 January 1900 is a Sunday. */
export function weekdayOf(serial: number): number {
  return (Math.floor(serial) + 5) % 7;
}
