/** A stored file is read again with another choice about its damage: its dataset changes, everything else stays. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import type { DatasetInfo } from '../../src/core/schema/dataset.ts';
import type { Treatment } from '../../src/importers/index.ts';
import type { DroppedFile, EngineJobs, ImportOutcome } from '../../src/workers/engine-jobs.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import type { Runner } from '../../src/workers/runner.ts';
import { portfolioCsv, zipOf } from './support/drops.ts';

let runner: Runner<EngineJobs>;

beforeEach(async () => {
  indexedDB = new IDBFactory();
  runner = cloningRunner(engineHost());
  await runner.run('open', undefined);
});

const HEADER =
  'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,Segment,Market,Currency';
const TERMS = 'P1Y,Monthly,2026-12-31,Commercial,US,USD';

/** A portfolio of two subscriptions with a row that adds them up. */
function damaged(name: string): DroppedFile {
  const rows = ['a-1', 'a-2'].map((id) => `${id},CFQ7TTC0LDPB,0001,5,${TERMS}`);
  return { name, blob: new Blob([[HEADER, ...rows, 'Total,,,10,,,,,,', ''].join('\n')]) };
}

async function read(file: DroppedFile, treatment: Treatment, of?: DatasetInfo): Promise<ImportOutcome> {
  const choices = [{ code: 'total-row', column: '', treatment }] as const;
  const names = [file.name, 'us.csv', 'both.zip/us.csv'];
  return runner.run('importFiles', {
    files: [file],
    answers: new Map(),
    encodings: new Map(),
    clinic: { mode: 'ask', choices: new Map(names.map((name) => [name, choices])) },
    ...(of && { replaces: of.id, only: { file: of.file, sha256: of.sha256 } }),
  });
}

async function stored(): Promise<readonly DatasetInfo[]> {
  const { entries } = await runner.run('workspace', undefined);
  return entries.flatMap((entry) => (entry.state === 'ready' ? [entry.info] : []));
}

async function storedAs(file: string): Promise<DatasetInfo> {
  const info = (await stored()).find((one) => one.file === file);
  if (!info) throw new Error(`${file} is not stored`);
  return info;
}

async function sourceOf(info: DatasetInfo): Promise<Blob> {
  const source = await runner.run('sourceFile', { id: info.id });
  if (!source || !('blob' in source)) throw new Error(`the bytes of ${info.file} are not kept`);
  return source.blob;
}

const REPAIRED = { ledger: { read: 3, accepted: 2, rejected: 0, skipped: 1 }, repairs: [{ code: 'total-row', applied: true }] }; // prettier-ignore
const LEFT = { ledger: { read: 3, accepted: 2, rejected: 1, skipped: 0 }, repairs: [{ code: 'total-row', applied: false }] }; // prettier-ignore

it('undoes a repair and makes it again, from the bytes that are kept', async () => {
  await read(damaged('us.csv'), 'apply');
  const before = await storedAs('us.csv');
  expect(before).toMatchObject(REPAIRED);
  await read({ name: 'us.csv', blob: await sourceOf(before) }, 'leave', before);
  expect(await storedAs('us.csv')).toMatchObject({ id: before.id, order: before.order, ...LEFT });
  await read({ name: 'us.csv', blob: await sourceOf(before) }, 'apply', before);
  expect(await stored()).toStrictEqual([before]);
});

it('reads one file of an archive again, and leaves the others as they are', async () => {
  await read(await zipOf('both.zip', [damaged('us.csv'), portfolioCsv('de.csv', ['d-1'])]), 'apply');
  const [us, de] = [await storedAs('both.zip/us.csv'), await storedAs('both.zip/de.csv')];
  await read({ name: 'both.zip', blob: await sourceOf(us) }, 'leave', us);
  expect(await storedAs('both.zip/us.csv')).toMatchObject({ id: us.id, ...LEFT });
  expect(await stored()).toHaveLength(2);
  expect(await storedAs('both.zip/de.csv')).toStrictEqual(de);
});

it('finds the file in an archive by its hash when it has another name by now', async () => {
  await read(await zipOf('both.zip', [damaged('us.csv'), portfolioCsv('de.csv', ['d-1'])]), 'apply');
  const us = await storedAs('both.zip/us.csv');
  const source = await sourceOf(us);
  await runner.run('change', { kind: 'amend', id: us.id, amendment: { file: 'November' } });
  await read({ name: 'both.zip', blob: source }, 'leave', { ...us, file: 'November' });
  expect(await stored()).toHaveLength(2);
  expect(await storedAs('November')).toMatchObject({ id: us.id, ...LEFT });
  expect((await sourceOf(us)).size).toBe(source.size);
});

it('refuses another file, and keeps what is stored', async () => {
  await read(damaged('us.csv'), 'apply');
  const before = await storedAs('us.csv');
  const { files } = await read(portfolioCsv('us.csv', ['x-1']), 'leave', before);
  expect(files).toMatchObject([{ state: 'refused', diagnostics: [{ code: 'other-content' }] }]);
  expect(await stored()).toStrictEqual([before]);
});
