/**
 * What is typed into a cell of an own sheet, in the user's locale, and what is stored of it, in en-US; and back. Nothing is
 * guessed: what the locale reads as no number and no day is text, and text it is also where digits would be lost.
 */
import { dayTyped, numberText } from '../../core/locale-text.ts';
import { localeWords } from '../../core/locale-words.ts';
import { minorDigits } from '../../core/money.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { digitsBehind, shiftPoint } from '../../core/decimal-text.ts';
import { isFormula, plainValue } from '../calculation/parsed.ts';
import { fromLocal, toLocal } from '../formula/locale.ts';
import { parseFormula } from '../formula/parse.ts';
import { dayOfSerial, serialOfDay } from '../formula/value.ts';
import type { CellFormat } from '../model/table-view.ts';
import { currencyOf, isCurrencyUnit } from '../typed/currency-signs.ts';
import { readDay } from '../typed/day-text.ts';
import { readNumber } from '../typed/number-text.ts';

/** What is stored for a text. */
export interface TypedCell {
  readonly stored: string;
  /** How the text asks to be shown: `12 %`, `€ 3`, a day; `general` for a plain number; undefined for everything else. */
  readonly format?: CellFormat | undefined;
}

/** More digits than a double keeps: an id, not a figure. */
const MOST_DIGITS = 15;
/** `0001`, and figures with an exponent that nobody spelled out, such as the `12E5` of a part number. */
const ID_LIKE = /^0\d|^\d+[eE]\d+$/;
const LAST_SERIAL = 2_958_465;

/**
 * Reads what was typed. Fails, in words, only for formulas that cannot be read.
 * @param format in force in the cell: under `text` everything is text, under `percent` 12 is 12 %
 */
export function readTypedCell(text: string, locale: string, format?: CellFormat): Result<TypedCell, string> {
  if (text.trim() === '') return ok({ stored: '' });
  if (isFormula(text)) return readFormula(text, locale);
  if (text.startsWith("'")) return ok({ stored: text });
  const upper = text.trim().toUpperCase();
  if (format?.kind === 'text') return ok({ stored: asText(text) });
  if (upper === 'TRUE' || upper === 'FALSE') return ok({ stored: upper });
  return ok(readFigure(text.trim(), locale, format) ?? readDayCell(text, locale) ?? { stored: asText(text) });
}

function readFormula(text: string, locale: string): Result<TypedCell, string> {
  const stored = fromLocal(text, locale);
  if (!stored.ok) return err(stored.error.words);
  const parsed = parseFormula(stored.value);
  return parsed.ok ? ok({ stored: stored.value }) : err(parsed.error.words);
}

function readFigure(text: string, locale: string, format: CellFormat | undefined): TypedCell | undefined {
  if (ID_LIKE.test(text)) return undefined;
  const read = readNumber(text, localeWords(locale));
  if (!read || read.decimal.replace(/\D/g, '').replace(/^0+/, '').length > MOST_DIGITS) return undefined;
  const { decimal, unit } = read;
  const digits = digitsBehind(decimal);
  if (read.isPercent)
    return unit === '' ? { stored: shiftPoint(decimal, -2), format: { kind: 'percent', digits } } : undefined;
  if (unit !== '') {
    const currency = isCurrencyUnit(unit) ? currencyOf(unit) : undefined;
    if (currency === undefined) return undefined;
    const shown = Math.max(digits, minorDigits(currency));
    return { stored: decimal, format: { kind: 'currency', currency, digits: shown } };
  }
  if (format?.kind === 'percent') return { stored: shiftPoint(decimal, -2), format };
  return { stored: decimal, format: { kind: 'general' } };
}

function readDayCell(text: string, locale: string): TypedCell | undefined {
  const day = readDay(text, localeWords(locale));
  if (typeof day === 'string') return undefined;
  const serial = serialOfDay(day);
  return serial >= 1 && serial <= LAST_SERIAL ? { stored: String(serial), format: { kind: 'date' } } : undefined;
}

/** A text so that it stays one: an apostrophe stands before what would be read as something else. */
export function asText(text: string): string {
  return text === '' || (plainValue(text) === text && !isFormula(text)) ? text : `'${text}`;
}

/** What the editor begins with: read again it is what is stored. */
export function editTextOf(stored: string, locale: string, format?: CellFormat): string {
  if (stored === '') return '';
  if (isFormula(stored)) return toLocal(stored, locale);
  if (stored.startsWith("'")) {
    const read = readTypedCell(stored.slice(1), locale, format);
    return read.ok && read.value.stored === stored ? stored.slice(1) : stored;
  }
  const value = plainValue(stored);
  if (typeof value !== 'number') return stored;
  const words = localeWords(locale);
  // Stored by hand or by an older build: 12% is 0.12.
  const decimal = stored.endsWith('%') ? shiftPoint(stored.slice(0, -1).trim(), -2) : stored;
  if (format?.kind === 'percent') return `${numberText(shiftPoint(decimal, 2), words)} %`;
  const isDay = format?.kind === 'date' || format?.kind === 'month';
  if (isDay && Number.isInteger(value) && value >= 1 && value <= LAST_SERIAL)
    return dayTyped(dayOfSerial(value), words);
  return numberText(decimal, words);
}
