/** The rule book's values: dated, with sources, and as presets; rules that users add are read with care. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { RULE_PRESETS, isInForce, valuesApart } from '../../../src/core/rules/presets.ts';
import { ruleOf } from '../../../src/core/rules/rule-book.ts';
import {
  type RulePack,
  decodeRulePack,
  historyWith,
  packValues,
  readRulePack,
  rulePackDocument,
} from '../../../src/core/rules/rule-pack.ts';
import {
  RULE_VALUES,
  isRuleValue,
  isSameValue,
  latestValue,
  scenarioValue,
  valueOn,
  withRuleValues,
} from '../../../src/core/rules/values.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';

const end = RULE_VALUES.find(({ key }) => key === 'eligibleEndFrom');
if (!end) throw new Error('INTERNAL: no such value');

describe('the values of the book', () => {
  it.each(RULE_VALUES)(
    '$key: what the book says last is the scenario’s default, by a rule that the book holds',
    (one) => {
      expect(isSameValue(one, scenarioValue(DEFAULT_SCENARIO, one.key), latestValue(one).value)).toBe(true);
      expect(ruleOf(one.rule)?.statement).not.toBe('');
      for (const { value, from, source } of one.history) {
        expect(isRuleValue(one, value)).toBe(true);
        expect(from === undefined || parseDay(from) !== undefined).toBe(true);
        expect(source).not.toBe('');
      }
    },
  );

  it('knows the day on which enforcement was moved', () => {
    expect(valueOn(end, day('2026-02-04')).value).toBe('2026-04-01');
    expect(valueOn(end, day('2026-02-05')).value).toBe('2026-05-04');
  });
});

describe('presets', () => {
  const apart = RULE_PRESETS.map(({ key, values }) => [
    key,
    Object.fromEntries(valuesApart(withRuleValues(DEFAULT_SCENARIO, values))),
  ]);

  it('say what they change', () => {
    expect(Object.fromEntries(apart)).toEqual({
      today: {},
      february2026: { eligibleEndFrom: '2026-04-01' },
      uplift5: { upliftMonthly: '0.05', listRows: 'ignore' },
    });
  });

  it('are in force once gone by, and one after the other leaves nothing of the first', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULE_PRESETS), fc.constantFrom(...RULE_PRESETS), (first, second) => {
        const one = withRuleValues(DEFAULT_SCENARIO, first.values);
        expect(isInForce(first.values, one)).toBe(true);
        expect(withRuleValues(one, second.values)).toEqual(withRuleValues(DEFAULT_SCENARIO, second.values));
      }),
      { numRuns: runs(20) },
    );
  });
});

describe('rules from a file', () => {
  const pack = {
    schema: 'termwise/rules@1',
    name: 'Announced for July',
    values: [
      { key: 'upliftMonthly', value: '0.04', from: '2027-07-01', source: 'A letter', confidence: 'medium' },
      { key: 'eligibleEndFrom', value: '2026-04-15', source: 'Hearsay' },
    ],
  };
  const read = (change: object): ReturnType<typeof readRulePack> =>
    readRulePack(JSON.stringify({ ...pack, ...change }));
  const problems = (change: object): readonly string[] => {
    const result = read(change);
    return result.ok ? [] : result.error.map(({ code, params }) => `${params.path} ${code}`);
  };

  it('join the history by day, and set what they name', () => {
    const result = read({});
    if (!result.ok) throw new Error('INTERNAL: refused');
    expect(packValues(result.value)).toEqual(
      new Map([
        ['eligibleEndFrom', '2026-04-15'],
        ['upliftMonthly', '0.04'],
      ]),
    );
    expect(historyWith('upliftMonthly', [result.value]).map(({ value }) => value)).toEqual(['0.03', '0.04']);
    expect(decodeRulePack(rulePackDocument(result.value))).toEqual(result);
  });

  it.each<[string, object, string]>([
    ['a share beyond 1', { values: [{ ...pack.values[0], value: '4' }] }, 'values[0].value rules-not-share'],
    ['no day', { values: [{ ...pack.values[1], value: '2026-02-30' }] }, 'values[0].value scenario-not-date'],
    ['an unknown value', { values: [{ ...pack.values[0], key: '__proto__' }] }, 'values[0].key scenario-not-choice'],
    ['no source', { values: [{ key: 'upliftMonthly', value: '0.04' }] }, 'values[0].source scenario-missing-key'],
    ['an unknown key', { valid: true }, 'valid scenario-unknown-key'],
    ['another schema', { schema: 'termwise/rules@2' }, 'schema scenario-not-choice'],
  ])('are refused with %s, by the place that is wrong', (_, change, expected) => {
    expect(problems(change)).toContain(expected);
  });

  it('never throw, whatever a file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const result = readRulePack(text);
        const pack: RulePack | undefined = result.ok ? result.value : undefined;
        expect(pack).toBeUndefined();
      }),
      { numRuns: runs(200) },
    );
  });
});
