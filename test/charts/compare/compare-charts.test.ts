import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeByCause } from '../../../src/charts/compare/by-cause.ts';
import { bridgeByCustomer } from '../../../src/charts/compare/by-customer.ts';
import { comparedMonths } from '../../../src/charts/compare/months.ts';
import type { ChartModel } from '../../../src/core/chart.ts';
import type { ComparedCustomer, ScenarioSums } from '../../../src/sim/compare/types.ts';
import { month, totals } from '../../support/simulation.ts';
import { CONTEXT, amounts, dayOf } from '../sample.ts';

const window = { asOf: dayOf('2026-11-01'), horizonMonths: 3 };

function sums(name: string, extras: readonly number[]): ScenarioSums {
  const months = extras.map((extra, index) => month(`2026-${String(11 + index)}`, 'USD', { extra }));
  return { id: name, name, totals: [totals('USD', { extra: extras.reduce((a, b) => a + b, 0) })], months };
}

function monthsOf(...scenarios: readonly ScenarioSums[]): ChartModel<unknown> {
  return comparedMonths({ window, scenarios }, { currency: 'USD', amount: 'extra', reference: 0 }, CONTEXT);
}

describe('the months of several scenarios', () => {
  it('are a line each, with their differences in the table', () => {
    const model = monthsOf(sums('Base', [100, 20_000]), sums('No EST', [100, 5000]));
    expect(model.legend.map(({ label }) => label)).toStrictEqual(['Base', 'No EST']);
    expect(model.table.columns.map(({ title }) => title)).toStrictEqual([
      ...['Month', 'Base', 'No EST', 'No EST, difference'],
    ]);
    expect(model.table.rows).toStrictEqual([
      ['November 2026', '1.00', '1.00', '='],
      ['December 2026', '200.00', '50.00', '−150.00'],
      ['January 2027', '0.00', '0.00', '='],
    ]);
    expect(model.targets[1]?.name).toBe('December 2026: Base 200.00 USD, No EST 50.00 USD');
    expect(model.summary).toBe(
      'No EST lies furthest from Base: −150.00 USD over the window, −150.00 USD of it in December 2026.',
    );
  });

  it('have words for no difference and for no amount', () => {
    expect(monthsOf(sums('A', [5]), sums('B', [5])).summary).toBe('All scenarios have the same amount in every month.');
    expect(monthsOf(sums('A', []), sums('B', [])).summary).toBe('No scenario has an amount in USD in this window.');
  });
});

const end = (name: string, parts: Parameters<typeof amounts>[0]) => ({
  name,
  totals: totals('USD', amounts(parts)),
});

describe('the bridge by cause', () => {
  it('leads from one extra to the other', () => {
    const from = end('Base', { current: 9000, promotion: 1000, estUplift: 1000 });
    const to = end('Uplift 5 %', { current: 9000, promotion: 1000, estUplift: 6500 });
    const { table, summary, data } = bridgeByCause(from, to, CONTEXT);
    expect(table.rows).toStrictEqual([
      ['Promotion lost', '10.00', '10.00', '='],
      ['EST uplift', '10.00', '65.00', '+55.00'],
      ['Extra', '20.00', '75.00', '+55.00'],
    ]);
    expect(summary).toBe(
      'The extra of Uplift 5 % is +55.00 USD (+275.0%) against Base. EST uplift moves most: +55.00 USD.',
    );
    expect(data['steps']?.map((step) => [step['from'], step['to']])).toStrictEqual([
      ...[[0, 20], [20, 75], [0, 75]],
    ]); // prettier-ignore
  });

  it('has no percentage of nothing, and words for no difference', () => {
    const none = end('None', {});
    expect(bridgeByCause(none, end('Some', { listMove: 100 }), CONTEXT).summary).toBe(
      'The extra of Some is +1.00 USD against None. List move moves most: +1.00 USD.',
    );
    expect(bridgeByCause(none, end('Nil', {}), CONTEXT).summary).toBe(
      'None and Nil have the same extra, for every cause.',
    );
    const shifted = bridgeByCause(end('A', { listMove: 100 }), end('B', { commitment: 100 }), CONTEXT);
    expect(shifted.summary).toMatch(/^A and B have the same extra in sum\. List move moves most: −1\.00 USD\./);
  });
});

const customers: fc.Arbitrary<readonly ComparedCustomer[]> = fc.array(
  fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 })).map((extra) => {
    return { customerId: 'id', name: 'Customer', currency: 'USD', extra };
  }),
  { maxLength: 20 },
);

describe('the bridge by customer', () => {
  it('has steps that lead to the other extra, with the others as one', () => {
    fc.assert(
      fc.property(customers, (list) => {
        const sum = (place: 0 | 1): number => list.reduce((all, { extra }) => all + (extra[place] ?? 0), 0);
        const at = (name: string, extra: number) => ({ name, totals: totals('USD', { extra }) });
        const ends = { from: at('A', sum(0)), to: at('B', sum(1)) };
        const { data } = bridgeByCustomer({ ...ends, places: [0, 1], customers: list }, CONTEXT);
        const steps = data['steps'] ?? [];
        expect(steps.length).toBeLessThanOrEqual(10);
        expect(Math.round(Number(steps.at(-2)?.['to']) * 100)).toBe(sum(1));
      }),
    );
  });

  it('counts only customers of its currency that move, and says which moves most', () => {
    const list: readonly ComparedCustomer[] = [
      { customerId: '1', name: 'Contoso', currency: 'USD', extra: [0, 500, 0] },
      { customerId: '2', name: 'Fabrikam', currency: 'USD', extra: [900, 100, 0] },
      { customerId: '3', name: 'Same', currency: 'USD', extra: [7, 7, 0] },
      { customerId: '4', name: 'Euro', currency: 'EUR', extra: [9, 1, 0] },
    ];
    const ends = { from: end('A', { listMove: 907 }), to: end('B', { listMove: 607 }) };
    const model = bridgeByCustomer({ ...ends, places: [0, 1], customers: list }, CONTEXT);
    expect(model.table.rows.map(([name]) => name)).toStrictEqual(['Fabrikam', 'Contoso', 'Extra']);
    expect(model.summary).toContain('Fabrikam moves most: −8.00 USD. 2 customers differ.');
    expect(model.targets.map(({ datum }) => datum.customer?.customerId)).toStrictEqual([
      ...[undefined, '2', '1', undefined],
    ]);
  });
});
