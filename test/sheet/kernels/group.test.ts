import { op, table } from 'arquero';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countByCode, sumByCode } from '../../../src/sheet/kernels/group.ts';

const GROUPS = 5;
const cells = fc.array(fc.tuple(fc.nat(GROUPS - 1), fc.integer()), { minLength: 1 });

describe('groups', () => {
  test('count and add up as Arquero does', () => {
    fc.assert(
      fc.property(cells, (pairs) => {
        const codes = Uint32Array.from(pairs, ([code]) => code);
        const values = Float64Array.from(pairs, ([, value]) => value);
        const expected = table({ codes, values })
          .groupby('codes')
          .rollup({ count: op.count(), sum: op.sum('values') });
        const counts = countByCode(codes, GROUPS);
        const sums = sumByCode(codes, GROUPS, values);
        for (const row of expected.objects() as { codes: number; count: number; sum: number }[]) {
          expect({ count: counts[row.codes], sum: sums[row.codes] }).toEqual({ count: row.count, sum: row.sum });
        }
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(pairs.length);
      }),
    );
  });

  test('look only at the rows given, and skip empty values', () => {
    const codes = Uint32Array.of(0, 1, 1, 0);
    const rows = Uint32Array.of(1, 2, 3);
    expect([...countByCode(codes, 2, rows)]).toEqual([1, 2]);
    expect([...sumByCode(codes, 2, Float64Array.of(100, 7, NaN, 5), rows)]).toEqual([5, 7]);
  });

  test('throw rather than lose cents', () => {
    const values = Float64Array.of(Number.MAX_SAFE_INTEGER, 1);
    expect(() => sumByCode(Uint32Array.of(0, 0), 1, values)).toThrow('INTERNAL:');
  });
});
