import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBuilder } from '../../../src/core/column-builders.ts';
import { parseDay } from '../../../src/core/days.ts';
import { type Exact, add, compare, divide, fraction, parseExact } from '../../../src/core/exact.ts';
import { type Column, NO_DAY } from '../../../src/core/table.ts';
import { filterTest } from '../../../src/sheet/arrange/filter-test.ts';
import { valueText } from '../../../src/sheet/arrange/values-test.ts';
import type { ColumnFilter, NumberTest } from '../../../src/sheet/model/table-view.ts';
import { runs } from '../../support/runs.ts';
import { anySample } from '../kernels/columns.ts';
import { type NumberSample, numberSamples, numberText } from './numbers.ts';

const asOf = parseDay('2026-11-22') ?? 0;

function kept(column: Column, filter: ColumnFilter, rows: number, locale = 'en'): readonly number[] {
  const test = filterTest(column, filter, { locale, asOf });
  return Array.from({ length: rows }, (_, row) => row).filter((row) => test?.(row) ?? true);
}

function rowsWhere({ cells }: NumberSample, keep: (cell: Exact | undefined) => boolean): readonly number[] {
  return [...cells.keys()].filter((row) => keep(cells[row]));
}

const COMPARES: Readonly<Record<NumberTest, (order: number) => boolean>> = {
  equal: (order) => order === 0,
  unequal: (order) => order !== 0,
  above: (order) => order > 0,
  'at-least': (order) => order >= 0,
  below: (order) => order < 0,
  'at-most': (order) => order <= 0,
};

describe('conditions on numbers', () => {
  it('compare exactly, to the last digit', () => {
    fc.assert(
      fc.property(numberSamples, numberText, fc.constantFrom(...Object.keys(COMPARES)), (sample, number, name) => {
        const test = name as NumberTest;
        const bound = parseExact(number) ?? fraction(0);
        const expected = rowsWhere(sample, (cell) =>
          cell ? COMPARES[test](compare(cell, bound)) : test === 'unequal',
        );
        expect(kept(sample.column, { kind: 'number-is', test, number }, sample.cells.length)).toEqual(expected);
      }),
      { numRuns: runs(400) },
    );
  });

  it('take both bounds of a range in', () => {
    fc.assert(
      fc.property(numberSamples, numberText, numberText, (sample, least, most) => {
        const [from, to] = [parseExact(least) ?? fraction(0), parseExact(most) ?? fraction(0)];
        const expected = rowsWhere(sample, (cell) => !!cell && compare(cell, from) >= 0 && compare(cell, to) <= 0);
        expect(kept(sample.column, { kind: 'numbers', least, most }, sample.cells.length)).toEqual(expected);
      }),
    );
  });

  it('that cannot be read leave nothing', () => {
    const column: Column = { kind: 'count', counts: Uint32Array.of(1, 2) };
    expect(kept(column, { kind: 'number-is', test: 'above', number: 'x' }, 2)).toEqual([]);
    expect(kept(column, { kind: 'number-is', test: 'above', number: '1.5' }, 2)).toEqual([1]);
  });
});

describe('the largest, the smallest, and the average', () => {
  it('are told exactly, ties with the last one included', () => {
    const from = fc.constantFrom('largest' as const, 'smallest' as const);
    fc.assert(
      fc.property(numberSamples, fc.integer({ min: 1, max: 45 }), from, (sample, count, side) => {
        const sorted = sample.cells.flatMap((cell) => cell ?? []).sort(compare);
        if (side === 'largest') sorted.reverse();
        const last = sorted[Math.min(count, sorted.length) - 1];
        const expected = rowsWhere(sample, (cell) => {
          if (!cell || !last) return false;
          return side === 'largest' ? compare(cell, last) >= 0 : compare(cell, last) <= 0;
        });
        expect(kept(sample.column, { kind: 'top', count, from: side }, sample.cells.length)).toEqual(expected);
      }),
      { numRuns: runs(300) },
    );
  });

  it('is the exact mean of the filled cells', () => {
    fc.assert(
      fc.property(numberSamples, fc.constantFrom('above' as const, 'below' as const), (sample, side) => {
        const filled = sample.cells.flatMap((cell) => cell ?? []);
        const sum = filled.reduce(add, fraction(0));
        const mean = filled.length === 0 ? undefined : divide(sum, fraction(filled.length));
        const expected = rowsWhere(sample, (cell) => {
          const order = cell && mean ? compare(cell, mean) : 0;
          return side === 'above' ? order > 0 : order < 0;
        });
        expect(kept(sample.column, { kind: 'average', side }, sample.cells.length)).toEqual(expected);
      }),
    );
  });

  it('work on days', () => {
    const column: Column = { kind: 'day', days: Int32Array.of(5, NO_DAY, 9, 9, -3) };
    expect(kept(column, { kind: 'top', count: 1, from: 'largest' }, 5)).toEqual([2, 3]);
    expect(kept(column, { kind: 'average', side: 'below' }, 5)).toEqual([4]);
  });
});

describe('conditions on texts', () => {
  const builder = new TextBuilder();
  for (const text of ['Contoso Ltd', 'contoso', '', 'Fabrikam', 'IĞDIR']) builder.push(text);
  const column = builder.finish();
  const is = (test: (ColumnFilter & { kind: 'text-is' })['test'], text: string, locale = 'en'): readonly number[] =>
    kept(column, { kind: 'text-is', test, text }, 5, locale);

  it('forget letter case; what lacks or is not keeps empty cells', () => {
    expect(is('contains', 'TOSO')).toEqual([0, 1]);
    expect(is('lacks', 'toso')).toEqual([2, 3, 4]);
    expect(is('is', 'CONTOSO')).toEqual([1]);
    expect(is('is-not', 'contoso')).toEqual([0, 2, 3, 4]);
    expect(is('begins', 'con')).toEqual([0, 1]);
    expect(is('ends', 'ltd')).toEqual([0]);
    expect(is('is', 'ığdır', 'tr')).toEqual([4]);
    expect(is('is', 'ığdır', 'en')).toEqual([]);
  });

  it('give the same whatever was typed before', () => {
    const typed = fc.array(fc.constantFrom('c', 'co', 'con', 'o', 'ab', 'fab', '', 'x', 'l', 'lt'), { minLength: 1 });
    fc.assert(
      fc.property(typed, (parts) => {
        for (const part of parts) {
          const expected = [0, 1, 2, 3, 4].filter((row) =>
            (column.values[column.codes[row] ?? 0] ?? '').toLowerCase().includes(part),
          );
          expect(kept(column, { kind: 'contains', text: part }, 5)).toEqual(expected);
        }
      }),
    );
  });
});

describe('conditions on days', () => {
  const texts = ['2026-11-21', '2026-11-22', '2026-12-22', '', '2027-11-30', '2026-10-23'];
  const column: Column = { kind: 'day', days: Int32Array.from(texts, (text) => parseDay(text) ?? NO_DAY) };
  const is = (test: (ColumnFilter & { kind: 'day-is' })['test'], value: string): readonly number[] =>
    kept(column, { kind: 'day-is', test, value }, texts.length);

  it('count from as-of, which belongs to both sides', () => {
    expect(is('next-days', '30')).toEqual([1, 2]);
    expect(is('next-days', '29')).toEqual([1]);
    expect(is('last-days', '30')).toEqual([0, 1, 5]);
  });

  it('compare with a day, or take its month', () => {
    expect(is('on', '2026-11-22')).toEqual([1]);
    expect(is('before', '2026-11-22')).toEqual([0, 5]);
    expect(is('after', '2026-11-22')).toEqual([2, 4]);
    expect(is('same-month', '2026-11-01')).toEqual([0, 1]);
  });
});

describe('filters by value and for empty cells', () => {
  it('keep what was picked, in columns of every kind', () => {
    fc.assert(
      fc.property(anySample, fc.array(fc.nat(59), { maxLength: 12 }), ({ column, cells }, picked) => {
        const values = picked.map((row) => valueText(column, row));
        const wanted = new Set(values);
        const expected = [...cells.keys()].filter((row) => wanted.has(valueText(column, row)));
        expect(kept(column, { kind: 'values', values }, cells.length)).toEqual(expected);
        const others = [...cells.keys()].filter((row) => !expected.includes(row));
        expect(kept(column, { kind: 'values', values, except: true }, cells.length)).toEqual(others);
      }),
    );
  });

  it('tell empty cells from filled ones', () => {
    fc.assert(
      fc.property(anySample, fc.boolean(), ({ column, cells }, empty) => {
        const expected = [...cells.keys()].filter((row) => (cells[row] === undefined) === empty);
        expect(kept(column, { kind: 'empty', empty }, cells.length)).toEqual(expected);
      }),
    );
  });

  it('say nothing about columns of another kind', () => {
    const column: Column = { kind: 'day', days: Int32Array.of(1, 2) };
    expect(kept(column, { kind: 'contains', text: 'x' }, 2)).toEqual([0, 1]);
  });
});
