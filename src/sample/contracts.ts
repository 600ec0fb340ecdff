/** What the partner's contracts and price rules say: margin rules on three levels, and clauses for most customers. */
import { type Day, addMonths, dayToText, makeDay } from '../core/days.ts';
import { NO_OVERRIDES } from '../core/overrides/override.ts';
import { DEFAULT_SCENARIO } from '../core/scenario/defaults.ts';
import type { Clause, MarginRule, Scenario } from '../core/scenario/scenario.ts';
import type { Customer } from './customers.ts';
import { PLANTED_CUSTOMERS } from './plant.ts';
import { randomStream } from './random.ts';
import type { World } from './subscriptions.ts';

type Contract = { readonly rule?: MarginRule; readonly clause?: Clause };

function contractOf(seed: number, asOf: Day, customer: Customer): Contract {
  const { noClause, priceLock } = PLANTED_CUSTOMERS;
  if (customer.index === noClause) return { rule: { kind: 'markup', percent: '18' } };
  if (customer.index === priceLock) return { clause: { passThrough: true, priceLockUntil: addMonths(asOf, 3) } };
  const random = randomStream(seed, 'contract', customer.index);
  const roll = random.next();
  const noticeDays = random.pick([0, 14, 30, 30, 60]);
  const capPercent = random.pick(['3', '5', '10']);
  const rule = random.chance(0.3)
    ? randomRule(random.pick(['markup', 'erp-discount', 'margin']), random.below(4))
    : undefined;
  const contract: Contract = rule ? { rule } : {};
  if (roll < 0.4) return { ...contract, clause: { passThrough: true, noticeDays } };
  if (roll < 0.65) return { ...contract, clause: { passThrough: true, capPercent, noticeDays } };
  if (roll < 0.75) return { ...contract, clause: { passThrough: true, noticeDays, noticeGiven: asOf - 20 } };
  return roll < 0.85 ? { ...contract, clause: { passThrough: false } } : contract;
}

function randomRule(kind: 'markup' | 'erp-discount' | 'margin', step: number): MarginRule {
  const from = { markup: 14, 'erp-discount': 2, margin: 10 }[kind];
  return { kind, percent: String(from + 2 * step) };
}

/** The sample's base scenario. `fixedFor` gets a fixed price per seat and month. */
export function sampleScenario({ seed, asOf, customers }: World, fixedFor: string): Scenario {
  const contracts = customers.map((customer) => [customer.id, contractOf(seed, asOf, customer)] as const);
  return {
    ...DEFAULT_SCENARIO,
    name: 'Base',
    est: {
      upliftMonthly: '0.03',
      upliftNoMonthly: '0.23',
      noMonthlyBase: 'annual',
      listRows: 'use',
      bridgeDays: null,
      eligibleStartFrom: makeDay(2025, 4, 1) ?? 0,
      eligibleEndFrom: makeDay(2026, 5, 4) ?? 0,
      twins: [],
    },
    priceChanges: [],
    decisions: [],
    margin: {
      business: { kind: 'erp-discount', percent: '4' },
      customers: new Map(contracts.flatMap(([id, { rule }]) => (rule ? [[id, rule]] : []))),
      subscriptions: new Map([[fixedFor, { kind: 'fixed', price: '36.5' }]]),
      clamp: false,
    },
    clauses: new Map(contracts.flatMap(([id, { clause }]) => (clause ? [[id, clause]] : []))),
    overrides: NO_OVERRIDES,
  };
}

function clauseJson({ noticeGiven, priceLockUntil, ...clause }: Clause): Readonly<Record<string, unknown>> {
  return {
    ...clause,
    ...(priceLockUntil === undefined ? {} : { priceLockUntil: dayToText(priceLockUntil) }),
    ...(noticeGiven === undefined ? {} : { noticeGiven: dayToText(noticeGiven) }),
  };
}

/** The scenario file: only what differs from the defaults. */
export function scenarioText({ name, margin, clauses }: Scenario): string {
  const document = {
    schema: 'termwise/scenario@1',
    name,
    margin: {
      business: margin.business,
      customers: Object.fromEntries(margin.customers),
      subscriptions: Object.fromEntries(margin.subscriptions),
      clamp: margin.clamp,
    },
    clauses: Object.fromEntries([...clauses].map(([id, clause]) => [id, clauseJson(clause)])),
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}
