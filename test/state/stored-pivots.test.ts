import { describe, expect, it } from 'vitest';
import type { PivotSpec } from '../../src/sheet/model/workbook-parts.ts';
import { readPivots } from '../../src/state/stored-parts.ts';

const PIVOT: PivotSpec = {
  id: 'pivot:1',
  name: 'Extra',
  rows: [
    { key: 'customer', sort: { by: 'value', value: 0, descending: true } },
    { key: 'termEnd', by: 'quarter', sort: { by: 'label', descending: true } },
  ],
  columns: [{ key: 'segment' }],
  values: [{ key: 'extra', aggregate: 'row-share' }],
  filters: [['customer', { kind: 'empty', empty: false }]],
  subtotals: false,
  totals: false,
  chart: 'heat',
};

describe('stored pivots', () => {
  it('come back as they were', () => {
    expect(readPivots(JSON.parse(JSON.stringify([PIVOT])))).toEqual([PIVOT]);
  });

  it('lose what nobody can read, and nothing else', () => {
    const odd = {
      ...PIVOT,
      rows: [{ key: 'a', sort: { by: 'magic', descending: true } }, { by: 'day' }],
      chart: 'pie',
    };
    expect(readPivots([odd, { id: 1 }, 'x'])).toEqual([{ ...PIVOT, rows: [{ key: 'a' }], chart: 'none' }]);
  });
});
