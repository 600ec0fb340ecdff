/** What happens by itself, what was decided, and what cannot be chosen any more (R-004, R-017, R-021… ). */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/core/scenario/scenario.ts';
import { type ExitCase, wayName, waysOf } from '../../support/exits.ts';
import type { SubscriptionCells } from '../../support/books.ts';

const PRICES: ExitCase['prices'] = [
  ['P1Y/Annual', '120'],
  ['P1M/Monthly', '12'],
];

function ways(subscription: SubscriptionCells, more: Partial<ExitCase> = {}) {
  const result = waysOf({ prices: PRICES, subscription, estDays: 30, ...more });
  const name = (place: number | undefined): string => wayName(result.ways[place ?? -1]);
  return {
    ...{ result, byDefault: name(result.byDefault), best: name(result.best), decided: name(result.decided) },
    names: result.ways.map(wayName),
    problems: Object.fromEntries(result.ways.flatMap((way) => (way.problem ? [[wayName(way), way.problem]] : []))),
  };
}

describe('what happens by itself', () => {
  it.each([
    [{ autoRenew: 'true' }, 'renew P1Y/Annual 10'],
    [{ scheduledAction: 'Cancel' }, 'cancel'],
    [{ scheduledAction: 'RenewToExtendedServiceTerm' }, 'est 365 10'],
    [{}, 'est 365 10'],
  ])('%o: %s', (cells, expected) => {
    expect(ways(cells).byDefault).toBe(expected);
  });

  it('follows the scenario’s bridge, less its days that are over', () => {
    const scenario = { est: { bridgeDays: 40 } };
    expect(ways({}, { scenario }).byDefault).toBe('est-renew 40 P1Y/Annual 10');
    expect(ways({ commitmentEnd: '2026-10-31' }, { scenario }).byDefault).toBe('est-renew 19 P1Y/Annual 10');
    expect(ways({ commitmentEnd: '2026-09-30' }, { scenario }).byDefault).toBe('renew P1Y/Annual 10');
  });

  it('is the end of the service where the old grace path is taken, and EST cannot be chosen (R-004, R-030)', () => {
    const { byDefault, problems, result } = ways({ commitmentStart: '2025-03-01' });
    expect([byDefault, result.outcome]).toEqual(['cancel', 'lapses']);
    expect(problems).toEqual({
      'est-renew 30 P1Y/Annual 10': 'not-eligible',
      'est-renew 30 P1M/Monthly 10': 'not-eligible',
      'est 365 10': 'not-eligible',
    });
    expect(result.flip).toBeUndefined();
  });
});

describe('what was decided', () => {
  const decided = (decision: Omit<Decision, 'match'>) =>
    ways({}, { scenario: { decisions: [{ match: { subscriptionId: 'sub' }, ...decision }] } });

  it('is one of the ways, also with other seats and days than those on screen', () => {
    const renewTo = { termDuration: 'P1M', billingPlan: 'Monthly', quantity: 4 };
    expect(decided({ outcome: 'renews', renewTo }).decided).toBe('renew P1M/Monthly 4');
    expect(decided({ outcome: 'renews' }).decided).toBe('renew P1Y/Annual 10');
    expect(decided({ outcome: 'est', bridgeDays: 17, renewTo }).decided).toBe('est-renew 17 P1M/Monthly 4');
    expect(decided({ outcome: 'est' }).decided).toBe('est 365 10');
    expect(decided({ outcome: 'cancels' }).decided).toBe('cancel');
  });

  it('leaves what happens by itself as it was', () => {
    expect(decided({ outcome: 'cancels' }).byDefault).toBe('est 365 10');
  });
});

describe('what cannot be chosen', () => {
  it('is nothing for a trial, and for what is cancelled or renewed and over', () => {
    expect(ways({ isTrial: 'true' }).result.nothing).toBe('excluded');
    expect(ways({ scheduledAction: 'Cancel', commitmentEnd: '2026-11-20' }).result.nothing).toBe('over');
    expect(ways({ autoRenew: 'true', commitmentEnd: '2026-11-14' }).result.nothing).toBe('over');
    expect(ways({ skuId: '7' }).result.nothing).toBe('no-offer');
  });

  it('is another term in the 7 days after a renewal: seats can be cut, or all of it cancelled (R-053)', () => {
    const { names, best, result } = ways({ autoRenew: 'true', commitmentEnd: '2026-11-16' }, { seatsWanted: 6 });
    expect(result.phase).toBe('window');
    expect(names).toEqual(['renew P1Y/Annual 6', 'renew P1Y/Annual 10', 'cancel']);
    expect(best).toBe('renew P1Y/Annual 6');
  });

  it('says which way has no price, and prices the others', () => {
    const { problems, best } = ways({ termDuration: 'P3Y', billingPlan: 'Annual' });
    expect(problems['renew P3Y/Annual 10']).toBe('no-row');
    expect(problems['est 365 10']).toBe('no-est-price');
    expect(best).toBe('renew P1Y/Annual 10');
  });

  it('is to cut seats in EST: with more seats wanted only a renewal gives them (R-022)', () => {
    const { result, best } = ways({}, { seatsWanted: 12, objective: 'cost' });
    expect(best).toBe('renew P1Y/Annual 12');
    expect(result.ways.filter(({ compared }) => compared).map(wayName)).toEqual([
      'renew P1Y/Annual 12',
      'renew P1M/Monthly 12',
    ]);
  });
});
