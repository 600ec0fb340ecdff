import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topCustomers } from '../../src/charts/top-customers.ts';
import { CONTEXT, HOSTILE_NAMES, ROWS, type SampleRow, amounts, simulationOf } from './sample.ts';
import { runs } from '../support/runs.ts';

const model = topCustomers(simulationOf(ROWS), 'USD', CONTEXT);
const customers = (...extras: readonly number[]): SampleRow[] =>
  extras.map((extra, index) => ({
    ...{
      id: `s${String(index)}`,
      customerId: `c${String(index)}`,
      customer: `Customer ${String(index)}`,
      currency: 'USD',
    },
    ...{ exposed: true, amounts: amounts({ current: 1000, commitment: extra }) },
  }));

describe('top customers', () => {
  it('sums the subscriptions of a customer, the largest extra first', () => {
    expect(model.table.rows.slice(0, 2)).toEqual([
      ['Contoso Manufacturing', '+10,739.55', '+8,365.12', '+21,330.90', '+5,873.79', '+46,309.36'],
      ['Adventure Works Cycles', '+9,209.63', '+202.10', '+11,332.50', '+2,680.00', '+23,424.23'],
    ]);
  });

  it('leaves out other currencies and what is not exposed', () => {
    const names = model.table.rows.map(([name]) => name);
    expect(names).toHaveLength(12);
    expect(names).not.toContain('Coho Winery');
    expect(names).not.toContain('Nobody');
    expect(topCustomers(simulationOf(ROWS), 'EUR', CONTEXT).table.rows).toEqual([
      ['Coho Winery', '+4,994.61', '+4,994.61'],
    ]);
  });

  it('shows seven and the sum of the others', () => {
    const rows = model.data['rows'] ?? [];
    expect(rows).toHaveLength(8);
    expect(rows.at(-1)).toMatchObject({ name: '5 more', figure: '+5,620.00', strong: true });
    expect(model.targets).toHaveLength(7);
  });

  it('names every bar with the whole name, the extra and its causes', () => {
    expect(model.targets[6]).toMatchObject({
      name:
        'Alpine Ski House and Winter Sports Holding International: extra +9,799.98 USD ' +
        '(promotion lost +4,000.00, list move −3,200.03, commitment +9,000.01)',
      datum: { kind: 'customer', customerId: 'c7' },
    });
  });

  it('keeps customers without an id apart by name', () => {
    expect(model.table.rows.map(([name]) => name)).toContain('Tailspin Toys');
  });

  it('draws cheaper parts to the left of zero', () => {
    expect(model.signals['low']).toBe(-320_003);
  });

  it('carries hostile names as texts', () => {
    expect(model.table.rows.map(([name]) => name)).toEqual(expect.arrayContaining(HOSTILE_NAMES));
  });

  it('says how much the first three carry', () => {
    const { summary } = topCustomers(simulationOf(customers(400, 300, 200, 60, 40)), 'USD', CONTEXT);
    expect(summary).toBe('Three of 5 customers carry 90% of the extra.');
  });

  it('says 100% only when nobody else carries anything', () => {
    const summary = (...extras: number[]) => topCustomers(simulationOf(customers(...extras)), 'USD', CONTEXT).summary;
    expect(summary(400_000, 300_000, 200_000, 300, 150)).toBe('Three of 5 customers carry over 99% of the extra.');
    expect(summary(400, 300, 200, 0, 0)).toBe('Three of 5 customers carry 100% of the extra.');
  });

  it('says who is cheaper than today instead of a share that means nothing', () => {
    expect(model.summary).toBe(
      'Contoso Manufacturing has the largest extra, +46,309.36 USD; one customer pays less than today.',
    );
  });

  it('has words for one customer, for few and for none', () => {
    const summary = (...extras: number[]): string =>
      topCustomers(simulationOf(customers(...extras)), 'USD', CONTEXT).summary;
    expect(summary()).toBe('No customer is exposed in USD.');
    expect(summary(250)).toBe('One customer carries the whole extra: +2.50 USD.');
    expect(summary(250, 250)).toBe('All 2 customers together: +5.00 USD.');
  });

  it('keeps the table short enough to read and whole', () => {
    const { rows } = topCustomers(simulationOf(customers(...Array<number>(130).fill(100))), 'USD', CONTEXT).table;
    expect(rows).toHaveLength(101);
    expect(rows.at(-1)).toEqual(['30 more', '+30.00', '+30.00']);
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ROWS], { minLength: ROWS.length }), (rows) => {
        expect(topCustomers(simulationOf(rows), 'USD', CONTEXT).table).toEqual(model.table);
      }),
      { numRuns: runs(20) },
    );
  });
});
