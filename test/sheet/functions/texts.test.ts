import { describe, expect, it } from 'vitest';
import { call, callIn, serial } from './calls.ts';

const text = (value: number | string | boolean | null, code: string, locale = 'en-US'): unknown =>
  callIn(locale, 'TEXT', value, code);

describe('texts', () => {
  it('cuts, finds and replaces', () => {
    expect(call('LEFT', 'Sale Price', 4)).toBe('Sale');
    expect(call('RIGHT', 'abc', 9)).toBe('abc');
    expect(call('RIGHT', 'abc', 0)).toBe('');
    expect(call('MID', 'Fluid Flow', 7, 20)).toBe('Flow');
    expect(call('MID', 'a', 0, 1)).toBe('#VALUE!');
    expect(call('LEN', 12.5)).toBe(4);
    expect(call('TRIM', '  a   b ')).toBe('a b');
    expect(call('PROPER', "2-way street o'neil")).toBe("2-Way Street O'Neil");
    expect(call('SUBSTITUTE', 'a-b-c', '-', '+', 2)).toBe('a-b+c');
    expect(call('REPLACE', 'abcdef', 3, 2, '*')).toBe('ab*ef');
    expect(call('FIND', 'M', 'Miriam')).toBe(1);
    expect(call('FIND', 'm', 'Miriam')).toBe(6);
    expect(call('SEARCH', 'r?a', 'Miriam')).toBe(3);
    expect(call('SEARCH', '~?', 'a?b')).toBe(2);
    expect(call('SEARCH', 'x', 'abc')).toBe('#VALUE!');
    expect(call('EXACT', 'Word', 'word')).toBe(false);
    expect(call('REPT', 'ab', 2.9)).toBe('abab');
    expect(call('TEXTJOIN', ', ', true, ['a', '', null, 'b'])).toBe('a, b');
    expect(call('TEXTJOIN', ['-', '+'], false, ['a', 'b', 'c'])).toBe('a-b+c');
    expect(call('CONCAT', ['a', 1, true], 'z')).toBe('a1TRUEz');
  });
});

describe('TEXT', () => {
  it.each<[number, string, string]>([
    [1234.567, '$#,##0.00', '$1,234.57'],
    [0.285, '0.0%', '28.5%'],
    [4.34, '# ', '4 '],
    [1234, '0000000', '0001234'],
    [12200000, '0.00E+00', '1.22E+07'],
    [-5, '0;(0)', '(5)'],
    [0, '0;(0);"none"', 'none'],
    [-1.5, '0.0', '-1.5'],
    [1234567, '#,##0,', '1,235'],
    [0.5, '#.##', '.5'],
    [1e15, '#,##0', '1,000,000,000,000,000'],
    [1234567890, '(000) 000-0000', '(123) 456-7890'],
    [1.005, '0.00', '1.01'],
    [1 / 3, 'General', '0.333333333'],
    [5, '0 "seats"', '5 seats'],
  ])('%d as %s is %s', (value, code, expected) => {
    expect(text(value, code)).toBe(expected);
  });

  it('writes dates and times', () => {
    const day = serial(2026, 3, 5);
    expect(text(day, 'yyyy-mm-dd')).toBe('2026-03-05');
    expect(text(day, 'dd/mm/yyyy')).toBe('05/03/2026');
    expect(text(day, 'mmm yyyy')).toBe('Mar 2026');
    expect(text(day, 'dddd d mmmm yy')).toBe('Thursday 5 March 26');
    expect(text(day + 0.75, 'h:mm AM/PM')).toBe('6:00 PM');
    expect(text(day + 0.5, 'yyyy-mm-dd hh:mm:ss')).toBe('2026-03-05 12:00:00');
    expect(text(1.5, '[h]:mm')).toBe('36:00');
    expect(text(-1, 'yyyy')).toBe('#VALUE!');
  });

  it('writes texts in their section', () => {
    expect(text('abc', '0.00')).toBe('abc');
    expect(text('12', '0.00')).toBe('12.00');
    expect(text('abc', '0;0;0;"<"@">"')).toBe('<abc>');
    expect(text(5, '@')).toBe('5');
    expect(text(true, '0')).toBe('TRUE');
  });

  it('follows the locale', () => {
    expect(text(1234.5, '#,##0.00', 'de-DE')).toBe('1.234,50');
    expect(text(1234.5, '#,##0.00', 'fr-FR')).toBe('1\u202f234,50');
    expect(text(serial(2026, 3, 5), 'd. mmmm yyyy', 'de-DE')).toBe('5. März 2026');
    expect(text(serial(2026, 9, 5), 'mmm', 'en-GB')).toBe('Sep');
  });
});

describe('VALUE', () => {
  it('reads numbers, money, percent, dates and times', () => {
    expect(call('VALUE', '$1,000')).toBe(1000);
    expect(call('VALUE', '16:48:00')).toBeCloseTo(0.7, 12);
    expect(call('VALUE', '(5)')).toBe(-5);
    expect(call('VALUE', '12 %')).toBe(0.12);
    expect(call('VALUE', '3/5/2026')).toBe(serial(2026, 3, 5));
    expect(call('VALUE', '1,00')).toBe('#VALUE!');
    expect(call('VALUE', '')).toBe('#VALUE!');
    expect(call('VALUE', true)).toBe('#VALUE!');
  });

  it('follows the locale', () => {
    expect(callIn('de-DE', 'VALUE', '1.234,50 €')).toBe(1234.5);
    expect(callIn('de-DE', 'VALUE', '5.3.2026')).toBe(serial(2026, 3, 5));
    expect(callIn('fr-FR', 'VALUE', '1 234,5')).toBe(1234.5);
    expect(callIn('sv-SE', 'VALUE', '1\u00a0234,5')).toBe(1234.5);
    expect(callIn('de-DE', 'VALUE', '1.23')).toBe('#VALUE!');
  });
});
