/** Scenario files: what is left out, what is unknown, and that nothing is lost on the way out and in again. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import { readScenario, readScenarioFile } from '../../src/core/scenario/read.ts';
import { writeScenario } from '../../src/core/scenario/write.ts';
import { scenario } from '../support/arbitrary-scenarios.ts';

const SCHEMA = 'termwise/scenario@1';
const read = (document: object) => readScenario(JSON.stringify({ schema: SCHEMA, ...document }));

it('comes back as it was written', () => {
  fc.assert(
    fc.property(scenario, (value) => {
      expect(readScenario(writeScenario(value))).toEqual({ ok: true, value });
    }),
  );
});

it('says what it comes from, and everything all the same', () => {
  const file = writeScenario({ ...DEFAULT_SCENARIO, name: 'High' }, 'Base');
  expect(readScenarioFile(file)).toEqual({
    ok: true,
    value: { scenario: { ...DEFAULT_SCENARIO, name: 'High' }, parent: 'Base' },
  });
  expect(readScenario(file)).toEqual({ ok: true, value: { ...DEFAULT_SCENARIO, name: 'High' } });
  expect(read({ parent: 7 })).toMatchObject({
    ok: false,
    error: [{ code: 'scenario-not-text', params: { path: 'parent' } }],
  });
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

it('says of Azure only what differs from the defaults', () => {
  expect(writeScenario(DEFAULT_SCENARIO)).not.toContain('azure');
  const azure = { ...DEFAULT_SCENARIO.azure, markupPercent: '12' };
  const written = JSON.parse(writeScenario({ ...DEFAULT_SCENARIO, azure })) as { azure: object };
  expect(written.azure).toStrictEqual({ markupPercent: '12' });
  expect(read({ azure: { stress: { hours: 48 }, budgets: [{ name: 'Lab', amount: 500, currency: 'EUR' }] } })).toEqual({
    ok: true,
    value: {
      ...DEFAULT_SCENARIO,
      azure: {
        ...DEFAULT_SCENARIO.azure,
        stress: { factor: '20', hours: 48 },
        budgets: [{ name: 'Lab', match: {}, amount: '500', currency: 'EUR', at: 'cost', thresholds: [] }],
      },
    },
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
  [{ azure: { colour: 1 } }, 'scenario-unknown-key', 'azure.colour'],
  [{ azure: { changes: [{ from: '2027-01-01', kind: 'off' }] } }, 'scenario-missing-key', 'azure.changes[0].percent'],
  [
    { azure: { budgets: [{ name: 'Lab', amount: '1', currency: 'EUR', match: { tag: { key: 'env' } } }] } },
    'scenario-missing-key',
    'azure.budgets[0].match.tag.value',
  ],
  [{ azure: { judged: [{ finding: 'f', verdict: 'fine' }] } }, 'scenario-not-choice', 'azure.judged[0].verdict'],
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
