/** Runners without a worker: for Node, for tests, and for browsers that refuse workers. */
import { type JobHost, callHandler } from './protocol.ts';
import { AbortError, type JobMap, type Runner, untilAborted } from './runner.ts';

/** How values cross from caller to job and back. */
type Crossing = <T>(value: T, transfer?: readonly ArrayBuffer[]) => T;

/** Runs jobs in this thread on the caller's own values. */
export function inProcessRunner<J extends JobMap>(host: JobHost<J>): Runner<J> {
  return localRunner(host, (value) => value);
}

/** Runs jobs in this thread, but copies and hands over values exactly as a worker would: what passes here passes there. */
export function cloningRunner<J extends JobMap>(host: JobHost<J>): Runner<J> {
  return localRunner(host, (value, transfer = []) => structuredClone(value, { transfer: [...transfer] }));
}

function localRunner<J extends JobMap>(host: JobHost<J>, cross: Crossing): Runner<J> {
  const closing = new AbortController();
  return {
    run: (job, input, { signal, onProgress, transfer } = {}) =>
      untilAborted([closing.signal, signal], async (stop) => {
        const send = (progress: J[typeof job]['progress']): void => onProgress?.(cross(progress));
        const { value, buffers } = await callHandler(host, job, cross(input, transfer), stop, send);
        // Whoever gave up gets no result, so its buffers stay where they are.
        if (stop.aborted) throw new AbortError('aborted');
        return cross(value, buffers);
      }),
    close: () => {
      closing.abort();
    },
  };
}
