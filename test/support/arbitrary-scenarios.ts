/** Any scenario, with every key that scenario files may hold. */
import fc from 'fast-check';
import { idKey } from '../../src/core/ids.ts';
import type { OverrideColumn } from '../../src/core/overrides/override-columns.ts';
import { NO_OVERRIDES, changeOverrides } from '../../src/core/overrides/override.ts';
import {
  type AzureAssumptions,
  type UsageScope,
  DEFAULT_AZURE,
  SPEND_VERDICTS,
} from '../../src/core/scenario/azure.ts';
import type { Clause, Decision, MarginRule, PriceChange, Scenario } from '../../src/core/scenario/scenario.ts';
import type { Distribution, UncertainInput, Uncertainty } from '../../src/core/scenario/uncertainty.ts';

/** A few come up again and again, so that two scenarios speak of the same; some are hostile. */
const id = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('c-1', 'c-2', '0001', '7', '__proto__', 'constructor', '"]["', 'a.b[0]') },
  { weight: 1, arbitrary: fc.string({ minLength: 1 }) },
);
const decimal = fc.integer({ min: -10_000, max: 10_000 }).map((n) => (n / 100).toFixed(2));
const day = fc.integer({ min: 0, max: 40_000 });
const days = fc.nat(1000);
const some = <T>(values: Record<string, fc.Arbitrary<T>>) => fc.record(values, { requiredKeys: [] });
const match = some({ productId: id, skuId: id, segment: id });
const rule: fc.Arbitrary<MarginRule> = fc.oneof(
  fc.record({ kind: fc.constantFrom('markup', 'erp-discount', 'margin'), percent: decimal }),
  fc.record({ kind: fc.constant('fixed'), price: decimal }),
);
const priceChange: fc.Arbitrary<PriceChange> = fc.record({
  match: some({
    productId: id,
    skuId: id,
    segment: id,
    currency: id,
    termDuration: id,
    billingPlan: id,
    customerId: id,
  }),
  from: day,
  kind: fc.constantFrom('percent', 'absolute', 'set'),
  value: decimal,
  columns: fc.constantFrom('cost', 'erp', 'both'),
});
const decision: fc.Arbitrary<Decision> = fc.record(
  {
    match,
    outcome: fc.constantFrom('renews', 'cancels', 'est'),
    bridgeDays: days,
    renewTo: fc.record(
      { termDuration: fc.constantFrom('P1M', 'P1Y', 'P3Y'), billingPlan: id, quantity: days },
      { requiredKeys: [] },
    ),
    author: fc.string(),
    at: fc.string(),
    reason: fc.string(),
  },
  { requiredKeys: ['match', 'outcome'] },
);
const clause: fc.Arbitrary<Clause> = fc.record(
  { passThrough: fc.boolean(), capPercent: decimal, noticeDays: days, priceLockUntil: day, noticeGiven: day },
  { requiredKeys: ['passThrough'] },
);
const mapOf = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(id, value), { maxLength: 4 }).map((entries) => new Map(entries));
const CELLS: readonly (readonly [OverrideColumn, string])[] = [
  ['quantity', '12'],
  ['autoRenew', 'false'],
  ['commitmentEnd', '2027-02-28'],
  ['promotionPercent', '12.5'],
  ['scheduledAction', ''],
];
const overrides = fc
  .array(
    fc.record({
      id: id.map(idKey),
      cell: fc.constantFrom(...CELLS),
      who: fc.record({ author: fc.string(), at: fc.string(), reason: fc.string() }),
    }),
    { maxLength: 4 },
  )
  .map((cells) =>
    changeOverrides(
      NO_OVERRIDES,
      cells.map(({ id, cell: [column, value], who }) => ({ id, column, override: { value, ...who } })),
    ),
  );
const rules: fc.Arbitrary<Scenario['rules']> = fc.record({
  refundDayCount: fc.constantFrom('cancel-day-refunded', 'cancel-day-charged'),
  promotionAtRenewal: fc.constantFrom('in-window', 'kept', 'lost'),
});
const fx: fc.Arbitrary<Scenario['fx']> = fc.record({
  shocks: fc.array(fc.record({ currency: id, from: day, percent: decimal }), { maxLength: 2 }),
  rates: fc.array(fc.record({ from: id, to: id, rate: decimal }), { maxLength: 2 }),
  reporting: fc.option(id, { nil: undefined }),
});
const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ kind: fc.constant('constant' as const), value: decimal }),
  fc.record({ kind: fc.constant('uniform' as const), min: decimal, max: decimal }),
  fc.record({ kind: fc.constantFrom('triangular', 'pert'), min: decimal, mode: decimal, max: decimal }),
  fc.record({ kind: fc.constantFrom('normal', 'lognormal'), mean: decimal, sd: decimal }),
  fc.record({
    kind: fc.constant('discrete' as const),
    values: fc.array(fc.record({ value: decimal, weight: decimal }), { maxLength: 3 }),
  }),
);
const uncertainMatch = fc.record({ customerId: id, currency: id }, { requiredKeys: [] });
const input: fc.Arbitrary<UncertainInput> = fc.oneof(
  fc.record({
    what: fc.constant('outcome' as const),
    match: uncertainMatch,
    shared: fc.boolean(),
    renews: decimal,
    cancels: decimal,
    est: decimal,
  }),
  fc.record({
    what: fc.constantFrom('bridgeDays', 'seats', 'price', 'fx'),
    match: uncertainMatch,
    shared: fc.boolean(),
    distribution,
  }),
);
const uncertainty: fc.Arbitrary<Uncertainty> = fc.record({
  trials: days,
  seed: fc.string(),
  inputs: fc.array(input, { maxLength: 3 }),
  loadings: fc.record({ price: decimal, fx: decimal, behaviour: decimal }),
  limits: fc.array(fc.record({ amount: id, currency: id, above: decimal }), { maxLength: 2 }),
});
const scope = some<unknown>({
  customerId: id,
  subscriptionId: id,
  resourceGroup: id,
  category: id,
  meter: id,
  tag: fc.record({ key: id, value: id }),
}) as fc.Arbitrary<UsageScope>;
const azure: fc.Arbitrary<AzureAssumptions> = fc.record({
  markupPercent: decimal,
  changes: fc.array(
    fc.record({ match: scope, from: day, kind: fc.constantFrom('growth', 'price', 'off'), percent: decimal }),
    { maxLength: 2 },
  ),
  commitments: fc.array(
    fc.record({
      kind: fc.constantFrom('reservation', 'savings-plan'),
      match: scope,
      from: day,
      term: fc.constantFrom('P1Y', 'P3Y'),
      perHour: decimal,
      rate: decimal,
      currency: id,
    }),
    { maxLength: 2 },
  ),
  budgets: fc.array(
    fc.record({
      name: id,
      match: scope,
      amount: decimal,
      currency: id,
      at: fc.constantFrom('cost', 'sell'),
      thresholds: fc.array(days, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  limits: fc.array(fc.record({ customerId: id, currency: id, limit: decimal, paid: decimal }), { maxLength: 2 }),
  judged: fc.array(
    fc.record({
      finding: id,
      verdict: fc.constantFrom(...SPEND_VERDICTS),
      reason: fc.string(),
      author: fc.string(),
      at: fc.nat(),
    }),
    { maxLength: 2 },
  ),
  stress: fc.record({ factor: decimal, hours: days }),
});
const note = fc.record({ owner: fc.string(), on: day, reason: fc.string(), low: decimal }, { requiredKeys: [] });
export const scenario: fc.Arbitrary<Scenario> = fc.record({
  name: fc.string(),
  est: fc.record({
    upliftMonthly: decimal,
    upliftNoMonthly: decimal,
    noMonthlyBase: fc.constantFrom('annual', 'annualBilledMonthly'),
    listRows: fc.constantFrom('use', 'ignore'),
    bridgeDays: fc.option(days),
    eligibleStartFrom: day,
    eligibleEndFrom: day,
    twins: fc.array(fc.record({ productId: id, skuId: id, segment: id, isEst: fc.boolean() }), { maxLength: 3 }),
  }),
  priceChanges: fc.array(priceChange, { maxLength: 3 }),
  decisions: fc.array(decision, { maxLength: 3 }),
  margin: fc.record({ business: rule, customers: mapOf(rule), subscriptions: mapOf(rule), clamp: fc.boolean() }),
  clauses: mapOf(clause),
  overrides,
  rules,
  fx,
  uncertainty: fc.option(uncertainty, { nil: undefined }),
  azure: fc.oneof(azure, fc.constant(DEFAULT_AZURE)),
  meta: mapOf(note),
});
