import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { DroppedFile, EngineJobs, ImportOutcome } from '../../src/workers/engine-jobs.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import type { Runner } from '../../src/workers/runner.ts';
import { flipSourceOf } from './support/damage.ts';
import { portfolioCsv, zipOf } from './support/drops.ts';
import { watched } from './support/watched.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const asOf = parseDay('2026-11-22') ?? 0;
const request = { scenario: DEFAULT_SCENARIO, window: { asOf, horizonMonths: 12 } };

function started(): Runner<EngineJobs> {
  return cloningRunner(engineHost());
}

async function drop(
  runner: Runner<EngineJobs>,
  files: readonly DroppedFile[],
  replaces?: string,
): Promise<ImportOutcome> {
  return runner.run('importFiles', {
    files,
    answers: new Map(),
    encodings: new Map(),
    ...(replaces === undefined ? {} : { replaces }),
  });
}

async function filesOf(runner: Runner<EngineJobs>): Promise<readonly string[]> {
  return (await runner.run('workspace', undefined)).entries.map(({ file }) => file);
}

describe('two drops at once', () => {
  it('get an order of their own, so that the same list counts before and after a reload', async () => {
    const runner = started();
    await runner.run('open', undefined);
    const drops = ['a', 'b', 'c'].map((name) => drop(runner, [portfolioCsv(`${name}.csv`, [`${name}-1`])]));
    await Promise.all(drops);
    const { entries } = await runner.run('workspace', undefined);
    expect(entries.flatMap((entry) => (entry.state === 'ready' ? [entry.info.order] : []))).toStrictEqual([0, 1, 2]);
  });

  it('of the same file store it once', async () => {
    const runner = started();
    await runner.run('open', undefined);
    const file = portfolioCsv('a.csv', ['a-1']);
    const outcomes = await Promise.all([drop(runner, [file]), drop(runner, [file])]);
    expect(outcomes.map(({ refusal }) => refusal)).toStrictEqual([undefined, undefined]);
    const known = outcomes.flatMap(({ files }) => files.flatMap(({ duplicateOf = [] }) => duplicateOf));
    expect(known).toStrictEqual(['a.csv']);
  });
});

describe('an archive in place of one dataset', () => {
  it('replaces it, now and after a reload', async () => {
    const runner = started();
    await runner.run('open', undefined);
    await drop(runner, [portfolioCsv('old.csv', ['a-1'])]);
    await drop(runner, [portfolioCsv('other.csv', ['z-1'])]);
    const { entries } = await runner.run('workspace', undefined);
    const archive = await zipOf('new.zip', [portfolioCsv('one.csv', ['a-1']), portfolioCsv('two.csv', ['b-1'])]);
    await drop(runner, [archive], entries[0]?.id);
    const wanted = ['other.csv', 'new.zip/one.csv', 'new.zip/two.csv'];
    expect(await filesOf(runner)).toStrictEqual(wanted);
    expect(await filesOf(started())).toStrictEqual(wanted);
  });
});

describe('a worker that takes over from one that died', () => {
  it('simulates the stored datasets, and says that they are another state than the page knows', async () => {
    const first = started();
    await first.run('open', undefined);
    await drop(first, [portfolioCsv('a.csv', ['a-1', 'a-2'])]);
    const { revision } = await first.run('workspace', undefined);
    const again = await started().run('simulate', request);
    expect(again.parts.unpriced.length + again.parts.diagnostics.length).toBeGreaterThan(0);
    expect(again.revision).not.toBe(revision);
    expect((await first.run('simulate', request)).revision).toBe(revision);
  });
});

describe('a file of another kind in place of a dataset', () => {
  it('is refused, and what stands there stays', async () => {
    const runner = started();
    await runner.run('open', undefined);
    await drop(runner, [portfolioCsv('old.csv', ['a-1'])]);
    const { entries } = await runner.run('workspace', undefined);
    const customers = new Blob([
      'Microsoft ID,Company name,Primary domain name,Relationship\nc-1,Contoso,contoso.com,Reseller\n',
    ]);
    const { files } = await drop(runner, [{ name: 'customers.csv', blob: customers }], entries[0]?.id);
    expect(files).toMatchObject([{ state: 'refused', diagnostics: [{ code: 'replace-kind' }] }]);
    expect(await filesOf(runner)).toStrictEqual(['old.csv']);
  });
});

describe('another tab', () => {
  it('is heard when it stores or deletes, and its datasets count here too', { timeout: 30_000 }, async () => {
    const [here, there] = [started(), started()];
    await here.run('open', undefined);
    await there.run('open', undefined);
    const news = watched(here);
    await news.until(({ checks }) => checks !== undefined);
    await drop(there, [portfolioCsv('theirs.csv', ['a-1'])]);
    await news.until(({ changes }) => changes >= 1);
    expect(await filesOf(here)).toStrictEqual(['theirs.csv']);
    const { changes: before } = news.latest;
    await there.run('change', { kind: 'clear' });
    await news.until(({ changes }) => changes > before);
    expect((await drop(here, [portfolioCsv('theirs.csv', ['a-1'])])).files[0]?.duplicateOf).toBeUndefined();
    await news.stop();
  });
});

describe('the check of what is stored', () => {
  it('finds damage in rows that are not read at start, says so, and makes no figure from them', async () => {
    const first = started();
    await first.run('open', undefined);
    await drop(first, [portfolioCsv('whole.csv', ['a-1']), portfolioCsv('other.csv', ['b-1'])]);
    await first.run('close', undefined);
    await flipSourceOf('other.csv');

    const again = started();
    expect(await again.run('open', undefined)).toMatchObject({ troubles: [], workspace: { portfolio: { rows: 2 } } });
    const news = watched(again);
    await news.until(({ checks }) => checks !== undefined && checks.checked === checks.total);
    expect(news.latest).toMatchObject({ changes: 1, checks: { damaged: 1 }, damaged: [{ file: 'other.csv' }] });
    const { entries, portfolio } = await again.run('workspace', undefined);
    expect(entries.map(({ file, state }) => [file, state])).toStrictEqual([
      ['whole.csv', 'ready'],
      ['other.csv', 'damaged'],
    ]);
    expect(portfolio.rows).toBe(1);
    await news.stop();
  });

  it('takes in what is stored later', async () => {
    const runner = started();
    await runner.run('open', undefined);
    const news = watched(runner);
    await news.until(({ checks }) => checks?.total === 0);
    await drop(runner, [portfolioCsv('a.csv', ['a-1'])]);
    await news.until(({ checks }) => checks !== undefined && checks.total > 0 && checks.checked === checks.total);
    await news.stop();
  });
});
