import { expect, test } from 'vitest';
import { makeSample, traps } from '../../../src/sample/index.ts';
import { prepareBook, simulate } from '../../../src/sim/index.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import { makeDay } from '../../../src/core/days.ts';
import { importSources } from '../../../src/importers/index.ts';
import { datasetsOf } from '../../../src/workers/datasets-from-reports.ts';
import { holdsSample } from '../../../src/workers/holds-sample.ts';
import { placeOfTrap } from '../../../src/views/first/traps.ts';
import { sourceOf } from '../../importers/support.ts';

const asOf = makeDay(2026, 11, 22) ?? 0;
const planted = traps({ asOf });
const { files } = await importSources(makeSample({ asOf }).map(({ name, text }) => sourceOf(name, text)));
const read = files.flatMap(({ dataset }) => (dataset ? [{ dataset, rejects: [] }] : []));
const book = prepareBook({ datasets: datasetsOf(read, 0) });
const simulation = simulate(book, { scenario: DEFAULT_SCENARIO, window: { asOf, horizonMonths: 12 } });

test('every trap of the sample leads to where it stands', () => {
  const places = new Map(planted.map((trap) => [trap.id, placeOfTrap(trap, simulation)]));
  const ofKind = (kind: string) => [...places].filter(([, place]) => place.kind === kind).map(([id]) => id);
  expect(ofKind('closed')).toEqual([]);
  expect(ofKind('totals')).toEqual(['two-currencies']);
  expect(ofKind('unpriced')).toEqual(['no-price']);
  expect(ofKind('filter')).toHaveLength(planted.length - 2);
});

test('without the sample there is nowhere to lead', () => {
  expect(new Set(planted.map((trap) => placeOfTrap(trap, undefined).kind))).toEqual(new Set(['closed']));
});

test('the sample is told by the subscriptions planted in it', () => {
  const { table } = book.portfolio;
  expect(holdsSample(table, planted)).toBe(true);
  expect(holdsSample({ ...table, rows: 10 }, planted)).toBe(false);
  expect(holdsSample(table, traps({ asOf, seed: 99 }))).toBe(false);
});
