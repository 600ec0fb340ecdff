/** The store: datasets and the document in the browser's database. Trouble comes back as a `StoreError`. */
import { err, ok } from '../core/result.ts';
import type { Dataset, DatasetInfo } from '../core/schema/dataset.ts';
import { type DatasetEntry, listDatasets, manifestOf } from './catalogue.ts';
import { ChunkCheck, type ChunkChecks } from './chunk-check.ts';
import type { Database } from './database.ts';
import type { StoredDocument } from './document.ts';
import { deleteDocument, getDocument, getHistory, putDocument } from './document-store.ts';
import { StoreFailure, attempt } from './errors.ts';
import type { HistoryChange, StoredHistory } from './history.ts';
import type { StoreError } from './store-error.ts';
import { type ImportOptions, Staging, removeDataset } from './import.ts';
import { type Quota, type Usage, fits, usage } from './quota.ts';
import { readKeptSource, readTable } from './read-table.ts';
import { type RowReader, readingRows } from './row-reader.ts';
import { type Reject, rejectsOfTable } from './rejects.ts';
import { type NewDataset, sweep } from './staging.ts';
import { checkedBackup } from './backup/open-backup.ts';
import { restoreBackup } from './backup/restore.ts';
import { type BackupFile, type BackupOptions, writeBackup } from './backup/write-backup.ts';
import { type StoreState, noteChange, stateOf } from './store-state.ts';
import type { Found } from './sentinel.ts';
import { TabRole } from './tab-role.ts';
import { ChangeChannel, unlessImporting, whileImporting } from './tabs.ts';
import type { Amendment, ImportSession, LoadedDatasets, StoreOptions, Stored } from './store-types.ts';

export type { Amendment, ImportSession, LoadedDatasets, Stored, StoreOptions } from './store-types.ts';

/** Made by `openStore`. Methods that write answer `newer-schema` when a newer version of the app has written the data. */
export class Store {
  /** This tab among the others on the store. */
  readonly tabs: TabRole;
  private readonly db: Database;
  private readonly quota: Quota | undefined;
  private readonly newer: StoreError | undefined;
  private readonly changes: ChangeChannel;
  /** Batches with parts that are not what was stored. */
  private readonly damaged = new Set<string>();
  private readonly check: ChunkCheck;
  private readonly lossListeners = new Set<(error: StoreError) => void>();
  private loss: StoreError | undefined;

  constructor(db: Database, { quota, readOnly, locks, begin }: StoreOptions) {
    this.db = db;
    this.quota = quota;
    this.newer = readOnly;
    this.changes = new ChangeChannel(db.name);
    this.check = new ChunkCheck(db);
    this.onChange(() => {
      this.check.relist();
    });
    this.tabs = new TabRole({ store: db.name, channel: this.changes, locks, begin });
    db.backendDB().addEventListener('close', () => {
      this.lose({ kind: 'data-cleared' });
    });
    db.on('versionchange', (event) => {
      this.lose({ kind: event.newVersion === null ? 'data-cleared' : 'newer-tab' });
      return false; // keeps Dexie from its own, noisy handling
    });
  }

  /** Why nothing may be written now: the data belongs to a newer version of the app, or another tab writes. */
  get readOnly(): StoreError | undefined {
    return this.newer ?? (this.tabs.role === 'writer' ? undefined : { kind: 'other-writer' });
  }

  /** What is stored, in few words. */
  async state(): Stored<StoreState> {
    return this.run(() => stateOf(this.db));
  }

  /** What the store was like when it was opened: to be compared with what was noted outside it. */
  async found(): Stored<Found> {
    return this.run(async () => {
      const [state, { persisted }] = await Promise.all([stateOf(this.db), this.usage()]);
      return { state, birth: this.db.birth, persisted };
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
    return this.import(datasets, [oldId], options);
  }

  /**
   * Runs an import that stores rows while they are being read. What it has not committed when it ends is deleted. Its own
   * exceptions pass through; trouble of the store, also what `ChunkWriter.write` threw, comes back as a value.
   */
  async importing<T>(signal: AbortSignal | undefined, work: (session: ImportSession) => Promise<T>): Stored<T> {
    if (this.readOnly !== undefined) return err(this.readOnly);
    const staging = new Staging(this.db, signal);
    const session: ImportSession = {
      open: () => staging.open(),
      commit: (...given) => this.change(() => staging.commit(...given)),
    };
    try {
      return ok(await this.whileBusy(() => work(session).finally(() => staging.discard())));
    } catch (thrown) {
      if (!(thrown instanceof StoreFailure)) throw thrown;
      return this.run(() => Promise.reject(thrown));
    }
  }

  /**
   * A dataset with all its rows; `damaged-dataset` when they are not what was stored.
   * @param columns names of the columns that are needed, so that the others are not read; undefined: all
   */
  async load(id: string, columns?: readonly string[]): Stored<Dataset> {
    return this.run(async () => {
      const manifest = await manifestOf(this.db, id);
      const table = await attempt(() => readTable(this.db, manifest, 'table', columns));
      if (table.ok) return { ...manifest.info, table: table.value };
      if (table.error.kind === 'damaged-dataset') this.damaged.add(manifest.batch);
      throw new StoreFailure(table.error);
    });
  }

  /** Lets `use` read a dataset's rows slice by slice; `damaged-dataset` when they are not what was stored. */
  async reading<T>(id: string, use: (rows: RowReader) => Promise<T>): Stored<T> {
    return this.run(() => readingRows(this.db, id, use, (batch) => this.damaged.add(batch)));
  }

  /**
   * Checks one more stored part of any dataset, also of columns that nobody reads: a small step, to be repeated until
   * `checked` is `total`. A part that is not what was stored makes its dataset damaged.
   */
  async checkNext(): Stored<ChunkChecks & { readonly found?: StoreError }> {
    return this.run(async () => {
      const damaged = await this.check.step();
      const { checks } = this.check;
      if (damaged === undefined || this.damaged.has(damaged.batch)) return checks;
      this.damaged.add(damaged.batch);
      return { ...checks, found: { kind: 'damaged-dataset', id: damaged.id, file: damaged.info.file } };
    });
  }

  /** The file that a dataset was read from, as it came; undefined when it was too large to be kept. */
  async loadSource(id: string): Stored<Blob | undefined> {
    return this.run(async () => readKeptSource(this.db, await manifestOf(this.db, id)));
  }

  /**
   * Every dataset that is whole. @param columnsOf names of the columns to read of a dataset, undefined: all. Damage in the
   * others shows when they are read.
   */
  async loadAll(
    columnsOf: (info: DatasetInfo) => readonly string[] | undefined = () => undefined,
  ): Stored<LoadedDatasets> {
    const listed = await this.list();
    if (!listed.ok) return listed;
    const datasets: Dataset[] = [];
    const damaged: StoreError[] = [];
    for (const entry of listed.value) {
      const loaded = await this.load(entry.id, entry.state === 'ready' ? columnsOf(entry.info) : undefined);
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
    return this.changeDatasets(async () => {
      const manifest = await manifestOf(this.db, id);
      await this.db.datasets.put({ ...manifest, info: { ...manifest.info, ...amendment } });
    });
  }

  async remove(id: string): Stored<void> {
    return this.changeDatasets(() => removeDataset(this.db, id));
  }

  /** Deletes all datasets and the document. */
  async clear(): Stored<void> {
    return this.changeDatasets(async () => {
      await Promise.all([this.db.datasets.clear(), this.db.parts.clear(), deleteDocument(this.db)]);
    });
  }

  /** The workbook's small state, undefined before the first `writeDocument`. */
  async readDocument(): Stored<StoredDocument | undefined> {
    return this.run(() => getDocument(this.db));
  }

  /** The steps that lead to the document. */
  async readHistory(): Stored<StoredHistory> {
    return this.run(() => getHistory(this.db));
  }

  async writeDocument(document: StoredDocument, history?: HistoryChange): Stored<void> {
    return this.changeAtOnce(() => putDocument(this.db, document, history));
  }

  /** A backup of everything that is stored and not damaged; also of data that may only be read. */
  async backup(options: BackupOptions = {}): Stored<BackupFile> {
    return this.run(() => writeBackup(this.db, options));
  }

  /** Puts a backup in place of everything that is stored: all of it, or nothing when any byte of the file is wrong. */
  async restore(file: Blob, options: BackupOptions = {}): Stored<void> {
    const backup = await checkedBackup(file, options);
    if (!backup.ok) return backup;
    const restored = await this.change(() => this.whileBusy(() => restoreBackup(this.db, backup.value, options)));
    if (!restored.ok) return restored;
    await this.sweep();
    return restored;
  }

  /** Deletes what interrupted imports have left; what is swept only at the next start takes up space until then, no more. */
  async sweep(): Promise<void> {
    await attempt(() => unlessImporting(this.db.name, () => sweep(this.db)));
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
    this.tabs.close();
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
    if (!result.ok) return result;
    this.check.relist();
    this.changes.announce();
    return result;
  }

  /** A change that is one transaction. */
  private async changeAtOnce(work: () => Promise<void>): Stored<void> {
    return this.change(() => this.db.write(work));
  }

  /** A change of the datasets that is one transaction. */
  private async changeDatasets(work: () => Promise<void>): Stored<void> {
    return this.changeAtOnce(async () => {
      await work();
      await noteChange(this.db);
    });
  }

  /** Work that no sweep and no other tab may come between. */
  private async whileBusy<T>(work: () => Promise<T>): Promise<T> {
    return this.tabs.busyWhile(() => whileImporting(this.db.name, work));
  }

  private async import(datasets: readonly NewDataset[], replaced: readonly string[], how: ImportOptions): Stored<void> {
    const result = await this.importing(how.signal, ({ commit }) => commit(datasets, replaced, how.onProgress));
    return result.ok ? result.value : result;
  }
}
