/** Whole numbers, decimals, amounts and percentages: what a text says, and whether the cell takes it. */
import { numberText } from '../../core/locale-text.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { typedText as words } from '../../core/text/en/typed.ts';
import type { CellType, TypedValue } from './cell-type.ts';
import { currencyOf, meansCurrency } from './currency-signs.ts';
import { compareDecimals, digitsBehind, shiftPoint } from '../../core/decimal-text.ts';
import { localeWords } from '../../core/locale-words.ts';
import { type ReadNumber, readNumber } from './number-text.ts';

export type FigureType = CellType & { kind: 'whole' | 'decimal' | 'amount' | 'percent' };
type Read = Result<TypedValue, string>;

export function readFigure(text: string, type: FigureType, locale: string): Read {
  const read = readNumber(text, localeWords(locale));
  if (read === undefined) return err(notRead(text, type, locale));
  if (type.kind === 'amount') return readAmount(text, read, type, locale);
  if (read.unit !== '')
    return err(currencyOf(read.unit) === undefined ? notRead(text, type, locale) : words.currencyHere(text));
  if (type.kind === 'percent') return readPercent(read, type, locale);
  if (read.isPercent && type.kind === 'whole') return err(words.percentHere(text));
  const decimal = read.isPercent ? shiftPoint(read.decimal, -2) : read.decimal;
  if (type.kind === 'whole' && decimal.includes('.')) return err(words.notWhole(text));
  return bounded({ kind: 'decimal', decimal }, type, locale);
}

function notRead(text: string, type: FigureType, locale: string): string {
  const locals = localeWords(locale);
  if (type.kind === 'whole') return words.notWhole(text);
  const example = numberText('1234.5', locals);
  return type.kind === 'percent' ? words.notPercent(text, `${example} %`) : words.notNumber(text, example);
}

function readAmount(text: string, read: ReadNumber, type: FigureType & { kind: 'amount' }, locale: string): Read {
  if (read.isPercent) return err(words.percentHere(text));
  const { decimal, unit } = read;
  if (unit === '') return bounded({ kind: 'decimal', decimal }, type, locale);
  if (type.currency !== undefined) {
    return meansCurrency(unit, type.currency, locale)
      ? bounded({ kind: 'decimal', decimal }, type, locale)
      : err(
          currencyOf(unit) === undefined && !/\p{Sc}/u.test(unit)
            ? notRead(text, type, locale)
            : words.otherCurrency(text, type.currency),
        );
  }
  const currency = currencyOf(unit);
  return currency === undefined
    ? err(notRead(text, type, locale))
    : bounded({ kind: 'decimal', decimal, currency }, type, locale);
}

function readPercent(read: ReadNumber, type: FigureType & { kind: 'percent' }, locale: string): Read {
  const points = bounded({ kind: 'decimal', decimal: read.decimal }, type, locale);
  if (!points.ok || type.stored === 'points') return points;
  return ok({ kind: 'decimal', decimal: shiftPoint(read.decimal, -2) });
}

function bounded(value: TypedValue & { kind: 'decimal' }, type: FigureType, locale: string): Read {
  const { decimal } = value;
  const { least, most } = type;
  const digits = type.kind === 'decimal' || type.kind === 'amount' ? type.digits : undefined;
  if (digits !== undefined && digitsBehind(decimal) > digits) return err(words.tooManyDigits(digits));
  const isLow = least !== undefined && compareDecimals(decimal, least) < 0;
  const isHigh = most !== undefined && compareDecimals(decimal, most) > 0;
  return isLow || isHigh ? err(outside(type, isLow, locale)) : ok(value);
}

function outside({ kind, least, most }: FigureType, isLow: boolean, locale: string): string {
  const shown = (bound: string): string => numberText(bound, localeWords(locale)) + (kind === 'percent' ? ' %' : '');
  if (least !== undefined && most !== undefined) return words.outside(shown(least), shown(most));
  return isLow ? words.tooSmall(shown(least ?? '')) : words.tooLarge(shown(most ?? ''));
}
