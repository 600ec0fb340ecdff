import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { ChunkChecks } from '../../src/storage/chunk-check.ts';
import { checkChunks } from '../../src/workers/check-chunks.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { Engine } from '../../src/workers/engine.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import { portfolioCsv } from './support/drops.ts';

/** Lets what waits have its turn, a few times over. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
}

it('the check of chunks stands back while a job runs, and goes on after it', async () => {
  const engine = new Engine();
  const runner = cloningRunner(engineHost(engine));
  await runner.run('open', undefined);
  const drop = { files: [portfolioCsv('a.csv', ['a-1'])], answers: new Map(), encodings: new Map() };
  await runner.run('importFiles', drop);

  const seen: ChunkChecks[] = [];
  const [stop, job] = [new AbortController(), new AbortController()];
  const untilEnded = new Promise<void>((resolve) => {
    job.signal.addEventListener('abort', () => {
      resolve();
    });
  });
  const running = engine.jobs.count(() => untilEnded);
  const checked = new Promise<void>((resolve) => {
    const onChecks = (checks: ChunkChecks): void => {
      seen.push(checks);
      if (checks.checked === checks.total) resolve();
    };
    void checkChunks(engine, stop.signal, { onChecks, onDamage: () => undefined });
  });
  await turns();
  expect(seen).toStrictEqual([]);
  job.abort();
  await running;
  await checked;
  expect(seen.map((one) => one.checked)).toStrictEqual(seen.map((_, at) => at + 1));
  expect(seen.at(-1)?.total).toBe(seen.length);
  stop.abort();
  await engine.close();
});
