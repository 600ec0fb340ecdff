/** The engine's state in the worker: one store, the datasets in memory, and the book that all simulations run on. */
import type { Day } from '../core/days.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { sharing } from '../core/scenario/share.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { exportFileName } from '../core/file-name.ts';
import { rejectsCsv } from '../exporters/results/csv.ts';
import {
  type Book,
  type SimulationRequest,
  type Snapshots,
  inUse,
  extraNames,
  prepareBook,
  readSnapshots,
} from '../sim/index.ts';
import { type StoreError, storeErrorText } from '../storage/store-error.ts';
import { SCHEMA } from '../storage/database.ts';
import { type OpenOptions, openStore } from '../storage/open-store.ts';
import type { StoredDocument } from '../storage/document.ts';
import type { Reject } from '../storage/rejects.ts';
import type { Store } from '../storage/store.ts';
import type { BackupOptions } from '../storage/backup/write-backup.ts';
import type { ExportedFile } from './export-results.ts';
import type { DroppedFile } from './import-jobs.ts';
import type { ChangeOutcome, DatasetChange, OpenOutcome, RestoreOutcome, Workspace } from './workspace.ts';
import { withSourceFiles } from './portfolio-columns.ts';
import { relationsOf } from './file-relations.ts';
import { priceListFacts } from './price-list-facts.ts';
import { recordsOf } from './dataset-records.ts';
import { RunningJobs } from './running-jobs.ts';
import { columnsInMemory } from './rows-in-memory.ts';

/** What the jobs share. Rows are read from the store once, at start; imports add theirs without reading them back. */
export class Engine {
  readonly jobs = new RunningJobs();
  private opened: Store | undefined;
  private options: OpenOptions = {};
  private datasets: readonly Dataset[] = [];
  private prepared: Book | undefined;
  private known: Snapshots | undefined;
  private loaded = false;
  private scenario: Scenario | undefined;
  /** Differs between any two states of the datasets, also those of a worker that took over. */
  private state = newRevision();
  private held: object = {};
  /** Settles when the last change is through. */
  private last: Promise<unknown> = Promise.resolve();

  /** An engine on datasets that are in no store: whatever would read one fails. */
  static of(datasets: readonly Dataset[]): Engine {
    const engine = new Engine();
    engine.setDatasets(datasets);
    engine.loaded = true;
    return engine;
  }

  get store(): Store {
    if (!this.opened) throw new Error('INTERNAL: the store is not open yet');
    return this.opened;
  }

  get book(): Book {
    return (this.prepared ??= prepareBook({ datasets: this.used }));
  }

  /** All datasets, older snapshots too; those of bulk files with the columns of `rows-in-memory.ts` alone. */
  get inputs(): readonly Dataset[] {
    return this.datasets;
  }

  get snapshots(): Snapshots {
    return (this.known ??= readSnapshots(this.datasets));
  }

  /** The datasets that figures are made from: all but older snapshots. */
  get used(): readonly Dataset[] {
    return inUse(this.datasets, this.snapshots);
  }

  /** The state of the datasets that the book is made from. */
  get revision(): string {
    return this.state;
  }

  /** What was made of the datasets is kept by this object: it goes with them. */
  get memory(): object {
    return this.held;
  }

  /** The request with all parts of its scenario that are as they were last time: prices that were made from those are found again. */
  settled(request: SimulationRequest): SimulationRequest {
    this.scenario = sharing(this.scenario, request.scenario);
    return { ...request, scenario: this.scenario };
  }

  setDatasets(datasets: readonly Dataset[]): void {
    this.datasets = [...datasets].sort((a, b) => a.order - b.order);
    this.prepared = undefined;
    this.known = undefined;
    this.state = newRevision();
    this.held = {};
  }

  /** Reads all datasets anew and keeps nothing of what they were. */
  async reread(): Promise<Awaited<ReturnType<Store['clear']>>> {
    const loaded = await this.store.loadAll(columnsInMemory);
    if (!loaded.ok) return loaded;
    this.scenario = undefined;
    this.setDatasets(loaded.value.datasets);
    return { ok: true, value: undefined };
  }

  /** Runs the work when all work before it is through: what reads and replaces the datasets never meets its like. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** This engine with its datasets. A worker that took over from one that died reads them here. */
  async ready(): Promise<this> {
    if (this.loaded) return this;
    await this.alone(async () => {
      const outcome = this.loaded ? undefined : await this.load();
      if (outcome && 'failed' in outcome) throw new Error(storeErrorText(outcome.failed));
    });
    return this;
  }

  async open(options: OpenOptions = {}): Promise<OpenOutcome | { readonly failed: StoreError }> {
    this.options = options;
    return this.alone(() => this.load());
  }

  /** Lets go of the store and of the datasets. */
  async close(): Promise<void> {
    await this.alone(() => {
      this.opened?.close();
      this.opened = undefined;
      this.loaded = false;
      this.setDatasets([]);
      return Promise.resolve();
    });
  }

  private async load(): Promise<OpenOutcome | { readonly failed: StoreError }> {
    if (!this.opened) {
      const result = await openStore(undefined, this.options);
      if (!result.ok) return { failed: result.error };
      this.opened = result.value;
    }
    const loaded = await this.store.loadAll(columnsInMemory);
    if (!loaded.ok) return { failed: loaded.error };
    this.setDatasets(loaded.value.datasets);
    this.loaded = true;
    const found = await this.store.found();
    if (!found.ok) return { failed: found.error };
    const document = await this.store.readDocument();
    const troubles = [...loaded.value.damaged, ...(document.ok ? [] : [document.error])];
    return {
      workspace: await this.workspace(),
      document: document.ok ? document.value : undefined,
      troubles,
      found: found.value,
    };
  }

  /** The stored document; undefined when there is none, or none that can be read. */
  async document(): Promise<StoredDocument | undefined> {
    const document = await this.store.readDocument();
    return document.ok ? document.value : undefined;
  }

  /** Takes over the datasets as another tab left them; false when they are those that are here already. */
  async followStore(): Promise<boolean> {
    return this.alone(async () => {
      const entries = await this.store.list();
      if (!entries.ok || recordsOf(entries.value) === recordsOf(this.datasets)) return false;
      await this.load();
      return true;
    });
  }

  /** Makes no figure from datasets that turned out damaged after they were read. */
  async letGoOfDamaged(): Promise<void> {
    await this.alone(async () => {
      const entries = await this.store.list();
      const damaged = new Set(
        entries.ok ? entries.value.flatMap((one) => (one.state === 'damaged' ? one.id : [])) : [],
      );
      const whole = this.datasets.filter(({ id }) => !damaged.has(id));
      if (whole.length < this.datasets.length) this.setDatasets(whole);
    });
  }

  /** Throws when the store has become unreadable: an empty list would say that all is gone. */
  async workspace(): Promise<Workspace> {
    const entries = await this.store.list();
    if (!entries.ok) throw new Error(storeErrorText(entries.error));
    const state = await this.store.state();
    if (!state.ok) throw new Error(storeErrorText(state.error));
    const usage = await this.store.usage();
    const { portfolio, diagnostics, offers } = this.book;
    return {
      revision: this.revision,
      entries: entries.value,
      questions: portfolio.questions,
      diagnostics,
      portfolio: withSourceFiles(portfolio),
      extras: extraNames(portfolio),
      hasPrices: offers.size > 0,
      usage,
      schema: SCHEMA,
      state: state.value,
      readOnly: this.store.readOnly,
      priceLists: priceListFacts(this.datasets),
      snapshots: this.snapshots,
      relations: relationsOf(this.datasets),
    };
  }

  async change(change: DatasetChange): Promise<ChangeOutcome> {
    return this.alone(async () => {
      const result = await this.applyChange(change);
      const workspace = await this.workspace();
      return result.ok ? { workspace } : { workspace, error: result.error };
    });
  }

  /** Puts a backup in place of everything and reads it. */
  async restore(file: Blob, options: BackupOptions): Promise<RestoreOutcome> {
    return this.alone(async () => {
      const result = await this.store.restore(file, options);
      if (result.ok) await this.load();
      const outcome = { workspace: await this.workspace(), document: await this.document() };
      return result.ok ? outcome : { ...outcome, error: result.error };
    });
  }

  private async applyChange(change: DatasetChange): ReturnType<Store['clear']> {
    switch (change.kind) {
      case 'amend': {
        const result = await this.store.amend(change.id, change.amendment);
        const amended = (dataset: Dataset): Dataset =>
          dataset.id === change.id ? { ...dataset, ...change.amendment } : dataset;
        if (result.ok) this.setDatasets(this.datasets.map(amended));
        return result;
      }
      case 'remove': {
        const result = await this.store.remove(change.id);
        if (result.ok) this.setDatasets(this.datasets.filter(({ id }) => id !== change.id));
        return result;
      }
      case 'clear': {
        const result = await this.store.clear();
        if (result.ok) this.setDatasets([]);
        return result;
      }
    }
  }

  /** The file that a dataset was made from. */
  async sourceFile(id: string): Promise<DroppedFile | StoreError | undefined> {
    const source = await this.store.loadSource(id);
    if (!source.ok) return source.error;
    const info = this.datasets.find((one) => one.id === id);
    return source.value && info && { name: info.file, blob: source.value };
  }

  async rejects(id: string, limit: number): Promise<readonly Reject[] | StoreError> {
    const rejects = await this.store.loadRejects(id);
    return rejects.ok ? rejects.value.slice(0, limit) : rejects.error;
  }

  async exportRejects(id: string, asOf: Day): Promise<ExportedFile | StoreError> {
    const rejects = await this.store.loadRejects(id);
    if (!rejects.ok) return rejects.error;
    const dataset = this.datasets.find((one) => one.id === id);
    const file = dataset?.file ?? '';
    const text = rejectsCsv(rejects.value.map((reject) => ({ ...reject, file })));
    const name = exportFileName('rejects-csv', asOf, file);
    return { name, type: 'text/csv;charset=utf-8', bytes: new TextEncoder().encode(text) };
  }
}

function newRevision(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
