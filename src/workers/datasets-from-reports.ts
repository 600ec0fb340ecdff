/** Turns what the importers read into datasets, the same way in the app and in the headless runner. */
import type { Reject } from '../storage/rejects.ts';
import type { ImportedDataset } from '../importers/index.ts';
import type { Dataset } from '../core/schema/dataset.ts';

/** A file that was read, with its rows. */
export interface ReadFile {
  readonly dataset: ImportedDataset;
  readonly rejects: readonly Reject[];
}

/** A dataset with its rejected rows, ready for the store. */
export interface ReadDataset extends Dataset {
  readonly rejects: readonly Reject[];
}

/** Datasets in import order, counted from `firstOrder`; ids are unique as long as orders are. */
export function datasetsOf(files: readonly ReadFile[], firstOrder: number): readonly ReadDataset[] {
  return files.map(({ dataset, rejects }, index) => {
    const order = firstOrder + index;
    return { ...dataset, id: `${dataset.sha256.slice(0, 16)}-${String(order)}`, order, rejects };
  });
}
