import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../../src/core/table.ts';
import {
  dayBetween,
  filterRows,
  flagIs,
  isEmpty,
  numberBetween,
  type RowTest,
  textContains,
  textIn,
} from '../../../src/sheet/kernels/filter.ts';
import { anySample, type Sample, samples, WORDS } from './columns.ts';

const ROWS = 60;

/** The rows that a plain filter keeps. */
function plain(sample: Sample, keep: (cell: string | number | undefined) => boolean): number[] {
  return [...sample.cells.keys()].filter((row) => keep(sample.cells[row]));
}

function kept<C extends Column>(kind: C['kind'], column: Column, test: (column: C) => RowTest): number[] {
  if (column.kind !== kind) throw new Error(`expected a ${kind} column`);
  return [...filterRows(ROWS, [test(column as C)])];
}

const between = (least: number, most: number) => (cell: string | number | undefined) =>
  typeof cell === 'number' && cell >= least && cell <= most;
const bounds = fc.tuple(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: -40_000, max: 40_000 }));

describe('filters keep the rows that a plain filter keeps', () => {
  test('texts out of a set, or with a part', () => {
    fc.assert(
      fc.property(samples.texts, fc.subarray(WORDS), fc.constantFrom('ADV', 'z', 'ä', ''), (sample, wanted, part) => {
        const set = new Set(wanted);
        expect(kept('text', sample.column, (c: Column & { kind: 'text' }) => textIn(c, set))).toEqual(
          plain(sample, (cell) => typeof cell === 'string' && set.has(cell)),
        );
        expect(kept('text', sample.column, (c: Column & { kind: 'text' }) => textContains(c, part, 'de'))).toEqual(
          plain(sample, (cell) =>
            String(cell ?? '')
              .toLocaleLowerCase('de')
              .includes(part.toLocaleLowerCase('de')),
          ),
        );
      }),
    );
  });

  test('numbers and days between bounds, both included', () => {
    fc.assert(
      fc.property(samples.decimals, samples.counts, samples.days, bounds, (decimals, counts, days, [least, most]) => {
        const inside = between(least, most);
        type Numbers = Column & { kind: 'decimal' | 'count' };
        expect(kept('decimal', decimals.column, (c: Numbers) => numberBetween(c, least, most))).toEqual(
          plain(decimals, inside),
        );
        expect(kept('count', counts.column, (c: Numbers) => numberBetween(c, least, most))).toEqual(
          plain(counts, inside),
        );
        expect(kept('day', days.column, (c: Column & { kind: 'day' }) => dayBetween(c, least, most))).toEqual(
          plain(days, inside),
        );
      }),
    );
  });

  test('flags', () => {
    fc.assert(
      fc.property(samples.flags, fc.constantFrom(true, false, undefined), (sample, wanted) => {
        const value = wanted === undefined ? undefined : Number(wanted);
        expect(kept('flag', sample.column, (c: Column & { kind: 'flag' }) => flagIs(c, wanted))).toEqual(
          plain(sample, (cell) => cell === value),
        );
      }),
    );
  });

  test('empty cells of any column', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        expect([...filterRows(ROWS, [isEmpty(sample.column)])]).toEqual(plain(sample, (cell) => cell === undefined));
      }),
    );
  });

  test('several tests mean all of them; none keeps all rows', () => {
    const even: RowTest = (row) => row % 2 === 0;
    const third: RowTest = (row) => row % 3 === 0;
    expect([...filterRows(13, [even, third])]).toEqual([0, 6, 12]);
    expect([...filterRows(3, [])]).toEqual([0, 1, 2]);
  });
});
