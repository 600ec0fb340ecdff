/** Days as people and programs write them, read by the order and the names of one locale. */
import { type Day, makeDay, parseDay } from '../../core/days.ts';
import { type LocaleWords, plainName, plainText } from '../../core/locale-words.ts';

/** Why no day was read. */
export type NoDay = 'none' | 'impossible' | 'order' | 'short-year' | 'time';

const TIME = /[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?: ?Z)?$/;
const FIGURES = /^(\d{1,4})(?: ?[./-] ?| )(\d{1,2})(?: ?[./-] ?| )(\d{1,4})\.?(?: ?\p{L}\.?)?$/u;
/** `5 Jan 2026`, `5. Januar 2026`, `5-Jan-2026`, `5 de enero de 2026`. */
const NAME_SECOND = /^(\d{1,2})[. /-]*(?: de )?(\p{L}[\p{L}\p{M}]*)\.?[ /-]*(?:de )?(\d{2,4})\.?$/u;
/** `Jan 5, 2026`. */
const NAME_FIRST = /^(\p{L}[\p{L}\p{M}]*)\.? ?(\d{1,2}),? (\d{2,4})$/u;
/** `2026 Jan 5`, `2026-Jan-05`. */
const NAME_IN_ORDER = /^(\d{4})[. /-]*(\p{L}[\p{L}\p{M}]*)\.?[ /-]*(\d{1,2})\.?$/u;

/**
 * The day in a text, or why there is none. A year of four digits in front means year, month, day everywhere; otherwise
 * figures stand in the order of the locale. Two digits are no year: which century they mean differs between programs.
 * Midnight behind a day is let go, another time is not.
 */
export function readDay(text: string, words: LocaleWords): Day | NoDay {
  const plain = plainText(text, words);
  const iso = parseDay(plain);
  if (iso !== undefined) return iso;
  const time = TIME.exec(plain);
  if (time !== null && /[1-9]/.test(time[0])) return 'time';
  const date = time !== null ? plain.slice(0, time.index) : plain;
  return byFigures(date, words) ?? byName(date, words) ?? 'none';
}

function byFigures(text: string, words: LocaleWords): Day | NoDay | undefined {
  const match = FIGURES.exec(text);
  if (!match) return undefined;
  const [, first = '', second = '', third = ''] = match;
  if (first.length === 4) return third.length > 2 ? 'none' : dayOf(first, second, third);
  const order = words.order[0] === 'year' ? (['day', 'month', 'year'] as const) : words.order;
  const part = (wanted: string): string => [first, second, third][order.findIndex((name) => name === wanted)] ?? '';
  if (part('year').length !== 4) return first.length > 2 || third.length === 3 ? 'none' : 'short-year';
  // A locale that begins with the year has no order for figures that do not: only what cannot be mixed up is read.
  if (words.order[0] === 'year' && Number(first) <= 12 && first !== second) return 'order';
  const day = dayOf(part('year'), part('month'), part('day'));
  return day === 'impossible' && Number(part('month')) > 12 && Number(part('day')) <= 12 ? 'order' : day;
}

function byName(text: string, words: LocaleWords): Day | NoDay | undefined {
  const second = NAME_SECOND.exec(text);
  if (second) return named(second[3], second[2], second[1], words);
  const first = NAME_FIRST.exec(text);
  if (first) return named(first[3], first[1], first[2], words);
  const inOrder = NAME_IN_ORDER.exec(text);
  return inOrder ? named(inOrder[1], inOrder[2], inOrder[3], words) : undefined;
}

function named(year = '', name = '', date = '', words: LocaleWords): Day | NoDay {
  const month = words.months.get(plainName(name));
  if (month === undefined || year.length === 3) return 'none';
  return year.length === 2 ? 'short-year' : dayOf(year, String(month), date);
}

function dayOf(year: string, month: string, date: string): Day | 'impossible' {
  return makeDay(Number(year), Number(month), Number(date)) ?? 'impossible';
}
