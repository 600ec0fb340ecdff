/** The worker's side of a pool: keeps the plan and does the chunks that it is handed, one after the other. */
import type { PoolAnswer, PoolRequest } from './pool.ts';
import { transferablesOf } from './transferables.ts';

/** The part of a worker's global scope that is used. */
export interface PoolScope {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** Does the pieces from `first` on; what it gives is handed over, so it keeps nothing of it. */
export type ChunkWork = (first: number, count: number) => unknown;

/**
 * Answers the page's `runInPool`. Call it once in the worker's module.
 * @param prepare makes the work from the plan of the page's task, once
 */
export function answerChunks(
  scope: PoolScope,
  prepare: (plan: never) => ChunkWork,
  now: () => number = () => performance.now(),
): void {
  let work: ChunkWork | undefined;
  const answerTo = (request: PoolRequest<never>): PoolAnswer<unknown> | undefined => {
    if ('plan' in request) {
      work = prepare(request.plan);
      return undefined;
    }
    if (!work) throw new Error('INTERNAL: a chunk without a plan');
    const begun = now();
    const part = work(request.first, request.count);
    return { first: request.first, count: request.count, part, milliseconds: now() - begun };
  };
  scope.addEventListener('message', ({ data }) => {
    try {
      // Comes from `runInPool` on the other side, which is built from the same types.
      const answer = answerTo(data as PoolRequest<never>);
      if (answer) scope.postMessage(answer, [...transferablesOf(answer)]);
    } catch (error) {
      const failed = error instanceof Error ? error.message : String(error);
      scope.postMessage({ failed } satisfies PoolAnswer<unknown>, []);
    }
  });
}
