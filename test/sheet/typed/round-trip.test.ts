import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellType, TypedValue } from '../../../src/sheet/typed/cell-type.ts';
import { readTyped } from '../../../src/sheet/typed/read-typed.ts';
import { typedText } from '../../../src/sheet/typed/typed-text.ts';
import { FORMULAS, MARKUP } from '../../exporters/hostile.ts';
import { runs } from '../../support/runs.ts';

const LOCALES = [
  'en-US', 'en-GB', 'en-IN', 'en-CA', 'de-DE', 'de-AT', 'de-CH', 'fr-FR', 'fr-CH', 'fr-CA', 'sv-SE', 'nb-NO', 'da-DK', 'fi-FI', 'pl-PL', 'cs-CZ',
  'hu-HU', 'es-ES', 'es-MX', 'pt-BR', 'pt-PT', 'it-IT', 'nl-NL', 'tr-TR', 'ru-RU', 'uk-UA', 'bg-BG', 'el-GR', 'he-IL', 'ar-EG', 'fa-IR', 'hi-IN',
  'mr-IN', 'th-TH', 'vi-VN', 'ja-JP', 'ko-KR', 'zh-CN', 'zh-TW', 'lv-LV', 'et-EE', 'lt-LT', 'ro-RO', 'hr-HR',
]; // prettier-ignore

const digits = (least: number, most: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${String(least)},${String(most)}}$`));

/** Canonical decimal texts: no plus, no needless zeros, no negative zero. */
const decimals = fc.tuple(fc.boolean(), digits(1, 16), digits(0, 12)).map(([isNegative, whole, part]) => {
  const units = whole.replace(/^0+(?=\d)/, '');
  const rest = part.replace(/0+$/, '');
  const text = units + (rest === '' ? '' : `.${rest}`);
  return text !== '0' && isNegative ? `-${text}` : text;
});

const ofDecimal = decimals.map((decimal): TypedValue => ({ kind: 'decimal', decimal }));
const texts = fc
  .oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.constantFrom(...FORMULAS, ...MARKUP))
  .map((text): TypedValue => ({ kind: 'text', text }));

const cases: fc.Arbitrary<readonly [CellType, TypedValue]> = fc.oneof(
  texts.map((value): [CellType, TypedValue] => [{ kind: 'text' }, value]),
  texts.map((value): [CellType, TypedValue] => [{ kind: 'id' }, value]),
  fc.bigInt(-(10n ** 15n), 10n ** 15n).map((n): [CellType, TypedValue] => [{ kind: 'whole' }, { kind: 'decimal', decimal: String(n) }]),
  ofDecimal.map((value): [CellType, TypedValue] => [{ kind: 'decimal' }, value]),
  ofDecimal.map((value): [CellType, TypedValue] => [{ kind: 'amount', currency: 'EUR' }, value]),
  decimals.map((decimal): [CellType, TypedValue] => [{ kind: 'amount' }, { kind: 'decimal', decimal, currency: 'SEK' }]),
  ofDecimal.map((value): [CellType, TypedValue] => [{ kind: 'percent', stored: 'ratio' }, value]),
  ofDecimal.map((value): [CellType, TypedValue] => [{ kind: 'percent', stored: 'points' }, value]),
  fc.integer({ min: -300_000, max: 300_000 }).map((day): [CellType, TypedValue] => [{ kind: 'day' }, { kind: 'day', day }]),
  fc.boolean().map((flag): [CellType, TypedValue] => [{ kind: 'flag' }, { kind: 'flag', flag }]),
  fc.constantFrom('A', 'b', '=c', "'=d").map((text): [CellType, TypedValue] => [{ kind: 'choice', choices: ['A', 'b', '=c', "'=d"] }, { kind: 'text', text }]),
  fc.constant<[CellType, TypedValue]>([{ kind: 'day' }, { kind: 'empty' }]),
); // prettier-ignore

test('what the editor begins with is read back as the same value, in every locale', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LOCALES), cases, (locale, [type, value]) => {
      expect(readTyped(typedText(value, type, locale), type, locale)).toEqual({ ok: true, value });
    }),
    { numRuns: runs(1500) },
  );
});

test('figures as Intl writes them in a locale are read back there', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LOCALES), fc.bigInt(-(10n ** 12n), 10n ** 12n), (locale, cents) => {
      const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(
        `${String(cents)}E-2` as `${number}`,
      );
      const read = readTyped(written, { kind: 'decimal' }, locale);
      const value = read.ok && read.value.kind === 'decimal' ? read.value.decimal : 'refused';
      expect(Number(value)).toBe(Number(`${String(cents)}e-2`));
    }),
    { numRuns: runs(1000) },
  );
});

test('no text makes reading throw', () => {
  const types: readonly CellType[] = [
    { kind: 'whole' },
    { kind: 'amount' },
    { kind: 'percent', stored: 'ratio' },
    { kind: 'day' },
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCALES),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...types),
      (locale, text, type) => {
        readTyped(text, type, locale);
      },
    ),
    { numRuns: runs(500) },
  );
});
