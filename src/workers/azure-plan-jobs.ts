/** The jobs of what-if on Azure consumption. */
import { planOf } from '../sim/azure/plan/plan.ts';
import { PRICE_COLUMNS, type PriceSearch, commitmentPrices } from '../sim/azure/plan/prices.ts';
import type { CommitmentPrice, PlanRequest, UsagePlan } from '../sim/azure/plan/types.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { storeErrorText } from '../storage/store-error.ts';
import { readWhole } from './azure-jobs.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';

export type AzurePlanJobs = {
  /** Undefined plan: there is too little history. */
  azurePlan: {
    input: PlanRequest;
    progress: undefined;
    output: { readonly revision: string; readonly plan: UsagePlan | undefined };
  };
  commitmentPrices: { input: PriceSearch; progress: undefined; output: readonly CommitmentPrice[] };
};

interface Lists {
  readonly revision: string;
  readonly datasets: readonly Dataset[];
}

const known = new WeakMap<object, Lists>();

/** The price lists of Azure: read once for each state of the datasets. */
async function priceLists(engine: Engine): Promise<readonly Dataset[]> {
  const { inputs, store, revision } = await engine.ready();
  const { memory } = engine;
  const before = known.get(memory);
  if (before?.revision === revision) return before.datasets;
  const datasets: Dataset[] = [];
  for (const { id } of inputs.filter(({ kind }) => kind === 'azure-prices')) {
    const loaded = await store.load(id, PRICE_COLUMNS);
    if (!loaded.ok) throw new Error(storeErrorText(loaded.error));
    datasets.push(loaded.value);
  }
  known.set(memory, { revision, datasets });
  return datasets;
}

export function azurePlanJobs(engine: Engine): JobHost<AzurePlanJobs> {
  return {
    azurePlan: async (request) => {
      const { revision, usage } = await readWhole(engine);
      return { revision, plan: planOf(usage, request) };
    },
    commitmentPrices: async (search) => commitmentPrices(await priceLists(engine), search),
  };
}
