/** The runner whose jobs run in a worker, and the worker's side of it. The only code that names Comlink. */
import { type Endpoint, type Remote, expose, proxy, releaseProxy, transfer, wrap } from 'comlink';
import { type JobHost, type WireHost, type WireProgress, callHandler } from './protocol.ts';
import { type JobMap, type RunOptions, type Runner, WorkerFailure, untilAborted } from './runner.ts';

/** The part of `Worker` that is used. */
export interface WorkerLike extends Endpoint {
  terminate(): void;
}

interface Connection {
  readonly worker: WorkerLike;
  readonly remote: Remote<WireHost>;
  /** Fires with a `WorkerFailure` when the worker has died. */
  readonly died: AbortSignal;
}

/**
 * Runs jobs in a worker that is started with the first of them; its module calls `exposeHost`.
 * @param startWorker such as `() => spawnWorker(url, 'engine')`
 */
export function workerRunner<J extends JobMap>(startWorker: () => WorkerLike): Runner<J> {
  const closing = new AbortController();
  let connection: Connection | undefined;
  let ids = 0;
  const connected = (): Connection => {
    if (connection === undefined || connection.died.aborted) connection = connect(startWorker());
    return connection;
  };
  return {
    run: (job, input, options = {}) =>
      untilAborted([closing.signal, options.signal], async (wanted) => {
        const { remote, died } = connected();
        const id = ++ids;
        return untilAborted([died, wanted], (signal) => runRemote(remote, id, job, input, options, signal));
      }),
    close: () => {
      closing.abort();
      connection?.worker.terminate();
    },
  };
}

function connect(worker: WorkerLike): Connection {
  const death = new AbortController();
  worker.addEventListener('error', (event) => {
    worker.terminate();
    death.abort(new WorkerFailure('message' in event ? String(event.message) : 'the worker could not be started'));
  });
  return { worker, remote: wrap<WireHost>(worker), died: death.signal };
}

/** Output and reports have the types that the worker's host gave them: both sides are built from the same `JobMap`. */
async function runRemote<T>(
  remote: Remote<WireHost>,
  id: number,
  job: string,
  input: unknown,
  { onProgress, transfer: buffers = [] }: RunOptions<never>,
  signal: AbortSignal,
): Promise<T> {
  signal.addEventListener('abort', () => void remote.abort(id), { once: true });
  const report =
    onProgress && proxy((progress: unknown) => (signal.aborted ? undefined : onProgress(progress as never)));
  return (await remote.run(id, job, handingOver(input, buffers), report)) as T;
}

/** Marks the buffers of a value that Comlink moves instead of copying. */
function handingOver(value: unknown, buffers: readonly ArrayBuffer[]): unknown {
  return typeof value === 'object' && value !== null && buffers.length > 0 ? transfer(value, [...buffers]) : value;
}

/** The worker's side: answers the jobs of a `workerRunner`. Call it once in the worker's module. */
export function exposeHost<J extends JobMap>(host: JobHost<J>, endpoint?: Endpoint): void {
  const running = new Map<number, AbortController>();
  const wire: WireHost = {
    run: async (id, job, input, onProgress) => {
      const abort = new AbortController();
      running.set(id, abort);
      try {
        const { value, buffers } = await callHandler(host, job, input, abort.signal, (progress) =>
          onProgress?.(progress),
        );
        return handingOver(value, buffers);
      } finally {
        running.delete(id);
        if (onProgress !== undefined) release(onProgress);
      }
    },
    abort: (id) => running.get(id)?.abort(),
  };
  expose(wire, endpoint);
}

/** Closes the channel of a callback that came through Comlink. */
function release(callback: WireProgress & { readonly [releaseProxy]?: () => void }): void {
  callback[releaseProxy]?.();
}
