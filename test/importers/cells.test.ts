/** Numbers and dates as people and programs write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayToText } from '../../src/core/days.ts';
import {
  isNoDate,
  isUnknownStart,
  orderEvidence,
  readIso,
  readParted,
  readSerial,
} from '../../src/importers/cells/dates.ts';
import { readMonth } from '../../src/importers/cells/months.ts';
import { type DecimalMark, markEvidence, movePoint, readDecimal } from '../../src/importers/cells/decimals.ts';

describe('numbers', () => {
  it.each<[string, DecimalMark, string | undefined]>([
    ['181.56', '.', '181.56'],
    ['0.020000000000000000001', '.', '0.020000000000000000001'],
    ['1,234,567.89', '.', '1234567.89'],
    ['12,34,567.89', '.', '1234567.89'],
    ['1.234.567,89', ',', '1234567.89'],
    ['1.000,00', ',', '1000.00'],
    ['1.000,00', '.', undefined],
    ['1 234,50', ',', '1234.50'],
    ["1'234.50", '.', '1234.50'],
    ['(5.00)', '.', '-5.00'],
    ['($1,005.00)', '.', '-1005.00'],
    ['-$5.00', '.', '-5.00'],
    ['5.00-', '.', '-5.00'],
    ['\u22125', '.', '-5'],
    ['€1.234,50', ',', '1234.50'],
    ['USD 12.50', '.', '12.50'],
    ["'22.000", '.', '22.000'],
    ['5 %', '.', '5'],
    ['1.5E-3', '.', '0.0015'],
    ['.5', '.', '0.5'],
    ['1.2.3', '.', undefined],
    ['1,23,4', '.', undefined],
    ['12a', '.', undefined],
    ['-', '.', undefined],
    ['n/a', '.', undefined],
    ['#N/A', '.', undefined],
    ['Infinity', '.', undefined],
  ])('%s with %s is %s', (text, mark, value) => {
    expect(readDecimal(text, mark)).toBe(value);
  });

  it.each([
    ['1,234', 'either'],
    ['1.234', 'either'],
    ['0.123', '.'],
    ['0,123', ','],
    ['1.234,5', ','],
    ['1,234.5', '.'],
    ['12.5', '.'],
    ['12', 'none'],
    ['abc', 'none'],
  ])('%s tells %s about its column', (text, evidence) => {
    expect(markEvidence(text)).toBe(evidence);
  });

  it.each([
    ['0.15', '15'],
    ['0.150', '15.0'],
    ['0.0755', '7.55'],
    ['1', '100'],
    ['-0.1', '-10'],
    ['0', '0'],
    ['12.3456', '1234.56'],
  ])('%s as a share is %s percent', (share, percent) => {
    expect(movePoint(share, 2)).toBe(percent);
  });

  it('keeps every plain decimal as it is', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 25 }).map((all) => all.join(''));
    fc.assert(
      fc.property(digits, digits, (whole, part) => readDecimal(`${whole}.${part}`, '.') === `${whole}.${part}`),
    );
  });
});

describe('dates', () => {
  const text = (instant: ReturnType<typeof readIso>) =>
    instant && `${dayToText(instant.day)}${instant.midnight ? '' : ' later'}`;

  it.each([
    ['2025-04-01T00:00:00.0000000Z', '2025-04-01'],
    ['2021-11-03T06:57:30.0682597Z', '2021-11-03 later'],
    ['2024-01-01T00:00Z', '2024-01-01'],
    ['2017-05-12T00:00:00', '2017-05-12'],
    ['2016-02-04T19:29:38.037', '2016-02-04 later'],
    ['2021-09-23T00:00:00+00:00', '2021-09-23'],
    ['2021-09-23T23:30:00-01:00', '2021-09-24 later'],
    ['2021-09-23T02:00:00+02:00', '2021-09-23'],
    ['9999-11-30', '9999-11-30'],
    ['1753-01-02', '1753-01-02'],
    ['2026-02-31', undefined],
    ['2026-13-01', undefined],
    ['yesterday', undefined],
  ])('%s is %s', (written, day) => {
    expect(text(readIso(written))).toBe(day);
  });

  it.each(['0001-01-01', '0001-01-01T00:00:00', '0001-01-01T00:00:00.0000000Z', '1/1/0001', '01/01/0001 12:00:00 AM'])(
    '%s is no date',
    (written) => {
      expect([isNoDate(written), isUnknownStart(written)]).toEqual([true, false]);
    },
  );

  it.each(['1753-01-01', '1753-01-02T00:00:00', '1/2/1753 12:00:00 AM'])(
    '%s is a start that nobody knows',
    (written) => {
      expect([isNoDate(written), isUnknownStart(written)]).toEqual([false, true]);
    },
  );

  it.each([
    ['202609', '2026-09'],
    ['2026-9', '2026-09'],
    ['2026/09', '2026-09'],
    ['2026-09-01', '2026-09'],
    ['2026-09-01T00:00:00', '2026-09'],
    ['9/1/2026', '2026-09'],
    ['1/9/2026', '2026-09'],
    ['01/01/2026 00:00', '2026-01'],
    ['2019', undefined],
    ['202613', undefined],
    ['2026-09-02', undefined],
    ['9/2/2026', undefined],
    ['Sep 2026', '2026-09'],
    ['September 2026', '2026-09'],
    ['Sept. 2026', '2026-09'],
    ['Sep-26', '2026-09'],
    ['März 2026', '2026-03'],
    ['09/2026', '2026-09'],
    ['9.2026', '2026-09'],
    ['Marble 2026', undefined],
    ['Dezibel 2026', undefined],
    ['13/2026', undefined],
  ])('%s as a month is %s', (written, month) => {
    expect(readMonth(written)).toBe(month);
  });

  it.each([
    ['10/3/2020', 'mdy', '2020-10-03'],
    ['10/3/2020', 'dmy', '2020-03-10'],
    ['2/1/2019 12:00:00 AM', 'mdy', '2019-02-01'],
    ['2/28/2019 23:59', 'mdy', '2019-02-28 later'],
    ['2/4/2021 8:35:31 PM', 'mdy', '2021-02-04 later'],
    ['11/30/9999', 'mdy', '9999-11-30'],
    ['31.12.2026', 'dmy', '2026-12-31'],
    ['31.02.2026', 'dmy', undefined],
    ['1/2/26', 'mdy', undefined],
  ] as const)('%s as %s is %s', (written, order, day) => {
    expect(text(readParted(written, order))).toBe(day);
  });

  it.each([
    ['46023', '2026-01-01'],
    ['46023.0', '2026-01-01'],
    ['46023.75', '2026-01-01 later'],
    ['46023,75', '2026-01-01 later'],
    ['2958101', '9999-01-01'],
    ['2958465', '9999-12-31'],
    ['2958465.99999', '9999-12-31 later'],
    ['2958466', undefined],
    ['19999', undefined],
    ['80001', undefined],
    ['46.023', undefined],
    ['-46023', undefined],
  ])('%s as a day number of Excel is %s', (written, day) => {
    expect(text(readSerial(written))).toBe(day);
  });

  it.each([
    ['12/31/2026', 'mdy'],
    ['31/12/2026', 'dmy'],
    ['01.02.2026', 'dmy'],
    ['03/04/2026', 'either'],
    ['05/05/2026', 'same'],
    ['2026-03-04', 'none'],
  ])('%s tells %s about its column', (written, evidence) => {
    expect(orderEvidence(written)).toBe(evidence);
  });
});
