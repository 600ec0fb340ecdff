/** A value as its editor begins with it: what `readTyped` reads back as the same value. */
import { dayTyped, numberText } from '../../core/locale-text.ts';
import { FORMULA_LIKE } from '../../core/formula-guard.ts';
import { typedText as words } from '../../core/text/en/typed.ts';
import type { CellType, TypedValue } from './cell-type.ts';
import { shiftPoint } from '../../core/decimal-text.ts';
import { localeWords } from '../../core/locale-words.ts';

/**
 * The text of a value in a locale, as one would type it: no groups of digits, every digit that is stored, per cent with
 * its sign, a currency only where the value has one of its own.
 */
export function typedText(value: TypedValue, type: CellType, locale: string): string {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
      return type.kind === 'choice' ? value.text : guarded(value.text);
    case 'flag':
      return value.flag ? words.yes : words.no;
    case 'day':
      return dayTyped(value.day, localeWords(locale));
    case 'decimal':
      return figureText(value, type, locale);
  }
}

function figureText(value: TypedValue & { kind: 'decimal' }, type: CellType, locale: string): string {
  const locals = localeWords(locale);
  if (type.kind === 'percent') {
    return `${numberText(type.stored === 'ratio' ? shiftPoint(value.decimal, 2) : value.decimal, locals)} %`;
  }
  const text = numberText(value.decimal, locals);
  return value.currency === undefined ? text : `${text} ${value.currency}`;
}

/** Text that would be taken for a formula, or whose apostrophe would be taken for the mark of text, gets one more. */
function guarded(text: string): string {
  return text.startsWith('=') || (text.startsWith("'") && FORMULA_LIKE.test(text)) ? `'${text}` : text;
}
