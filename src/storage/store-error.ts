/** What can go wrong in the store, as values and in words. */
import { storageText } from '../core/text/en/storage.ts';

/** Why a file is not restored; nothing has been written. */
export type BackupRefusal =
  | { readonly kind: 'no-backup' | 'newer-backup' | 'damaged-backup' | 'cancelled' }
  /** The file is shorter or longer than it says. */
  | { readonly kind: 'cut-backup'; readonly bytes: number; readonly expected: number };

export type StoreError =
  | BackupRefusal
  | { readonly kind: 'quota-short'; readonly needed: number; readonly free: number }
  | { readonly kind: 'damaged-dataset'; readonly id: string; readonly file: string }
  | { readonly kind: 'cannot-open' | 'failed'; readonly reason: string }
  | { readonly kind: 'missing-dataset' | 'id-taken'; readonly id: string }
  | {
      readonly kind:
        | 'quota-exceeded'
        | 'data-cleared'
        | 'newer-schema'
        | 'newer-tab'
        | 'other-writer'
        | 'writer-busy'
        | 'blocked'
        | 'unavailable'
        | 'closed'
        | 'interrupted'
        | 'damaged-document';
    };

/** What happened and what to do next, in words. */
export function storeErrorText(error: StoreError): string {
  switch (error.kind) {
    case 'quota-short':
      return storageText['quota-short'](error.needed, error.free);
    case 'cut-backup':
      return storageText['cut-backup'](error.bytes, error.expected);
    case 'damaged-dataset':
      return storageText['damaged-dataset'](error.file);
    case 'cannot-open':
    case 'failed':
      return storageText[error.kind](error.reason);
    default:
      return storageText[error.kind]();
  }
}
