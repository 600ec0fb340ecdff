/** How much the browser lets us store, and whether a drop fits: asked before it starts, so that nothing stops halfway. */
import { type Result, err, ok } from '../core/result.ts';
import { MAX_SOURCE_BYTES } from './source.ts';
import type { StoreError } from './store-error.ts';

/** The part of `navigator.storage` that is used; plain http pages and old browsers have none. */
export type Quota = Pick<StorageManager, 'estimate' | 'persisted'>;

/** Bytes of the whole origin; undefined where the browser does not say. */
export interface Usage {
  readonly used: number | undefined;
  readonly quota: number | undefined;
  /** True: the browser will not delete the data on its own. */
  readonly persisted: boolean;
}

/** A file that is about to be imported. */
export interface FileSize {
  readonly bytes: number;
  /** Zip, gz or XLSX. */
  readonly compressed: boolean;
}

/** Licence data in gz, zip and XLSX inflates to about this many times its size. */
const INFLATION = 10;

/** While columns are written, the browser's own log holds a second copy. */
const COPIES = 2;

/**
 * Columns of small files, with the file itself kept beside them, take at most about the space of its text. Those of files
 * too large to be kept took a quarter when measured (see decisions.md); half is on the safe side.
 */
const SHARE_OF_LARGE = 0.5;

/** Bytes of storage that an import of these files needs, on the safe side. */
export function storageNeeded(files: readonly FileSize[]): number {
  return files.reduce((sum, { bytes, compressed }) => {
    const text = bytes * (compressed ? INFLATION : 1);
    return sum + COPIES * (bytes > MAX_SOURCE_BYTES ? SHARE_OF_LARGE * text : text);
  }, 0);
}

/** The browser's quota, undefined where there is none to ask. */
export function browserQuota(): Quota | undefined {
  return typeof navigator !== 'undefined' && 'storage' in navigator ? navigator.storage : undefined;
}

/** `quota-short` when fewer bytes are free; ok where the browser does not say how many are. */
export async function fits(quota: Quota | undefined, needed: number): Promise<Result<void, StoreError>> {
  const { used, quota: total } = await usage(quota);
  if (used === undefined || total === undefined) return ok(undefined);
  const free = Math.max(0, total - used);
  return free < needed ? err({ kind: 'quota-short', needed, free }) : ok(undefined);
}

export async function usage(quota: Quota | undefined): Promise<Usage> {
  const estimate = await quota?.estimate();
  return { used: estimate?.usage, quota: estimate?.quota, persisted: (await quota?.persisted()) ?? false };
}
