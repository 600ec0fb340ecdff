import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLocal, toLocal } from '../../../src/sheet/formula/locale.ts';
import { parseFormula } from '../../../src/sheet/formula/parse.ts';
import { parseTyped } from '../../../src/sheet/formula/typed.ts';
import { runs } from '../../support/runs.ts';

describe('a formula is typed as in the user’s locale', () => {
  test.each([
    ['de-DE', '=SUM(1,5;2)*[@Seats]', '=SUM(1.5,2)*[@Seats]'],
    ['fr-FR', '=IF(A1;;,5)', '=IF(A1,,.5)'],
    ['sv-SE', '={1,5\\2;3\\4}', '={1.5,2;3,4}'],
    ['de-DE', '=[@[Preis, netto; EUR]]&"1,5;2"&\'a;b,c\'!A1', '=[@[Preis, netto; EUR]]&"1,5;2"&\'a;b,c\'!A1'],
    ['de-DE', '=EST.PRICE(A1:B2;1,5E-3)', '=EST.PRICE(A1:B2,1.5E-3)'],
    ['en-US', '=SUM(1.5,2)', '=SUM(1.5,2)'],
    ['en-GB', '=SUM(1.5,2)', '=SUM(1.5,2)'],
    ['de-CH', '=SUM(1.5,2)', '=SUM(1.5,2)'],
  ])('%s: %s', (locale, typed, stored) => {
    expect(fromLocal(typed, locale)).toEqual({ ok: true, value: stored });
    expect(toLocal(stored, locale)).toBe(typed);
  });

  test.each([
    ['=SUM(A1,5)', 7, 8, 'Arguments are parted by ; here, not by ,.'],
    ['=1.5+2', 2, 3, 'The decimal mark is , here; numbers have no other separators.'],
    ['=SUM("a",2)', 8, 9, 'Arguments are parted by ; here, not by ,.'],
    ['=SUM(1;2', 4, 5, 'This bracket is not closed.'],
  ])('de-DE, with the place of what is wrong: %s', (typed, start, end, words) => {
    expect(parseTyped(typed, 'de-DE')).toEqual({ ok: false, error: { start, end, words } });
  });

  test('en-US, a separator of another locale', () => {
    expect(parseTyped('=SUM(1;2)', 'en-US')).toEqual({
      ok: false,
      error: { start: 6, end: 7, words: 'Arguments are parted by , here, not by ;.' },
    });
  });
});

const leaf = fc.oneof(
  fc.double({ min: 0, max: 1e9, noNaN: true }).map(String),
  fc.integer({ min: 0, max: 999 }).map((n) => `.${n}`),
  fc.constantFrom(
    'A1',
    '$B$2',
    'Sheet1!A1:B3',
    "'a,b;c.d'!A1",
    'EST_Uplift',
    'a.b',
    'TRUE',
    '#N/A',
    '{1.5,2;3,-4.25}',
    '[@Seats]',
    'T[a,b;c.d]',
    "[@[a'[,;b]]",
  ),
  fc.string({ unit: fc.constantFrom('a', ',', ';', '.', '1', '\\', '[', '(') }).map((text) => `"${text}"`),
);
const formula = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(tie('node'), fc.constantFrom('+', '-', ' * ', '/', '^', '&', '<>', '>='), tie('node'))
      .map((parts) => parts.join('')),
    tie('node').map((inner) => `(${inner})`),
    tie('node').map((inner) => `-${inner}%`),
    fc
      .tuple(
        fc.constantFrom('SUM', 'EST.PRICE', 'if'),
        fc.array(fc.oneof(tie('node'), fc.constant('')), { minLength: 1, maxLength: 4 }),
      )
      .map(([name, args]) => `${name}(${args.join(', ')})`),
  ),
})).node;

test('every formula comes back from every locale as it was, character by character', () => {
  fc.assert(
    fc.property(formula, fc.constantFrom('de-DE', 'fr-FR', 'sv-SE', 'pt-BR', 'en-US', 'ja-JP'), (inner, locale) => {
      const text = `=${inner}`;
      expect(parseFormula(text).ok).toBe(true);
      const local = toLocal(text, locale);
      expect(local.length).toBe(text.length);
      expect(fromLocal(local, locale)).toEqual({ ok: true, value: text });
    }),
    { numRuns: runs(1000) },
  );
});
