/** Every row of the spec's table of outcomes, with the rule that decides it. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/core/scenario/scenario.ts';
import { type SubscriptionCells, portfolio, price, priceList, result, results } from '../support/books.ts';

const LIST = priceList([price('P1Y/Annual', '120'), price('P1M/Monthly', '12'), price('P3Y/Annual', '360')]);

function outcome(cells: SubscriptionCells, decisions: readonly Decision[] = []) {
  const { outcome: what, rule, notes, est } = result([LIST, portfolio([cells])], { scenario: { decisions } });
  return { what, rule, notes, exposed: est !== '0.00' };
}

describe('the outcome at the term end', () => {
  it.each<[string, SubscriptionCells, string, string]>([
    ['suspended', { status: 'suspended' }, 'excluded', 'R-003'],
    ['a trial', { isTrial: 'true' }, 'excluded', 'R-003'],
    ['not licence-based', { licenceBased: 'false' }, 'excluded', 'R-003'],
    ['cancel scheduled', { scheduledAction: 'Cancel', autoRenew: 'true' }, 'cancels', 'R-017'],
    ['EST scheduled', { scheduledAction: 'RenewToExtendedServiceTerm' }, 'est-chosen', 'R-018'],
    [
      'EST scheduled, under auto-renew',
      { scheduledAction: 'renewToExtendedServiceTerm', autoRenew: 'true' },
      'est-chosen',
      'R-018',
    ],
    ['renewal scheduled', { scheduledAction: 'RENEWTONEWTERM' }, 'renews', 'R-016'],
    ['transition scheduled', { scheduledAction: 'Transition' }, 'renews', 'R-016'],
    ['auto-renew', { autoRenew: 'true' }, 'renews', 'R-016'],
    ['auto-renew not stated', { autoRenew: '' }, 'renews', 'R-016'],
    ['nothing said, eligible', {}, 'est-drift', 'R-014'],
    ['bought too early', { commitmentStart: '2025-03-31', commitmentEnd: '2026-11-29' }, 'lapses', 'R-030'],
    ['bought on the first day', { commitmentStart: '2025-04-01', commitmentEnd: '2026-11-29' }, 'est-drift', 'R-014'],
    ['ended too early', { commitmentStart: '2025-05-04', commitmentEnd: '2026-05-03' }, 'lapses', 'R-030'],
  ])('%s', (_, cells, what, rule) => {
    expect(outcome(cells)).toMatchObject({ what, rule });
  });

  it('exposes only what moves into EST inside the window', () => {
    expect(outcome({}).exposed).toBe(true);
    expect(outcome({ commitmentEnd: '2027-11-20' }).exposed).toBe(true);
    expect(outcome({ commitmentEnd: '2027-11-21' }).exposed).toBe(false);
    for (const cells of [{ autoRenew: 'true' }, { scheduledAction: 'Cancel' }, { status: 'deleted' }]) {
      expect(outcome(cells).exposed).toBe(false);
    }
  });

  it('goes by auto-renew, with a note, when the action is unknown', () => {
    expect(outcome({ scheduledAction: 'Pause', autoRenew: 'true' })).toMatchObject({
      what: 'renews',
      notes: ['unknown-action'],
    });
    expect(outcome({ scheduledAction: 'Pause' })).toMatchObject({ what: 'est-drift', notes: ['unknown-action'] });
  });

  it('renews, with a note, under a legacy instruction alone', () => {
    expect(outcome({ legacyInstruction: 'true' })).toMatchObject({ what: 'renews', notes: ['legacy-instruction'] });
    expect(outcome({ legacyInstruction: 'true', scheduledAction: 'Cancel' })).toMatchObject({
      what: 'cancels',
      notes: [],
    });
  });

  it('marks the one day on which sources differ', () => {
    const marked = outcome({ commitmentStart: '2025-05-05', commitmentEnd: '2026-05-04' });
    expect(marked.what).toBe('est-drift');
    expect(marked.notes).toContain('boundary-day');
    const next = outcome({ commitmentStart: '2025-05-06', commitmentEnd: '2026-05-05' });
    expect(next.notes).not.toContain('boundary-day');
  });
});

describe('decisions', () => {
  it.each([
    ['renews', 'renews'],
    ['cancels', 'cancels'],
    ['est', 'est-chosen'],
  ] as const)('%s comes before what is scheduled', (decided, what) => {
    expect(outcome({ scheduledAction: 'Cancel' }, [{ match: {}, outcome: decided }])).toMatchObject({
      what,
      rule: 'decision',
    });
  });

  it('cannot bring back what is excluded', () => {
    expect(outcome({ isTrial: 'true' }, [{ match: {}, outcome: 'est' }]).what).toBe('excluded');
  });

  it.each<[string, Decision['match'], boolean]>([
    ['subscription', { subscriptionId: 'SUB' }, true],
    ['customer', { customerId: 'org:Customer' }, true],
    ['product and SKU', { productId: 'product', skuId: '0001' }, true],
    ['segment', { segment: 'COMMERCIAL' }, true],
    ['all fields at once', { subscriptionId: 'sub', segment: 'Education' }, false],
  ])('match by %s', (_, match, hits) => {
    expect(outcome({}, [{ match, outcome: 'renews' }]).what).toBe(hits ? 'renews' : 'est-drift');
  });

  it('the last one that matches wins, however exact an earlier one is', () => {
    const exact: Decision = { match: { subscriptionId: 'sub' }, outcome: 'cancels' };
    const general: Decision = { match: {}, outcome: 'renews' };
    expect(outcome({}, [exact, general]).what).toBe('renews');
    expect(outcome({}, [general, exact]).what).toBe('cancels');
  });

  it('reach only the subscriptions that they name', () => {
    const decisions: readonly Decision[] = [{ match: { subscriptionId: 'sub-1' }, outcome: 'renews' }];
    const { subscriptions } = results([LIST, portfolio([{}, {}, {}])], { scenario: { decisions } });
    expect(subscriptions.map((row) => row.outcome)).toEqual(['est-drift', 'renews', 'est-drift']);
  });
});
