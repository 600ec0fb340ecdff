/** What is typed into own sheets in several locales, what is stored, and that the editor gives it back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { plainValue } from '../../../src/sheet/calculation/parsed.ts';
import type { CellFormat } from '../../../src/sheet/model/table-view.ts';
import { shownCell } from '../../../src/sheet/own/shown-cell.ts';
import { editTextOf, readTypedCell } from '../../../src/sheet/own/typed-cell.ts';
import { runs } from '../../support/runs.ts';

const LOCALES = ['en-US', 'de-DE', 'fr-FR', 'sv-SE', 'de-CH'];

function typed(text: string, locale: string, format?: CellFormat): { stored: string; kind: string | undefined } {
  const read = readTypedCell(text, locale, format);
  if (!read.ok) throw new Error(read.error);
  return { stored: read.value.stored, kind: read.value.format?.kind };
}

describe('what is stored', () => {
  it.each([
    ['12,5', 'de-DE', '12.5', 'general'],
    ['12.5', 'de-DE', "'12.5", undefined],
    ['1.234,50', 'de-DE', '1234.5', 'general'],
    ['1,234.50', 'en-US', '1234.5', 'general'],
    ['(12.00)', 'en-US', '-12', 'general'],
    ['12 %', 'en-US', '0.12', 'percent'],
    ['12,5 %', 'fr-FR', '0.125', 'percent'],
    ['€ 3', 'de-DE', '3', 'currency'],
    ['3 GB', 'en-US', '3 GB', undefined],
    ['31.12.2026', 'de-DE', '46387', 'date'],
    ['12/31/2026', 'en-US', '46387', 'date'],
    ['2026-12-31', 'sv-SE', '46387', 'date'],
    ['0001', 'en-US', "'0001", undefined],
    ['12E5', 'en-US', "'12E5", undefined],
    ['1234567890123456', 'en-US', "'1234567890123456", undefined],
    ['true', 'en-US', 'TRUE', undefined],
    ["'=x", 'en-US', "'=x", undefined],
    ['=SUMME', 'de-DE', '=SUMME', undefined],
    ['=SUM(A1;2,5)', 'de-DE', '=SUM(A1,2.5)', undefined],
    ['  ', 'en-US', '', undefined],
  ] as const)('%s in %s is %s', (text, locale, stored, kind) => {
    expect(typed(text, locale)).toStrictEqual({ stored, kind });
  });

  it('follows the format of the cell', () => {
    expect(typed('12', 'en-US', { kind: 'percent' }).stored).toBe('0.12');
    expect(typed('12', 'en-US', { kind: 'text' }).stored).toBe("'12");
  });

  it('is nothing for formulas that cannot be read: the reason is said', () => {
    const read = readTypedCell('=SUM(A1', 'en-US');
    expect(read.ok ? '' : read.error).not.toBe('');
  });
});

describe('the editor', () => {
  const texts = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.integer({ min: -9_999_999, max: 9_999_999 }).map((units) => String(units / 100)),
    fc.constantFrom('12 %', '€ 3', '31.12.2026', '12/31/2026', '0001', 'TRUE', "'5", "''", "'", '=A1+1', '=IF(A1,2,3)'),
    fc.string({ maxLength: 12 }),
  );
  it.each(LOCALES)('gives back in %s what is read as the same', (locale) => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = readTypedCell(text, locale);
        if (!read.ok) return;
        const { stored, format } = read.value;
        const again = readTypedCell(editTextOf(stored, locale, format), locale, format);
        expect(again.ok && again.value.stored).toBe(stored);
      }),
      { numRuns: runs(400) },
    );
  });

  it.each(LOCALES)('and the cell in %s show a stored number without loss', (locale) => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (units, digits) => {
        const stored = String(units / 10 ** digits);
        const read = readTypedCell(editTextOf(stored, locale), locale);
        expect(read.ok && Number(read.value.stored)).toBe(Number(stored));
        const shown = shownCell(plainValue(stored), undefined, createFormat(locale));
        expect(shown).toBe(editTextOf(stored, locale).replace(/^-/, '−'));
      }),
      { numRuns: runs(200) },
    );
  });
});

it.each([
  [1234.5, undefined, '1234.5'],
  [0.1 + 0.2, undefined, '0.3'],
  [1e20, undefined, '1.00000E+20'],
  [2026, { kind: 'general' }, '2026'],
  [0.125, { kind: 'percent', digits: 1 }, '12.5%'],
  [1234.5, { kind: 'currency', currency: 'EUR' }, '1,234.50 EUR'],
  [46_387, { kind: 'date' }, 'Dec 31, 2026'],
  ['text', { kind: 'date' }, 'text'],
  [true, undefined, 'TRUE'],
  [null, undefined, ''],
  [NaN, undefined, '#NUM!'],
] as const)('%s under %j shows as %s', (value, format, text) => {
  expect(shownCell(value, format, createFormat('en-US'))).toBe(text);
});
