/** What can go wrong in the store, as values; and browser exceptions turned into them. */
import Dexie from 'dexie';
import { type Result, err, ok } from '../core/result.ts';
import { storageText } from '../core/text/en/storage.ts';

export type StoreError =
  | { readonly kind: 'quota-short'; readonly needed: number; readonly free: number }
  | { readonly kind: 'data-gone'; readonly datasets: number }
  | { readonly kind: 'damaged-dataset'; readonly id: string; readonly file: string }
  | { readonly kind: 'cannot-open' | 'failed'; readonly reason: string }
  | { readonly kind: 'missing-dataset' | 'id-taken'; readonly id: string }
  | {
      readonly kind:
        | 'quota-exceeded'
        | 'data-cleared'
        | 'newer-schema'
        | 'newer-tab'
        | 'blocked'
        | 'unavailable'
        | 'closed'
        | 'interrupted'
        | 'cancelled'
        | 'damaged-document';
    };

/** What happened and what to do next, in words. */
export function storeErrorText(error: StoreError): string {
  switch (error.kind) {
    case 'quota-short':
      return storageText['quota-short'](error.needed, error.free);
    case 'data-gone':
      return storageText['data-gone'](error.datasets);
    case 'damaged-dataset':
      return storageText['damaged-dataset'](error.file);
    case 'cannot-open':
    case 'failed':
      return storageText[error.kind](error.reason);
    default:
      return storageText[error.kind]();
  }
}

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
