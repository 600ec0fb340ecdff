/** What compared scenarios say differently. */
import { expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { AzureChange } from '../../../src/core/scenario/azure.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { saidDifferently } from '../../../src/views/compare/said.ts';
import { NO_NAMES } from '../../../src/views/scenarios/names.ts';

const format = createFormat('en-GB');
const growth = (percent: string): AzureChange => ({ match: {}, from: 20_454, kind: 'growth', percent });
const grown = (percent: string): Scenario => ({
  ...DEFAULT_SCENARIO,
  azure: { ...DEFAULT_SCENARIO.azure, changes: [growth(percent)] },
});

it('is one row for each assumption, with what each scenario says, Azure’s too', () => {
  const bridged = { ...grown('3'), est: { ...DEFAULT_SCENARIO.est, bridgeDays: 30 } };
  const scenarios = [grown('2'), DEFAULT_SCENARIO, bridged, grown('2')].map((scenario, at) => ({
    ...{ id: String(at), name: String(at), scenario },
  }));
  expect(saidDifferently(scenarios, 1, NO_NAMES, format)).toStrictEqual({
    isCut: false,
    rows: [
      { group: 'Extended Service Term', name: 'Bridge_Days', values: ['none', 'none', '30 d', 'none'] },
      {
        ...{ group: 'Azure', name: 'Growth: all consumption, from 1 Jan 2026' },
        values: ['2 % a month', 'none', '3 % a month', '2 % a month'],
      },
    ],
  });
  expect(saidDifferently(scenarios.slice(3), 0, NO_NAMES, format).rows).toEqual([]);
});
