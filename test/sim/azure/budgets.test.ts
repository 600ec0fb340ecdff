/** Budgets: what counts against them to the last digit, and which thresholds were passed on which day or will be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayToText, monthToText } from '../../../src/core/days.ts';
import type { AzureBudget } from '../../../src/core/scenario/azure.ts';
import { budgetStanding } from '../../../src/sim/azure/limits/budgets.ts';
import { readUsage } from '../../../src/sim/azure/model/index.ts';
import type { Usage } from '../../../src/sim/azure/types.ts';
import { importAll } from '../../support/import-files.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';
import { type UsageLine, dailyUsage } from '../../support/usage-files.ts';

const line = (more: Partial<UsageLine>): UsageLine => ({
  ...{ day: '2026-10-05', customer: 'c-1', subscription: 's-1', group: 'prod', category: 'Storage', meter: 'Disk' },
  ...{ quantity: '1', price: '1', cost: '1', currency: 'EUR', earned: '0', invoice: 'G1', tags: '' },
  ...more,
});
const budget = (more: Partial<AzureBudget>): AzureBudget => ({
  ...{ name: 'b', match: {}, amount: '310', currency: 'EUR', at: 'cost', thresholds: [50, 100] },
  ...more,
});

async function usageOf(lines: readonly UsageLine[]): Promise<Usage> {
  const { datasets } = await importAll([dailyUsage('usage.csv', lines)]);
  return readUsage(datasets);
}

/** A line on each day. */
function daily(from: string, to: string, more: (at: number) => Partial<UsageLine> = () => ({})): readonly UsageLine[] {
  const [first, last] = [day(from), day(to)];
  return Array.from({ length: last + 1 - first }, (_, at) => line({ day: dayToText(first + at), ...more(at) }));
}

describe('what counts against a budget', () => {
  const LINES = [
    line({ day: '2026-09-30', cost: '1000' }),
    line({ cost: '8.5', earned: '15', tags: '{"team":"Web"}' }),
    line({ day: '2026-10-06', cost: '0.123456789012345678' }),
    line({ customer: 'c-2', category: 'Virtual Machines', cost: '17', earned: '15', tags: '{"team":"web"}' }),
    line({ customer: 'c-2', cost: '99', currency: 'USD' }),
  ];
  it.each<[string, Partial<AzureBudget>, string, number, readonly string[]]>([
    ['everything, at cost', {}, '25.623456789012345678', 4, ['USD']],
    ['a customer', { match: { customerId: 'C-1' } }, '8.623456789012345678', 3, []],
    ['a product', { match: { category: 'virtual machines' } }, '17', 1, []],
    ['a tag, at cost', { match: { tag: { key: 'team', value: 'web' } } }, '25.5', 2, []],
    // 8.5 and 17 are 85 % of 10 and 20.
    ['a tag, at the price of sale', { match: { tag: { key: 'team', value: 'web' } }, at: 'sell' }, '36', 2, []],
    ['another currency', { currency: 'USD' }, '99', 1, ['EUR']],
    ['nothing', { match: { customerId: 'c-3' } }, '0', 0, []],
  ])('%s', async (_, more, used, rows, elsewhere) => {
    const standing = budgetStanding(await usageOf(LINES), budget(more), '20');
    expect(standing).toMatchObject({ used, rows, elsewhere });
  });

  it('is the month of the last day, and what is left may be below zero', async () => {
    const { month, left } = budgetStanding(await usageOf(LINES), budget({ amount: '25.5' }), '0');
    expect([monthToText(month), left]).toEqual(['2026-10', '-0.123456789012345678']);
  });

  it('is the sum of the days of the month, whatever they are', async () => {
    const cents = fc.array(fc.integer({ min: -100, max: 10_000 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cents, async (values) => {
        const usage = await usageOf(
          values.map((value, at) =>
            line({ day: dayToText(day('2026-09-20') + (at % 40)), cost: (value / 100).toFixed(2) }),
          ),
        );
        const last = day('2026-09-20') + values.length - 1;
        const start = last < day('2026-10-01') ? day('2026-09-01') : day('2026-10-01');
        const sum = values.reduce((all, value, at) => (day('2026-09-20') + at >= start ? all + value : all), 0);
        expect(Math.round(Number(budgetStanding(usage, budget({}), '0').used) * 100)).toBe(sum);
      }),
      { numRuns: runs(30) },
    );
  });
});

describe('thresholds', () => {
  const flat = daily('2026-08-01', '2026-10-15', () => ({ cost: '10' }));

  it('are reached on the first day that the sum has come to, and expected on the day of the forecast', async () => {
    const standing = budgetStanding(await usageOf(flat), budget({ thresholds: [120, 100, 40, 50] }), '0');
    expect(standing.used).toBe('150');
    expect(standing.expected).toMatchObject({ value: 310, low80: 310, high80: 310 });
    expect(standing.thresholds).toEqual([
      { percent: 40, state: 'reached', day: day('2026-10-13') },
      { percent: 50, state: 'expected', day: day('2026-10-16') },
      { percent: 100, state: 'expected', day: day('2026-10-31') },
      { percent: 120, state: 'no', day: undefined },
    ]);
    expect([...standing.usedBy]).toEqual(Array.from({ length: 15 }, (_, at) => 10 * (at + 1)));
    expect([...standing.expectedBy]).toEqual(Array.from({ length: 16 }, (_, at) => 160 + 10 * at));
  });

  it('that only the upper bound comes to are possible', async () => {
    const uneven = daily('2026-08-01', '2026-10-15', (at) => ({ cost: String(6 + ((at * 7919) % 9)) }));
    const usage = await usageOf(uneven);
    const { expected } = budgetStanding(usage, budget({}), '0');
    const between = ((expected?.value ?? 0) + (expected?.high80 ?? 0)) / 2;
    expect(expected?.high80).toBeGreaterThan(expected?.value ?? Infinity);
    const { thresholds } = budgetStanding(usage, budget({ amount: between.toFixed(6), thresholds: [100] }), '0');
    expect(thresholds).toEqual([{ percent: 100, state: 'possible', day: undefined }]);
  });

  it('of a month that is over are reached or not', async () => {
    const lines = daily('2026-08-01', '2026-09-30', () => ({ cost: '10' }));
    const standing = budgetStanding(await usageOf(lines), budget({ thresholds: [50, 99] }), '0');
    expect(standing.expected?.value).toBe(300);
    expect(standing.expectedBy).toHaveLength(0);
    expect(standing.thresholds).toEqual([
      { percent: 50, state: 'reached', day: day('2026-09-16') },
      { percent: 99, state: 'no', day: undefined },
    ]);
  });

  it('stand without a forecast while there are less than two weeks', async () => {
    const lines = daily('2026-10-05', '2026-10-15', () => ({ cost: '10' }));
    const { expected, thresholds, expectedBy, usedBy } = budgetStanding(await usageOf(lines), budget({}), '0');
    expect(expected).toBeUndefined();
    expect(expectedBy).toHaveLength(0);
    expect([...usedBy].slice(0, 6)).toEqual([0, 0, 0, 0, 10, 20]);
    expect(thresholds.map(({ state }) => state)).toEqual(['no', 'no']);
  });

  it('count days that still fill, and leave their end to the forecast', async () => {
    const open = daily('2026-08-01', '2026-10-15', (at) => ({ cost: at >= 74 ? '1' : '10', invoice: '' }));
    const standing = budgetStanding(await usageOf(open), budget({}), '0');
    expect(standing.used).toBe('132');
    expect(standing.usedBy).toHaveLength(13);
    expect(standing.expected?.value).toBe(310);
  });
});
