/** Files that hold tokens are read, and not kept. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import type { DroppedFile } from '../../src/workers/engine-jobs.ts';
import { Engine } from '../../src/workers/engine.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import { portfolioCsv, zipOf } from './support/drops.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

it('a manifest with a token is stored without its bytes, and so is all else of its archive', async () => {
  const path = 'test/fixtures/importers/manifest/billing-v1/input.json';
  const manifest: DroppedFile = { name: 'manifest.json', blob: new Blob([readFileSync(path)]) };
  const archive = await zipOf('export.zip', [
    { ...manifest, blob: new Blob([readFileSync(path), ' ']) },
    portfolioCsv('inner.csv', ['a-1']),
  ]);
  const engine = new Engine();
  const runner = cloningRunner(engineHost(engine));
  await runner.run('open', undefined);
  await runner.run('importFiles', {
    files: [manifest, archive, portfolioCsv('outer.csv', ['b-1'])],
    answers: new Map(),
    encodings: new Map(),
  });
  const kept = new Map<string, boolean>();
  for (const { id, file } of engine.inputs) {
    const source = await engine.store.loadSource(id);
    kept.set(file, source.ok && source.value !== undefined);
  }
  expect(kept).toEqual(
    new Map([
      ['manifest.json', false],
      ['export.zip/manifest.json', false],
      ['export.zip/inner.csv', false],
      ['outer.csv', true],
    ]),
  );
  await engine.close();
});
