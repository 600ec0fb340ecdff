/** The queue of decisions over the open workbook, the ways out of one subscription, and the seats in use. */
import { idKey } from '../core/ids.ts';
import type { Decision } from '../core/scenario/scenario.ts';
import { decideText } from '../core/text/en/decide.ts';
import type { Objective, SeatEvidence, SeatUsage, WayQueue, WaysOut } from '../sim/exits/types.ts';
import { byIdKey, evidenceById, withDecisions, withoutDecisions } from './decisions.ts';
import { LatestRun } from './latest-run.svelte.ts';
import type { Workbook } from './workbook.svelte.ts';

/** Above so many subscriptions the queue takes long enough for a bar. */
const MANY = 20_000;

export class Decide {
  objective: Objective = $state('committed');
  months = $state(12);
  estDays = $state(30);
  /** With the portfolio that its rows belong to. */
  queue: WayQueue | undefined = $state.raw();
  usage: SeatUsage | undefined = $state.raw();
  readonly evidence: ReadonlyMap<string, SeatEvidence> = $derived(evidenceById(this.usage));
  private readonly workbook: Workbook;
  private readonly runs = new LatestRun(() => this.price());

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  get calculating(): boolean {
    return this.runs.running;
  }

  /** Prices the queue by what holds now. */
  async refresh(): Promise<void> {
    await this.runs.run();
  }

  private async price(): Promise<void> {
    const { workbook, months, estDays, objective } = this;
    const { workspace, portfolio, request: simulation, document } = workbook;
    if (!workspace || !portfolio || portfolio.rows === 0) {
      this.queue = undefined;
      return;
    }
    const request = { simulation, months, estDays, objective, seatsWanted: document.seatsWanted };
    const answer =
      portfolio.rows > MANY
        ? await workbook.jobs.run(decideText.queue.calculating, (signal, move) =>
            workbook.runner.run('wayQueue', request, {
              signal,
              onProgress: ({ rows, of }) => {
                move(rows / of, decideText.queue.progress(String(rows), String(of)));
              },
            }),
          )
        : await workbook.runner.run('wayQueue', request);
    if (answer?.revision === this.workbook.workspace?.revision) this.queue = answer?.queue;
  }

  /** Reads what imported licence usage says. */
  async readUsage(): Promise<void> {
    this.usage = await this.workbook.runner.run('seatUsage', undefined);
  }

  /** The ways out of a row of the portfolio. */
  async waysOf(row: number, id: string, flipPlan: string | undefined): Promise<WaysOut> {
    const { months, estDays, objective, workbook } = this;
    const seatsWanted = workbook.document.seatsWanted.get(idKey(id));
    const simulation = workbook.request;
    return workbook.runner.run('waysOut', { simulation, row, months, estDays, objective, seatsWanted, flipPlan });
  }

  /** Records decisions about single subscriptions, each in place of the last one about it; one step. */
  decide(decisions: readonly Decision[], what: string): void {
    const { scenario } = this.workbook.document;
    this.assume(withDecisions(scenario.decisions, decisions), what);
  }

  /** Takes the decisions about single subscriptions away. */
  reopen(ids: readonly string[], what: string): void {
    const { scenario } = this.workbook.document;
    const decisions = withoutDecisions(scenario.decisions, ids);
    if (decisions.length < scenario.decisions.length) this.assume(decisions, what);
  }

  private assume(decisions: readonly Decision[], what: string): void {
    this.workbook.gate.dispatch({ kind: 'set-assumptions', change: { decisions }, what });
  }

  /** Seats wanted by subscription id; undefined: as many as today. */
  want(changes: ReadonlyMap<string, number | undefined>, what: string): void {
    this.workbook.gate.dispatch({ kind: 'want-seats', changes: byIdKey(changes), what });
  }
}

const known = new WeakMap<Workbook, Decide>();

/** The one of a workbook, so that the queue is still there when the screen comes back. */
export function decideOf(workbook: Workbook): Decide {
  const decide = known.get(workbook) ?? new Decide(workbook);
  known.set(workbook, decide);
  return decide;
}
