/** What runs jobs: a host of handlers, and the one way in which all runners call them. */
import { progressThrottle } from './progress.ts';
import type { JobMap } from './runner.ts';

export interface JobContext<P> {
  /** Fires when the caller gives up; a handler that loops looks at it between awaits, as a busy worker hears nothing. */
  readonly signal: AbortSignal;
  readonly report: (progress: P) => void;
  /** Marks buffers of the result that are handed over instead of copied; see `transferablesOf`. Gives the value back. */
  readonly transfer: <T>(value: T, buffers: readonly ArrayBuffer[]) => T;
}

/** The handlers of all jobs. Expected trouble is part of their output; they throw only for bugs. */
export type JobHost<J extends JobMap> = {
  readonly [K in keyof J]: (
    input: J[K]['input'],
    context: JobContext<J[K]['progress']>,
  ) => Promise<J[K]['output']> | J[K]['output'];
};

export interface JobResult<T> {
  readonly value: T;
  /** Buffers inside `value` that may be handed over. */
  readonly buffers: readonly ArrayBuffer[];
}

/** Calls a handler. Reports are throttled, and the last of them has been taken when the result is there. */
export async function callHandler<J extends JobMap, K extends keyof J & string>(
  host: JobHost<J>,
  job: K,
  input: J[K]['input'],
  signal: AbortSignal,
  send: (progress: J[K]['progress']) => unknown,
): Promise<JobResult<J[K]['output']>> {
  if (!Object.hasOwn(host, job)) throw new TypeError(`INTERNAL: no job is called ${job}`);
  const buffers: ArrayBuffer[] = [];
  const throttle = progressThrottle<J[K]['progress']>(async (progress) => {
    if (!signal.aborted) await send(progress);
  });
  const value = await host[job](input, {
    signal,
    report: throttle.report,
    transfer: (result, more) => {
      buffers.push(...more);
      return result;
    },
  });
  await throttle.finish();
  return { value, buffers };
}

/** What a worker exposes through Comlink. */
export interface WireHost {
  run(id: number, job: string, input: unknown, onProgress: WireProgress | undefined): Promise<unknown>;
  abort(id: number): void;
}

/** A callback on the other side; the promise settles when it has been called. */
export type WireProgress = (progress: unknown) => unknown;
