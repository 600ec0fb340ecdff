/** Azure consumption of the workbook's files: facts of it, and answers to questions about it. */
import { azureText } from '../core/text/en/azure.ts';
import type { Month } from '../core/days.ts';
import type { CreditAnswer, RoundingAnswer, TierAnswer } from '../sim/azure/credit/types.ts';
import type { ForecastAnswer } from '../sim/azure/forecast/types.ts';
import type { MonthBridge, UsageFacts, UsageFilter, UsageGroups, UsageQuery } from '../sim/azure/types.ts';
import type { Workbook } from './workbook.svelte.ts';

export class AzureUsage {
  /** Undefined before the files have been read; without sources when none holds consumption. */
  facts: UsageFacts | undefined = $state.raw();
  /** The user stopped the reading. */
  cancelled = $state(false);
  readonly workbook: Workbook;
  private revision = '';

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** Reads the files when they have changed since the last time. */
  async read(): Promise<void> {
    const { workbook } = this;
    const revision = workbook.workspace?.revision ?? '';
    if (revision === '' || revision === this.revision) return;
    this.revision = revision;
    this.cancelled = false;
    const outcome = await workbook.jobs.run(azureText.reading, (signal, move) =>
      workbook.runner.run('usageFacts', undefined, {
        signal,
        onProgress: ({ done, of, file }) => {
          move(done / of, file);
        },
      }),
    );
    if (revision !== this.revision) return;
    if (outcome) this.facts = outcome.facts;
    else {
      this.cancelled = true;
      this.revision = '';
    }
  }

  /** Undefined when the files have changed meanwhile. */
  async ask(query: UsageQuery): Promise<UsageGroups | undefined> {
    const { revision, groups } = await this.workbook.runner.run('usageGroups', query);
    return revision === this.workbook.workspace?.revision ? groups : undefined;
  }

  /** The forecast of what passes a filter; undefined when the files have changed meanwhile. */
  async forecast(filter: UsageFilter, months: number): Promise<ForecastAnswer | undefined> {
    const { revision, answer } = await this.workbook.runner.run('usageForecast', { filter, months });
    return revision === this.workbook.workspace?.revision ? answer : undefined;
  }

  /** The earned credit in a currency; undefined when the files have changed meanwhile. */
  async credit(currency: string): Promise<CreditAnswer | undefined> {
    const { revision, answer } = await this.workbook.runner.run('azureCredit', currency);
    return revision === this.workbook.workspace?.revision ? answer : undefined;
  }

  /** How the costs in a currency follow from their prices; undefined when the files have changed meanwhile. */
  async roundings(
    currency: string,
  ): Promise<{ readonly answer: RoundingAnswer; readonly tiers: TierAnswer } | undefined> {
    const { revision, ...found } = await this.workbook.runner.run('azureRoundings', currency);
    return revision === this.workbook.workspace?.revision ? found : undefined;
  }

  /** What changed from the month before; undefined when the files have changed meanwhile. */
  async bridge(filter: UsageFilter, month: Month): Promise<MonthBridge | undefined> {
    const { revision, bridge } = await this.workbook.runner.run('usageBridge', { filter, month });
    return revision === this.workbook.workspace?.revision ? bridge : undefined;
  }
}

const known = new WeakMap<Workbook, AzureUsage>();

/** The consumption of a workbook: kept while other screens are open. */
export function azureOf(workbook: Workbook): AzureUsage {
  const azure = known.get(workbook) ?? new AzureUsage(workbook);
  known.set(workbook, azure);
  return azure;
}
