/** What can go wrong in the store, as values and in words. */
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
