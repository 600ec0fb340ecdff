/** Earned credit: who has it, who lost it and since when, and what does not follow from its price. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Exact,
  ONE,
  ZERO,
  add,
  divide,
  fraction,
  parseExact,
  subtract,
  toDecimal,
} from '../../../src/core/exact.ts';
import { dayToText, parseDay } from '../../../src/core/days.ts';
import { checkRounding } from '../../../src/sim/azure/credit/check.ts';
import { creditOf } from '../../../src/sim/azure/credit/credit.ts';
import { cutToCents, lineCost, roundToCents, roundingOf } from '../../../src/sim/azure/credit/rounding.ts';
import { readUsage } from '../../../src/sim/azure/model/index.ts';
import type { Usage } from '../../../src/sim/azure/types.ts';
import { importAll, type sourceOfText } from '../../support/import-files.ts';
import { runs } from '../../support/runs.ts';
import { type UsageLine, costManagement, dailyUsage, focus } from '../../support/usage-files.ts';

const base: UsageLine = {
  ...{ day: '2026-10-01', customer: 'c-1', subscription: 's-1', group: 'prod', category: 'Storage', meter: 'Disk' },
  ...{ quantity: '2', price: '10', cost: '17', currency: 'EUR', earned: '15', invoice: 'G1', tags: '' },
};

const exact = (text: string): Exact => parseExact(text) ?? ZERO;
const october = (date: number): string => `2026-10-${String(date).padStart(2, '0')}`;
/** Lines of some days of October, without earned credit on some of them. */
function lines(
  from: number,
  to: number,
  isLost: (date: number) => boolean,
  more: Partial<UsageLine> = {},
): UsageLine[] {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const lost = isLost(from + at) ? { earned: '0', cost: '20' } : {};
    return { ...base, ...more, day: october(from + at), ...lost };
  });
}

async function usageOf(...files: readonly ReturnType<typeof sourceOfText>[]): Promise<Usage> {
  return readUsage((await importAll(files)).datasets);
}

const losses = (usage: Usage) =>
  creditOf(usage, 'EUR').losses.map(({ kind, path, from, to, cost, missed }) =>
    [kind, path.join('/'), dayToText(from).slice(-2), dayToText(to).slice(-2), cost, missed].join(' '),
  );

describe('earned credit', () => {
  it('is told from what was lost, and from which day on', async () => {
    const usage = await usageOf(
      dailyUsage(
        'd.csv',
        lines(1, 31, (date) => date >= 20),
      ),
    );
    const { shares, customers, window } = creditOf(usage, 'EUR');
    expect(shares).toEqual([
      { state: 'with', rows: 19, cost: '323', credit: '57' },
      { state: 'without', rows: 12, cost: '240', credit: '36' },
    ]);
    expect(losses(usage)).toEqual(['lost c-1 20 31 240 36']);
    expect(window).toEqual({ from: parseDay('2026-10-02'), to: parseDay('2026-10-31'), days: 30 });
    // 18 of the last 30 days with 3 each.
    expect(customers).toMatchObject([
      { name: 'Name of c-1', cost: '563', earned: '57', missed: '36', recent: '54', year: '657' },
    ]);
  });

  it('of a hundred percent is no rate that a cost could come from: the line counts as one that names none', async () => {
    const free = { ...base, earned: '100', cost: '0' };
    const usage = await usageOf(dailyUsage('d.csv', [base, free, { ...free, day: october(2), cost: '3' }]));
    expect(creditOf(usage, 'EUR').shares).toEqual([
      { state: 'with', rows: 1, cost: '17', credit: '3' },
      { state: 'unnamed', rows: 2, cost: '3', credit: '0' },
    ]);
  });

  it('names the widest thing that lost it, and says when it came back, came later or never was', async () => {
    const all = [
      ...lines(1, 9, () => false, { subscription: 's-1', group: 'prod' }),
      ...lines(1, 9, (date) => date === 4 || date === 5, { subscription: 's-1', group: 'dev' }),
      ...lines(1, 9, () => true, { subscription: 's-2', group: 'a' }),
      ...lines(1, 9, () => true, { subscription: 's-2', group: 'b' }),
      ...lines(1, 9, (date) => date < 3, { subscription: 's-3' }),
      ...lines(1, 9, () => true, { customer: 'c-2', subscription: 's-4' }),
      ...lines(2, 2, () => false, { customer: 'c-3', subscription: 's-5', group: 'x' }),
      ...lines(2, 2, () => true, { customer: 'c-3', subscription: 's-5', group: 'x', meter: 'D2' }),
    ];
    expect(losses(await usageOf(dailyUsage('d.csv', all))).sort()).toEqual([
      'gap c-1/s-1/dev 04 05 40 6',
      'later c-1/s-3 01 02 40 6',
      'mixed c-3/s-5/x/ 02 02 20 3',
      'never c-1/s-2 01 09 360 54',
      'never c-2 01 09 180 27',
    ]);
  });

  it('takes days that come and go for one loss, and those more than a week apart for two', async () => {
    const usage = await usageOf(
      dailyUsage(
        'd.csv',
        lines(1, 31, (date) => [2, 4, 12, 21, 31].includes(date)),
      ),
    );
    expect(losses(usage)).toEqual(['lost c-1 31 31 20 3', 'gap c-1 21 21 20 3', 'gap c-1 02 12 60 9']);
  });

  it.each([
    ['Cost Management', costManagement],
    ['FOCUS', focus],
  ] as const)('keeps the rate of %s and whether it was applied apart', async (_, file) => {
    const all = [
      { ...base, applied: 'true', earned: '7' },
      { ...base, day: october(2), applied: 'false', earned: '7', cost: '100' },
    ];
    const usage = await usageOf(file('u.csv', all));
    expect([...usage.earnedPercent]).toEqual([7, 0]);
    expect([...usage.namedPercent]).toEqual([7, 7]);
    expect(losses(usage)).toEqual(['lost c-1 02 02 100 7']);
  });

  it('does not miss any on what may not have it (R-081), and names it', async () => {
    const spot = { ...base, earned: '0', meter: 'D2s v5 Spot', cost: '5' };
    const plain = { ...base, earned: '0', meter: 'Spotless', cost: '9', customer: 'c-2' };
    const free = { ...base, earned: '0', cost: '0', meter: 'Free' };
    const usage = await usageOf(dailyUsage('d.csv', [base, spot, plain, free]));
    expect(creditOf(usage, 'EUR').shares).toEqual([
      { state: 'with', rows: 1, cost: '17', credit: '3' },
      { state: 'without', rows: 2, cost: '9', credit: '1.35' },
      { state: 'spot', rows: 1, cost: '5', credit: '0' },
    ]);
    expect(losses(usage)).toEqual(['never c-2 01 01 9 1.35']);
  });

  it('adds up to the cost, whatever was lost: shares, customers, and losses to what is without', async () => {
    const line = fc.record({
      day: fc.integer({ min: 1, max: 9 }).map(october),
      customer: fc.constantFrom('c-1', 'c-2'),
      subscription: fc.constantFrom('s-1', 's-2'),
      group: fc.constantFrom('a', 'b'),
      earned: fc.constantFrom('0', '15'),
      cost: fc.integer({ min: -5, max: 99 }).map((cents) => (cents / 100).toFixed(2)),
    });
    const sum = (texts: readonly string[]): string =>
      toDecimal(texts.reduce((all, text) => add(all, parseExact(text) ?? ZERO), ZERO), 0, 12); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), async (all) => {
        const usage = await usageOf(dailyUsage('d.csv', all.map((one) => ({ ...base, ...one })))); // prettier-ignore
        const { shares, losses: found, customers } = creditOf(usage, 'EUR');
        const total = sum(all.map(({ cost }) => cost));
        expect(sum(shares.map(({ cost }) => cost))).toBe(total);
        expect(sum(customers.map(({ cost }) => cost))).toBe(total);
        const without = shares.filter(({ state }) => state === 'without');
        expect(sum(found.map(({ cost }) => cost))).toBe(sum(without.map(({ cost }) => cost)));
        expect(sum(customers.map(({ missed }) => missed))).toBe(sum(without.map(({ credit }) => credit)));
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('the check of costs against prices', () => {
  it('tells each line as exact figures do, however quickly it is told', async () => {
    const decimal = (most: number, places: number) =>
      fc.integer({ min: -most, max: most }).map((units) => toDecimal(fraction(units, 10 ** places), 0, places));
    const line = fc.record({
      price: decimal(9_000, 3),
      quantity: decimal(400, 1),
      earned: fc.constantFrom('0', '15'),
      from: fc.constantFrom(cutToCents, roundToCents, (value: Exact) => value),
      off: fc.constantFrom('0', '0', '0.01', '7'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (all) => {
        const lines = all.map(({ price, quantity, earned, from, off }) => {
          const parts = { price: exact(price), quantity: exact(quantity), rate: ONE };
          const priced = { ...parts, credit: divide(exact(earned), fraction(100)) };
          const cost = add(lineCost(priced, from), exact(off));
          const cells = { ...base, price, quantity, earned, cost: toDecimal(cost, 0, 18) };
          return { cells, wanted: roundingOf(priced, cost), difference: subtract(cost, lineCost(priced)) };
        });
        const usage = await usageOf(dailyUsage('d.csv', lines.map(({ cells }) => cells))); // prettier-ignore
        const { shares } = checkRounding(usage, 'EUR');
        for (const { rounding, rows, difference } of shares) {
          const own = lines.filter(({ wanted }) => wanted === rounding);
          expect([rounding, rows]).toEqual([rounding, own.length]);
          const sum = own.reduce((so, one) => add(so, one.difference), ZERO);
          if (rounding !== 'exact') expect(difference).toBe(toDecimal(sum, 0, 18));
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('tells how each line was rounded, and shows those that do not follow', async () => {
    const priced = (cost: string, more: Partial<UsageLine> = {}): UsageLine => ({
      ...{ ...base, price: '0.868', quantity: '29', cost },
      ...more,
    });
    const usage = await usageOf(
      dailyUsage('d.csv', [
        priced('21.39620'),
        priced('21.39'),
        priced('21.40'),
        priced('21.41'),
        priced('0'),
        priced('25.17', { customer: 'c-2' }),
        priced('1', { price: '' }),
      ]),
      costManagement('c.csv', [priced('99', { day: '2026-09-30' })]),
    );
    const { shares, odd } = checkRounding(usage, 'EUR');
    expect(shares.map(({ rounding, rows, cost, difference }) => [rounding, rows, cost, difference])).toEqual([
      ['exact', 1, '21.3962', '0'],
      ['cut', 1, '21.39', '0'],
      ['half-up', 1, '21.4', '0.01'],
      ['near', 1, '21.41', '0.02'],
      ['free', 1, '0', '-21.39'],
      ['off', 1, '25.17', '3.78'],
      ['unpriced', 2, '100', '0'],
    ]);
    expect(odd).toMatchObject([{ customer: 'Name of c-2', percent: '15', cost: '25.17', expected: '21.39' }]);
  });
});
