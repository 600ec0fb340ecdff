/** Browser exceptions turned into `StoreError` values. */
import Dexie from 'dexie';
import { type Result, err, ok } from '../core/result.ts';
import type { StoreError } from './store-error.ts';

/** Carries a `StoreError` out of a transaction, which only an exception can abort. Never leaves this folder. */
export class StoreFailure extends Error {
  readonly error: StoreError;
  constructor(error: StoreError) {
    super(error.kind);
    this.error = error;
  }
}

/** Runs a storage operation and gives browser trouble as a value; other exceptions are bugs and pass through. */
export async function attempt<T>(work: () => PromiseLike<T>): Promise<Result<T, StoreError>> {
  try {
    return ok(await work());
  } catch (thrown) {
    const error = storeErrorOf(thrown);
    if (error === undefined) throw thrown;
    return err(error);
  }
}

/** Runs a storage operation and throws browser trouble as a `StoreFailure`, which tells it from what else may be thrown. */
export async function asStoreFailure<T>(work: () => PromiseLike<T>): Promise<T> {
  const result = await attempt(work);
  if (!result.ok) throw new StoreFailure(result.error);
  return result.value;
}

/**
 * The `StoreError` behind an exception, undefined when it does not come from the store. A full disk shows up only as the
 * cause of an aborted transaction, so inner errors are looked at first.
 */
function storeErrorOf(thrown: unknown): StoreError | undefined {
  if (thrown instanceof StoreFailure) return thrown.error;
  if (!(thrown instanceof DOMException || thrown instanceof Dexie.DexieError)) return undefined;
  const inner = 'inner' in thrown ? storeErrorOf(thrown.inner) : undefined;
  return inner === undefined || inner.kind === 'failed' ? (knownError(thrown.name) ?? inner ?? failed(thrown)) : inner;
}

function knownError(name: string): StoreError | undefined {
  switch (name) {
    case 'QuotaExceededError':
      return { kind: 'quota-exceeded' };
    case 'DatabaseClosedError':
    case 'InvalidStateError':
      return { kind: 'closed' };
    case 'MissingAPIError':
    case 'SecurityError':
      return { kind: 'unavailable' };
    default:
      return undefined;
  }
}

function failed(thrown: { readonly name: string }): StoreError {
  return { kind: 'failed', reason: thrown.name };
}
