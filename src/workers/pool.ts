/**
 * Numbered pieces of work, such as trials, shared out over several workers in chunks. Each worker is given the plan once; its
 * side is `answerChunks` of `pool-worker.ts`.
 */
import { AbortError, WorkerFailure } from './runner.ts';

/** What the page posts. */
export type PoolRequest<Plan> =
  { readonly plan: Plan; readonly first?: never } | { readonly first: number; readonly count: number };

/** What a worker posts. */
export type PoolAnswer<Part> =
  | { readonly first: number; readonly count: number; readonly part: Part; readonly milliseconds: number }
  /** A bug of ours, in the words of the exception. */
  | { readonly failed: string };

/** The part of `Worker` that is used. */
export interface PoolWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: object) => void): void;
}

export interface PoolTask<Plan, Part> {
  /** Copied to each worker. */
  readonly plan: Plan;
  readonly pieces: number;
  /** At least 1; never more than there are pieces. */
  readonly workers: number;
  /** Pieces in one chunk; undefined: as many as take about `CHUNK_MS`. */
  readonly chunk?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The parts in the order of their pieces, whichever worker was first; `done` counts the pieces so far. */
  readonly onPart: (part: Part, done: number) => void;
}

/** Long enough to be worth a message, short enough for a lively picture. */
const CHUNK_MS = 250;
const FIRST_CHUNK = 8;
const LARGEST_CHUNK = 1024;
/** Chunks that a worker holds, so that it need not wait while the page draws. */
const IN_HAND = 2;

/**
 * Runs all pieces. Rejects with `AbortError` as soon as the signal fires, with `WorkerFailure` when a worker dies, and with what
 * the work threw. The workers are ended in any case, each as soon as nothing is left for it.
 * @param start starts a worker whose module calls `answerChunks`
 */
export async function runInPool<Plan, Part>(start: () => PoolWorker, task: PoolTask<Plan, Part>): Promise<void> {
  if (task.signal?.aborted) throw new AbortError('aborted');
  if (task.pieces > 0) await new PoolRun(start, task).finished;
}

class PoolRun<Plan, Part> {
  readonly finished: Promise<void>;
  private readonly task: PoolTask<Plan, Part>;
  private readonly workers = new Set<PoolWorker>();
  /** Parts that came before their turn, by their first piece. */
  private readonly early = new Map<number, { readonly part: Part; readonly count: number }>();
  /** Pieces that were handed out, and those that were given back in their order. */
  private handed = 0;
  private taken = 0;
  private chunk: number;
  private readonly settle: { readonly resolve: () => void; readonly reject: (reason: Error) => void };

  constructor(start: () => PoolWorker, task: PoolTask<Plan, Part>) {
    const { promise, resolve, reject } = withResolvers();
    this.finished = promise;
    this.settle = { resolve, reject };
    this.task = task;
    this.chunk = task.chunk ?? FIRST_CHUNK;
    task.signal?.addEventListener('abort', this.abort, { once: true });
    try {
      for (let index = 0; index < Math.max(1, task.workers) && this.hasMore; index++) this.begin(start());
    } catch (error) {
      this.fail(new WorkerFailure(error instanceof Error ? error.message : String(error)));
    }
  }

  private get hasMore(): boolean {
    return this.handed < this.task.pieces;
  }

  private begin(worker: PoolWorker): void {
    let inHand = 0;
    const feed = (): void => {
      for (; inHand < IN_HAND && this.hasMore; inHand++) this.hand(worker);
      if (inHand === 0) this.end(worker);
    };
    this.workers.add(worker);
    worker.addEventListener('message', ({ data }) => {
      // Comes from `answerChunks` on the other side, which is built from the same types.
      const answer = data as PoolAnswer<Part>;
      if (!this.workers.has(worker)) return;
      if ('failed' in answer) {
        this.fail(new Error(answer.failed));
        return;
      }
      inHand--;
      this.measure(answer.count, answer.milliseconds);
      feed();
      this.take(answer.first, answer.count, answer.part);
    });
    const died = (event: object): void => {
      if (!this.workers.has(worker)) return;
      const reason = 'message' in event && typeof event.message === 'string' ? event.message : '';
      this.fail(new WorkerFailure(reason || 'the worker could not be started'));
    };
    worker.addEventListener('error', died);
    worker.addEventListener('messageerror', died);
    worker.postMessage({ plan: this.task.plan } satisfies PoolRequest<Plan>);
    feed();
  }

  private hand(worker: PoolWorker): void {
    const first = this.handed;
    const count = Math.min(this.chunk, this.task.pieces - first);
    this.handed += count;
    worker.postMessage({ first, count } satisfies PoolRequest<Plan>);
  }

  /** Later chunks take about as long as they should; near the end they shrink, so that the workers end together. */
  private measure(count: number, milliseconds: number): void {
    if (this.task.chunk !== undefined) return;
    const fitting = Math.round((count * CHUNK_MS) / Math.max(1, milliseconds));
    const share = Math.ceil((this.task.pieces - this.handed) / (IN_HAND * Math.max(1, this.workers.size)));
    this.chunk = Math.max(1, Math.min(fitting, share, this.chunk * 4, LARGEST_CHUNK));
  }

  private take(first: number, count: number, part: Part): void {
    this.early.set(first, { part, count });
    for (let next = this.early.get(this.taken); next; next = this.early.get(this.taken)) {
      this.early.delete(this.taken);
      this.taken += next.count;
      this.task.onPart(next.part, this.taken);
    }
    if (this.taken === this.task.pieces) this.close(this.settle.resolve);
  }

  private readonly abort = (): void => {
    this.fail(new AbortError('aborted'));
  };

  private fail(reason: Error): void {
    this.close(() => {
      this.settle.reject(reason);
    });
  }

  private close(settle: () => void): void {
    this.task.signal?.removeEventListener('abort', this.abort);
    for (const worker of [...this.workers]) this.end(worker);
    settle();
  }

  private end(worker: PoolWorker): void {
    this.workers.delete(worker);
    worker.terminate();
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void; reject: (reason: Error) => void } {
  let settle: { resolve: () => void; reject: (reason: Error) => void } | undefined;
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (!settle) throw new Error('INTERNAL: a promise without its functions');
  return { promise, ...settle };
}

/** Workers that a machine runs side by side with profit: its cores, at most 8. */
export function poolSize(cores: number | undefined): number {
  return Math.min(MOST_WORKERS, Math.max(1, Math.trunc(cores ?? 1)));
}

export const MOST_WORKERS = 8;
