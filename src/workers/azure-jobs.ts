/** The jobs of the Azure screen, on consumption that is read once for each state of the datasets. */
import { forecastOf } from '../sim/azure/forecast/forecast.ts';
import type { ForecastAnswer } from '../sim/azure/forecast/types.ts';
import { groupUsage, isUsageKind, monthBridge, readUsage, usageColumns } from '../sim/azure/model/index.ts';
import type { MonthBridge, Usage, UsageFacts, UsageFilter, UsageGroups, UsageQuery } from '../sim/azure/types.ts';
import type { Month } from '../core/days.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { storeErrorText } from '../storage/store-error.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';
import { transferablesOf } from './transferables.ts';

export interface UsageReading {
  readonly done: number;
  readonly of: number;
  readonly file: string;
}

export type AzureJobs = {
  /** Reads the files; undefined when it was cancelled. */
  usageFacts: {
    input: undefined;
    progress: UsageReading;
    output: { readonly revision: string; readonly facts: UsageFacts } | undefined;
  };
  usageGroups: {
    input: UsageQuery;
    progress: undefined;
    output: { readonly revision: string; readonly groups: UsageGroups };
  };
  /** To the end of so many months after the one that the complete days end in. */
  usageForecast: {
    input: { readonly filter: UsageFilter; readonly months: number };
    progress: undefined;
    output: { readonly revision: string; readonly answer: ForecastAnswer };
  };
  /** From the month before to a month. */
  usageBridge: {
    input: { readonly filter: UsageFilter; readonly month: Month };
    progress: undefined;
    output: { readonly revision: string; readonly bridge: MonthBridge };
  };
};

interface Reading {
  readonly signal?: AbortSignal;
  readonly report?: (progress: UsageReading) => void;
}

interface Known {
  readonly revision: string;
  readonly usage: Usage;
}

const known = new WeakMap<object, Known>();

/** The consumption of the engine's datasets; undefined when reading it was cancelled. */
export async function usageOf(engine: Engine, { signal, report }: Reading = {}): Promise<Known | undefined> {
  const { inputs, store, revision } = await engine.ready();
  const { memory } = engine;
  const before = known.get(memory);
  if (before?.revision === revision) return before;
  const files = inputs.filter(({ kind }) => isUsageKind(kind));
  const datasets: Dataset[] = [];
  for (const [done, { id, kind, file }] of files.entries()) {
    report?.({ done, of: files.length, file });
    // Lets a cancel arrive.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) return undefined;
    const loaded = await store.load(id, isUsageKind(kind) ? usageColumns(kind) : []);
    if (!loaded.ok) throw new Error(storeErrorText(loaded.error));
    datasets.push(loaded.value);
  }
  const found = { revision, usage: readUsage(datasets) };
  known.set(memory, found);
  return found;
}

/** The same for those that nobody cancels. */
export async function readWhole(engine: Engine): Promise<Known> {
  const found = await usageOf(engine);
  if (!found) throw new Error('INTERNAL: reading consumption was given up without being asked to');
  return found;
}

export function azureJobs(engine: Engine): JobHost<AzureJobs> {
  return {
    usageFacts: async (_, { signal, report }) => {
      const found = await usageOf(engine, { signal, report });
      return found && { revision: found.revision, facts: found.usage.facts };
    },
    usageForecast: async ({ filter, months }) => {
      const { revision, usage } = await readWhole(engine);
      return { revision, answer: forecastOf(usage, filter, months) };
    },
    usageBridge: async ({ filter, month }) => {
      const { revision, usage } = await readWhole(engine);
      return { revision, bridge: monthBridge(usage, filter, month) };
    },
    usageGroups: async (query, { transfer }) => {
      const found = await readWhole(engine);
      const groups = groupUsage(found.usage, query);
      return transfer({ revision: found.revision, groups }, transferablesOf(groups));
    },
  };
}
