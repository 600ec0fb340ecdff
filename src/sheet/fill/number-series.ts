/** Numbers with an even step, exact to the last digit. */
import { numberText } from '../../core/locale-text.ts';
import {
  add,
  equals,
  type Exact,
  fraction,
  multiply,
  parseExact,
  subtract,
  toDecimal,
  ZERO,
} from '../../core/exact.ts';
import { isCurrencyUnit } from '../typed/currency-signs.ts';
import type { LocaleWords } from '../../core/locale-words.ts';
import { type ReadNumber, readNumber } from '../typed/number-text.ts';
import type { Series } from './series.ts';

/** More digits than numbers may have. */
const MOST_DIGITS = 40;

/**
 * The series of numbers that are the same distance apart; a single number is a series of itself, as in Excel. Undefined
 * when a text is no number, units differ, or the distance does: then the pattern repeats, since no rule is guessed.
 */
export function numberSeries(texts: readonly string[], words: LocaleWords): Series | undefined {
  // Leading zeros are those of ids.
  if (texts.some((text) => /^\s*0\d/.test(text))) return undefined;
  const reads = texts.flatMap((text) => readNumber(text, words) ?? []);
  const first = reads[0];
  if (first === undefined || reads.length < texts.length || !reads.every((read) => isAlike(read, first)))
    return undefined;
  const values = reads.flatMap(({ decimal }) => parseExact(decimal) ?? []);
  const [start, second] = values;
  if (start === undefined) return undefined;
  if (second === undefined) return () => texts[0] ?? '';
  const step = subtract(second, start);
  const isEven = values.every((value, index) => equals(value, at(start, step, index)));
  return isEven ? (place) => written(at(start, step, place), first, texts, words) : undefined;
}

/** The same currency, or none: `Q3` and `Seat 9` are no numbers. */
function isAlike(read: ReadNumber, first: ReadNumber): boolean {
  return (
    read.unit === first.unit && (read.unit === '' || isCurrencyUnit(read.unit)) && read.isPercent === first.isPercent
  );
}

function at(start: Exact, step: Exact, place: number): Exact {
  return add(start, multiply(step, fraction(place)));
}

function written(value: Exact, { isPercent, unit }: ReadNumber, texts: readonly string[], words: LocaleWords): string {
  const digits = Math.max(...texts.map((text) => digitsBehind(text, words)));
  const number = numberText(toDecimal(value, equals(value, ZERO) ? 0 : digits, MOST_DIGITS), words);
  return number + (isPercent ? ' %' : '') + (unit === '' ? '' : ` ${unit}`);
}

/** Digits behind the point that a text shows: `1.50` goes on as `2.00`. */
function digitsBehind(text: string, words: LocaleWords): number {
  const behind = text.split(words.decimal)[1] ?? '';
  return /^\d*/.exec(behind)?.[0].length ?? 0;
}
