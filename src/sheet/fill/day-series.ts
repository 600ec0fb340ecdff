/** Days that are days, months or years apart, or month ends. */
import { dayTyped } from '../../core/locale-text.ts';
import { addMonths, type Day, dayToText, firstDayOfMonth, monthOfDay, parseDay } from '../../core/days.ts';
import { readDay } from '../typed/day-text.ts';
import type { LocaleWords } from '../../core/locale-words.ts';
import { evenStep, type Series } from './series.ts';

/**
 * The series of some days; a single day goes on day by day. Days on the same date of several months (or on their last
 * days) go on by months, so that 31 January and 28 February are followed by 31 March. Undefined when a text is no day or
 * the days are not evenly apart.
 */
export function daySeries(texts: readonly string[], words: LocaleWords): Series | undefined {
  const days = texts.flatMap((text) => {
    const day = readDay(text, words);
    return typeof day === 'string' ? [] : [day];
  });
  if (days.length < texts.length || days.length === 0) return undefined;
  const isIso = texts.every((text) => parseDay(text.trim()) !== undefined);
  const rule = dayRule(days);
  return rule && ((place) => (isIso ? dayToText(rule(place)) : dayTyped(rule(place), words)));
}

function dayRule(days: readonly Day[]): ((place: number) => Day) | undefined {
  const first = days[0] ?? 0;
  if (days.length === 1) return (place) => first + place;
  const months = evenStep(days.map(monthOfDay), (a, b) => b - a) ?? 0;
  if (months !== 0) {
    const monthEnd = (place: number): Day => lastDay(monthOfDay(first) + months * place);
    if (days.every((day, place) => day === monthEnd(place))) return monthEnd;
    const sameDate = (place: number): Day => addMonths(first, months * place);
    if (days.every((day, place) => day === sameDate(place))) return sameDate;
  }
  const step = evenStep(days, (a, b) => b - a);
  return step === undefined ? undefined : (place) => first + step * place;
}

function lastDay(month: number): Day {
  return firstDayOfMonth(month + 1) - 1;
}
