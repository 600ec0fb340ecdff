/** Named values: what they may be called, and what may be typed as their value. */
import { describe, expect, it } from 'vitest';
import type { NamedValue } from '../../../src/sheet/model/workbook-parts.ts';
import { EMPTY_DOCUMENT } from '../../../src/state/document.ts';
import { keepName, nameProblem } from '../../../src/views/names/name-draft.ts';
import { rangeWords, readBound, readValue, valueTyped } from '../../../src/views/names/name-value.ts';

const named = (name: string, text = '1', more: Partial<NamedValue> = {}): NamedValue => ({
  ...{ name, text, unit: '', least: '', most: '', note: '' },
  ...more,
});
const PLAIN = { unit: '', least: '', most: '' };
const SHARE = { unit: '%', least: '0', most: '100' };

describe('nameProblem', () => {
  const names = [named('Growth')];

  it.each(['Tempo', '_x', 'Größe.2', 'Rate_2026', 'ABCD1'])('%s is fine', (name) => {
    expect(nameProblem({ before: undefined, name }, names)).toBeUndefined();
  });

  it.each([
    ['', /needed/],
    ['2x', /begins/],
    ['my rate', /begins/],
    ['a-b', /begins/],
    ['TRUE', /begins/],
    ['A1', /address/],
    ['xfd12', /address/],
    ['R1C1', /address/],
    ['sum', /function/],
    ['growth', /already/],
    ['est_uplift', /scenario/],
  ])('%j is refused', (name, words) => {
    expect(nameProblem({ before: undefined, name }, names)).toMatch(words);
  });

  it('lets a name stay, or change its case', () => {
    expect(nameProblem({ before: 'Growth', name: 'GROWTH' }, names)).toBeUndefined();
  });
});

describe('readValue', () => {
  it.each([
    ['1234.5', PLAIN, 'en-US', '1234.5'],
    ['1.234,5', PLAIN, 'de-DE', '1234.5'],
    ['3', SHARE, 'en-US', '0.03'],
    ['2,5 %', SHARE, 'de-DE', '0.025'],
    ['€ 12', { ...PLAIN, unit: 'EUR/month' }, 'en-US', '12'],
    ['=1/2', SHARE, 'en-US', '=1/2'],
    ['=ROUND(1,5;0)', PLAIN, 'de-DE', '=ROUND(1.5,0)'],
    ['north', PLAIN, 'en-US', 'north'],
  ])('%s', (typed, rules, locale, stored) => {
    expect(readValue(typed, rules, locale)).toStrictEqual({ ok: true, value: stored });
  });

  it.each([
    ['', PLAIN, 'en-US', /needed/],
    ['101', SHARE, 'en-US', /between 0 % and 100 %/],
    ['north', SHARE, 'en-US', /not a percentage/],
    ['$ 12', { ...PLAIN, unit: 'EUR' }, 'en-US', /in EUR/],
    ['1.5', PLAIN, 'de-DE', /not a number/],
    ['=1+', PLAIN, 'en-US', /missing/],
  ])('%j is refused', (typed, rules, locale, words) => {
    const read = readValue(typed, rules, locale);
    expect(read.ok ? '' : read.error).toMatch(words);
  });

  it.each([
    ['0.03', SHARE, 'en-US', '3 %'],
    ['1234.5', PLAIN, 'de-DE', '1234,5'],
    ['=ROUND(1.5,0)', PLAIN, 'de-DE', '=ROUND(1,5;0)'],
    ['north', PLAIN, 'en-US', 'north'],
  ])('%s is shown as it is typed', (text, rules, locale, typed) => {
    expect(valueTyped({ text, ...rules }, locale)).toBe(typed);
  });
});

it('bounds are read and worded in the locale', () => {
  expect(readBound(' 2,5 % ', 'de-DE')).toStrictEqual({ ok: true, value: '2.5' });
  expect(readBound('much', 'de-DE').ok).toBe(false);
  expect(rangeWords({ unit: '%', least: '2.5', most: '' }, 'de-DE')).toBe('from 2,5 %');
  expect(rangeWords(PLAIN, 'de-DE')).toBe('');
});

it('a new name goes into every formula that used the old one', () => {
  const document = {
    ...EMPTY_DOCUMENT,
    names: [named('Growth'), named('Twice', '=2*growth')],
    formulas: [{ key: 'f:1', title: 'A', formula: '=[@Growth]*Growth', format: { kind: 'general' } as const }],
  };
  const { parts } = keepName(document, 'Growth', named('Rise', '1'));
  expect(parts.names?.map(({ name, text }) => `${name} ${text}`)).toStrictEqual(['Rise 1', 'Twice =2*Rise']);
  expect(parts.formulas?.[0]?.formula).toBe('=[@Growth]*Rise');
});
