import { killCycles } from '../soak/kill.ts';
import { expect, test } from './support/fixtures.ts';

test('a browser that is killed in the middle of an import has the old list of files or the new one', async () => {
  test.setTimeout(240_000);
  const anywhere = await killCycles({ cycles: 1, moment: 'any', rows: 4000 });
  expect(anywhere.wrong).toEqual([]);
  const stored = await killCycles({ cycles: 1, moment: 'stored', rows: 100 });
  expect(stored).toEqual({ old: 0, new: 1, wrong: [] });
});
