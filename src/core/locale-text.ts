/** Numbers and days as one types them in a locale, and as files for that locale hold them: plain, and read back exactly. */
import { type Day, dayToText, partsOfDay } from './days.ts';
import type { LocaleWords } from './locale-words.ts';

/** A canonical decimal text with the decimal mark of the locale: no groups, digits 0 to 9. */
export function numberText(decimal: string, words: LocaleWords): string {
  return decimal.replace('.', words.decimal);
}

/** A day in figures in the order of the locale, the year with four digits; ISO where the year comes first. */
export function dayTyped(day: Day, words: LocaleWords): string {
  if (words.order[0] === 'year') return dayToText(day);
  const { year, month, date } = partsOfDay(day);
  const figures = { year: String(year).padStart(4, '0'), month: pair(month), day: pair(date) };
  return words.order.map((part) => figures[part]).join(words.dateMark);
}

function pair(value: number): string {
  return String(value).padStart(2, '0');
}
