/** Scenario files: what is left out, what is unknown, and that nothing is lost on the way out and in again. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { idKey } from '../../src/core/ids.ts';
import type { OverrideColumn } from '../../src/core/overrides/override-columns.ts';
import { NO_OVERRIDES, changeOverrides } from '../../src/core/overrides/override.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import { readScenario } from '../../src/core/scenario/read.ts';
import type { Clause, Decision, MarginRule, PriceChange, Scenario } from '../../src/core/scenario/scenario.ts';
import type { Distribution, UncertainInput, Uncertainty } from '../../src/core/scenario/uncertainty.ts';
import { writeScenario } from '../../src/core/scenario/write.ts';

const SCHEMA = 'termwise/scenario@1';
const read = (document: object) => readScenario(JSON.stringify({ schema: SCHEMA, ...document }));

const id = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__');
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
const note = fc.record({ owner: fc.string(), on: day, reason: fc.string(), low: decimal }, { requiredKeys: [] });
const scenario: fc.Arbitrary<Scenario> = fc.record({
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
  meta: mapOf(note),
});

it('comes back as it was written', () => {
  fc.assert(
    fc.property(scenario, (value) => {
      expect(readScenario(writeScenario(value))).toEqual({ ok: true, value });
    }),
  );
});

it('takes the default for everything that is left out', () => {
  expect(read({})).toEqual({ ok: true, value: DEFAULT_SCENARIO });
  expect(DEFAULT_SCENARIO.est).toMatchObject({
    upliftMonthly: '0.03',
    upliftNoMonthly: '0.23',
    bridgeDays: null,
    eligibleStartFrom: parseDay('2025-04-01'),
    eligibleEndFrom: parseDay('2026-05-04'),
  });
});

it.each([
  [{ colour: 'red' }, 'scenario-unknown-key', 'colour'],
  [{ est: { uplift: '1' } }, 'scenario-unknown-key', 'est.uplift'],
  [{ est: { __proto__x: 1 } }, 'scenario-unknown-key', 'est.__proto__x'],
  [
    { priceChanges: [{ match: { sku: '1' }, from: '2027-01-01', kind: 'set', value: '1' }] },
    'scenario-unknown-key',
    'priceChanges[0].match.sku',
  ],
  [{ priceChanges: [{ kind: 'set', value: '1' }] }, 'scenario-missing-key', 'priceChanges[0].from'],
  [{ decisions: [{ outcome: 'sleeps' }] }, 'scenario-not-choice', 'decisions[0].outcome'],
  [
    { margin: { customers: { 'c-1': { kind: 'fixed', percent: '1' } } } },
    'scenario-unknown-key',
    'margin.customers["c-1"].percent',
  ],
  [{ margin: { clamp: 'yes' } }, 'scenario-not-flag', 'margin.clamp'],
  [
    { clauses: { 'c-1': { passThrough: true, priceLockUntil: '2026-02-30' } } },
    'scenario-not-date',
    'clauses["c-1"].priceLockUntil',
  ],
  [{ est: { upliftMonthly: '3 %' } }, 'scenario-not-decimal', 'est.upliftMonthly'],
  [{ est: { bridgeDays: 1.5 } }, 'scenario-not-days', 'est.bridgeDays'],
  [{ decisions: {} }, 'scenario-not-list', 'decisions'],
  [{ est: [] }, 'scenario-not-object', 'est'],
  [{ name: 1 }, 'scenario-not-text', 'name'],
])('names what is wrong in %j', (document, code, path) => {
  const result = read(document);
  expect(result.ok ? [] : result.error).toMatchObject([{ code, params: { path } }]);
});

it('names all problems at once, and a schema that is missing', () => {
  const result = read({ a: 1, b: 2 });
  expect(result.ok ? 0 : result.error.length).toBe(2);
  expect(readScenario('{}')).toMatchObject({ ok: false, error: [{ params: { path: 'schema' } }] });
  expect(readScenario('{')).toMatchObject({ ok: false, error: [{ code: 'scenario-not-json' }] });
});

const CASES = new URL('../../../shared/cases/', import.meta.url).pathname;
if (!existsSync(CASES)) console.log('skipped: the worked cases ../shared/cases are not here');
describe.runIf(existsSync(CASES))('worked cases', () => {
  it.each(['case-1', 'case-2', 'case-3'])('%s', (name) => {
    const result = readScenario(readFileSync(`${CASES}${name}/scenario.json`, 'utf8'));
    expect(result.ok && readScenario(writeScenario(result.value))).toEqual(result);
  });
});
