/** Cells of a clipboard as texts that this user's locale reads, with every digit that the source has. */
import { dayTyped, numberText } from '../../core/locale-text.ts';
import { dayOfSerial } from '../formula/value.ts';
import { isCurrencyUnit } from '../typed/currency-signs.ts';
import { shiftPoint } from '../../core/decimal-text.ts';
import { readFlag } from '../typed/flag-words.ts';
import { type LocaleWords, localeWords } from '../../core/locale-words.ts';
import { typedText } from '../typed/typed-text.ts';
import type { ClipCell, RawValue } from './clip-table.ts';

/** 1 March 1900: before it, programs mean different days by the same number. */
const FIRST_SERIAL = 61;
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/**
 * The text that stands for a cell when it is written into a grid of a locale: a number with all its digits in place of
 * the rounded or foreign one that was shown (with the currency that was shown), a day in the order of the locale, per cent
 * with its sign. What the source keeps as text, shows with leading zeros or as a time stays as it was shown.
 */
export function rawToLocal(cell: ClipCell, locale: string): string {
  const { raw, text } = cell;
  if (raw === undefined || raw.kind === 'text') return text;
  if (raw.kind === 'number') return numberLocal(raw, text, localeWords(locale));
  return readFlag(text) === raw.flag ? text : typedText(raw, { kind: 'flag' }, locale);
}

function numberLocal(raw: RawValue & { kind: 'number' }, text: string, words: LocaleWords): string {
  const { decimal, format } = raw;
  switch (format) {
    case 'text':
    case 'padded':
    case 'time':
      return text;
    case 'percent':
      return `${numberText(shiftPoint(decimal, 2), words)} %`;
    case 'date': {
      const serial = Number(decimal);
      const isDay = Number.isInteger(serial) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
      return isDay ? dayTyped(dayOfSerial(serial), words) : text;
    }
    case 'number': {
      const unit = shownCurrency(text);
      return numberText(decimal, words) + (unit === '' ? '' : ` ${unit}`);
    }
  }
}

/** The sign or code of a currency in a shown amount. */
function shownCurrency(text: string): string {
  const unit = /\p{L}{0,3}\p{Sc}|\p{L}{2,3}/u.exec(text)?.[0] ?? '';
  return isCurrencyUnit(unit) ? unit : '';
}
