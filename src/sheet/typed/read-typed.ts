/** What a user typed or pasted → a value of the cell's type, or why not, in words. */
import { dayTyped } from '../../core/locale-text.ts';
import type { Day } from '../../core/days.ts';
import { FORMULA_LIKE } from '../../core/formula-guard.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { typedText as words } from '../../core/text/en/typed.ts';
import type { CellType, TypedValue } from './cell-type.ts';
import { type NoDay, readDay } from './day-text.ts';
import { readFlag } from './flag-words.ts';
import { localeWords } from '../../core/locale-words.ts';
import { readFigure } from './read-figure.ts';

export type Typed = Result<TypedValue, string>;

/**
 * Reads a text as a cell's type by the rules of one locale: `1.234` is a thousand and more in German and 1.234 in
 * English, and what the locale cannot read is refused, never guessed. The error is a sentence for the user.
 */
export function readTyped(text: string, type: CellType, locale: string): Typed {
  const isVerbatim = type.kind === 'text' || type.kind === 'id';
  if (isVerbatim ? text === '' : text.trim() === '')
    return type.needed === true ? err(words.empty) : ok({ kind: 'empty' });
  switch (type.kind) {
    case 'text':
    case 'id':
      return ok({ kind: 'text', text: withoutGuard(text) });
    case 'flag': {
      const flag = readFlag(text);
      return flag === undefined ? err(words.notFlag(text)) : ok({ kind: 'flag', flag });
    }
    case 'choice':
      return readChoice(text, type.choices);
    case 'day':
      return readDayTyped(text, type, locale);
    default:
      return readFigure(text, type, locale);
  }
}

/** Spreadsheets put an apostrophe before text that would run as a formula; it is no part of the text. */
function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA_LIKE.test(text) ? text.slice(1) : text;
}

function readChoice(text: string, choices: readonly string[]): Typed {
  const plain = withoutGuard(text.trim()).toLowerCase();
  const choice = choices.find((each) => each === text) ?? choices.find((each) => each.toLowerCase() === plain);
  return choice === undefined ? err(words.notChoice(text, choices)) : ok({ kind: 'text', text: choice });
}

/** 31 December 2026, which no order of its parts can hide. */
const EXAMPLE_DAY: Day = 20_818;

function readDayTyped(text: string, type: CellType & { kind: 'day' }, locale: string): Typed {
  const locals = localeWords(locale);
  const day = readDay(text, locals);
  if (typeof day === 'string') return err(noDay(day, text, dayTyped(EXAMPLE_DAY, locals)));
  const { first = -Infinity, last = Infinity } = type;
  if (day >= first && day <= last) return ok({ kind: 'day', day });
  return err(words.dayOutside(boundText(type.first, locale), boundText(type.last, locale)));
}

function boundText(day: Day | undefined, locale: string): string {
  return day === undefined ? '…' : dayTyped(day, localeWords(locale));
}

function noDay(reason: NoDay, text: string, example: string): string {
  switch (reason) {
    case 'none':
      return words.notDay(text, example);
    case 'impossible':
      return words.noSuchDay(text);
    case 'order':
      return words.monthFirst(text, example);
    case 'short-year':
      return words.shortYear(text);
    case 'time':
      return words.withTime(text);
  }
}
