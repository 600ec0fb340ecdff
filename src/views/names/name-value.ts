/** The value of a name as it is typed and shown in the user's locale, within its bounds. */
import { compareDecimals } from '../../core/decimal-text.ts';
import { numberText } from '../../core/locale-text.ts';
import { localeWords } from '../../core/locale-words.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { namesText } from '../../core/text/en/names.ts';
import { plainValue } from '../../sheet/calculation/parsed.ts';
import { toLocal } from '../../sheet/formula/locale.ts';
import { parseTyped } from '../../sheet/formula/typed.ts';
import { parseUnit } from '../../sheet/formula/units/unit.ts';
import type { NamedValue } from '../../sheet/model/workbook-parts.ts';
import type { FigureType } from '../../sheet/typed/read-figure.ts';
import { readTyped } from '../../sheet/typed/read-typed.ts';
import { typedText } from '../../sheet/typed/typed-text.ts';

/** What says how a value is read. */
export type ValueRules = Pick<NamedValue, 'unit' | 'least' | 'most'>;

const LIKE_NUMBER = /^[\s+\-−(]*[\d.,]/;

/** Bounds of percentages are counted in per cent. */
function figureType({ unit, least, most }: ValueRules): FigureType {
  const bounds = { ...(least !== '' && { least }), ...(most !== '' && { most }) };
  if (unit.trim() === '%') return { kind: 'percent', stored: 'ratio', ...bounds };
  const counted = parseUnit(unit);
  if (counted.kind === 'money') return { kind: 'amount', currency: counted.currency, ...bounds };
  return { kind: 'decimal', ...bounds };
}

/** A typed value as it is stored, in en-US, or in words why it is refused. Names with a unit or bounds hold numbers only. */
export function readValue(typed: string, rules: ValueRules, locale: string): Result<string, string> {
  const text = typed.trim();
  if (text === '') return err(namesText.needsValue);
  if (text.startsWith('=')) {
    const formula = parseTyped(text, locale);
    return formula.ok ? ok(formula.value.formula) : err(formula.error.words);
  }
  const read = readTyped(text, figureType(rules), locale);
  if (read.ok && read.value.kind === 'decimal') return ok(read.value.decimal);
  const isNumber = rules.unit.trim() !== '' || rules.least !== '' || rules.most !== '' || LIKE_NUMBER.test(text);
  if (isNumber && !read.ok) return err(read.error);
  // What a stored text would be taken for is marked as text.
  const plain = plainValue(text);
  return ok(typeof plain === 'string' && plain === text ? text : typeof plain === 'boolean' ? text : `'${text}`);
}

/** A stored value as one would type it. */
export function valueTyped({ text, ...rules }: Pick<NamedValue, 'text'> & ValueRules, locale: string): string {
  if (text.startsWith('=')) return toLocal(text, locale);
  const value = plainValue(text);
  if (typeof value !== 'number') return text.startsWith("'") ? text.slice(1) : text;
  const decimal = readTyped(text, { kind: 'decimal' }, 'en-US');
  return decimal.ok ? typedText(decimal.value, figureType(rules), locale) : text;
}

/** A typed bound as it is stored; '' for none. */
export function readBound(typed: string, locale: string): Result<string, string> {
  const text = typed.trim().replace(/\s*%$/, '');
  if (text === '') return ok('');
  const read = readTyped(text, { kind: 'decimal' }, locale);
  return read.ok && read.value.kind === 'decimal' ? ok(read.value.decimal) : err(namesText.badBound(typed.trim()));
}

export function boundTyped(bound: string, locale: string): string {
  return bound === '' ? '' : numberText(bound, localeWords(locale));
}

export function boundsTurned(least: string, most: string): boolean {
  return least !== '' && most !== '' && compareDecimals(least, most) > 0;
}

/** What may be typed, in words; '' where anything may. */
export function rangeWords({ unit, least, most }: ValueRules, locale: string): string {
  const shown = (bound: string): string => boundTyped(bound, locale) + (unit.trim() === '%' ? ' %' : '');
  if (least !== '' && most !== '') return namesText.between(shown(least), shown(most));
  if (least !== '') return namesText.from(shown(least));
  return most === '' ? '' : namesText.upTo(shown(most));
}
