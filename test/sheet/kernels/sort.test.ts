import { desc, table } from 'arquero';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collationRanks } from '../../../src/sheet/kernels/collation.ts';
import { allRows, radixSort } from '../../../src/sheet/kernels/radix.ts';
import { sortRows } from '../../../src/sheet/kernels/sort.ts';
import { floatWords } from '../../../src/sheet/kernels/sort-words.ts';
import { anySample, type Sample } from './columns.ts';

const LOCALE = 'de';
const { compare } = new Intl.Collator(LOCALE, { numeric: true });

function byCells({ cells }: Sample, descending: boolean): (a: number, b: number) => number {
  return (a, b) => {
    const [left, right] = [cells[a], cells[b]];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    const order = typeof left === 'string' ? compare(left, String(right)) : left - Number(right);
    return descending ? -order : order;
  };
}

describe('sorting rows', () => {
  test('gives the order of a stable comparator sort, empty cells last, for any keys', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySample, fc.boolean()), { minLength: 1, maxLength: 3 }), (keys) => {
        const rows = allRows(60);
        const compareRows = keys.map(([sample, descending]) => byCells(sample, descending));
        const expected = [...rows].sort((a, b) => compareRows.reduce((order, next) => order || next(a, b), 0));
        const orders = keys.map(([{ column }, descending]) => ({ column, descending }));
        expect([...sortRows(rows, orders, LOCALE)]).toEqual(expected);
      }),
    );
  });

  test('agrees with Arquero on several keys', () => {
    const twoKeys = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })), { minLength: 1 });
    fc.assert(
      fc.property(twoKeys, (pairs) => {
        const a = Int32Array.from(pairs, ([value]) => value);
        const b = Float64Array.from(pairs, ([, value]) => value + 0);
        const sorted = table({ a, b, row: allRows(pairs.length) }).orderby('a', desc('b'));
        const ours = sortRows(
          allRows(pairs.length),
          [
            { column: { kind: 'day', days: a }, descending: false },
            { column: { kind: 'decimal', scale: 0, units: b, wide: new Map() }, descending: true },
          ],
          LOCALE,
        );
        expect([...ours]).toEqual(sorted.array('row'));
      }),
    );
  });

  test('orders all floats, with both zeros equal and NaN last', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.boolean(), (values, descending) => {
        const floats = Float64Array.from(values);
        const sorted = radixSort(allRows(values.length), floatWords(floats, descending));
        const cells = values.map((value) => (Number.isNaN(value) ? undefined : value));
        const order = byFloat(cells, descending);
        expect([...sorted]).toEqual([...allRows(values.length)].sort(order));
      }),
    );
  });

  test('keeps to the rows that it is given', () => {
    const column = { kind: 'count', counts: Uint32Array.of(5, 4, 3, 2, 1) } as const;
    const rows = Uint32Array.of(4, 0, 2);
    expect([...sortRows(rows, [{ column, descending: false }], LOCALE)]).toEqual([4, 2, 0]);
    expect([...rows]).toEqual([4, 0, 2]);
  });

  test('without keys changes nothing', () => {
    expect([...sortRows(Uint32Array.of(2, 0, 1), [], LOCALE)]).toEqual([2, 0, 1]);
  });
});

function byFloat(cells: readonly (number | undefined)[], descending: boolean): (a: number, b: number) => number {
  return (a, b) => {
    const [left, right] = [cells[a], cells[b]];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    const order = left < right ? -1 : left > right ? 1 : 0;
    return descending ? -order : order;
  };
}

describe('collation', () => {
  test('numbers inside texts count by value, and forms of one letter share a rank', () => {
    const [nine, ten, composed, decomposed] = collationRanks(['SKU 9', 'SKU 10', 'é', 'e\u0301'], 'en');
    expect(nine).toBeLessThan(ten ?? 0);
    expect(composed).toBe(decomposed);
  });

  test('follows the language', () => {
    const last = (locale: string): number => collationRanks(['ö', 'z'], locale)[0] ?? 0;
    expect(last('de')).toBe(0);
    expect(last('sv')).toBe(1);
  });
});
