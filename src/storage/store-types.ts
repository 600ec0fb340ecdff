/** What the store takes and gives. */
import type { ChunkWriter } from '../core/chunks.ts';
import type { Result } from '../core/result.ts';
import type { Dataset, DatasetInfo } from '../core/schema/dataset.ts';
import type { Alongside } from './alongside.ts';
import type { ImportOptions } from './import.ts';
import type { Quota } from './quota.ts';
import type { NewDataset } from './staging.ts';
import type { StoreError } from './store-error.ts';
import type { Locks } from './writer-seat.ts';

export type Stored<T> = Promise<Result<T, StoreError>>;

/** What `loadAll` found: the whole datasets in import order, and the trouble with the others. */
export interface LoadedDatasets {
  readonly datasets: readonly Dataset[];
  readonly damaged: readonly StoreError[];
}

/** What of a dataset's record the user can change. */
export type Amendment = Partial<Pick<DatasetInfo, 'file' | 'defaults' | 'listDate' | 'exportedOn' | 'follows'>>;

/** What an import does in the store while `Store.importing` runs it. */
export interface ImportSession {
  /** A place for the rows of one dataset; hand it to `commit` as `NewDataset.chunks`. */
  readonly open: () => ChunkWriter;
  /** Stores datasets in place of others, in one step: all of them or none. */
  readonly commit: (
    datasets: readonly NewDataset[],
    replaced: readonly string[],
    onProgress?: ImportOptions['onProgress'],
    alongside?: Alongside,
  ) => Stored<void>;
}

export interface StoreOptions {
  readonly quota: Quota | undefined;
  /** Set when nothing may ever be written: the data belongs to a newer version of the app. */
  readonly readOnly: StoreError | undefined;
  readonly locks: Locks | undefined;
  /** Makes this tab the writer. */
  readonly begin: () => Promise<void>;
}
