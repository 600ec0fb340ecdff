/** Turns what the importers read into datasets, the same way in the app and in the headless runner. */
import type { ChunkWriter } from '../core/chunks.ts';
import type { Reject } from '../storage/rejects.ts';
import type { SourceFile } from '../storage/source.ts';
import type { ImportedDataset } from '../importers/index.ts';
import type { Dataset, DatasetKind } from '../core/schema/dataset.ts';

/** A file that was read, with its rows. */
export interface ReadFile {
  readonly dataset: ImportedDataset;
  readonly rejects: readonly Reject[];
}

/** A dataset with its rejected rows, ready for the store. */
export interface ReadDataset extends Dataset {
  readonly rejects: readonly Reject[];
  /** Has the rows of a bulk file already. */
  readonly chunks?: ChunkWriter;
  /** The file that it was read from, when it is kept. */
  readonly source?: SourceFile;
}

/** What datasets remember of how they came; the headless runner says nothing, so that all of its files are one drop. */
export type DatasetFacts = Pick<Dataset, 'drop' | 'importedOn' | 'exportedOn' | 'follows'>;

/** Datasets in import order, counted from `firstOrder`; ids are unique as long as orders are. */
export function datasetsOf(
  files: readonly ReadFile[],
  firstOrder: number,
  facts: DatasetFacts = {},
): readonly ReadDataset[] {
  return files.map(({ dataset, rejects }, index) => {
    const order = firstOrder + index;
    return { ...dataset, ...facts, id: `${dataset.sha256.slice(0, 16)}-${String(order)}`, order, rejects };
  });
}

/** Kinds that can take each other's place. */
const FAMILIES: Readonly<Partial<Record<DatasetKind, string>>> = {
  'licence-prices': 'prices',
  'est-prices': 'prices',
  'software-prices': 'prices',
  'marketplace-prices': 'prices',
  subscriptions: 'subscriptions',
  portfolio: 'subscriptions',
};

/** Whether a file of one kind can stand where one of another kind stood, so that no other data is lost. */
export function canReplace(old: DatasetKind, fresh: DatasetKind): boolean {
  return (FAMILIES[old] ?? old) === (FAMILIES[fresh] ?? fresh);
}
