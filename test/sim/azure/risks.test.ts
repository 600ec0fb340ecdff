/** Exposure and the stress test, worked out by hand. */
import { describe, expect, it } from 'vitest';
import { dayToText } from '../../../src/core/days.ts';
import { DEFAULT_AZURE } from '../../../src/core/scenario/azure.ts';
import type { Dataset } from '../../../src/core/schema/dataset.ts';
import { commitments } from '../../../src/sim/azure/limits/commitments.ts';
import { customerRisks } from '../../../src/sim/azure/limits/risks.ts';
import { readUsage } from '../../../src/sim/azure/model/index.ts';
import { prepareBook } from '../../../src/sim/index.ts';
import { importAll } from '../../support/import-files.ts';
import { type SubscriptionCells, portfolio, price, priceList, scenario } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';
import { type UsageLine, dailyUsage } from '../../support/usage-files.ts';

const LIST = priceList([price('P1Y/Annual', '120'), price('P1Y/Monthly', '126'), price('P1M/Monthly', '12')]);
const line = (more: Partial<UsageLine>): UsageLine => ({
  ...{ day: '2026-11-05', customer: 'c-1', subscription: 's-1', group: 'prod', category: 'Storage', meter: 'Disk' },
  ...{ quantity: '1', price: '1', cost: '1', currency: 'USD', earned: '0', invoice: '', tags: '' },
  ...more,
});

function bound(rows: readonly SubscriptionCells[], asOf = '2026-11-22', lists: readonly Dataset[] = [LIST]) {
  const book = prepareBook({ datasets: [...lists, portfolio(rows)] });
  return commitments(book, { scenario: scenario(), window: { asOf: day(asOf), horizonMonths: 12 } });
}

describe('commitments that cannot be cancelled', () => {
  it.each<[string, SubscriptionCells, { prepaid?: number; committed?: number; bound?: number; free?: number; unknown?: number }]>([
    // 10 × 10 seats × 12 months × 9 of 365 days = 29.589…
    ['a year up front, by the days left', {}, { prepaid: 2959, bound: 1 }],
    // 10.50 × 10 × 12 × 9 / 365 = 31.068…
    ['a year in parts', { billingPlan: 'Monthly' }, { committed: 3107, bound: 1 }],
    ['a month, after its seventh day', { termDuration: 'P1M', billingPlan: 'Monthly', commitmentStart: '2026-11-01' }, { prepaid: 3600, bound: 1 }],
    ['the first seven days', { commitmentStart: '2026-11-16', commitmentEnd: '2027-11-15' }, { free: 1 }],
    ['the eighth day', { commitmentStart: '2026-11-15', commitmentEnd: '2027-11-14' }, { prepaid: 117_699, bound: 1 }],
    ['a renewed term with its first start', { commitmentStart: '2024-11-18', commitmentEnd: '2027-11-17' }, { free: 1 }],
    ['a term that ends with another one', { commitmentStart: '2026-11-18' }, { free: 1 }],
    ['a term that is over', { commitmentEnd: '2026-11-21' }, { unknown: 1 }],
    ['no price', { skuId: '9' }, { unknown: 1 }],
    ['a term of no known length', { termDuration: 'P2Y' }, { unknown: 1 }],
  ])('%s', (_, cells, expected) => {
    expect(bound([cells])).toMatchObject([{ prepaid: 0, committed: 0, bound: 0, free: 0, unknown: 0, ...expected }]);
  }); // prettier-ignore

  it.each<[string, SubscriptionCells]>([
    ['a trial', { isTrial: 'true' }],
    ['a suspended one', { status: 'suspended' }],
    ['what has no terms', { licenceBased: 'false' }],
  ])('leave out %s', (_, cells) => {
    expect(bound([cells])).toEqual([]);
  });

  it('are told apart by customer and currency', () => {
    const lists = [LIST, priceList([price('P1Y/Annual', '100', '100', { market: 'DE', currency: 'EUR' })], 1)];
    const found = bound(
      [{ customerId: 'A' }, { customerId: 'a' }, { market: 'DE', currency: 'EUR' }],
      '2026-11-22',
      lists,
    );
    expect(found.map(({ key, currency, prepaid }) => [key, currency, prepaid])).toEqual([
      ['a', 'USD', 5918],
      ['customer', 'EUR', 2466],
    ]);
  });
});

async function risks(lines: readonly UsageLine[], asked: Partial<typeof DEFAULT_AZURE>, rows: readonly SubscriptionCells[] = []) {
  const { datasets } = await importAll([dailyUsage('usage.csv', lines)]);
  return customerRisks(readUsage(datasets), rows.length > 0 ? bound(rows) : [], { ...DEFAULT_AZURE, ...asked });
} // prettier-ignore

/** So much each day, up to 20 November; the last two days still fill. */
function daily(days: number, more: Partial<UsageLine>): readonly UsageLine[] {
  return Array.from({ length: days }, (_, at) => line({ day: dayToText(day('2026-11-20') - at), ...more }));
}

describe('exposure', () => {
  it('is unbilled usage, prepaid terms and commitments, less what was paid and the limit', async () => {
    const { rows } = await risks(
      [line({ cost: '70.000000000000000001' }), line({ day: '2026-11-04', cost: '1000', invoice: 'G1' })],
      { limits: [{ customerId: 'C-1', currency: 'USD', limit: '50', paid: '20.5' }] },
      [{ customerId: 'C-1' }, { customerId: 'C-1', billingPlan: 'Monthly' }],
    );
    expect(rows).toMatchObject([
      {
        ...{ key: 'c-1', customer: 'Name of c-1', unbilled: '70.000000000000000001', prepaid: '29.59' },
        ...{ committed: '31.07', exposure: '130.660000000000000001', limit: '50', paid: '20.5' },
        ...{ open: '60.160000000000000001', bound: 2 },
      },
    ]);
  });

  it('has customers of the portfolio and of the sheet alone, and adds no currencies', async () => {
    const { rows } = await risks(
      [line({ cost: '10' }), line({ cost: '3', currency: 'EUR' })],
      { limits: [{ customerId: 'other', currency: 'EUR', limit: '5', paid: '0' }] },
      [{}],
    );
    expect(rows.map(({ key, currency, open, limit }) => [key, currency, open, limit])).toEqual([
      ['c-1', 'EUR', '3', undefined],
      ['other', 'EUR', '-5', '5'],
      ['customer', 'USD', '29.59', undefined],
      ['c-1', 'USD', '10', undefined],
    ]);
  });
});

describe('the stress test', () => {
  it('runs the usual spend of four weeks so many times for so many hours', async () => {
    // The last complete day is the 18th: days before its four weeks don't count.
    const lines = [...daily(30, { cost: '8' }), ...daily(40, { cost: '500' }).slice(30)];
    const { rows, usualDays, usualFrom } = await risks(lines, {});
    expect([usualDays, dayToText(usualFrom)]).toEqual([28, '2026-10-22']);
    // 8 a day × 20 × 1.5 days
    expect(rows).toMatchObject([{ usual: '8', usualDays: 28, runaway: '240' }]);
    expect(Number(rows[0]?.stressed)).toBe(30 * 8 + 10 * 500 + 240);
  });

  it('takes the days since a new customer came, and the factor and hours of the scenario', async () => {
    const lines = [...daily(60, { cost: '1' }), ...daily(9, { customer: 'c-2', cost: '10' })];
    const { rows } = await risks(lines, { stress: { factor: '2.5', hours: 12 } });
    expect(rows.map(({ key, usual, usualDays, runaway }) => [key, usual, usualDays, runaway])).toEqual([
      ['c-2', '10', 7, '12.5'],
      ['c-1', '1', 28, '1.25'],
    ]);
  });

  it('of a customer that was given back more than it used is nothing', async () => {
    const { rows } = await risks([...daily(30, { cost: '-5' })], {});
    expect(rows).toMatchObject([{ usual: '0', runaway: '0', unbilled: '-150' }]);
  });
});
