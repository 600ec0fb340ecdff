import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { cellText } from '../../src/core/cell-text.ts';
import { ChunkCollector } from '../../src/core/chunk-collector.ts';
import type { DatasetInfo } from '../../src/core/schema/dataset.ts';
import { SOURCE_ROW, type Table, takeRows } from '../../src/core/table.ts';
import { headerHash } from '../../src/importers/mapping/header-hash.ts';
import { chunksOfTable } from '../../src/storage/table-chunks.ts';
import { EMPTY_DOCUMENT } from '../../src/state/document.ts';
import { toStored } from '../../src/state/stored-document.ts';
import type { DroppedFile, EngineJobs, ImportRequest } from '../../src/workers/engine-jobs.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { Engine } from '../../src/workers/engine.ts';
import { ChunkMaker } from '../../src/workers/erase/chunk-maker.ts';
import type { EraseLook } from '../../src/workers/erase/types.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import type { Runner } from '../../src/workers/runner.ts';
import { storedTexts } from '../support/stored-bytes.ts';
import { zipOf } from './support/drops.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const A = 'a01c3b7e-0f52-4c7b-8f0d-31d1a4c20001';
const B = 'b01c3b7e-0f52-4c7b-8f0d-31d1a4c20002';
const HEADER = ['UsageDate', 'CustomerId', 'CustomerName', 'MeterId', 'BillingPreTaxTotal', 'BillingCurrency', 'ResourceUri']; // prettier-ignore

const csv = (name: string, rows: readonly (readonly string[])[]): DroppedFile => ({
  name,
  blob: new Blob([[HEADER, ...rows].map((row) => row.join(',')).join('\n')]),
});
const usageRow = (id: string, i: number): readonly string[] => [
  ...[`2026-03-${String((i % 28) + 1).padStart(2, '0')}`, id, id === A ? 'Adatum' : 'Northwind'],
  ...[`meter-${String(i % 7)}`, `${String(i % 1000)}.25`, 'EUR', `/r/${String(i)}`],
];

interface Started {
  readonly engine: Engine;
  readonly runner: Runner<EngineJobs>;
}

async function started(files: readonly DroppedFile[], answers: ImportRequest['answers'] = new Map()): Promise<Started> {
  const engine = new Engine();
  const runner = cloningRunner(engineHost(engine));
  await runner.run('open', undefined);
  const { files: read } = await runner.run('importFiles', { files, answers, encodings: new Map() });
  expect(read.map(({ state }) => state)).toStrictEqual(files.map(() => 'read'));
  return { engine, runner };
}

async function lookFor({ runner }: Started, name: string): Promise<EraseLook> {
  const known = await runner.run('eraseCustomers', undefined);
  if (!known || 'kind' in known) throw new Error('no customers');
  const customer = known.customers.find((one) => one.name === name);
  if (!customer) throw new Error(`no ${name}`);
  const look = await runner.run('eraseLook', { customer, aliases: [] });
  if (!look || 'kind' in look) throw new Error('no look');
  return look;
}

const document = toStored(EMPTY_DOCUMENT);

async function erased(all: Started, look: EraseLook, signal?: AbortSignal): Promise<unknown> {
  return all.runner.run('erase', { look, document, day: 20_000 }, { signal });
}

const infosOf = ({ engine }: Started): readonly DatasetInfo[] => engine.inputs;

async function tableOf({ engine }: Started): Promise<Table> {
  const loaded = await engine.store.load(engine.inputs[0]?.id ?? '');
  if (!loaded.ok) throw new Error(loaded.error.kind);
  return loaded.value.table;
}

/** Cells by column, but for where their rows stood in the file. */
function textsOf({ rows, columns }: Table): unknown {
  return [...columns]
    .filter(([name]) => name !== SOURCE_ROW)
    .map(([name, column]) => [name, Array.from({ length: rows }, (_, row) => cellText(column, row))]);
}

/** Stores the only dataset again, so many rows at a time. */
async function inSlices(all: Started, rows: number): Promise<void> {
  const { engine } = all;
  const table = await tableOf(all);
  const [dataset] = engine.inputs;
  if (!dataset) throw new Error('nothing stored');
  await engine.store.importing(undefined, async (session) => {
    const chunks = session.open();
    for (const chunk of chunksOfTable(table, rows)) await chunks.write(chunk);
    await session.commit([{ ...dataset, chunks }], [dataset.id]);
  });
  await engine.reread();
}

describe('texts that come slice by slice', () => {
  it('are the same once more when a column has begun to forget them', async () => {
    const table: Table = {
      rows: 9,
      columns: new Map([
        ['a', { kind: 'text', codes: Uint32Array.of(1, 2, 3, 1, 0, 4, 2, 1, 3), values: ['', 'k', 'l', 'm', 'n'] }],
      ]),
    };
    const maker = new ChunkMaker(2);
    const collected = new ChunkCollector();
    for (let row = 0; row < 9; row += 3) await collected.write(maker.chunkOf(takeRows(table, Uint32Array.of(row, row + 1, row + 2)))); // prettier-ignore
    expect(textsOf(collected.table())).toStrictEqual(textsOf(table));
  });
});

describe('a file of more than one slice', () => {
  it('keeps the rows of others with their sums and days, as if the customer had never been in it', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => usageRow(i % 3 === 0 || i > 45 ? A : B, i));
    const all = await started([csv('usage.csv', rows)]);
    await inSlices(all, 16);
    const look = await lookFor(all, 'Adatum');
    const gone = rows.filter(([, id]) => id === A).length;
    expect(look.files.map(({ rows: count, left, change }) => [count, left, change])).toStrictEqual([
      [gone, 60 - gone, 'rewrite'],
    ]);
    await erased(all, look);
    const [after] = infosOf(all);
    expect(after?.erased).toStrictEqual([{ day: 20_000, rows: gone }]);
    expect((await storedTexts()).some((text) => /adatum|a01c3b7e/.test(text))).toBe(false);
    const kept = await tableOf(all);
    indexedDB = new IDBFactory();
    const never = await started([csv('usage.csv', rows.filter(([, id]) => id === B))]); // prettier-ignore
    for (const part of ['totals', 'coverage', 'ledger'] as const)
      expect(after?.[part]).toStrictEqual(infosOf(never)[0]?.[part]);
    expect(textsOf(kept)).toStrictEqual(textsOf(await tableOf(never)));
  });

  it('counts rows that were put together by the rows of the file', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => usageRow(i % 2 === 0 ? A : B, i % 4));
    const all = await started([csv('usage.csv', rows)], new Map([[headerHash(HEADER), { rollUp: [] }]]));
    const look = await lookFor(all, 'Adatum');
    expect(look.files.map(({ rows: count, left }) => [count, left])).toStrictEqual([[30, 2]]);
    await erased(all, look);
    const [after] = infosOf(all);
    expect(after?.rolledUp?.rows).toBe(30);
    expect(after?.ledger).toStrictEqual({ read: 30, accepted: 30, rejected: 0, skipped: 0 });
    expect(after?.totals).toStrictEqual({ BillingPreTaxTotal: { EUR: '67.5' } });
  });
});

describe('before it is done', () => {
  it('leaves everything as it is when it is cancelled', async () => {
    const all = await started([csv('usage.csv', [usageRow(A, 1), usageRow(B, 2)])]);
    const look = await lookFor(all, 'Adatum');
    const before = await storedTexts();
    const stop = new AbortController();
    stop.abort();
    await expect(erased(all, look, stop.signal)).rejects.toThrow();
    const late = new AbortController();
    const running = all.runner.run('erase', { look, document, day: 20_000 }, { signal: late.signal, onProgress: () => { late.abort(); } }); // prettier-ignore
    await expect(running).rejects.toThrow();
    await all.runner.run('workspace', undefined);
    expect(await storedTexts()).toStrictEqual(before);
  });

  it('asks to look again when the files have changed', async () => {
    const all = await started([csv('usage.csv', [usageRow(A, 1), usageRow(B, 2)])]);
    const look = await lookFor(all, 'Adatum');
    const id = infosOf(all)[0]?.id ?? '';
    await all.runner.run('change', { kind: 'amend', id, amendment: { file: 'other.csv' } });
    expect(await erased(all, look)).toBe('changed');
  });

  it('names files that cannot be searched', async () => {
    const all = await started([csv('usage.csv', [usageRow(A, 1)])]);
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('termwise');
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    const parts = db.transaction('parts', 'readwrite').objectStore('parts');
    await new Promise((resolve) => {
      parts.clear().onsuccess = resolve;
    });
    expect(await all.runner.run('eraseCustomers', undefined)).toMatchObject({ damaged: ['usage.csv'] });
  });
});

describe('what stays', () => {
  it('is told: cells of others that mention the customer, and original files that hold nothing of them', async () => {
    const mention = [...usageRow(B, 1).slice(0, -1), '/r/for-adatum-too'];
    const others = csv('others.csv', [usageRow(B, 3)]);
    const all = await started([csv('usage.csv', [mention, usageRow(A, 2)]), others, await zipOf('packed.zip', [csv('in.csv', [usageRow(B, 4)])])]); // prettier-ignore
    const look = await lookFor(all, 'Adatum');
    expect(look.mentions).toStrictEqual([
      { file: 'usage.csv', line: 2, column: 'ResourceUri', text: '/r/for-adatum-too' },
    ]);
    expect(look.files.map(({ file, source, change }) => [file, source, change])).toStrictEqual([
      ['usage.csv', 'goes', 'rewrite'],
      ['others.csv', 'stays', 'none'],
      ['packed.zip/in.csv', 'packed', 'amend'],
    ]);
    await erased(all, look);
    const kept = await Promise.all(infosOf(all).map(({ id }) => all.engine.store.loadSource(id)));
    expect(kept.map((source) => source.ok && source.value !== undefined)).toStrictEqual([false, true, false]);
    const id = infosOf(all)[0]?.id ?? '';
    const rows = await all.engine.store.load(id);
    expect(rows.ok && rows.value.table.rows).toBe(1);
    expect((await storedTexts()).some((text) => text.includes('for-adatum-too'))).toBe(true);
  });
});
