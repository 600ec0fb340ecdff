/** The sample's export of last month: an older snapshot that shows every kind of change and touches no figure. */
import { describe, expect, it } from 'vitest';
import { makeEarlierSample, makeSample } from '../../src/sample/index.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import { importSources } from '../../src/importers/index.ts';
import {
  type Book,
  changesSince,
  inUse,
  listDates,
  prepareBook,
  readSnapshots,
  simulate,
} from '../../src/sim/index.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { datasetsOf } from '../../src/workers/datasets-from-reports.ts';
import { freshFiles } from '../../src/workers/fresh-files.ts';
import { day } from '../support/simulation.ts';

const asOf = day('2026-11-22');

async function read(
  files: readonly { name: string; text: string }[],
  first: number,
  facts: object,
): Promise<readonly Dataset[]> {
  const sources = files.map(({ name, text }) => {
    const blob = new Blob([text]);
    return { name, size: blob.size, stream: () => blob.stream() };
  });
  const { files: reports } = await importSources(sources);
  return datasetsOf(freshFiles(reports, new Map()).fresh, first, facts);
}

describe('the earlier sample', () => {
  it('is the older snapshot, shows new, gone, seats, auto-renew and actions, and changes no figure', async () => {
    const present = await read(makeSample({ asOf }), 0, { drop: 'now', importedOn: asOf });
    const earlier = await read(makeEarlierSample({ asOf }), 20, {
      drop: 'then',
      importedOn: asOf,
      exportedOn: asOf - 31,
    });
    const all = [...present, ...earlier];
    const snapshots = readSnapshots(all);
    expect(inUse(all, snapshots)).toEqual(present);
    const simulation = { scenario: DEFAULT_SCENARIO, window: { asOf, horizonMonths: 12 } };
    const book: Book = prepareBook({ datasets: inUse(all, snapshots) });
    expect(simulate(book, simulation).totals).toEqual(simulate(prepareBook({ datasets: present }), simulation).totals);
    const [before, after] = listDates(all).slice(-2);
    const [old, now] = snapshots.groups;
    if (!old || !now || before === undefined || after === undefined) throw new Error('INTERNAL: nothing to compare');
    const result = changesSince(all, snapshots, book, {
      before: old.key,
      after: now.key,
      lists: { before, after },
      simulation,
    });
    const kinds = new Set(result.subscriptions?.flatMap((change) => change.kinds));
    for (const kind of ['new', 'gone', 'seats', 'term-end', 'auto-renew-on', 'action'] as const)
      expect(kinds, kind).toContain(kind);
    expect(result.unchanged).toBeGreaterThan(250);
    expect(result.prices?.some(({ subscriptions }) => subscriptions > 0)).toBe(true);
    expect(result.promotions.some((move) => move.kinds.includes('ended'))).toBe(true);
  });
});
