/** Charts of who pays: their sentences, tables and bars. */
import { describe, expect, it } from 'vitest';
import { paysByCause } from '../../src/charts/payers/pays-by-cause.ts';
import { paysByCustomer } from '../../src/charts/payers/pays-by-customer.ts';
import { paysByMonth } from '../../src/charts/payers/pays-by-month.ts';
import { createFormat } from '../../src/core/format.ts';
import { chartText } from '../../src/core/text/en/charts.ts';
import { CAUSES, type PartSplit } from '../../src/sim/payers/types.ts';
import { day } from '../support/simulation.ts';

const context = { format: createFormat('en-GB'), text: chartText };
const NONE = { passed: 0, delayed: 0, absorbed: 0 };

function split(customers: number): PartSplit {
  const one = { passed: 100, delayed: 50, absorbed: -25 };
  return {
    ...{ part: 'renewals', currency: 'USD', subscriptions: customers, extra: 0 },
    total: { passed: 100 * customers, delayed: 50 * customers, absorbed: -25 * customers },
    months: [{ month: 2026 * 12 + 11, ...one }],
    customers: Array.from({ length: customers }, (_, index) => ({
      ...{ customerId: `id-${String(index)}`, customer: `Customer ${String(index)}`, subscriptions: 1, ...one },
    })),
    causes: CAUSES.map((cause) => ({ cause, ...(cause === 'listMove' ? one : NONE) })),
  };
}

describe('who pays', () => {
  it('by customer has a bar for the largest and one for all others, and adds up', () => {
    const model = paysByCustomer(split(12), context);
    expect(model.targets).toHaveLength(9);
    expect(model.targets.map(({ datum }) => datum?.customerId)).toEqual([...Array.from({ length: 8 }, (_, at) => `id-${String(at)}`), undefined]); // prettier-ignore
    expect(model.data['rows']?.at(-1)).toMatchObject({ name: '4 more', figure: '+5.00' });
    expect(model.table.rows).toHaveLength(12);
    expect(model.summary).toContain('Customer 0');
    expect(model.signals).toMatchObject({ low: -100, high: 600 });
  });

  it('by cause shows the causes that move a price, and hatches what comes late', () => {
    const model = paysByCause(split(1), context);
    expect(model.table.rows).toEqual([['List move', '1.00', '0.50', '−0.25', '+1.25']]);
    expect(model.legend.map(({ hatched }) => hatched)).toEqual([false, true, false]);
    expect(model.targets[0]?.datum).toEqual({ kind: 'cause', cause: 'listMove' });
  });

  it('by month names its part; without a move each says so', () => {
    const window = { asOf: day('2026-11-22'), horizonMonths: 3 };
    expect(paysByMonth(split(1), window, context).title).toContain('renewals');
    const none = { ...split(0), causes: [] };
    expect([paysByCustomer(none, context).summary, paysByCause(none, context).summary]).toEqual([
      ...['No customer price in USD moves.', 'No customer price in USD moves.'],
    ]);
  });
});
