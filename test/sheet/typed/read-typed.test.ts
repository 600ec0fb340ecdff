import { describe, expect, test } from 'vitest';
import { makeDay } from '../../../src/core/days.ts';
import type { CellType, TypedValue } from '../../../src/sheet/typed/cell-type.ts';
import { readTyped } from '../../../src/sheet/typed/read-typed.ts';

function read(text: string, type: CellType, locale: string): TypedValue | string {
  const result = readTyped(text, type, locale);
  return result.ok ? result.value : result.error;
}

const decimal = (text: string, locale = 'en-US'): string => {
  const value = read(text, { kind: 'decimal' }, locale);
  return typeof value === 'string' ? 'refused' : value.kind === 'decimal' ? value.decimal : value.kind;
};

const amount = (text: string, locale: string, currency?: string): string => {
  const value = read(text, { kind: 'amount', ...(currency === undefined ? {} : { currency }) }, locale);
  if (typeof value === 'string') return value.includes('currency') ? 'other currency' : 'refused';
  return value.kind === 'decimal' ? value.decimal + (value.currency ?? '') : value.kind;
};

const NBSP = '\u00A0';
const THIN = '\u2009';
const NARROW = '\u202F';

describe('figures follow the locale', () => {
  test.each([
    // text, en-US, de-DE, fr-FR, sv-SE, de-CH
    ['1234.5', '1234.5', 'refused', 'refused', 'refused', '1234.5'],
    ['1234,5', 'refused', '1234.5', '1234.5', '1234.5', 'refused'],
    ['1,234.50', '1234.5', 'refused', 'refused', 'refused', 'refused'],
    ['1.234,50', 'refused', '1234.5', 'refused', 'refused', 'refused'],
    [`1${NBSP}234,50`, 'refused', '1234.5', '1234.5', '1234.5', 'refused'],
    [`1${NARROW}234,50`, 'refused', '1234.5', '1234.5', '1234.5', 'refused'],
    [`1${THIN}234,50`, 'refused', '1234.5', '1234.5', '1234.5', 'refused'],
    ['1 234,50', 'refused', '1234.5', '1234.5', '1234.5', 'refused'],
    ["1'234.50", '1234.5', 'refused', 'refused', 'refused', '1234.5'],
    ['1’234.50', '1234.5', 'refused', 'refused', 'refused', '1234.5'],
    ['1,234', '1234', '1.234', '1.234', '1.234', 'refused'],
    ['1.234', '1.234', '1234', 'refused', 'refused', '1.234'],
    ['1.5', '1.5', 'refused', 'refused', 'refused', '1.5'],
    ['12', '12', '12', '12', '12', '12'],
    ['-3', '-3', '-3', '-3', '-3', '-3'],
    ['−3', '-3', '-3', '-3', '-3', '-3'],
    ['3-', '-3', '-3', '-3', '-3', '-3'],
    ['+3', '3', '3', '3', '3', '3'],
    ['(12.00)', '-12', 'refused', 'refused', 'refused', '-12'],
    ['(12,00)', 'refused', '-12', '-12', '-12', 'refused'],
    ['12 %', '0.12', '0.12', '0.12', '0.12', '0.12'],
    ['1E+05', '100000', '100000', '100000', '100000', '100000'],
  ])('%s', (text, enUs, deDe, frFr, svSe, deCh) => {
    const locales = ['en-US', 'de-DE', 'fr-FR', 'sv-SE', 'de-CH'];
    expect(locales.map((locale) => decimal(text, locale))).toEqual([enUs, deDe, frFr, svSe, deCh]);
  });

  test.each([
    '1,23', '1,2345', '1,23,456', ',123', '1234,567', '1 2', '1,234 567', '1..2', '1.2.3', '--3', '(-3)', '-3-', '()', '-',
    '.', '%', '12 %%', 'abc', '12abc', '1e', 'e5', '0x10', 'Infinity', 'NaN', '1/2', '12:30', '2026-01-01', '1.5.', "'5", '=5', '½',
    '9'.repeat(31), '1e99',
  ])('%s is no number in en-US', (text) => expect(decimal(text)).toBe('refused')); // prettier-ignore

  test('every digit is kept, needless ones are not', () => {
    expect(decimal('12345678901234567890.123456789')).toBe('12345678901234567890.123456789');
    expect(decimal('0012.3400')).toBe('12.34');
    expect(decimal('-0.00')).toBe('0');
    expect(decimal('.5')).toBe('0.5');
    expect(decimal('5.')).toBe('5');
    expect(decimal('1.5e-3')).toBe('0.0015');
    expect(decimal('12.34 %')).toBe('0.1234');
    expect(decimal('-5%')).toBe('-0.05');
  });

  test('groups of two are read where the locale writes them', () => {
    expect(decimal('12,34,567.5', 'hi-IN')).toBe('1234567.5');
    expect(decimal('12,34,567.5', 'en-GB')).toBe('refused');
  });

  test('digits of the locale are read like ours', () => {
    expect(decimal('١٬٢٣٤٫٥', 'ar-EG')).toBe('1234.5');
    expect(decimal('1,234.5', 'ar-EG')).toBe('1234.5');
  });
});

describe('amounts', () => {
  test.each([
    ['€ 3', 'de-DE', 'EUR', '3'],
    ['3 €', 'de-DE', 'EUR', '3'],
    ['3,50 EUR', 'de-DE', 'EUR', '3.5'],
    ['EUR 3,50', 'fr-FR', 'EUR', '3.5'],
    ['€3', 'en-US', 'EUR', '3'],
    ['-€3', 'en-US', 'EUR', '-3'],
    ['€-3', 'en-US', 'EUR', '-3'],
    ['($3.00)', 'en-US', 'USD', '-3'],
    ['$ (3.00)', 'en-US', 'USD', '-3'],
    ['US$ 3', 'en-US', 'USD', '3'],
    ['$3', 'de-DE', 'USD', '3'],
    ['$3', 'en-CA', 'CAD', '3'],
    ['3 kr', 'sv-SE', 'SEK', '3'],
    ['3 kr.', 'en-US', 'DKK', '3'],
    ["CHF 1'234.50", 'de-CH', 'CHF', '1234.5'],
    ['Fr. 3', 'de-CH', 'CHF', '3'],
    ['£3', 'en-GB', 'GBP', '3'],
    ['3', 'en-US', 'EUR', '3'],
    ['$3', 'en-US', 'EUR', 'other currency'],
    ['3 USD', 'en-US', 'EUR', 'other currency'],
    ['US$ 3', 'en-CA', 'CAD', 'other currency'],
    ['3 apples', 'en-US', 'EUR', 'refused'],
    ['3 %', 'en-US', 'EUR', 'refused'],
    ['€ 3', 'en-US', undefined, '3EUR'],
    ['3 SEK', 'en-US', undefined, '3SEK'],
    ['$3', 'en-US', undefined, 'refused'],
    ['3', 'en-US', undefined, '3'],
  ])('%s in %s for %s', (text, locale, currency, expected) => expect(amount(text, locale, currency)).toBe(expected));

  test('a column without currencies refuses one, in words', () => {
    expect(read('€ 3', { kind: 'decimal' }, 'en-US')).toBe('“€ 3” names a currency, and this column has none.');
  });

  test('digits behind the point can have an end', () => {
    expect(read('1.234', { kind: 'amount', currency: 'EUR', digits: 2 }, 'en-US')).toBe(
      'It can have 2 digits after the point.',
    );
    expect(amount('1.230', 'en-US', 'EUR')).toBe('1.23');
  });
});

describe('whole numbers', () => {
  const seats: CellType = { kind: 'whole', least: '0', most: '1000' };
  test('12, 12.0 and 1,000 are whole', () => {
    expect(['12', '12.0', '1,000'].map((text) => read(text, seats, 'en-US'))).toEqual(
      ['12', '12', '1000'].map((text) => ({ kind: 'decimal', decimal: text })),
    );
  });
  test('what is refused says why', () => {
    expect(read('12.5', seats, 'en-US')).toBe('“12.5” is not a whole number.');
    expect(read('-1', seats, 'en-US')).toBe('It must be between 0 and 1000.');
    expect(read('-1', { kind: 'whole', least: '0' }, 'en-US')).toBe('It must be 0 or more.');
    expect(read('12 %', seats, 'en-US')).toBe('“12 %” is a percentage, and this column has none.');
    expect(read('many', seats, 'en-US')).toBe('“many” is not a whole number.');
  });
});

describe('percentages', () => {
  const ratio: CellType = { kind: 'percent', stored: 'ratio', least: '0', most: '100' };
  test('12 and 12 % are the same, kept as a ratio or as per cent', () => {
    expect(read('12', ratio, 'en-US')).toEqual({ kind: 'decimal', decimal: '0.12' });
    expect(read('12,5 %', ratio, 'de-DE')).toEqual({ kind: 'decimal', decimal: '0.125' });
    expect(read('%12', { ...ratio, stored: 'points' }, 'tr-TR')).toEqual({ kind: 'decimal', decimal: '12' });
  });
  test('bounds are told in per cent', () => {
    expect(read('120', ratio, 'en-US')).toBe('It must be between 0 % and 100 %.');
  });
});

describe('days', () => {
  const day = (text: string, locale: string): string => {
    const value = read(text, { kind: 'day' }, locale);
    if (typeof value === 'string') return value.split(' ')[0] ?? '';
    return value.kind === 'day' && value.day === makeDay(2026, 12, 3) ? 'ok' : 'another day';
  };
  test.each([
    ['2026-12-03', 'en-US'],
    ['2026-12-03', 'de-DE'],
    ['12/3/2026', 'en-US'],
    ['12/03/2026', 'en-US'],
    ['3/12/2026', 'en-GB'],
    ['03.12.2026', 'de-DE'],
    ['3.12.2026', 'de-DE'],
    ['3. 12. 2026', 'de-DE'],
    ['03/12/2026', 'fr-FR'],
    ['2026/12/03', 'ja-JP'],
    ['2026/12/3', 'en-US'],
    ['3 Dec 2026', 'en-US'],
    ['3 Dec 2026', 'de-DE'],
    ['Dec 3, 2026', 'en-US'],
    ['December 3, 2026', 'sv-SE'],
    ['3-Dec-2026', 'en-US'],
    ['3. Dezember 2026', 'de-DE'],
    ['3. Dez. 2026', 'de-DE'],
    ['3 déc. 2026', 'fr-FR'],
    ['3 décembre 2026', 'fr-FR'],
    ['3 dec. 2026', 'sv-SE'],
    ['3 de diciembre de 2026', 'es-ES'],
    ['2026-12-03T00:00:00Z', 'en-US'],
    ['2026-12-03 00:00', 'de-DE'],
    ['2026 Dec 3', 'en-US'],
  ])('%s in %s', (text, locale) => expect(day(text, locale)).toBe('ok'));

  test.each([
    ['31/12/2026', 'en-US', '“31/12/2026” has its month in another place than your language. Write it like 12/31/2026 or 2026-12-31.'],
    ['03/12/2026', 'sv-SE', '“03/12/2026” has its month in another place than your language. Write it like 2026-12-31.'],
    ['31.02.2026', 'de-DE', 'There is no day “31.02.2026” in the calendar.'],
    ['2026-02-29', 'de-DE', 'There is no day “2026-02-29” in the calendar.'],
    ['3.12.26', 'de-DE', 'Write the year of “3.12.26” with four digits.'],
    ['3 Dec 26', 'en-US', 'Write the year of “3 Dec 26” with four digits.'],
    ['2026-12-03 14:30', 'en-US', '“2026-12-03 14:30” has a time of day; only the day can stand here.'],
    ['46000', 'en-US', '“46000” is not a date. Write it like 12/31/2026 or 2026-12-31.'],
    ['soon', 'en-US', '“soon” is not a date. Write it like 12/31/2026 or 2026-12-31.'],
  ])('%s in %s is refused', (text, locale, words) => expect(read(text, { kind: 'day' }, locale)).toBe(words)); // prettier-ignore

  test('a span of days is kept', () => {
    const first = makeDay(2026, 1, 1) ?? 0;
    const last = makeDay(2026, 12, 31) ?? 0;
    expect(read('2027-01-01', { kind: 'day', first, last }, 'de-DE')).toBe(
      'The day must be from 01.01.2026 to 31.12.2026.',
    );
  });
});

describe('texts, ids, flags and choices', () => {
  test('an id is never touched', () => {
    for (const id of ['00012', ' 12 ', '1E5', '12-3', 'CFQ7TTC0LDPB:0001', '1,234.50']) {
      expect(read(id, { kind: 'id' }, 'de-DE')).toEqual({ kind: 'text', text: id });
    }
  });
  test('the apostrophe that keeps a text from running is not part of it', () => {
    expect(read("'=1+1", { kind: 'text' }, 'en-US')).toEqual({ kind: 'text', text: '=1+1' });
    expect(read("'n Sync", { kind: 'text' }, 'en-US')).toEqual({ kind: 'text', text: "'n Sync" });
  });
  test('yes and no in the words of several languages', () => {
    const flag = (text: string) => read(text, { kind: 'flag' }, 'en-US');
    expect(['yes', 'TRUE', 'WAHR', 'vrai', 'SANT', 'ja', '1'].map(flag)).toEqual(
      Array(7).fill({ kind: 'flag', flag: true }),
    );
    expect(['No', 'FALSE', 'FALSCH', 'faux', 'FALSKT', '0'].map(flag)).toEqual(
      Array(6).fill({ kind: 'flag', flag: false }),
    );
    expect(flag('maybe')).toBe('“maybe” is neither yes nor no.');
  });
  test('a choice is found in any case and kept as listed', () => {
    const plan: CellType = { kind: 'choice', choices: ['Monthly', 'Annual'] };
    expect(read('monthly', plan, 'en-US')).toEqual({ kind: 'text', text: 'Monthly' });
    expect(read('weekly', plan, 'en-US')).toBe('“weekly” is not in the list: Monthly, Annual.');
  });
  test('empty is empty, unless a value is needed', () => {
    expect(read('', { kind: 'whole' }, 'en-US')).toEqual({ kind: 'empty' });
    expect(read(' ', { kind: 'day' }, 'en-US')).toEqual({ kind: 'empty' });
    expect(read('', { kind: 'text', needed: true }, 'en-US')).toBe('A value is needed here.');
  });
});
