/** The store: datasets and the document in the browser's database. Trouble comes back as a `StoreError`. */
import { type Result, err } from '../core/result.ts';
import type { Dataset, DatasetInfo } from '../core/schema/dataset.ts';
import { type DatasetEntry, listDatasets, manifestOf } from './catalogue.ts';
import type { Database } from './database.ts';
import { type StoredDocument, isStoredDocument } from './document.ts';
import { StoreFailure, attempt } from './errors.ts';
import { type StoreError } from './store-error.ts';
import { type ImportOptions, importAll, removeDataset } from './import.ts';
import { type Quota, type Usage, fits, usage } from './quota.ts';
import { readTable } from './read-table.ts';
import { type Reject, rejectsOfTable } from './rejects.ts';
import type { NewDataset } from './staging.ts';
import { ChangeChannel, whileImporting } from './tabs.ts';
import { isFields } from './validate.ts';

export type Stored<T> = Promise<Result<T, StoreError>>;

/** What `loadAll` found: the whole datasets in import order, and the trouble with the others. */
export interface LoadedDatasets {
  readonly datasets: readonly Dataset[];
  readonly damaged: readonly StoreError[];
}

/** What of a dataset's record the user can change. */
export type Amendment = Partial<Pick<DatasetInfo, 'file' | 'defaults' | 'listDate'>>;

/** Made by `openStore`. Methods that write answer `newer-schema` when a newer version of the app has written the data. */
export class Store {
  /** Set when nothing may be written: the data belongs to a newer version of the app. */
  readonly readOnly: StoreError | undefined;
  private readonly db: Database;
  private readonly quota: Quota | undefined;
  private readonly changes: ChangeChannel;
  private readonly damaged = new Set<string>();
  private readonly lossListeners = new Set<(error: StoreError) => void>();
  private loss: StoreError | undefined;

  constructor(db: Database, quota: Quota | undefined, readOnly: StoreError | undefined) {
    this.db = db;
    this.quota = quota;
    this.readOnly = readOnly;
    this.changes = new ChangeChannel(db.name);
    db.backendDB().addEventListener('close', () => {
      this.lose({ kind: 'data-cleared' });
    });
    db.on('versionchange', (event) => {
      this.lose({ kind: event.newVersion === null ? 'data-cleared' : 'newer-tab' });
      return false; // keeps Dexie from its own, noisy handling
    });
  }

  /** All datasets in import order; damaged ones are marked, the others stay usable. */
  async list(): Stored<readonly DatasetEntry[]> {
    return this.run(() => listDatasets(this.db, this.damaged));
  }

  /** Stores the datasets of one drop: all of them or none. */
  async addAll(datasets: readonly NewDataset[], options: ImportOptions = {}): Stored<void> {
    return this.import(datasets, [], options);
  }

  /** Stores datasets in place of another, in one step; an id may be the same. */
  async replace(oldId: string, datasets: readonly NewDataset[], options: ImportOptions = {}): Stored<void> {
    const result = await this.import(datasets, [oldId], options);
    if (result.ok) this.damaged.delete(oldId);
    return result;
  }

  /** A dataset with all its rows; `damaged-dataset` when they are not what was stored. */
  async load(id: string): Stored<Dataset> {
    const result = await this.run(async () => {
      const manifest = await manifestOf(this.db, id);
      return { ...manifest.info, table: await readTable(this.db, manifest, 'table') };
    });
    if (!result.ok && result.error.kind === 'damaged-dataset') this.damaged.add(id);
    return result;
  }

  /** Every dataset that is whole. */
  async loadAll(): Stored<LoadedDatasets> {
    const listed = await this.list();
    if (!listed.ok) return listed;
    const datasets: Dataset[] = [];
    const damaged: StoreError[] = [];
    for (const { id } of listed.value) {
      const loaded = await this.load(id);
      if (loaded.ok) datasets.push(loaded.value);
      else if (loaded.error.kind === 'damaged-dataset') damaged.push(loaded.error);
      else return loaded;
    }
    return { ok: true, value: { datasets, damaged } };
  }

  /** The rejected rows of a dataset in file order. */
  async loadRejects(id: string): Stored<readonly Reject[]> {
    return this.run(async () => rejectsOfTable(await readTable(this.db, await manifestOf(this.db, id), 'rejects')));
  }

  /** Renames a dataset, or changes what else the user says about it; its rows stay as they are. */
  async amend(id: string, amendment: Amendment): Stored<void> {
    return this.changeAtOnce(async () => {
      const manifest = await manifestOf(this.db, id);
      await this.db.datasets.put({ ...manifest, info: { ...manifest.info, ...amendment } });
    });
  }

  async remove(id: string): Stored<void> {
    const result = await this.changeAtOnce(() => removeDataset(this.db, id));
    if (result.ok) this.damaged.delete(id);
    return result;
  }

  /** Deletes all datasets and the document. */
  async clear(): Stored<void> {
    const result = await this.changeAtOnce(async () => {
      await Promise.all([this.db.datasets.clear(), this.db.parts.clear(), this.db.meta.delete('document')]);
    });
    if (result.ok) this.damaged.clear();
    return result;
  }

  /** The workbook's small state, undefined before the first `writeDocument`. */
  async readDocument(): Stored<StoredDocument | undefined> {
    return this.run(async () => {
      const record = await this.db.meta.get('document');
      if (record === undefined) return undefined;
      const document = isFields(record) ? record['document'] : undefined;
      if (!isStoredDocument(document)) throw new StoreFailure({ kind: 'damaged-document' });
      return document;
    });
  }

  async writeDocument(document: StoredDocument): Stored<void> {
    return this.changeAtOnce(async () => {
      await this.db.meta.put({ key: 'document', document });
    });
  }

  /** Space used and allowed, of the whole origin. */
  async usage(): Promise<Usage> {
    return usage(this.quota);
  }

  /** Whether that many bytes are free: ask before an import starts. See `storageNeeded`. */
  async fits(bytesNeeded: number): Stored<void> {
    return fits(this.quota, bytesNeeded);
  }

  /** Calls back when another tab or worker has changed the store; read again then. Returns the function that ends it. */
  onChange(listener: () => void): () => void {
    return this.changes.listen(listener);
  }

  /** Calls back once when the database is taken away: cleared, or needed by a newer version. */
  onLost(listener: (error: StoreError) => void): () => void {
    this.lossListeners.add(listener);
    return () => this.lossListeners.delete(listener);
  }

  close(): void {
    this.changes.close();
    this.db.close();
  }

  private lose(error: StoreError): void {
    if (this.loss !== undefined) return;
    this.loss = error;
    this.close();
    for (const listener of this.lossListeners) listener(error);
  }

  private async run<T>(work: () => PromiseLike<T>): Stored<T> {
    const result = await attempt(work);
    return !result.ok && result.error.kind === 'closed' && this.loss !== undefined ? err(this.loss) : result;
  }

  private async change(work: () => Promise<void>): Stored<void> {
    if (this.readOnly !== undefined) return err(this.readOnly);
    const result = await this.run(work);
    if (result.ok) this.changes.announce();
    return result;
  }

  /** A change that is one transaction. */
  private async changeAtOnce(work: () => Promise<void>): Stored<void> {
    return this.change(() => this.db.write(work));
  }

  private async import(
    datasets: readonly NewDataset[],
    replaced: readonly string[],
    options: ImportOptions,
  ): Stored<void> {
    return this.change(() => whileImporting(this.db.name, () => importAll(this.db, datasets, replaced, options)));
  }
}
