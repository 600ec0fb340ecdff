/** One portfolio out of several files: names, defaults, questions, duplicates. */
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { prepareBook } from '../../src/sim/index.ts';
import { type SubscriptionCells, customers, portfolio, price, priceList, results } from '../support/books.ts';

const US = [price('P1Y/Annual', '120'), price('P1M/Monthly', '12')];
const DE = US.map((row) => ({ ...row, market: 'DE', currency: 'EUR' }));
const EMPTY = { segment: '', market: '', currency: '' } as const satisfies SubscriptionCells;

function questions(datasets: readonly Dataset[]) {
  const { portfolio: read } = prepareBook({ datasets });
  return read.questions.map(({ column, rows, choices }) => ({ column, rows, choices }));
}

describe('customers', () => {
  it('get their names from the customers’ files, unless the row has one', () => {
    const rows = [{ customerId: 'A-1' }, { customerId: 'b-2', customerName: 'Own name' }, { customerId: 'c-3' }];
    const names = customers([
      { customerId: 'a-1', customerName: 'Alder' },
      { customerId: 'org:B-2', customerName: 'Birch' },
    ]);
    const { subscriptions } = results([priceList(US), portfolio(rows), names]);
    expect(subscriptions.map(({ customer }) => customer)).toEqual(['Alder', 'Own name', '']);
  });

  it('get their id from the user’s answer for a file without one', () => {
    const file = { ...portfolio([{ customerId: '' }]), defaults: { customerId: 'answered' } };
    expect(results([priceList(US), file]).subscriptions[0]?.customerId).toBe('answered');
  });
});

describe('segment, market and currency', () => {
  it('are those of the lists where these leave no choice', () => {
    const { subscriptions } = results([priceList(US), portfolio([EMPTY])]);
    expect(subscriptions[0]).toMatchObject({ currency: 'USD', outcome: 'est-drift' });
  });

  it('follow from each other where lists hold several pairs', () => {
    const lists = [priceList(US, 0), priceList(DE, 1)];
    const rows = [
      { ...EMPTY, market: 'DE' },
      { ...EMPTY, currency: 'USD' },
    ];
    expect(results([...lists, portfolio(rows)]).subscriptions.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
  });

  it('are asked once a file, and the rows wait with an error each', () => {
    const datasets = [priceList(US, 0), priceList(DE, 1), portfolio([EMPTY, EMPTY, {}])];
    expect(questions(datasets)).toEqual([{ column: 'market', rows: 2, choices: ['DE', 'US'] }]);
    const { subscriptions, diagnostics } = results(datasets);
    expect(subscriptions.map(({ id }) => id)).toEqual(['sub-2']);
    const errors = diagnostics.map(({ severity, code, row }) => `${severity} ${code} ${String(row)}`);
    expect(errors).toEqual(['error cell-undecided 2', 'error cell-undecided 3']);
  });

  it('take the user’s answers for empty cells only', () => {
    const file = { ...portfolio([EMPTY, {}]), defaults: { market: 'DE', currency: 'EUR' } };
    const { subscriptions } = results([priceList(US, 0), priceList(DE, 1), file]);
    expect(subscriptions.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
  });

  it('ask for the segment only where a SKU has several', () => {
    const lists = [priceList([...US, ...US.map((row) => ({ ...row, segment: 'Education' }))])];
    expect(questions([...lists, portfolio([{ segment: '' }])])).toEqual([
      { column: 'segment', rows: 1, choices: ['Commercial', 'Education'] },
    ]);
    expect(results([...lists, portfolio([{ segment: '', productId: 'UNKNOWN' }])]).unpriced).toHaveLength(1);
  });
});

describe('the same subscription twice', () => {
  it('counts once, as the later file has it', () => {
    const older = portfolio(
      [{ subscriptionId: 'SAME', quantity: '1' }, { subscriptionId: 'only-here' }],
      10,
      'older.csv',
    );
    const newer = portfolio([{ subscriptionId: 'same', quantity: '2' }], 11, 'newer.csv');
    const { subscriptions, diagnostics, totals } = results([priceList(US), older, newer]);
    expect(subscriptions.map(({ id, seats }) => [id, seats])).toEqual([
      ['only-here', 10],
      ['same', 2],
    ]);
    expect(totals['USD']?.subscriptions).toBe(2);
    expect(diagnostics).toMatchObject([{ severity: 'info', code: 'subscription-replaced', file: 'older.csv' }]);
  });
});
