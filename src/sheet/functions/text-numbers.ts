/** TEXT and VALUE: numbers as texts and back. */
import { partsOfDay } from '../../core/days.ts';
import type { FunctionSpec } from '../formula/function-spec.ts';
import { numberOfText } from '../formula/coerce.ts';
import { errorOf, type Scalar, type Value } from '../formula/value.ts';
import { serialOfText, timeOfText } from './format/date-text.ts';
import { formatNumber, formatText } from './format/format-value.ts';
import { numberOfLocalText } from './format/local-number.ts';
import { define, scalar, text } from './params.ts';

const VALUE = errorOf('#VALUE!');

/** What a text is as a number: a number as the locale writes it, a date or a time of day. */
function readNumber(written: string, locale: string, year: number): number | undefined {
  return numberOfLocalText(written, locale) ?? serialOfText(written, locale, year) ?? timeOfText(written);
}

function asText(value: Scalar, code: string, locale: string): Value {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') {
    const number = numberOfText(value);
    return number === undefined ? formatText(value, code) : formatNumber(number, code, locale);
  }
  return typeof value === 'object' && value !== null ? value : formatNumber(value ?? 0, code, locale);
}

function asNumber(value: Scalar, locale: string, year: number): Value {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  return typeof value === 'string' ? (readNumber(value, locale, year) ?? VALUE) : VALUE;
}

export const TEXT_NUMBERS: readonly FunctionSpec[] = [
  define('TEXT', [scalar, text], ([value, code], { locale }) => asText(value, code, locale)),
  define('VALUE', [scalar], ([value], { locale, asOf }) => asNumber(value, locale, partsOfDay(asOf).year)),
];
