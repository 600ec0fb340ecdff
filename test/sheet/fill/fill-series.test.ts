import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillSeries } from '../../../src/sheet/fill/fill-series.ts';
import { runs } from '../../support/runs.ts';

const fill = (texts: string[], count: number, locale = 'en-US') => fillSeries(texts, count, { locale });

describe('series', () => {
  test.each<[string, string[], string[], string?]>([
    ['a single number copies', ['5'], ['5', '5', '5']],
    ['two numbers go on', ['1', '2'], ['3', '4', '5']],
    ['downwards, through zero', ['10', '5'], ['0', '-5', '-10']],
    ['decimals stay exact', ['0.1', '0.2'], ['0.3', '0.4', '0.5']],
    ['digits shown stay shown', ['1.50', '1.75'], ['2.00', '2.25', '2.50']],
    ['in the marks of the locale', ['1,5', '2,25'], ['3,00', '3,75', '4,50'], 'de-DE'],
    ['with their currency', ['€ 1', '€ 3'], ['5 €', '7 €', '9 €']],
    ['per cent', ['10 %', '12.5 %'], ['15.0 %', '17.5 %', '20.0 %']],
    ['numbers without an even step repeat', ['1', '2', '4'], ['1', '2', '4']],
    ['a single day goes on by a day', ['12/30/2026'], ['12/31/2026', '01/01/2027', '01/02/2027']],
    ['in the order of the locale', ['30.12.2026'], ['31.12.2026', '01.01.2027', '02.01.2027'], 'de-DE'],
    ['ISO stays ISO', ['2026-12-30', '2026-12-31'], ['2027-01-01', '2027-01-02', '2027-01-03']],
    ['weeks', ['2026-01-01', '2026-01-08'], ['2026-01-15', '2026-01-22', '2026-01-29']],
    ['same date of each month', ['2026-01-15', '2026-02-15'], ['2026-03-15', '2026-04-15', '2026-05-15']],
    ['month ends', ['2026-02-28', '2026-03-31'], ['2026-04-30', '2026-05-31', '2026-06-30']],
    ['dates that February lacks', ['2026-01-30', '2026-02-28'], ['2026-03-30', '2026-04-30', '2026-05-30']],
    ['quarters', ['2026-03-31', '2026-06-30'], ['2026-09-30', '2026-12-31', '2027-03-31']],
    ['years', ['2025-07-01', '2026-07-01'], ['2027-07-01', '2028-07-01', '2029-07-01']],
    ['days that are not evenly apart repeat', ['2026-01-01', '2026-01-02', '2026-01-09'], ['2026-01-01', '2026-01-02', '2026-01-09']],
    ['weekdays', ['Friday'], ['Saturday', 'Sunday', 'Monday']],
    ['weekdays with a step', ['Mon', 'Wed'], ['Fri', 'Sun', 'Tue']],
    ['weekdays of the locale', ['Mo'], ['Di', 'Mi', 'Do'], 'de-DE'],
    ['months in small letters', ['novembre'], ['décembre', 'janvier', 'février'], 'fr-FR'],
    ['months in capitals', ['NOV'], ['DEC', 'JAN', 'FEB']],
    ['English months in another locale', ['January'], ['February', 'March', 'April'], 'de-DE'],
    ['quarters of a year', ['Q3'], ['Q4', 'Q1', 'Q2']],
    ['a number at the end', ['Seat 9'], ['Seat 10', 'Seat 11', 'Seat 12']],
    ['with a step', ['Row 10', 'Row 20'], ['Row 30', 'Row 40', 'Row 50']],
    ['leading zeros are kept', ['A-007'], ['A-008', 'A-009', 'A-010']],
    ['ids of zeros and digits', ['00098'], ['00099', '00100', '00101']],
    ['different texts repeat', ['a', 'b'], ['a', 'b', 'a']],
    ['mixed texts repeat', ['1', 'a'], ['1', 'a', '1']],
    ['blanks repeat', ['1', ''], ['1', '', '1']],
  ])('%s', (_, texts, next, locale) => expect(fill(texts, next.length, locale)).toEqual(next)); // prettier-ignore
});

test('backward goes on before the first, the nearest first', () => {
  const back = (texts: string[]) => fillSeries(texts, 3, { locale: 'en-US', backward: true });
  expect(back(['1', '2'])).toEqual(['0', '-1', '-2']);
  expect(back(['2026-03-31', '2026-04-30'])).toEqual(['2026-02-28', '2026-01-31', '2025-12-31']);
  expect(back(['Seat 2'])).toEqual(['Seat 1', 'Seat 0', 'Seat 1']);
  expect(back(['a', 'b'])).toEqual(['b', 'a', 'b']);
  expect(back(['=A10'])).toEqual(['=A9', '=A8', '=A7']);
});

test('copies repeat whatever it is', () => {
  expect(fillSeries(['1', '2'], 3, { locale: 'en-US', copy: true })).toEqual(['1', '2', '1']);
  expect(fillSeries([], 3, { locale: 'en-US' })).toEqual([]);
});

test('formulas repeat and move, down or across', () => {
  expect(fill(['=A1*$B$1', '=C2'], 4)).toEqual(['=A3*$B$1', '=C4', '=A5*$B$1', '=C6']);
  expect(fillSeries(['=A$1+B2'], 2, { locale: 'de-DE', across: true })).toEqual(['=B$1+C2', '=C$1+D2']);
  expect(fill(['=[@Seats]*2'], 2)).toEqual(['=[@Seats]*2', '=[@Seats]*2']);
});

test('a series goes on from any part of itself', () => {
  const starts = [['1', '3'], ['0.25', '0.5'], ['2026-01-31', '2026-02-28'], ['Mon', 'Tue'], ['Seat 1', 'Seat 2'], ['5.1', '5.1']]; // prettier-ignore
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.nat(20), fc.integer({ min: 2, max: 6 }), (start, from, length) => {
      const all = [...start, ...fill(start, 40)];
      expect(fill(all.slice(from, from + length), 5)).toEqual(all.slice(from + length, from + length + 5));
    }),
    { numRuns: runs(200) },
  );
});
