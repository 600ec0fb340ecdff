import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Table } from '../../src/core/table.ts';
import { cloningRunner, inProcessRunner } from '../../src/workers/in-process-runner.ts';
import type { JobHost } from '../../src/workers/protocol.ts';
import type { Runner } from '../../src/workers/runner.ts';
import { transferablesOf } from '../../src/workers/transferables.ts';
import { type WorkerLike, exposeHost, workerRunner } from '../../src/workers/worker-runner.ts';

type Jobs = {
  readonly double: { readonly input: Float64Array; readonly progress: never; readonly output: Table };
  readonly count: { readonly input: number; readonly progress: { readonly at: number }; readonly output: string };
  readonly wait: { readonly input: undefined; readonly progress: string; readonly output: never };
  readonly fail: { readonly input: string; readonly progress: never; readonly output: never };
};

/** What the handlers saw, for jobs that give no result. */
const seen = { aborted: vi.fn(), made: new Float64Array() };

const host: JobHost<Jobs> = {
  double: (input, { transfer }) => {
    seen.made = input.map((unit) => unit * 2);
    const column = { kind: 'decimal', scale: 2, units: seen.made, wide: new Map([[1, '1e99']]) } as const;
    const table: Table = { rows: input.length, columns: new Map([['__proto__', column]]) };
    return transfer(table, transferablesOf(table));
  },
  count: (input, { report }) => {
    for (let at = 1; at <= input; at++) report({ at });
    return `counted to ${String(input)}`;
  },
  wait: (_, { signal, report }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        seen.aborted();
        report('too late');
        reject(new Error('gave up'));
      });
      report('started');
    }),
  fail: (input) => {
    throw new TypeError(`INTERNAL: ${input}`);
  },
};

/** A worker of two connected ports: everything but the thread. */
function portWorker(): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  exposeHost(host, port2);
  port1.start();
  return Object.assign(port1, {
    terminate: () => {
      port1.close();
    },
  });
}

const implementations: readonly (readonly [string, () => Runner<Jobs>])[] = [
  ['in process', () => inProcessRunner(host)],
  ['in process through structured clone', () => cloningRunner(host)],
  ['in a worker', () => workerRunner<Jobs>(portWorker)],
];

describe.each(implementations)('a runner %s', (name, make) => {
  let runner: Runner<Jobs> | undefined;
  const started = (): Runner<Jobs> => (runner = make());
  afterEach(() => {
    runner?.close();
    seen.aborted.mockClear();
  });

  it('gives the result of a job, columns and headers intact', async () => {
    const table = await started().run('double', Float64Array.of(1, NaN, -0));
    const column = { kind: 'decimal', scale: 2, units: Float64Array.of(2, NaN, -0), wide: new Map([[1, '1e99']]) };
    expect(table).toStrictEqual({ rows: 3, columns: new Map([['__proto__', column]]) });
  });

  it('moves the columns of a result instead of copying them', async () => {
    await started().run('double', Float64Array.of(1, 2));
    expect(seen.made.byteLength).toBe(name === 'in process' ? 16 : 0);
  });

  it('moves the input when asked to', async () => {
    const input = Float64Array.of(1, 2);
    const table = await started().run('double', input, { transfer: [input.buffer] });
    expect(table.rows).toBe(2);
    expect(input.byteLength).toBe(name === 'in process' ? 16 : 0);
  });

  it('reports progress, thinned out, the last report always and before the result', async () => {
    const reports: number[] = [];
    const result = await started().run('count', 10_000, { onProgress: ({ at }) => void reports.push(at) });
    expect(result).toBe('counted to 10000');
    expect(reports[0]).toBe(1);
    expect(reports.at(-1)).toBe(10_000);
    expect(reports.length).toBeLessThan(10_000);
    expect(reports).toStrictEqual(reports.toSorted((a, b) => a - b));
  });

  it('runs several jobs at once', async () => {
    const one = started();
    const results = await Promise.all([one.run('count', 1), one.run('count', 2), one.run('count', 3)]);
    expect(results).toStrictEqual(['counted to 1', 'counted to 2', 'counted to 3']);
  });

  it('rejects with the message of a job that throws, and goes on working', async () => {
    await expect(started().run('fail', 'a bug')).rejects.toThrow('INTERNAL: a bug');
    await expect(runner?.run('count', 1)).resolves.toBe('counted to 1');
  });

  it('stops a job when its signal fires, and hears no more of it', async () => {
    const cancel = new AbortController();
    const reports: string[] = [];
    const onProgress = (report: string): void => {
      reports.push(report);
      cancel.abort();
    };
    const result = started().run('wait', undefined, { signal: cancel.signal, onProgress });
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => {
      expect(seen.aborted).toHaveBeenCalledOnce();
    });
    expect(reports).toStrictEqual(['started']);
    await expect(runner?.run('count', 2)).resolves.toBe('counted to 2');
  });

  it('does not start a job whose signal has fired', async () => {
    await expect(started().run('fail', '', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' }); // prettier-ignore
  });

  it('aborts its jobs when it is closed, and refuses new ones', async () => {
    const one = started();
    const onProgress = (): void => {
      one.close();
    };
    await expect(one.run('wait', undefined, { onProgress })).rejects.toMatchObject({ name: 'AbortError' });
    await expect(one.run('count', 1)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a worker that dies', () => {
  it('fails its jobs, and the next job gets a new one', async () => {
    const workers: WorkerLike[] = [];
    const runner = workerRunner<Jobs>(() => {
      const worker = portWorker();
      workers.push(worker);
      return worker;
    });
    const dying = runner.run('wait', undefined, {
      onProgress: () => {
        if (workers[0] instanceof EventTarget)
          workers[0].dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
      },
    });
    await expect(dying).rejects.toMatchObject({ name: 'WorkerFailure', message: 'out of memory' });
    await expect(runner.run('count', 1)).resolves.toBe('counted to 1');
    expect(workers).toHaveLength(2);
    runner.close();
  });
});
