/** Scenarios of the open workbook side by side, as the engine has compared them last. */
import { compareText } from '../core/text/en/compare.ts';
import type { CompareProgress, CompareRequest, Comparison } from '../sim/compare/types.ts';
import { AbortError } from '../workers/runner.ts';
import type { Workbook } from './workbook.svelte.ts';

/** Simulated subscriptions beyond which a comparison takes long enough to show its progress. */
const LONG = 60_000;

export class ScenarioComparison {
  /** Undefined before the first one; stays while the next is being made. */
  result: Comparison | undefined = $state.raw();
  running = $state(false);
  /** The user stopped the last one. */
  cancelled = $state(false);
  private readonly workbook: Workbook;
  private ending: AbortController | undefined;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** Compares anew; what was being compared before is given up. */
  async compare(request: CompareRequest): Promise<void> {
    this.stop();
    const ending = new AbortController();
    this.ending = ending;
    this.running = true;
    this.cancelled = false;
    try {
      await this.run(request, ending.signal);
    } catch (error) {
      this.workbook.report(error);
    } finally {
      if (this.ending === ending) this.running = false;
    }
  }

  stop(): void {
    this.ending?.abort();
  }

  private async run(request: CompareRequest, ended: AbortSignal): Promise<void> {
    const { workbook } = this;
    const { workspace, runner } = workbook;
    if (!workspace) return;
    const ask = (signal: AbortSignal, onProgress?: (progress: CompareProgress) => void) =>
      runner.run('compareScenarios', request, { signal, onProgress });
    const work = (request.rows?.length ?? workspace.portfolio.rows) * request.scenarios.length;
    const outcome = await (work < LONG
      ? ask(ended).catch(unlessAborted)
      : workbook.jobs.run(compareText.comparing, (signal, move) =>
          ask(AbortSignal.any([signal, ended]), ({ done, of }) => {
            move(done / of, compareText.done(done, of));
          }),
        ));
    if (ended.aborted || workspace !== workbook.workspace) return;
    if (!outcome) this.cancelled = true;
    else if (outcome.revision === workspace.revision) this.result = outcome.comparison;
    else await workbook.refresh();
  }
}

function unlessAborted(error: unknown): undefined {
  if (!(error instanceof AbortError)) throw error;
}
