/** Dates and times as people write them, read by the order of the locale. */
import { serialOf, monthLength } from '../calendar.ts';
import { localeWords, plainName } from '../../../core/locale-words.ts';

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?$/i;
/** Years of two digits from here on are of the 20th century. */
const PIVOT = 30;

/** The share of a day that a time of day is, undefined when a text is none. */
export function timeOfText(text: string): number | undefined {
  const match = TIME.exec(text.trim());
  if (match === null) return undefined;
  const [, hourText = '', minuteText = '', secondText = '0', half] = match;
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (minute > 59 || second > 59 || hour > (half === undefined ? 23 : 12)) return undefined;
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

/** The serial number of a date with or without a time of day, undefined when a text is none. `year`: of dates without one. */
export function serialOfText(text: string, locale: string, year: number): number | undefined {
  const trimmed = text.trim();
  const split = /^(.*?)(?:[\sT]+(\d{1,2}:[\d:]+(?:\s*(?:am|pm))?))?$/i.exec(trimmed);
  const time = split?.[2] === undefined ? 0 : timeOfText(split[2]);
  const date = dateOfText(split?.[1] ?? trimmed, locale, year);
  return time === undefined || date === undefined ? undefined : date + time;
}

function dateOfText(text: string, locale: string, year: number): number | undefined {
  const parts = text.split(/\s*[/.\-,]\s*|\s+/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 3 || /^[\s/.,-]/.test(text)) return undefined;
  const named = parts.findIndex((part) => /\p{L}/u.test(part));
  return named >= 0 ? withName(parts, named, locale, year) : inDigits(parts, locale, year);
}

/** `22-AUG-2008`, `Aug 22, 2008`, `5-JUL`, `Jul 2008`. */
function withName(parts: readonly string[], named: number, locale: string, year: number): number | undefined {
  const month = monthOf(parts[named] ?? '', locale);
  const others = parts.filter((_, index) => index !== named);
  if (month === undefined || others.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  const [first = '', second] = others;
  if (second !== undefined) return first.length > 2 ? day(first, month, second) : day(second, month, first);
  const isDay = first.length <= 2 && Number(first) >= 1 && Number(first) <= monthLength(year, month);
  return isDay ? day(String(year), month, first) : day(first, month, '1');
}

/** `2011/02/23` in any locale, else in the order of the locale; two numbers are day and month. */
function inDigits(parts: readonly string[], locale: string, year: number): number | undefined {
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  const [first = '', second = '', third] = parts;
  if (first.length > 2) return third === undefined ? undefined : day(first, Number(second), third);
  const order = localeWords(locale).order.filter((part) => part !== 'year');
  const isYearFirst = localeWords(locale).order[0] === 'year' && third !== undefined && third.length <= 2;
  if (isYearFirst) return day(first, Number(second), third);
  const isDayFirst = order[0] === 'day';
  return day(third ?? String(year), Number(isDayFirst ? second : first), isDayFirst ? first : second);
}

function day(yearText: string, month: number, dateText: string): number | undefined {
  const short = Number(yearText);
  const year = yearText.length > 2 ? short : short < PIVOT ? 2000 + short : 1900 + short;
  const date = Number(dateText);
  if (year < 1900 || month < 1 || month > 12 || date < 1 || date > monthLength(year, month)) return undefined;
  return serialOf(year, month, date);
}

function monthOf(name: string, locale: string): number | undefined {
  return localeWords(locale).months.get(plainName(name));
}
