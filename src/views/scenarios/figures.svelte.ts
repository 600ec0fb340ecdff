/** The sums of each scenario, calculated one after the other while the screen is open, and kept as long as they hold. */
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { Totals } from '../../sim/types.ts';
import type { NamedScenario } from '../../state/branches.ts';
import { noEntries, withEntry } from '../../state/with-entry.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';

interface Known {
  /** The datasets and the window that they were made of. */
  readonly of: string;
  readonly totals: readonly Totals[];
}

export class ScenarioFigures {
  /** By the scenario's id; those that are not there yet are being calculated. */
  totals: ReadonlyMap<string, readonly Totals[]> = $state.raw(noEntries());
  private readonly known = new WeakMap<Scenario, Known>();
  private readonly workbook: Workbook;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** Brings the sums up to date. Ends early when the signal fires: something has changed again. */
  async update(scenarios: readonly NamedScenario[], signal: AbortSignal): Promise<void> {
    const { workbook } = this;
    const { workspace, request } = workbook;
    if (!workspace || workspace.portfolio.rows === 0) {
      this.totals = noEntries();
      return;
    }
    const { window } = request;
    const of = JSON.stringify([workspace.revision, window.asOf, window.horizonMonths]);
    let found = noEntries<string, readonly Totals[]>();
    for (const { id, scenario } of scenarios) {
      const known = this.known.get(scenario);
      if (known?.of === of) found = withEntry(found, id, known.totals);
    }
    this.totals = found;
    for (const { id, scenario } of scenarios) {
      if (found.has(id)) continue;
      const { parts } = await workbook.runner.run('simulate', { scenario, window }, { signal });
      this.known.set(scenario, { of, totals: parts.totals });
      found = withEntry(found, id, parts.totals);
      this.totals = found;
    }
  }
}
