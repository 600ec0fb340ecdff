/** Heavy work behind one interface: callers don't know whether a job runs in this thread or in a worker. */

/** What a job takes, reports and gives. Everything must survive structured clone. */
export interface JobTypes {
  readonly input: unknown;
  readonly progress: unknown;
  readonly output: unknown;
}

/** The jobs of one host by name; write it as a `type`, not an `interface`. */
export type JobMap = Readonly<Record<string, JobTypes>>;

export interface RunOptions<P> {
  readonly signal?: AbortSignal | undefined;
  /** Called at most every 50 ms, and always with the last report before the job ends. */
  readonly onProgress?: ((progress: P) => void) | undefined;
  /** Buffers of the input that are handed over instead of copied; they are unusable here afterwards. */
  readonly transfer?: readonly ArrayBuffer[] | undefined;
}

export interface Runner<J extends JobMap> {
  /**
   * Runs a job. Rejects with `AbortError` as soon as the signal fires or the runner is closed, with `WorkerFailure` when
   * the worker dies, and otherwise with what the job threw, which is a bug in it.
   */
  run<K extends keyof J & string>(
    job: K,
    input: J[K]['input'],
    options?: RunOptions<J[K]['progress']>,
  ): Promise<J[K]['output']>;
  /** Aborts what is running and frees the worker; later jobs are refused with `AbortError`. */
  close(): void;
}

/** The caller no longer wants the result. */
export class AbortError extends Error {
  override readonly name = 'AbortError';
}

/** The worker could not be started, or died of an error outside any job. The next job gets a new one. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
}

/**
 * Runs the work until it settles or one of the signals fires, whichever comes first. The reason of a signal is thrown when
 * it is a `WorkerFailure`; any other becomes an `AbortError`.
 */
export async function untilAborted<T>(
  signals: readonly (AbortSignal | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.any(signals.filter((one) => one !== undefined));
  if (signal.aborted) throw abortReason(signal);
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(abortReason(signal));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    work(signal)
      .then(resolve, reject)
      .finally(() => {
        signal.removeEventListener('abort', onAbort);
      });
  });
}

function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof WorkerFailure ? signal.reason : new AbortError('aborted');
}
