/** Consumption of all kinds of files: exact sums, nothing counted twice, and sums by any dimension. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZERO, add, divide, fraction, multiply, parseExact, subtract, toDecimal } from '../../../src/core/exact.ts';
import { monthOfDay, parseDay } from '../../../src/core/days.ts';
import type { Dataset } from '../../../src/core/schema/dataset.ts';
import { groupUsage, readUsage } from '../../../src/sim/azure/model/index.ts';
import { REST, type UsageQuery } from '../../../src/sim/azure/types.ts';
import { importAll } from '../../support/import-files.ts';
import { runs } from '../../support/runs.ts';
import { type UsageLine, costManagement, dailyUsage, focus } from '../../support/usage-files.ts';

const digits = (most: number) => fc.bigInt({ min: 0n, max: 10n ** BigInt(most) - 1n });
/** Up to 12 digits before and 18 after the point, of either sign. */
const amount = fc
  .tuple(fc.boolean(), digits(12), fc.integer({ min: 0, max: 18 }), digits(18))
  .map(([isNegative, whole, places, part]) => {
    const behind = part.toString().padStart(18, '0').slice(0, places);
    return `${isNegative ? '-' : ''}${whole.toString()}${behind === '' ? '' : `.${behind}`}`;
  })
  .filter((text) => !/^-[0.]*$/.test(text));

const line: fc.Arbitrary<UsageLine> = fc.record({
  day: fc.constantFrom('2026-10-05', '2026-10-06', '2026-10-31', '2026-11-01'),
  customer: fc.constantFrom('c-1', 'C-2'),
  subscription: fc.constantFrom('s-1', 's-2', 's-3'),
  group: fc.constantFrom('prod', 'Dev'),
  category: fc.constantFrom('Storage', 'Virtual Machines'),
  meter: fc.constantFrom('D2', 'D4', 'Disk'),
  quantity: amount,
  price: fc.constantFrom('1.25', '0.0004'),
  cost: amount,
  currency: fc.constantFrom('EUR', 'USD'),
  earned: fc.constantFrom('0', '15'),
  invoice: fc.constantFrom('G1', 'G2'),
  tags: fc.constantFrom('', '{"env":"prod"}', '"env":"test","team":"a"'),
});
const lines = fc.array(line, { minLength: 1, maxLength: 12 });

async function imported(...files: Parameters<typeof importAll>[0]): Promise<readonly Dataset[]> {
  return (await importAll(files)).datasets;
}

function sumOf(texts: readonly string[]): string {
  return toDecimal(
    texts.reduce((sum, text) => add(sum, parseExact(text) ?? ZERO), ZERO),
    0,
    40,
  );
}

const query = (more: Partial<UsageQuery> = {}): UsageQuery => ({
  ...{ filter: { currency: 'EUR' }, by: [], measure: 'cost' },
  ...more,
});

describe('consumption', () => {
  it.each([
    ['daily usage', dailyUsage, 'BillingPreTaxTotal'],
    ['Cost Management', costManagement, 'CostInBillingCurrency'],
    ['FOCUS', focus, 'BilledCost'],
  ] as const)('of %s adds up to the control totals of the file, to the last digit', async (_, file, column) => {
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        const datasets = await imported(file('usage.csv', all));
        const { facts } = readUsage(datasets);
        const totals = Object.entries(datasets[0]?.totals ?? {}).find(
          ([name]) => name.toLowerCase() === column.toLowerCase(),
        );
        expect(facts.totals).toEqual(totals?.[1]);
        expect(facts.sources).toMatchObject([{ rows: all.length, counted: all.length }]);
      }),
      { numRuns: runs(25) },
    );
  });

  it('is the same from FOCUS as from Cost Management', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        const [one, other] = [
          readUsage(await imported(focus('f.csv', all))),
          readUsage(await imported(costManagement('c.csv', all))),
        ];
        for (const measure of ['cost', 'list', 'credit', 'quantity'] as const) {
          const asked = query({ by: ['customer', 'meter'], period: 'day', measure });
          expect(groupUsage(one, asked)).toEqual(groupUsage(other, asked));
        }
      }),
      { numRuns: runs(20) },
    );
  });

  it('sums by two dimensions and month as adding up by hand does', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom('day', 'month'), async (all, period) => {
        const usage = readUsage(await imported(dailyUsage('d.csv', all)));
        const found = groupUsage(usage, query({ by: ['category', 'tag:env'], period }));
        const wanted = new Map<string, string[]>();
        for (const one of all.filter(({ currency }) => currency === 'EUR')) {
          const env = /"env":"(\w+)"/.exec(one.tags)?.[1] ?? '';
          const day = parseDay(one.day) ?? 0;
          const key = [one.category, env, period === 'day' ? day : monthOfDay(day)].join('|');
          wanted.set(key, [...(wanted.get(key) ?? []), one.cost]);
        }
        const cells = Array.from(found.group, (group, at) => [
          [...(found.groups[group] ?? []), found.period[at]].join('|'),
          found.exact[at],
        ]);
        expect(new Map(cells as [string, string][])).toEqual(
          new Map([...wanted].map(([key, texts]) => [key, sumOf(texts)])),
        );
        expect(found.sum).toBe(sumOf(all.filter(({ currency }) => currency === 'EUR').map(({ cost }) => cost)));
      }),
      { numRuns: runs(30) },
    );
  });

  const base: UsageLine = {
    ...{ day: '2026-10-05', customer: 'c-1', subscription: 's-1', group: 'prod', category: 'Storage', meter: 'Disk' },
    ...{ quantity: '2', price: '10', cost: '17', currency: 'EUR', earned: '15', invoice: 'G1', tags: '' },
  };

  it('tells list, credit and retail from what the partner owes (R-080, R-083)', async () => {
    const plain = { ...base, earned: '0', cost: '3', meter: 'D2' };
    const usage = readUsage(await imported(dailyUsage('d.csv', [base, plain])));
    const sum = (measure: UsageQuery['measure']): string =>
      groupUsage(usage, query({ measure, markupPercent: '10' })).sum;
    expect([sum('cost'), sum('list'), sum('credit'), sum('retail')]).toEqual(['20', '23', '3', '25.3']);
  });

  it('takes the next name of a column for one that is empty on all rows', async () => {
    const usage = readUsage(await imported(focus('f.csv', [{ ...base, customer: '' }])));
    expect(groupUsage(usage, query({ by: ['customer'] })).groups).toEqual([['a']]);
  });

  it.each([
    ['Cost Management', costManagement, ['0', 'False']],
    ['FOCUS', focus, ['0', 'false', 'False']],
  ] as const)('takes a rate that %s says was not applied for no earned credit', async (_, file, texts) => {
    for (const applied of texts) {
      const lost = { ...base, applied };
      const usage = readUsage(await imported(file('u.csv', [lost, { ...base, meter: 'D2', applied: 'true' }])));
      const found = (measure: UsageQuery['measure']) => groupUsage(usage, query({ by: ['credit'], measure }));
      expect(found('list').groups).toEqual([['15'], ['0']]);
      expect(found('list').totals).toEqual(['20', '17']);
      expect(found('credit').sum).toBe('3');
    }
  });

  it.each([
    ['7', '93'],
    ['14', '86'],
    ['7.7', '92.3'],
  ])('reads a fraction in the file as %s percent exactly', async (earned, cost) => {
    const usage = readUsage(await imported(costManagement('u.csv', [{ ...base, earned, cost }])));
    const found = groupUsage(usage, query({ by: ['credit'], measure: 'list' }));
    expect([found.groups, found.sum]).toEqual([[[earned]], '100']);
  });

  it('folds what is beyond the largest groups, and loses nothing', async () => {
    const costs = ['5', '-9', '1', '2'];
    const usage = readUsage(
      await imported(
        dailyUsage(
          'd.csv',
          costs.map((cost, at) => ({ ...base, cost, meter: `m${String(at)}` })),
        ),
      ),
    );
    const { groups, totals, sum } = groupUsage(usage, query({ by: ['meter'], top: 2 }));
    expect(groups).toEqual([['m1'], ['m0'], [REST]]);
    expect([totals, sum]).toEqual([['-9', '5', '3'], '-1']);
  });

  it('counts billed lines instead of unbilled ones, and Cost Management instead of FOCUS', async () => {
    const open = { ...base, invoice: '', cost: '16' };
    const next = { ...open, day: '2026-10-06' };
    const usage = readUsage(
      await imported(
        dailyUsage('unbilled.csv', [open, next]),
        dailyUsage('billed.csv', [base, { ...base, invoice: 'G2', cost: '4' }]),
        focus('focus.csv', [
          { ...base, cost: '17.0001' },
          { ...base, subscription: 's-9', cost: '1' },
        ]),
        costManagement('cost.csv', [{ ...base, subscription: 's-9', cost: '2' }]),
      ),
    );
    expect(usage.facts.totals).toEqual({ EUR: '39' });
    const said = usage.facts.replaced.map(({ source, by, reason, rows, cost }) => [
      usage.facts.sources[source]?.file,
      usage.facts.sources[by]?.file,
      ...[reason, rows, cost['EUR']],
    ]);
    expect(said).toEqual([
      ['unbilled.csv', 'billed.csv', 'billed', 1, '16'],
      ['focus.csv', 'billed.csv', 'preferred-source', 1, '17.0001'],
      ['focus.csv', 'cost.csv', 'preferred-source', 1, '1'],
    ]);
  });

  it('counts the newer of two files of one kind, day by day', async () => {
    const days = ['2026-10-05', '2026-10-06', '2026-10-07'].map((day) => ({ ...base, day, invoice: '' }));
    const older = days.slice(0, 2);
    const newer = days.slice(1).map((one) => ({ ...one, cost: '20' }));
    const usage = readUsage(await imported(dailyUsage('first.csv', older), dailyUsage('second.csv', newer)));
    expect(usage.facts.totals).toEqual({ EUR: '57' });
    expect(usage.facts.replaced).toMatchObject([{ source: 0, by: 1, reason: 'newer', rows: 1, cost: { EUR: '17' } }]);
    // Both last days may still fill.
    expect(usage.facts.completeTo).toBe((parseDay('2026-10-07') ?? 0) - 2);
  });

  it('gives lines with more digits than its parts hold, exactly', async () => {
    const cost = '0.1234567890123456789012345';
    const usage = readUsage(
      await imported(
        dailyUsage('d.csv', [
          { ...base, cost },
          { ...base, cost: '1' },
        ]),
      ),
    );
    expect(groupUsage(usage, query()).sum).toBe(`1${cost.slice(1)}`);
    const list = groupUsage(usage, query({ measure: 'list' })).sum;
    const exact = divide(
      add(parseExact(cost) ?? ZERO, fraction(1)),
      subtract(fraction(1), multiply(fraction(15), fraction(1, 100))),
    );
    expect(list).toBe(toDecimal(exact, 0, 18));
  });
});
