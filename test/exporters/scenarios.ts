/** Scenarios for exporter tests: the defaults as printed in the spec, and one that changes everything. */
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { day } from '../support/simulation.ts';

export const plainScenario: Scenario = {
  ...DEFAULT_SCENARIO,
  name: 'Base',
  est: {
    upliftMonthly: '0.03',
    upliftNoMonthly: '0.23',
    noMonthlyBase: 'annual',
    listRows: 'use',
    bridgeDays: null,
    eligibleStartFrom: day('2025-04-01'),
    eligibleEndFrom: day('2026-05-04'),
    twins: [],
  },
  priceChanges: [],
  decisions: [],
  margin: {
    business: { kind: 'erp-discount', percent: '0' },
    customers: new Map(),
    subscriptions: new Map(),
    clamp: false,
  },
  clauses: new Map(),
  overrides: new Map(),
};

/** A scenario with every kind of entry; `name` stands wherever a user can write text. */
export function fullScenario(name: string): Scenario {
  return {
    ...DEFAULT_SCENARIO,
    name,
    est: {
      ...plainScenario.est,
      upliftMonthly: '0.05',
      bridgeDays: 45,
      twins: [{ productId: name, skuId: '9', segment: 'Commercial', isEst: true }],
    },
    priceChanges: [{ match: { text: name }, from: day('2027-01-01'), kind: 'percent', value: '8', columns: 'both' }],
    decisions: [{ match: { subscriptionId: name }, outcome: 'est', bridgeDays: 30 }],
    margin: {
      business: { kind: 'markup', percent: '18' },
      customers: new Map([[name, { kind: 'margin', percent: '5' }]]),
      subscriptions: new Map([[name, { kind: 'fixed', price: '24.00' }]]),
      clamp: true,
    },
    overrides: new Map([
      [
        'sub-1',
        new Map([['quantity', { value: '12', author: name, at: '2026-11-26T08:00:00Z', reason: name }]] as const),
      ],
    ]),
    clauses: new Map([
      [name, { passThrough: true, capPercent: '5', noticeDays: 30, priceLockUntil: day('2027-02-28') }],
      ['c-none', { passThrough: false }],
    ]),
  };
}
