import { describe, expect, it } from 'vitest';
import { PLAIN_VIEW } from '../../../src/sheet/model/table-view.ts';
import { EMPTY_DOCUMENT, reduce, viewOf } from '../../../src/state/document.ts';
import { filterPortfolio, filtersBehind } from '../../../src/views/pivot/show-in-portfolio.ts';
import { pivotOf, type Row, sourceOf, specOf } from '../../sheet/pivot/support.ts';

const row = (customer: string, day: string): Row => ({
  ...{ customer, currency: 'EUR', day, amount: '1', product: 'Alpha', seats: 2 },
});
const ROWS = [row('Adatum', '2026-02-28'), row('Contoso', '2026-05-31'), row('', '')];

describe('the rows behind a figure', () => {
  const spec = specOf({
    rows: [{ key: 'customer' }],
    columns: [{ key: 'day', by: 'quarter' }],
    values: [{ key: 'amount', aggregate: 'sum' }],
    filters: [['day', { kind: 'days', first: '2026-02-01' }]],
  });
  // The filter of the days is what a user sees; these rows are not filtered by it.
  const pivot = pivotOf(sourceOf(ROWS), spec);

  it('are told by the labels of their line and column, within the filters of the pivot', () => {
    expect(filtersBehind(pivot, spec, 0, 0)).toEqual([
      ['day', { kind: 'days', first: '2026-02-01', last: '2026-03-31' }],
      ['customer', { kind: 'values', values: ['Adatum'] }],
    ]);
    expect(filtersBehind(pivot, spec, 1, 1)).toEqual([
      ['day', { kind: 'days', first: '2026-04-01', last: '2026-06-30' }],
      ['customer', { kind: 'values', values: ['Contoso'] }],
    ]);
  });

  it('are told by what is empty, and totals by the filters alone', () => {
    expect(filtersBehind(pivot, { filters: [] }, 2, 2)).toEqual([
      ['customer', { kind: 'empty', empty: true }],
      ['day', { kind: 'empty', empty: true }],
    ]);
    expect(filtersBehind(pivot, spec, 3, 3)).toEqual(spec.filters);
  });

  it('filter the portfolio as one step, with the columns of the files that are filtered by', () => {
    const document = {
      ...EMPTY_DOCUMENT,
      tables: new Map([['portfolio', { ...PLAIN_VIEW, find: 'x', groups: ['customer'] }]]),
    };
    const filters = [['x:Region', { kind: 'values', values: ['North'] }]] as const;
    const after = reduce(document, filterPortfolio(document, 'portfolio', filters));
    expect(viewOf(after, 'portfolio')).toEqual({ ...PLAIN_VIEW, groups: ['customer'], filters });
    expect(after.shownExtras).toEqual(['x:Region']);
  });
});
