/** Dates: parts of a day, months later, days between. Days are serial numbers. */
import type { FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, serialOfDay, type Value } from '../formula/value.ts';
import { partsOfDay } from '../../core/days.ts';
import { type DateParts, monthEnd, monthLength, monthsLater, partsOfSerial, serialOf, weekdayOf } from './calendar.ts';
import { serialOfText, timeOfText } from './format/date-text.ts';
import { numberOfLocalText } from './format/local-number.ts';
import { define, number, optional, type Param, scalar, text, whole } from './params.ts';

const NUM = errorOf('#NUM!');
const VALUE = errorOf('#VALUE!');

/** A day: a serial number, its time of day cut off, or a text that writes a date. */
export const day: Param<number> = {
  kind: 'scalar',
  read: (value, context) => {
    const cell = scalar.read(value, context);
    const year = partsOfDay(context.asOf).year;
    const written = typeof cell === 'string' ? writtenDay(cell, context.locale, year) : undefined;
    const serial = written ?? number.read(value, context);
    if (typeof serial !== 'number') return serial;
    return partsOfSerial(serial) === undefined ? NUM : Math.floor(serial);
  },
};

/** A text's serial number: `46000` before `4.6.2026`, since 1.5 is a number where the point is the decimal mark. */
function writtenDay(written: string, locale: string, year: number): number | undefined {
  return numberOfLocalText(written, locale) ?? serialOfText(written, locale, year);
}

/** The day's part; days are checked before. */
function part(serial: number, name: keyof DateParts): Value {
  return partsOfSerial(serial)?.[name] ?? NUM;
}

function date(year: number, month: number, dayOfMonth: number): Value {
  if (year < 0 || year > 9999) return NUM;
  return serialOf(year < 1900 ? year + 1900 : year, month, dayOfMonth) ?? NUM;
}

/** WEEKDAY's kinds of counting: the weekday (0 Monday) that counts as the first, and its number. */
function weekday(serial: number, kind: number): Value {
  const fromMonday = weekdayOf(serial);
  if (kind === 1) return ((fromMonday + 1) % 7) + 1;
  if (kind === 2) return fromMonday + 1;
  if (kind === 3) return fromMonday;
  return kind >= 11 && kind <= 17 ? ((fromMonday - (kind - 11) + 7) % 7) + 1 : NUM;
}

/** The week that holds the year's first Thursday is week 1. */
function isoWeek(serial: number): Value {
  const thursday = serial - weekdayOf(serial) + 3;
  const year = partsOfSerial(thursday)?.year;
  const first = year === undefined ? undefined : serialOf(year, 1, 1);
  return first === undefined ? NUM : Math.floor((thursday - first) / 7) + 1;
}

/** Whole years, months or days between two days, or what is left of them. */
function difference(from: number, to: number, unit: string): Value {
  const a = partsOfSerial(from);
  const b = partsOfSerial(to);
  if (a === undefined || b === undefined || from > to) return NUM;
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.date < a.date ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'Y':
      return Math.floor(months / 12);
    case 'M':
      return months;
    case 'D':
      return to - from;
    case 'YM':
      return months % 12;
    case 'MD':
      return b.date >= a.date ? b.date - a.date : b.date - a.date + monthLengthBefore(b);
    case 'YD':
      return daysPastAnniversary(a, b, to);
    default:
      return NUM;
  }
}

function monthLengthBefore({ year, month }: DateParts): number {
  return month === 1 ? monthLength(year - 1, 12) : monthLength(year, month - 1);
}

/** Days from the first day's date in the year before the second day to the second day. */
function daysPastAnniversary(a: DateParts, b: DateParts, to: number): Value {
  const isBefore = b.month < a.month || (b.month === a.month && b.date < a.date);
  const anniversary = serialOf(b.year - (isBefore ? 1 : 0), a.month, a.date);
  return anniversary === undefined ? NUM : to - anniversary;
}

export const DATE: readonly FunctionSpec[] = [
  define('DATE', [whole, whole, whole], ([year, month, dayOfMonth]) => date(year, month, dayOfMonth)),
  define('DATEVALUE', [text], ([written], { locale, asOf }) => {
    const serial = serialOfText(written, locale, partsOfDay(asOf).year);
    if (serial !== undefined) return Math.floor(serial);
    return timeOfText(written) === undefined ? VALUE : 0;
  }),
  define('YEAR', [day], ([serial]) => part(serial, 'year')),
  define('MONTH', [day], ([serial]) => part(serial, 'month')),
  define('DAY', [day], ([serial]) => part(serial, 'date')),
  define('EDATE', [day, whole], ([serial, months]) => monthsLater(serial, months) ?? NUM),
  define('EOMONTH', [day, whole], ([serial, months]) => monthEnd(serial, months) ?? NUM),
  define('DATEDIF', [day, day, text], ([from, to, unit]) => difference(from, to, unit)),
  define('DAYS', [day, day], ([end, start]) => end - start),
  define('WEEKDAY', [day, optional(whole, 1)], ([serial, kind]) => weekday(serial, kind)),
  define('ISOWEEKNUM', [day], ([serial]) => isoWeek(serial)),
  define('TODAY', [], (_, { asOf }) => serialOfDay(asOf)),
];
