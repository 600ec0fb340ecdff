/** What a unit of a meter cost, before and after the earned credit. */
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { UsageGroups } from '../../../src/sim/azure/types.ts';
import { figuresOf, unitPriceTable } from '../../../src/views/azure/consumption/usage-series.ts';

function byDay(days: readonly number[], exact: readonly string[]): UsageGroups {
  return {
    ...{ groups: [[]], names: [[]], totals: ['0'], sum: '0', units: ['1 Hour'] },
    group: new Uint32Array(days.length),
    period: Int32Array.from(days),
    value: Float64Array.from(exact, Number),
    exact,
    rows: new Uint32Array(days.length).fill(1),
  };
}

describe('the price of a unit', () => {
  const format = createFormat('en-GB');
  const table = unitPriceTable(
    {
      cost: byDay([100, 102], ['8.5', '3']),
      list: byDay([100, 102], ['10', '3']),
      quantity: byDay([100, 101, 102], ['20', '0', '9']),
    },
    String,
    { title: 'Price', labelTitle: 'Day', figures: figuresOf('EUR', true, format), format, folded: 0 },
  );

  it('stands beside the list price, day by day, and is not there without a quantity', () => {
    expect(table.labels).toEqual(['100', '101', '102']);
    const read = table.series.map(({ title, values, write }) => [
      title,
      ...values.map((value) => value && write(value)),
    ]);
    expect(read).toEqual([
      ['Paid for a unit', '0.425', undefined, '0.333333'],
      ['List price, before the earned credit', '0.50', undefined, '0.333333'],
    ]);
  });
});
