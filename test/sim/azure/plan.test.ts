/** What-if on consumption: changes day by day against a naive sum, commitments against figures worked out by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayToText, firstDayOfMonth, monthOfDay, monthToText, parseDay } from '../../../src/core/days.ts';
import { type AzureAssumptions, type AzureCommitment, DEFAULT_AZURE } from '../../../src/core/scenario/azure.ts';
import { DEFAULT_FX } from '../../../src/core/scenario/defaults.ts';
import { forecastOf } from '../../../src/sim/azure/forecast/forecast.ts';
import { readUsage } from '../../../src/sim/azure/model/index.ts';
import { hoursOf } from '../../../src/sim/azure/plan/hours.ts';
import { planOf } from '../../../src/sim/azure/plan/plan.ts';
import type { PlanRequest, UsagePlan } from '../../../src/sim/azure/plan/types.ts';
import type { Usage } from '../../../src/sim/azure/types.ts';
import { importAll } from '../../support/import-files.ts';
import { runs } from '../../support/runs.ts';
import { type UsageLine, dailyUsage } from '../../support/usage-files.ts';

const day = (iso: string): number => parseDay(iso) ?? 0;
const LAST = day('2026-11-15');

/** A machine that runs for some hours of each day, at 0.20 an hour before an earned credit of 15 %. */
const machine = (at: number, hours: number, more: Partial<UsageLine> = {}): UsageLine => ({
  ...{ day: dayToText(at), customer: 'c-1', subscription: 's-1', group: 'prod', category: 'Virtual Machines' },
  ...{ meter: 'D2', quantity: String(hours), price: '0.2', cost: String((hours * 17) / 100), currency: 'EUR' },
  ...{ earned: '15', invoice: 'G1', tags: '' },
  ...more,
});
const disk = (at: number): UsageLine =>
  machine(at, 1, { category: 'Storage', meter: 'Disk', cost: '1.7', unit: '1 GB/Month', tags: '{"env":"test"}' });

async function usageOf(lines: readonly UsageLine[]): Promise<Usage> {
  return readUsage((await importAll([dailyUsage('a.csv', lines)])).datasets);
}
/** Eight weeks of the same day, again and again: 4.08 for a machine that never stops, 1.70 for its disk. */
const steady = (more?: (at: number) => readonly UsageLine[]): Promise<Usage> =>
  usageOf(
    Array.from({ length: 56 }, (_, at) => LAST - 55 + at).flatMap(
      (at) => more?.(at) ?? [machine(at, 24, { tags: '{"env":"prod"}' }), disk(at)],
    ),
  );

const request = (azure: Partial<AzureAssumptions>, fx: Partial<PlanRequest['fx']> = {}): PlanRequest => ({
  currency: 'EUR',
  azure: { ...DEFAULT_AZURE, ...azure },
  fx: { ...DEFAULT_FX, ...fx },
  months: 12,
});
function plan(usage: Usage, azure: Partial<AzureAssumptions>, fx?: Partial<PlanRequest['fx']>): UsagePlan {
  const found = planOf(usage, request(azure, fx));
  if (!found) throw new Error('no plan');
  return found;
}
const monthIn = ({ months }: UsagePlan, text: string) => {
  const found = months.find(({ month }) => monthToText(month) === text);
  if (!found) throw new Error(text);
  return found;
};
const reservation: AzureCommitment = {
  ...{ kind: 'reservation', match: { meter: 'd2' }, from: day('2027-01-01'), term: 'P1Y', perHour: '1' },
  // 8,760 hours at 0.10.
  ...{ rate: '876', currency: 'EUR' },
};

describe('without assumptions', () => {
  it('the plan is the forecast', async () => {
    const usage = await steady();
    const { months, from } = plan(usage, {});
    const { forecast } = forecastOf(usage, { currency: 'EUR' }, 12);
    expect(from).toBe(LAST + 1);
    expect(months.map(({ month }) => month)).toEqual(forecast?.months.map(({ month }) => month));
    for (const [at, { without, with: changed, committed }] of months.entries()) {
      expect(Number(without)).toBeCloseTo(forecast?.months[at]?.value ?? NaN, 2);
      expect([changed, committed]).toEqual([without, '0.00']);
    }
    // 31 days of 5.78.
    expect(monthIn({ months } as UsagePlan, '2026-12').without).toBe('179.18');
  });

  it('is none of less than two weeks', async () => {
    expect(planOf(await usageOf([machine(LAST, 24)]), request({}))).toBeUndefined();
  });
});

describe('changes', () => {
  it('of the price begin on their day, in what they are about', async () => {
    const { months, changes } = plan(await steady(), {
      changes: [{ match: { category: 'storage' }, from: day('2026-12-16'), kind: 'price', percent: '50' }],
    });
    expect(monthIn({ months } as UsagePlan, '2026-11').with).toBe(monthIn({ months } as UsagePlan, '2026-11').without);
    // 16 of 31 days, half of 1.70 each.
    expect(monthIn({ months } as UsagePlan, '2026-12').with).toBe('192.78');
    expect(changes[0]?.share).toBe('0.294118');
  });

  it('that switch off, grow and reprice add up day by day, whatever their order', async () => {
    const usage = await steady();
    const change = fc.record({
      match: fc.constantFrom({}, { meter: 'D2' }, { tag: { key: 'env', value: 'test' } }, { customerId: 'other' }),
      from: fc.integer({ min: LAST - 60, max: LAST + 200 }),
      kind: fc.constantFrom('growth' as const, 'price' as const, 'off' as const),
      percent: fc.integer({ min: -20, max: 90 }).map(String),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        const found = plan(usage, { changes });
        for (const { month, with: changed, used } of found.months) {
          let sum = Number(used);
          for (let at = Math.max(LAST + 1, firstDayOfMonth(month)); at < firstDayOfMonth(month + 1); at++) {
            for (const [own, isIn] of [
              [4.08, 'D2'],
              [1.7, 'test'],
            ] as const) {
              sum += changes.reduce<number>((cost, { match, from, kind, percent }) => {
                const isAbout =
                  'meter' in match ? isIn === 'D2' : 'tag' in match ? isIn === 'test' : !('customerId' in match);
                const start = Math.max(from, LAST + 1);
                if (!isAbout || at < start) return cost;
                const times = kind === 'growth' ? monthOfDay(at) - monthOfDay(start) + 1 : 1;
                return cost * (1 + (kind === 'off' ? -1 : 1) * (Number(percent) / 100)) ** times;
              }, own);
            }
          }
          expect(Math.abs(Number(changed) - sum)).toBeLessThan(0.011);
        }
        expect(plan(usage, { changes: changes.toReversed() }).months).toEqual(found.months);
      }),
      { numRuns: runs(12) },
    );
  });

  it('of the currency count where another one is priced', async () => {
    const usage = await steady((at) => [machine(at, 24), { ...disk(at), pricingCurrency: 'EUR' }]);
    const shocks = [
      { currency: 'EUR', from: day('2026-12-01'), percent: '10' },
      { currency: 'CHF', from: day('2026-12-01'), percent: '99' },
    ];
    const found = plan(usage, {}, { shocks });
    // 31 days of 4.08 and 1.70.
    expect(monthIn(found, '2026-12')).toMatchObject({ without: '179.18', with: '191.83' });
    expect(found.shocks?.share).toBe('0.705882');
    expect(plan(usage, {}, { shocks: shocks.slice(1) }).shocks).toBeUndefined();
  });
});

describe('a reservation', () => {
  it('is held against what the machines used, at what they really cost', async () => {
    // 24 hours on five days of the week, none on two: 40 of 56 days.
    const usage = await steady((at) => (at % 7 < 5 ? [machine(at, 24), disk(at)] : [disk(at)]));
    const history = plan(usage, { commitments: [reservation] }).commitments[0]?.history;
    expect(history).toMatchObject({
      days: 56,
      utilisation: '0.714285714285714286',
      // 0.10 an hour against 0.17 after the credit, and against 0.20.
      breakEven: '0.588235294117647059',
      breakEvenAtList: '0.5',
      // 56 × 2.40, of which 16 days idle; 40 × 4.08 covered, with 40 × 0.72 of credit.
      committed: '134.4',
      unused: '38.4',
      covered: '163.2',
      creditLost: '28.8',
      saved: '28.8',
      best: '1',
    });
  });

  it('of more than is used says how much would have been best', async () => {
    const usage = await steady((at) => [machine(at, 24), machine(at, at % 2 === 0 ? 24 : 0.5, { meter: 'd2' })]);
    const [two] = plan(usage, { commitments: [{ ...reservation, perHour: '2' }] }).commitments;
    // The second unit is used to 51 %, less than the break-even.
    expect(two?.history).toMatchObject({ utilisation: '0.755208333333333333', best: '1' });
  });

  it('covers months from its first day to its last, and costs its price in all', async () => {
    const term = { ...reservation, from: day('2026-12-16') };
    const found = plan(await steady(), { commitments: [term] });
    // 16 days: 2.40 instead of 4.08.
    expect(monthIn(found, '2026-12')).toMatchObject({ committed: '38.40', unused: '0.00', with: '152.30' });
    expect(monthIn(found, '2027-11')).toMatchObject({ committed: '72.00', with: '123.00' });
    expect(found.commitments[0]?.share).toBe('0.705882');
    // What the machine no longer uses is paid all the same.
    const off = { match: { meter: 'D2' }, from: day('2027-01-01'), kind: 'off' as const, percent: '100' };
    const idle = plan(await steady(), { commitments: [term], changes: [off] });
    expect(monthIn(idle, '2027-01')).toMatchObject({ committed: '74.40', unused: '74.40', with: '127.10' });
  });

  it('does not cover Spot', async () => {
    const usage = await steady((at) => [machine(at, 24), machine(at, 24, { meter: 'D2 Spot' })]);
    const of = { category: 'Virtual Machines' };
    const [own] = plan(usage, { commitments: [{ ...reservation, match: of, perHour: '2' }] }).commitments;
    expect(own).toMatchObject({ share: '0.5', history: { utilisation: '0.5', best: '1' } });
  });

  it('does not cover again what one covers already, nor units that are no hours', async () => {
    const covered = await steady((at) => [machine(at, 24), machine(at, 24, { cost: '0' })]);
    const [own] = plan(covered, { commitments: [{ ...reservation, perHour: '2' }] }).commitments;
    expect(own?.history?.utilisation).toBe('0.5');
    const [storage] = plan(covered, { commitments: [{ ...reservation, match: { meter: 'Tape' } }] }).commitments;
    expect(storage).toMatchObject({ share: '0', problem: undefined, history: undefined });
    const [disks] = plan(await steady(), { commitments: [{ ...reservation, match: { meter: 'Disk' } }] }).commitments;
    expect(disks).toMatchObject({ problem: 'no-hours', history: undefined });
  });

  it('without a price does not count', async () => {
    const [free] = plan(await steady(), { commitments: [{ ...reservation, rate: '0' }] }).commitments;
    expect(free).toMatchObject({ problem: 'no-price', history: undefined, effect: '0.00' });
  });

  it('in another currency takes the scenario’s rate, else the files’ newest; without one it does not count', async () => {
    const usage = await steady((at) => [machine(at, 24, { rate: at === LAST ? '0.9' : '0.8' })]);
    const dollars = { ...reservation, currency: 'USD' };
    const committed = (fx?: Partial<PlanRequest['fx']>, one: AzureCommitment = dollars) =>
      plan(usage, { commitments: [one] }, fx).commitments[0];
    expect(committed()).toMatchObject({ rate: '0.9', history: { committed: '120.96' } });
    expect(committed({ rates: [{ from: 'EUR', to: 'USD', rate: '1.25' }] })?.rate).toBe('0.8');
    const other = committed({}, { ...reservation, currency: 'CHF' });
    expect(other).toMatchObject({ problem: 'no-rate', rate: undefined, history: undefined, effect: '0.00' });
  });
});

describe('a savings plan', () => {
  const savings: AzureCommitment = {
    ...{ kind: 'savings-plan', match: { category: 'Virtual Machines' }, from: day('2027-01-01'), term: 'P3Y' },
    ...{ perHour: '0.1', rate: '50', currency: 'EUR' },
  };

  it('never pays where its discount is less than the earned credit that it ends (R-081)', async () => {
    const [eleven] = plan(await steady(), { commitments: [{ ...savings, rate: '11' }] }).commitments;
    // 89 % of the list price instead of 85 %.
    expect(eleven?.history).toMatchObject({
      breakEven: '1.047058823529411765',
      breakEvenAtList: '0.89',
      utilisation: '1',
      best: '0',
    });
    expect(Number(eleven?.effect)).toBeGreaterThan(0);
  });

  it('covers as much list cost as its amount buys at its discount', async () => {
    // 0.10 an hour buys 4.80 a day at list: all of a machine that never stops.
    const found = plan(await steady(), { commitments: [savings] });
    expect(found.commitments[0]?.history).toMatchObject({
      utilisation: '1',
      committed: '134.4',
      covered: '228.48',
      saved: '94.08',
      best: '0.1',
    });
    expect(monthIn(found, '2027-01')).toMatchObject({ committed: '74.40', unused: '0.00', with: '127.10' });
  });

  it('takes what reservations leave', async () => {
    const usage = await steady((at) => [machine(at, 48)]);
    const commitments = [{ ...savings, perHour: '0.2' }, reservation];
    // 8.16 a day: half is the reservation's for 2.40, the rest of 4.80 at list takes half of 4.80.
    expect(monthIn(plan(usage, { commitments }), '2027-01')).toMatchObject({
      committed: '223.20',
      unused: '74.40',
      with: '223.20',
    });
  });

  it('that takes everything off cannot be counted', async () => {
    const [all] = plan(await steady(), { commitments: [{ ...savings, rate: '100' }] }).commitments;
    expect(all).toMatchObject({ problem: 'too-large-discount', history: undefined });
  });
});

it.each([
  ['1 Hour', 1],
  ['100 Hours', 100],
  ['hours', 1],
  ['1/Hour', 1],
  ['1 GB', 0],
  ['10K', 0],
  ['', 0],
])('%s has %d hours', (unit, hours) => {
  expect(hoursOf(unit)).toBe(hours);
});
