/**
 * The open workbook: datasets in the store, the document behind its write gate, and the simulation of both. Screens read
 * it and call its verbs; nothing here knows a screen.
 */
import type { Day, Month } from '../core/days.ts';
import { withOverrides } from '../core/overrides/apply.ts';
import type { Overrides } from '../core/overrides/override.ts';
import type { Table } from '../core/table.ts';
import { frameText } from '../core/text/en/frame.ts';
import type { Amount, Simulation, SimulationRequest, SimulationSums, TwinCandidate } from '../sim/types.ts';
import { type StoreError, storeErrorText } from '../storage/store-error.ts';
import type {
  Contributions,
  DatasetChange,
  EngineJobs,
  ExplainResult,
  ResultExport,
  Workspace,
} from '../workers/engine-jobs.ts';
import { AbortError, type Runner } from '../workers/runner.ts';
import { Autosave } from './autosave.ts';
import { Calculation } from './calculation.svelte.ts';
import { Backups, type FinishedFile } from './backups.svelte.ts';
import { EMPTY_DOCUMENT, type WorkbookDocument, changesFigures } from './document.ts';
import { type Filter, isEmptyFilter, matchingRows, portfolioRows } from './filter.ts';
import { WriteGate } from './gate.svelte.ts';
import { Imports } from './imports.svelte.ts';
import { Jobs } from './jobs.svelte.ts';
import { Keeping } from './keeping.svelte.ts';
import { LockedFiles } from './locked-files.svelte.ts';
import { RecipesIn } from './recipes-in.svelte.ts';
import { Session } from './session.ts';
import { readAsSaid } from './reread-stored.ts';
import { changedRepairs } from './stored-repairs.ts';
import type { WorkbookOptions } from './workbook-options.ts';

export type { WorkbookOptions } from './workbook-options.ts';
export type {
  Contributions,
  Explanation,
  FigureAnswer,
  FigureQuestion,
  MissingMonth,
  PlantedTraps,
  PriceListFacts,
  ResultExport,
  Trap,
  Unexplained,
  Workspace,
} from '../workers/engine-jobs.ts';

export type Status = 'opening' | 'ready' | 'failed';

export class Workbook {
  readonly jobs = new Jobs();
  readonly gate: WriteGate;
  readonly imports: Imports;
  readonly today: Day;
  readonly locale: string;
  readonly runner: Runner<EngineJobs>;
  readonly persist: () => Promise<boolean>;
  readonly download: (file: FinishedFile) => void;
  readonly keeping: Keeping;
  readonly session: Session;
  readonly backups: Backups;
  readonly locked: LockedFiles;
  readonly recipesIn: RecipesIn;

  status: Status = $state('opening');
  /** What the user has to know about the store, in words. */
  troubles: readonly string[] = $state.raw([]);
  /** Why nothing can be stored: a newer version of the app has written the data, or another tab writes. */
  readOnly: StoreError | undefined = $state.raw();
  workspace: Workspace | undefined = $state.raw();
  /** The filter of a tab that may not change the document. */
  private ownFilter: Filter | undefined = $state.raw();
  private readonly calculation = new Calculation(this);
  private readonly autosave: Autosave;

  constructor({ runner, today, locale, download, persist, notes }: WorkbookOptions) {
    this.runner = runner;
    this.today = today;
    this.locale = locale;
    this.download = download;
    this.persist = persist;
    this.keeping = new Keeping(notes);
    this.session = new Session(this);
    this.autosave = new Autosave(
      runner,
      () => this.gate.history,
      (error) => {
        this.troubles = [storeErrorText(error)];
      },
    );
    this.gate = new WriteGate(EMPTY_DOCUMENT, (document, before) => {
      if (this.readOnly === undefined) this.autosave.soon(document);
      void readAsSaid(this, changedRepairs(document, before));
      if (changesFigures(document, before)) void this.recalculate();
      else if (document.filter !== before.filter) void this.calculation.showFiltered();
    });
    this.imports = new Imports(this);
    this.backups = new Backups(this);
    this.locked = new LockedFiles(this, (files) => this.imports.add(files));
    this.recipesIn = new RecipesIn(this);
  }

  /** What the user put over imported cells. */
  readonly overrides: Overrides = $derived.by(() => this.document.scenario.overrides);
  /** The portfolio as the user changed it. */
  readonly portfolio: Table | undefined = $derived(
    this.workspace && withOverrides(this.workspace.portfolio, this.overrides),
  );

  get document(): WorkbookDocument {
    return this.gate.document;
  }

  get asOf(): Day {
    return this.document.asOf ?? this.today;
  }

  /** Why nothing is stored, in words; empty when it is. */
  get readOnlyText(): string {
    return this.readOnly ? storeErrorText(this.readOnly) : '';
  }

  /** Another tab writes: nothing can be changed here. */
  get following(): boolean {
    return this.readOnly?.kind === 'other-writer';
  }

  /** Of the whole portfolio; undefined before the first result. */
  get simulation(): Simulation | undefined {
    return this.calculation.simulation;
  }

  /** Of the rows that pass the filter: what charts and lists show. */
  get shown(): Simulation | undefined {
    return this.calculation.shown;
  }

  /** The sums of what is shown: they are there a moment before its rows. */
  get sums(): SimulationSums | undefined {
    return this.calculation.sums;
  }

  get twins(): readonly TwinCandidate[] {
    return this.calculation.twins;
  }

  /** Results on screen are older than the inputs. */
  get calculating(): boolean {
    return this.calculation.running;
  }

  /** True when there is something to show beyond the first screen. */
  get hasData(): boolean {
    return (this.workspace?.entries.length ?? 0) > 0;
  }

  get request(): SimulationRequest {
    const { scenario, horizonMonths } = this.document;
    return { scenario, window: { asOf: this.asOf, horizonMonths } };
  }

  /** Rows of `simulation.table` that pass the filter. */
  readonly visibleRows: Uint32Array = $derived(
    this.simulation ? matchingRows(this.simulation, this.filter) : new Uint32Array(0),
  );

  /** Says that something failed that should not have: a bug of ours, or a worker that died. */
  report(error: unknown): void {
    if (error instanceof AbortError) return;
    const text = frameText.failed(error instanceof Error ? error.message : String(error));
    this.troubles = [...this.troubles.filter((trouble) => trouble !== text), text];
  }

  /** Takes over what an import or a change of datasets left behind. */
  async adopt(workspace: Workspace): Promise<void> {
    this.takeIn(workspace);
    await this.recalculate();
  }

  /** Takes over the datasets; the figures are not recalculated yet. */
  takeIn(workspace: Workspace): void {
    this.workspace = workspace;
    this.readOnly = workspace.readOnly;
    this.gate.locked = this.following;
    this.keeping.note(workspace);
  }

  /** Takes over the datasets as the engine has them: after a drop that was cancelled too late, or by a worker that took over. */
  async refresh(): Promise<void> {
    await this.adopt(await this.runner.run('workspace', undefined));
  }

  /** Renames, answers, deletes; what cannot be done is said in `troubles`. */
  async change(change: DatasetChange): Promise<void> {
    if (change.kind === 'clear') this.autosave.cancel();
    const { workspace, error } = await this.runner.run('change', change);
    this.troubles = error ? [storeErrorText(error)] : [];
    if (change.kind === 'clear' && !error) this.startAfresh();
    await this.adopt(workspace);
  }

  /** Forgets what became of the files of the last drop. */
  forgetDrops(): void {
    this.imports.reset();
  }

  /** The state of a first run, after everything was deleted. */
  private startAfresh(): void {
    this.autosave.cancel();
    this.gate.load(EMPTY_DOCUMENT);
    this.imports.reset();
    this.calculation.clear();
  }

  /** Lets the engine load what it needs only later. */
  async warmUp(): Promise<void> {
    await this.runner.run('warmUp', undefined);
  }

  /** Forgets what has not been stored yet: there is nothing left to store it in. */
  drop(): void {
    this.autosave.cancel();
  }

  /** Stores what has not been stored yet; called when the page is being hidden. */
  async flush(): Promise<void> {
    await this.autosave.flush();
  }

  get filter(): Filter {
    return (this.following ? this.ownFilter : undefined) ?? this.document.filter;
  }

  setFilter(filter: Filter): void {
    if (!this.following) {
      this.gate.dispatch({ kind: 'set-filter', filter });
      return;
    }
    this.ownFilter = filter;
    void this.calculation.showFiltered();
  }

  /** Runs until the result belongs to the latest inputs; calls in between are folded into one. */
  async recalculate(): Promise<void> {
    await this.calculation.run();
  }

  /** Everything behind the figures of one row of the portfolio. */
  async explain(row: number): Promise<ExplainResult> {
    return this.runner.run('explain', { request: this.request, row });
  }

  /** What each of the filtered rows adds to a month's sum. */
  async monthAmounts(month: Month, currency: string, amount: Amount): Promise<Contributions> {
    const { simulation, filter, request } = this;
    const rows = simulation && !isEmptyFilter(filter) ? portfolioRows(simulation, this.visibleRows) : undefined;
    return this.runner.run('monthAmounts', { request: rows ? { ...request, rows } : request, month, currency, amount });
  }

  async exportFile(kind: ResultExport, label: string): Promise<void> {
    const request = { kind, simulation: this.request, workbookName: this.document.name };
    const file = await this.jobs.run(label, (signal) => this.runner.run('exportResults', request, { signal }));
    if (file) this.download(file);
  }
}
