/** Who is named by a text: the engine asks all files, also those whose rows are in the store alone. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';

const USAGE = new URL('../fixtures/importers/daily-usage/billed-55-columns/input.csv', import.meta.url);

it('is told from daily usage too, of which the engine holds no row', async () => {
  const runner = cloningRunner(engineHost());
  await runner.run('open', { place: undefined });
  const files = [{ name: 'usage.csv', blob: new Blob([readFileSync(USAGE)]) }];
  const importedOn = parseDay('2026-11-27') ?? 0;
  const { files: outcomes } = await runner.run('importFiles', {
    ...{ files, answers: new Map(), encodings: new Map(), between: new Map(), drop: { drop: 'd', importedOn } },
    clinic: { mode: 'ask', choices: new Map(), reopen: [] },
  });
  expect(outcomes.map(({ state }) => state)).toEqual(['read']);
  const texts = ['Worst for Fabrikam', 'fabrikam.example', '=[@Seats]*2', 'Segment', 'Uplift 5', 'RG-Data costs'];
  const naming = await runner.run('textsThatName', { texts });
  expect(naming).toEqual(['Worst for Fabrikam', 'fabrikam.example', 'RG-Data costs']);
});
