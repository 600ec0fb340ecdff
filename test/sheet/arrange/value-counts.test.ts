import { op, table } from 'arquero';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueCountSteps } from '../../../src/sheet/arrange/value-counts.ts';
import { valueText } from '../../../src/sheet/arrange/values-test.ts';
import { anySample } from '../kernels/columns.ts';
import { drained } from './steps.ts';

it('values are counted as Arquero does, empty cells last', () => {
  fc.assert(
    fc.property(anySample, ({ column, cells }) => {
      const value = [...cells.keys()].map((row) => valueText(column, row));
      const counted = table({ value }).groupby('value').rollup({ count: op.count() }).objects();
      const ours = drained(valueCountSteps(column, 'en'));
      const byValue = (list: readonly object[]): readonly string[] => list.map((entry) => JSON.stringify(entry)).sort();
      expect(byValue(ours)).toEqual(byValue(counted));
      const empty = ours.findIndex((entry) => entry.value === '');
      expect(empty === -1 || empty === ours.length - 1).toBe(true);
    }),
  );
});

it('of some rows only, in the order of the language', () => {
  const column = { kind: 'text', codes: Uint32Array.of(1, 2, 3, 2), values: ['', 'z', 'ö', 'a'] } as const;
  expect(drained(valueCountSteps(column, 'de', Uint32Array.of(0, 1, 3)))).toEqual([
    { value: 'ö', count: 2 },
    { value: 'z', count: 1 },
  ]);
});
