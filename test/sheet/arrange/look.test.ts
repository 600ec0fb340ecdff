import { describe, expect, it } from 'vitest';
import { parseExact } from '../../../src/core/exact.ts';
import { createFormat } from '../../../src/core/format.ts';
import { type Column, NO_DAY } from '../../../src/core/table.ts';
import { findSteps } from '../../../src/sheet/arrange/find.ts';
import { type CellValue, cellValue, formatCell } from '../../../src/sheet/arrange/format-cell.ts';
import { markSteps } from '../../../src/sheet/arrange/marks.ts';
import type { CellFormat, ConditionalMark } from '../../../src/sheet/model/table-view.ts';
import { drained } from './steps.ts';

const number = (text: string): CellValue => {
  const value = parseExact(text);
  return value ? { kind: 'number', value } : { kind: 'empty' };
};
const written = (cell: CellValue, format: CellFormat, locale: string): string =>
  formatCell(cell, format, createFormat(locale), 'EUR').replaceAll(/[\u00a0\u202f]/g, ' ');

describe('formats', () => {
  it('write numbers in the locale, with every digit asked for and no other', () => {
    const cell = number('-1234.565');
    expect(written(cell, { kind: 'number' }, 'en-US')).toBe('−1,234.57');
    expect(written(cell, { kind: 'number', digits: 3 }, 'de-DE')).toBe('−1.234,565');
    expect(written(cell, { kind: 'general' }, 'fr-FR')).toBe('−1 234,565');
    expect(written(cell, { kind: 'currency' }, 'sv-SE')).toBe('−1 234,57 EUR');
    expect(written(cell, { kind: 'currency', currency: 'JPY' }, 'en-US')).toBe('−1,235 JPY');
    expect(written(number('0.125'), { kind: 'percent', digits: 1 }, 'de-DE')).toBe('12,5 %');
    expect(written(number('9007199254740993.25'), { kind: 'number', digits: 2 }, 'en-US')).toBe(
      '9,007,199,254,740,993.25',
    );
    expect(written(cell, { kind: 'text' }, 'de-DE')).toBe('-1234.565');
  });

  it('write days, and numbers as the days that a spreadsheet means', () => {
    expect(written({ kind: 'day', day: 0 }, { kind: 'date' }, 'en-GB')).toBe('1 Jan 1970');
    expect(written({ kind: 'day', day: 0 }, { kind: 'month' }, 'de-DE')).toBe('Januar 1970');
    expect(written(number('25569.5'), { kind: 'date' }, 'en-GB')).toBe('1 Jan 1970');
    expect(written(number('-1'), { kind: 'date' }, 'en-GB')).toBe('−1');
  });

  it('leave texts and empty cells alone', () => {
    expect(written({ kind: 'text', text: '007' }, { kind: 'number' }, 'en-US')).toBe('007');
    expect(written({ kind: 'empty' }, { kind: 'currency' }, 'en-US')).toBe('');
    expect(cellValue({ kind: 'day', days: Int32Array.of(NO_DAY) }, 0)).toEqual({ kind: 'empty' });
  });
});

describe('marks', () => {
  const column: Column = { kind: 'decimal', scale: 0, units: Float64Array.of(-5, 0, 10, NaN), wide: new Map() };
  const looks = (...marks: readonly Omit<ConditionalMark, 'key'>[]): readonly unknown[] => {
    const keyed = marks.map((mark) => ({ ...mark, key: 'n' }));
    const look = drained(markSteps(column, keyed, { locale: 'en', asOf: 0 }));
    return [0, 1, 2, 3].map((row) => look?.(row));
  };
  const above = { kind: 'filter', filter: { kind: 'number-is', test: 'above', number: '-1' } } as const;
  const large = { kind: 'filter', filter: { kind: 'number-is', test: 'above', number: '5' } } as const;

  it('show where a condition holds, the first that does', () => {
    expect(looks({ rule: large, look: 'bad' }, { rule: above, look: 'good' })).toEqual([
      undefined,
      { look: 'good' },
      { look: 'bad' },
      undefined,
    ]);
  });

  it('show sizes as bars from zero, or as a tone between the ends', () => {
    const [least, zero, most, none] = looks({ rule: { kind: 'bars' }, look: 'accent' });
    expect([least, zero, most, none]).toEqual([
      { look: 'accent', bar: -0.5 },
      { look: 'accent', bar: 0 },
      { look: 'accent', bar: 1 },
      undefined,
    ]);
    expect(looks({ rule: { kind: 'scale' }, look: 'good' })[1]).toEqual({ look: 'good', tone: 1 / 3 });
    expect(looks()[0]).toBeUndefined();
  });
});

describe('find', () => {
  const texts: Column = { kind: 'text', codes: Uint32Array.of(1, 2, 1, 0), values: ['', 'Seat one', 'one'] };
  const rowsOfView = [3, 2, 1, 0, -1];
  const found = (text: string, options: { whole?: boolean; matchCase?: boolean } = {}): readonly string[] => {
    const columns = [
      { column: texts, text: (row: number) => (row === 4 ? 'group one' : '') },
      { figures: true, text: (row: number) => `1${String(row)}` },
    ];
    const tableRow = (row: number): number | undefined => {
      const own = rowsOfView[row] ?? -1;
      return own < 0 ? undefined : own;
    };
    const steps = findSteps(text, columns, 5, tableRow, { locale: 'en', ...options });
    return [...steps].flat().map(({ row, column }) => `${String(row)}:${String(column)}`);
  };

  it('goes through all cells in the order of the view, rows of groups included', () => {
    expect(found('ONE')).toEqual(['1:0', '2:0', '3:0', '4:0']);
    expect(found('1')).toEqual(['0:1', '1:1', '2:1', '3:1', '4:1']);
    expect(found('14')).toEqual(['4:1']);
    expect(found('')).toEqual([]);
  });

  it('takes letter case and whole cells into account when asked', () => {
    expect(found('ONE', { matchCase: true })).toEqual([]);
    expect(found('one', { whole: true })).toEqual(['2:0']);
  });
});
