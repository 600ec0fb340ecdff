import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { Workbook } from '../../src/state/workbook.svelte.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import type { EngineJobs } from '../../src/workers/engine-jobs.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import { type Runner, WorkerFailure } from '../../src/workers/runner.ts';
import { portfolioCsv } from '../workers/support/drops.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

function workbookOn(runner: Runner<EngineJobs>): Workbook {
  return new Workbook({
    runner,
    today: parseDay('2026-11-22') ?? 0,
    locale: 'en',
    download: () => undefined,
    persist: () => Promise.resolve(true),
    notes: { getItem: () => null, setItem: () => undefined },
  });
}

/** A runner whose engine can be exchanged, as when a worker dies and the next job gets a new one. */
function exchangeable(): Runner<EngineJobs> & { exchange: () => void } {
  let runner = cloningRunner(engineHost());
  return {
    run: (job, input, options) => runner.run(job, input, options),
    close: () => {
      runner.close();
    },
    exchange: () => {
      runner = cloningRunner(engineHost());
    },
  };
}

describe('opening', () => {
  it('fails aloud when the worker cannot be started', async () => {
    const runner = { run: () => Promise.reject(new WorkerFailure('no workers here')), close: () => undefined };
    const workbook = workbookOn(runner);
    await workbook.session.open();
    expect(workbook.status).toBe('failed');
    expect(workbook.troubles.join()).toContain('no workers here');
  });
});

describe('a portfolio that cannot be calculated', () => {
  it('is said, and can still be deleted', async () => {
    const inner = cloningRunner(engineHost());
    let broken = false;
    const runner: Runner<EngineJobs> = {
      ...inner,
      run: (job, input, options) =>
        broken && job === 'simulate'
          ? Promise.reject(new RangeError('INTERNAL: beyond'))
          : inner.run(job, input, options),
    };
    await workbookOn(runner).session.open();
    await workbookOn(runner).imports.add([portfolioCsv('a.csv', ['a-1'])]);
    broken = true;
    const workbook = workbookOn(runner);
    await workbook.session.open();
    expect([workbook.status, workbook.troubles.length]).toStrictEqual(['ready', 1]);
    await workbook.change({ kind: 'clear' });
    expect(workbook.hasData).toBe(false);
  });
});

describe('a worker that died', () => {
  it('is followed by one with the same datasets', async () => {
    const runner = exchangeable();
    const workbook = workbookOn(runner);
    await workbook.session.open();
    await workbook.imports.add([portfolioCsv('a.csv', ['a-1', 'a-2'])]);
    const before = workbook.simulation?.unpriced;
    expect(before).toHaveLength(2);
    runner.exchange();
    await workbook.recalculate();
    expect(workbook.simulation?.unpriced).toStrictEqual(before);
    expect(workbook.workspace?.portfolio.rows).toBe(2);
  });
});

describe('a drop that is cancelled when it is already stored', () => {
  it('is shown: figures and portfolio are of the same datasets', async () => {
    const inner = cloningRunner(engineHost());
    let cancel = (): void => undefined;
    const runner: Runner<EngineJobs> = {
      ...inner,
      run: async (job, input, options) => {
        if (job !== 'importFiles') return inner.run(job, input, options);
        await inner.run(job, input);
        cancel();
        return inner.run(job, input, options);
      },
    };
    const workbook = workbookOn(runner);
    await workbook.session.open();
    cancel = () => {
      for (const job of workbook.jobs.running) job.cancel();
    };
    await workbook.imports.add([portfolioCsv('a.csv', ['a-1', 'a-2'])]);
    expect(workbook.workspace?.portfolio.rows).toBe(2);
    expect(workbook.simulation?.unpriced).toHaveLength(2);
  });
});
