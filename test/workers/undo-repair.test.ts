/** A stored file is read again with another choice about its damage: its dataset changes, everything else stays. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { writeXlsx } from 'hucre/xlsx';
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

async function read(file: DroppedFile, treatment: Treatment | undefined, of?: DatasetInfo): Promise<ImportOutcome> {
  const choices = treatment ? ([{ code: 'total-row', column: '', treatment }] as const) : [];
  const names = [file.name, 'us.csv', 'both.zip/us.csv', 'book.xlsx/US', 'book.xlsx'];
  return runner.run('importFiles', {
    files: [file],
    answers: new Map(),
    encodings: new Map(),
    drop: { drop: 'one', importedOn: 20_000 },
    clinic: { mode: 'ask', choices: new Map(names.map((name) => [name, choices])) },
    ...(of && { replaces: of.id, only: { file: of.file, sha256: of.sha256 } }),
  });
}

/** A workbook of a sheet with a total and one without. */
async function workbook(): Promise<DroppedFile> {
  const rows = async ({ blob }: DroppedFile) => (await blob.text()).trimEnd().split('\n').map((row) => row.split(',')); // prettier-ignore
  const sheets = [
    { name: 'US', rows: await rows(damaged('')) },
    { name: 'DE', rows: await rows(portfolioCsv('', ['d-1'])) },
  ];
  return { name: 'book.xlsx', blob: new Blob([new Uint8Array(await writeXlsx({ sheets }))]) };
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

it('reads one sheet of a workbook again, though all its sheets have one hash', async () => {
  await read(await workbook(), 'apply');
  const [us, de] = [await storedAs('book.xlsx/US'), await storedAs('book.xlsx/DE')];
  expect(us).toMatchObject(REPAIRED);
  expect(us.sha256).toBe(de.sha256);
  await read({ name: 'book.xlsx', blob: await sourceOf(us) }, 'leave', us);
  expect(await storedAs('book.xlsx/US')).toMatchObject({ id: us.id, ...LEFT });
  expect(await stored()).toHaveLength(2);
  expect(await storedAs('book.xlsx/DE')).toStrictEqual(de);
});

it('stores the sheet of a workbook that waited for an answer beside those that were stored before', async () => {
  const book = await workbook();
  const first = await read(book, undefined);
  expect(first.files.map(({ file, state }) => [file, state])).toStrictEqual([
    ['book.xlsx/US', 'question'],
    ['book.xlsx/DE', 'read'],
  ]);
  const then = await read(book, 'apply');
  expect(then.files.map(({ file, state, duplicateOf }) => [file, state, duplicateOf])).toStrictEqual([
    ['book.xlsx/US', 'read', undefined],
  ]);
  expect((await stored()).map(({ file }) => file)).toStrictEqual(['book.xlsx/DE', 'book.xlsx/US']);
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
