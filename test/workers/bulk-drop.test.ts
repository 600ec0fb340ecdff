import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { SHEET_FORMATS } from '../../src/importers/detect/table.ts';
import { RECONCILIATION_COLUMNS_FOR_PRICES } from '../../src/sim/index.ts';
import type {
  DroppedFile,
  EngineJobs,
  ImportOutcome,
  ImportRequest,
  ImportStage,
} from '../../src/workers/engine-jobs.ts';
import { Engine } from '../../src/workers/engine.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import { columnsInMemory } from '../../src/workers/rows-in-memory.ts';
import type { Runner } from '../../src/workers/runner.ts';
import { countRecords } from '../storage/support/store-fixture.ts';
import { portfolioCsv } from './support/drops.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

async function started(): Promise<{ engine: Engine; runner: Runner<EngineJobs> }> {
  const engine = new Engine();
  const runner = cloningRunner(engineHost(engine));
  await runner.run('open', undefined);
  return { engine, runner };
}

const requestOf = (files: readonly DroppedFile[]): ImportRequest => ({
  files,
  answers: new Map(),
  encodings: new Map(),
});

function usage(rows: number, name = 'usage.csv'): DroppedFile {
  const row = (i: number): string => `2026-03-01,meter-${String(i)},1.25,EUR,resource-${String(i)}-${'x'.repeat(60)}\n`;
  return { name, blob: new Blob(['UsageDate,MeterId,BillingPreTaxTotal,BillingCurrency,ResourceUri\n', ...Array.from({ length: rows }, (_, i) => row(i))]) }; // prettier-ignore
}

function reconciliation(): DroppedFile {
  const folder = 'test/fixtures/importers/reconciliation/billed-47-columns';
  return { name: 'reconciliation.csv', blob: new Blob([readFileSync(`${folder}/input.csv`)]) };
}

const ofKind = (engine: Engine, kind: Dataset['kind']): Dataset | undefined =>
  engine.inputs.find((dataset) => dataset.kind === kind);

describe('a drop with bulk files', () => {
  it('is stored whole beside small files, and the engine holds only the columns that figures need', async () => {
    const { engine, runner } = await started();
    const drop = requestOf([usage(300), portfolioCsv('p.csv', ['a-1']), reconciliation()]);
    const { files, workspace } = await runner.run('importFiles', drop);
    expect(files.map(({ state }) => state)).toStrictEqual(['read', 'read', 'read']);
    expect(workspace?.entries.map((entry) => entry.state === 'ready' && entry.info.kind)).toStrictEqual([
      'daily-usage',
      'portfolio',
      'reconciliation',
    ]);
    const after = new Engine();
    await after.open();
    for (const one of [engine, after]) {
      expect(ofKind(one, 'daily-usage')?.table.columns.size).toBe(0);
      expect(ofKind(one, 'portfolio')?.table.columns.size).toBeGreaterThan(5);
      const columns = [...(ofKind(one, 'reconciliation')?.table.columns.keys() ?? [])];
      expect(columns.every((name) => new Set<string>(RECONCILIATION_COLUMNS_FOR_PRICES).has(name))).toBe(true);
      expect(columns.length).toBeGreaterThan(5);
    }
    const id = ofKind(engine, 'daily-usage')?.id ?? '';
    const stored = await engine.store.load(id);
    expect(stored.ok && stored.value.table.rows).toBe(300);
    expect(stored.ok && stored.value.totals).toStrictEqual({ BillingPreTaxTotal: { EUR: '375' } });
    const source = await engine.store.loadSource(id);
    expect(source.ok && (await source.value?.text())).toBe(await usage(300).blob.text());
    await after.close();
    await engine.close();
  });

  it('leaves out a bulk file that is there already, and nothing of it stays behind', async () => {
    const { engine, runner } = await started();
    await runner.run('importFiles', requestOf([usage(50)]));
    const parts = await countRecords('termwise', 'parts');
    const again = await runner.run('importFiles', requestOf([usage(50, 'again.csv')]));
    expect(again.files[0]?.duplicateOf).toBe('usage.csv');
    expect(await countRecords('termwise', 'parts')).toBe(parts);
    await engine.close();
  });

  it('waits with a file whose rows are there already, until the user says what becomes of it', async () => {
    const { engine, runner } = await started();
    const first = usage(50);
    const more = usage(60, 'more.csv');
    const beside = (file: DroppedFile, answer?: 'both' | 'replace'): Promise<ImportOutcome> =>
      runner.run('importFiles', {
        ...requestOf([file, portfolioCsv('p.csv', ['a-1'])]),
        between: new Map(answer ? [[file.name, answer]] : []),
      });
    await beside(first);
    const parts = await countRecords('termwise', 'parts');
    const asked = await beside(more);
    const question = asked.files[0]?.questions[0];
    expect(asked.files[0]?.state).toBe('question');
    expect(question?.kind === 'between' && question.found).toMatchObject([
      { code: 'period-overlap', other: 'usage.csv', rows: 50, sums: { EUR: '62.5' }, onlyThere: 0 },
    ]);
    expect(await countRecords('termwise', 'parts')).toBe(parts);

    await beside(more, 'both');
    const names = () => engine.inputs.map(({ file }) => file).toSorted();
    expect(names()).toStrictEqual(['more.csv', 'p.csv', 'usage.csv']);
    expect(ofKind(engine, 'daily-usage')?.repairs ?? []).toStrictEqual([]);

    const most = usage(70, 'most.csv');
    await beside(most, 'replace');
    expect(names()).toStrictEqual(['most.csv', 'p.csv']);
    const recorded = ['usage.csv', 'more.csv'].map((other) => expect.objectContaining({ code: 'period-overlap', other, applied: true }) as unknown); // prettier-ignore
    expect(ofKind(engine, 'daily-usage')?.repairs).toStrictEqual(recorded);
    const after = new Engine();
    await after.open();
    expect(after.inputs.map(({ file }) => file).toSorted()).toStrictEqual(['most.csv', 'p.csv']);
    await after.close();
    await engine.close();
  });

  it('leaves nothing when it is cancelled while bulk rows are on their way to the store', async () => {
    const { engine, runner } = await started();
    const cancel = new AbortController();
    let seen: ImportStage | undefined;
    const dropped = runner.run('importFiles', requestOf([portfolioCsv('p.csv', ['a-1']), usage(90_000)]), {
      signal: cancel.signal,
      onProgress: (stage) => {
        seen = stage;
        if (stage.phase === 'reading' && stage.rows > 70_000) cancel.abort();
      },
    });
    await expect(dropped).rejects.toThrow('aborted');
    expect(seen?.phase).toBe('reading');
    await expect.poll(() => countRecords('termwise', 'parts'), { timeout: 20_000 }).toBe(0);
    expect((await runner.run('workspace', undefined)).entries).toStrictEqual([]);
    await engine.close();
  });
});

describe('what the engine holds', () => {
  it('leaves out the rows of every kind that a bulk format reads, and of none that figures are made from', () => {
    for (const { kind } of SHEET_FORMATS.filter(({ bulk }) => bulk === true))
      expect([kind, columnsInMemory({ kind }) !== undefined]).toStrictEqual([kind, true]);
    for (const kind of ['licence-prices', 'subscriptions', 'portfolio', 'customers', 'promotions'] as const)
      expect(columnsInMemory({ kind })).toBeUndefined();
  });
});
