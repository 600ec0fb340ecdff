/** The rows of one stored dataset, read as they are looked at. */
import { storeErrorText } from '../storage/store-error.ts';
import type { EngineJobs, RowFacts } from '../workers/engine-jobs.ts';
import type { Runner } from '../workers/runner.ts';
import { RowPages } from './row-pages.ts';

export type { RowColumn, RowFacts } from '../workers/engine-jobs.ts';

export class OpenRows {
  /** Undefined until they are there. */
  facts: RowFacts | undefined = $state.raw();
  /** Why nothing more can be read. */
  trouble: string | undefined = $state.raw();
  /** Counts what has arrived: cells are to be drawn again. */
  arrivals = $state(0);
  readonly pages: RowPages;
  private readonly runner: Runner<EngineJobs>;
  private readonly id: string;

  constructor(runner: Runner<EngineJobs>, id: string) {
    this.runner = runner;
    this.id = id;
    this.pages = new RowPages(
      async (request) => {
        const cells = await runner.run('rowPage', { id, ...request });
        if (!('kind' in cells)) return cells;
        this.trouble = storeErrorText(cells);
        return undefined;
      },
      () => this.arrivals++,
    );
  }

  async open(): Promise<void> {
    const facts = await this.runner.run('rowFacts', { id: this.id });
    if ('kind' in facts) this.trouble = storeErrorText(facts);
    else this.facts = facts;
  }
}
