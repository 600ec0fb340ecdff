/** Work shared out over workers: the same parts in the same order for any number of workers and any chunk. */
import { describe, expect, it } from 'vitest';
import { answerChunks } from '../../src/workers/pool-worker.ts';
import { type PoolWorker, poolSize, runInPool } from '../../src/workers/pool.ts';
import { AbortError, WorkerFailure } from '../../src/workers/runner.ts';

interface Listeners {
  message: ((event: { readonly data: unknown }) => void)[];
  error: ((event: object) => void)[];
  messageerror: ((event: object) => void)[];
}

/** A worker in this thread, whose answers take a random number of turns. */
class NearWorker implements PoolWorker {
  ended = false;
  readonly received: unknown[] = [];
  private readonly listeners: Listeners = { message: [], error: [], messageerror: [] };
  private readonly inside: ((event: { readonly data: unknown }) => void)[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(work: ((plan: string) => (first: number, count: number) => Int32Array) | undefined, turns: () => number) {
    if (!work) return;
    answerChunks(
      {
        addEventListener: (_, listener) => this.inside.push(listener),
        postMessage: (data) => {
          this.last = this.last.then(async () => {
            for (let turn = turns(); turn > 0; turn--) await new Promise((resolve) => setTimeout(resolve, 0));
            if (!this.ended) for (const listener of this.listeners.message) listener({ data });
          });
        },
      },
      work,
    );
  }
  addEventListener(type: keyof Listeners, listener: (event: never) => void): void {
    (this.listeners[type] as ((event: never) => void)[]).push(listener);
  }
  postMessage(message: unknown): void {
    this.received.push(message);
    for (const listener of this.inside) listener({ data: structuredClone(message) });
  }
  terminate(): void {
    this.ended = true;
  }
  die(event: object): void {
    for (const listener of this.listeners.error) listener(event);
  }
}

const numbers = () => (first: number, count: number) => Int32Array.from({ length: count }, (_, index) => first + index);

/** Turns that differ from answer to answer, the same in every run. */
function unevenTurns(): () => number {
  let state = 7;
  return () => (state = (state * 5 + 3) % 4);
}

async function collected(workers: number, chunk: number | undefined, pieces = 100) {
  const started: NearWorker[] = [];
  const turns = unevenTurns();
  const start = (): NearWorker => {
    const worker = new NearWorker(numbers, turns);
    started.push(worker);
    return worker;
  };
  const got: number[] = [];
  const counts: number[] = [];
  await runInPool<string, Int32Array>(start, {
    ...{ plan: 'plan', pieces, workers, chunk },
    onPart: (part, done) => {
      got.push(...part);
      counts.push(done);
    },
  });
  return { started, got, counts };
}

describe('a pool', () => {
  it('gives the parts in the order of their pieces, for any number of workers and any chunk', async () => {
    const all = Array.from({ length: 100 }, (_, index) => index);
    for (const workers of [1, 2, 4, 8]) {
      for (const chunk of [1, 7, 64, 1000, undefined]) {
        const { got, counts } = await collected(workers, chunk);
        expect(got).toEqual(all);
        expect(counts.at(-1)).toBe(100);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
      }
    }
  });

  it('gives each worker the plan once, starts no more than there are chunks, and ends them all', async () => {
    const { started } = await collected(8, 40);
    expect(started.length).toBeLessThanOrEqual(3);
    for (const { received, ended } of started) {
      expect(
        received.filter((message) => typeof message === 'object' && message !== null && 'plan' in message),
      ).toEqual([{ plan: 'plan' }]);
      expect(ended).toBe(true);
    }
    expect((await collected(2, 1, 0)).started).toEqual([]);
  });

  it('stops at once when it is cancelled, and hands no part on afterwards', async () => {
    const worker = new NearWorker(numbers, () => 1);
    const stop = new AbortController();
    const done: number[] = [];
    const run = runInPool<string, Int32Array>(() => worker, {
      ...{ plan: '', pieces: 50, workers: 1, chunk: 1, signal: stop.signal },
      onPart: (_, count) => {
        done.push(count);
        if (count === 3) stop.abort();
      },
    });
    await expect(run).rejects.toBeInstanceOf(AbortError);
    expect(worker.ended).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toEqual([1, 2, 3]);
    await expect(
      runInPool(() => new NearWorker(numbers, () => 0), {
        ...{ plan: '', pieces: 1, workers: 1, signal: AbortSignal.abort() },
        onPart: () => undefined,
      }),
    ).rejects.toBeInstanceOf(AbortError);
  });

  it('says that a worker died, and ends the others', async () => {
    const started: NearWorker[] = [];
    const run = runInPool<string, Int32Array>(
      () => {
        const worker = new NearWorker(undefined, () => 0);
        started.push(worker);
        return worker;
      },
      { plan: '', pieces: 50, workers: 2, chunk: 1, onPart: () => undefined },
    );
    started[1]?.die({ message: 'out of memory' });
    await expect(run).rejects.toThrow(new WorkerFailure('out of memory'));
    expect(started.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('says that a worker could not be started', async () => {
    const run = runInPool(
      () => {
        throw new Error('refused');
      },
      { plan: '', pieces: 1, workers: 1, onPart: () => undefined },
    );
    await expect(run).rejects.toThrow(new WorkerFailure('refused'));
  });

  it('fails with what the work threw', async () => {
    const broken = (): never => {
      throw new Error('INTERNAL: no such trial');
    };
    const run = runInPool(
      () =>
        new NearWorker(
          () => broken,
          () => 0,
        ),
      {
        ...{ plan: '', pieces: 1, workers: 1 },
        onPart: () => undefined,
      },
    );
    await expect(run).rejects.toThrow('INTERNAL: no such trial');
  });

  it('has as many workers as the machine has cores, from 1 to 8', () => {
    expect([undefined, 0, 1, 2.5, 8, 64].map(poolSize)).toEqual([1, 1, 1, 2, 8, 8]);
  });
});
