/** What the comparison offers beside the user's own scenarios: other rule books over the open one. */
import { expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import { presetScenarios } from '../../../src/views/compare/presets.ts';

const named = (name: string, scenario = DEFAULT_SCENARIO) =>
  presetScenarios(scenario, []).find((one) => one.name === name)?.scenario;

it('offers the book of February 2026 and an uplift of 5 %, and not the book that is in force', () => {
  expect(presetScenarios(DEFAULT_SCENARIO, []).map(({ name }) => name)).toEqual(['As of February 2026', 'Uplift 5 %']);
  expect(named('As of February 2026')?.est.eligibleEndFrom).toBe(parseDay('2026-04-01'));
  expect(named('Uplift 5 %')?.est).toMatchObject({ upliftMonthly: '0.05', listRows: 'ignore' });
});

it('keeps everything else that the open scenario says', () => {
  const open = { ...DEFAULT_SCENARIO, est: { ...DEFAULT_SCENARIO.est, bridgeDays: 45, upliftMonthly: '0.07' } };
  expect(named('Today', open)?.est).toMatchObject({ bridgeDays: 45, upliftMonthly: '0.03' });
  expect(named('As of February 2026', open)?.est.bridgeDays).toBe(45);
});

it('offers the rule books of the user under their names', () => {
  const pack = {
    name: 'Ours',
    values: [{ key: 'upliftMonthly', value: '0.04', from: '2026-01-01', source: 'us', confidence: 'low' }],
  } as const;
  const own = presetScenarios(DEFAULT_SCENARIO, [pack]).at(-1);
  expect(own).toMatchObject({ name: 'Ours', scenario: { est: { upliftMonthly: '0.04' } } });
});
