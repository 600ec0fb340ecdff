/** The simulation of the workbook: of the whole portfolio and of the rows that pass the filter, always of the latest inputs. */
import type { TwinDecision } from '../core/scenario/scenario.ts';
import type { Simulation, SimulationRequest, SimulationSums, TwinCandidate } from '../sim/types.ts';
import type { Table } from '../core/table.ts';
import type { EngineJobs, Workspace } from '../workers/engine-jobs.ts';
import { withPortfolioColumns } from '../workers/portfolio-columns.ts';
import type { Runner } from '../workers/runner.ts';
import { type Filter, isEmptyFilter, portfolioRows } from './filter.ts';
import { LatestRun } from './latest-run.svelte.ts';

/** What twin candidates are made from, besides the datasets of a revision. */
interface TwinsOf {
  readonly revision: string;
  readonly decisions: readonly TwinDecision[];
}

/** What the calculation takes from the workbook. */
export interface CalculationInputs {
  readonly workspace: Workspace | undefined;
  readonly portfolio: Table | undefined;
  readonly request: SimulationRequest;
  readonly filter: Filter;
  /** Rows of `simulation.table` that pass the filter. */
  readonly visibleRows: Uint32Array;
  readonly runner: Runner<EngineJobs>;
  /** Takes over the datasets as the engine has them, and calculates anew. */
  refresh(): Promise<void>;
}

export class Calculation {
  /** Of the whole portfolio; undefined before the first result. */
  simulation: Simulation | undefined = $state.raw();
  /** Of the rows that pass the filter: what charts and lists show. */
  shown: Simulation | undefined = $state.raw();
  /** The sums of what is shown: they are there a moment before its rows. */
  sums: SimulationSums | undefined = $state.raw();
  twins: readonly TwinCandidate[] = $state.raw([]);
  private twinsOf: TwinsOf | undefined;
  private readonly latest = new LatestRun(() => this.once());
  private readonly workbook: CalculationInputs;

  constructor(workbook: CalculationInputs) {
    this.workbook = workbook;
  }

  /** Results on screen are older than the inputs. */
  get running(): boolean {
    return this.latest.running;
  }

  /** Runs until the result belongs to the latest inputs; calls in between are folded into one. */
  async run(): Promise<void> {
    await this.latest.run();
  }

  /** Forgets what was computed from datasets that are gone. */
  clear(): void {
    this.simulation = undefined;
    this.show(undefined);
    this.twins = [];
    this.twinsOf = undefined;
  }

  private show(simulation: Simulation | undefined): void {
    this.shown = simulation;
    this.sums = simulation;
  }

  private async once(): Promise<void> {
    const { workbook } = this;
    const { workspace, request, portfolio, filter } = workbook;
    if (!workspace || !portfolio || portfolio.rows === 0) {
      this.clear();
      return;
    }
    const onProgress = (sums: SimulationSums): void => {
      if (workspace === workbook.workspace && isEmptyFilter(filter)) this.sums = sums;
    };
    const { revision, parts } = await workbook.runner.run('simulate', request, { onProgress });
    if (workspace !== workbook.workspace) return;
    if (revision !== workspace.revision) {
      await workbook.refresh();
      return;
    }
    this.simulation = withPortfolioColumns(parts, portfolio);
    await this.showFiltered();
    await this.findTwins({ revision, decisions: request.scenario.est.twins });
  }

  private async findTwins(of: TwinsOf): Promise<void> {
    if (this.twinsOf?.revision === of.revision && this.twinsOf.decisions === of.decisions) return;
    this.twins = await this.workbook.runner.run('twins', this.workbook.request.scenario);
    this.twinsOf = of;
  }

  /** The figures of the filtered rows are simulated by the same code: never a second way to add up. */
  async showFiltered(): Promise<void> {
    const { workbook, simulation } = this;
    const { filter, workspace, portfolio } = workbook;
    if (!simulation || !workspace || !portfolio || isEmptyFilter(filter)) {
      this.show(simulation);
      return;
    }
    const rows = portfolioRows(simulation, workbook.visibleRows);
    const isLatest = (): boolean => filter === workbook.filter && simulation === this.simulation;
    const onProgress = (sums: SimulationSums): void => {
      if (isLatest()) this.sums = sums;
    };
    const { revision, parts } = await workbook.runner.run('simulate', { ...workbook.request, rows }, { onProgress });
    if (!isLatest()) return;
    if (revision !== workspace.revision) {
      await workbook.refresh();
      return;
    }
    this.show(withPortfolioColumns(parts, portfolio));
  }
}
