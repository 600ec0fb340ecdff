/** The sample's acceptances show every flag and grade of the register, and who is there twice. */
import { expect, it } from 'vitest';
import { FLAGS, GRADES } from '../../src/core/obligations/mca/types.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import { makeSample, makeSampleAgreements } from '../../src/sample/index.ts';
import { inUse, prepareBook, readSnapshots } from '../../src/sim/index.ts';
import { mcaRegister } from '../../src/sim/obligations/mca/register.ts';
import { importAll, sourceOfText } from '../support/import-files.ts';
import { day } from '../support/simulation.ts';

it('shows every flag and grade of the register, and who is there twice', async () => {
  const asOf = day('2026-11-22');
  const files = [...makeSample({ asOf }), ...makeSampleAgreements({ asOf })];
  const { datasets: all } = await importAll(files.map(({ name, text }) => sourceOfText(name, text)));
  const datasets = inUse(all, readSnapshots(all));
  const { customers, duplicates, nobodys } = mcaRegister(datasets, prepareBook({ datasets }), {
    simulation: { scenario: DEFAULT_SCENARIO, window: { asOf, horizonMonths: 12 } },
    register: { entries: [], plans: [] },
    ...{ seatsWanted: new Map<string, number>(), packs: [] },
  });
  expect(new Set(customers.flatMap(({ flags }) => flags))).toEqual(new Set(FLAGS));
  expect(new Set(customers.map(({ grade }) => grade))).toEqual(new Set(GRADES));
  expect(new Set(duplicates.flatMap(({ evidence }) => evidence.map(({ by }) => by)))).toEqual(
    new Set(['tenant', 'name', 'email']),
  );
  expect(nobodys).toBe(0);
});
