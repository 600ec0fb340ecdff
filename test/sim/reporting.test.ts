/** Sums over currencies in a reporting currency: exact rates, one rounding, sources named, and no guess. */
import { describe, expect, it } from 'vitest';
import type { FxAssumptions } from '../../src/core/scenario/scenario.ts';
import { TextBuilder } from '../../src/core/column-builders.ts';
import type { Column } from '../../src/core/table.ts';
import { ExactBuilder } from '../../src/core/exact-column.ts';
import { datasetOf, portfolio, price, priceList, results } from '../support/books.ts';

const LIST = priceList([
  price('P1Y/Annual', '120'),
  price('P1M/Monthly', '12'),
  price('P1Y/Annual', '12000', '12000', { market: 'JP', currency: 'JPY' }),
  price('P1M/Monthly', '1200', '1200', { market: 'JP', currency: 'JPY' }),
]);
const PORTFOLIO = portfolio([{}, { market: 'JP', currency: 'JPY' }]);

function rates(rows: readonly (readonly [string, string, string])[]) {
  const text = (at: 0 | 2) => {
    const builder = new TextBuilder();
    for (const row of rows) builder.push(row[at]);
    return builder.finish();
  };
  const usd = new ExactBuilder();
  for (const [, value] of rows) usd.push(value);
  const columns = new Map<string, Column>([
    ['currencyCode', text(0)],
    ['usdPerUnit', usd.finish()],
    ['month', text(2)],
  ]);
  return datasetOf('fx-rates', 'fx.csv', { rows: rows.length, columns }, 50);
}

function reported(fx: Partial<FxAssumptions>, datasets = [LIST, PORTFOLIO]) {
  const scenario = { fx: { shocks: [], rates: [], reporting: undefined, ...fx } };
  return results(datasets, { horizonMonths: 1, scenario });
}

describe('the reporting currency', () => {
  it('is absent unless the scenario names one', () => {
    expect(reported({})).not.toHaveProperty('reporting');
  });

  it('sums at the scenario’s rates, in either direction, and rounds once', () => {
    const { reporting, totals } = reported({
      reporting: 'EUR',
      rates: [
        { from: 'USD', to: 'EUR', rate: '0.9' },
        { from: 'EUR', to: 'JPY', rate: '3' },
      ],
    });
    expect([totals['USD']?.est, totals['JPY']?.est]).toEqual(['83.73', '8373']);
    // 83.73 × 0.9 + 8373 ÷ 3 = 75.357 + 2791.
    expect(reporting).toMatchObject({ currency: 'EUR', day: '2026-11-22', missing: [], amounts: { est: '2866.36' } });
    expect(reporting?.rates).toEqual([
      { currency: 'JPY', rate: '0.3333333333', source: 'rate of this scenario' },
      { currency: 'USD', rate: '0.9', source: 'rate of this scenario' },
    ]);
  });

  it('takes imported rates of the newest month not after as-of, through the dollar, and names their file', () => {
    const file = rates([
      ['EUR', '1.25', '2026-10'],
      ['EUR', '1.2', '2026-11'],
      ['EUR', '9', '2026-12'],
      ['JPY', '0.006', '2026'],
    ]);
    const { reporting } = reported({ reporting: 'EUR' }, [LIST, PORTFOLIO, file]);
    // 83.73 ÷ 1.2 + 8373 × 0.006 ÷ 1.2 = 69.775 + 41.865.
    expect(reporting?.amounts?.est).toBe('111.64');
    expect(reporting?.rates[0]).toEqual({ currency: 'JPY', rate: '0.005', source: 'fx.csv, 2026; fx.csv, 2026-11' });
  });

  it('gives no sum while a currency has no rate, and says which', () => {
    const { reporting } = reported({ reporting: 'USD' });
    expect(reporting).toMatchObject({ missing: ['JPY'], rates: [{ currency: 'USD', rate: '1', source: '' }] });
    expect(reporting).not.toHaveProperty('amounts');
  });

  it('leaves every other figure as it is', () => {
    const { reporting: _, ...rest } = reported({ reporting: 'EUR', rates: [{ from: 'USD', to: 'EUR', rate: '0.9' }] });
    expect(rest).toEqual(reported({}));
  });
});
