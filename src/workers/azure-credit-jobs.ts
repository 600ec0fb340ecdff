/** The jobs of the earned credit on Azure. Each takes a billing currency. */
import { checkRounding } from '../sim/azure/credit/check.ts';
import { creditOf } from '../sim/azure/credit/credit.ts';
import { checkTiers } from '../sim/azure/credit/check-tiers.ts';
import { TIER_COLUMNS, type TieredMeter, tieredMeters } from '../sim/azure/credit/price-tiers.ts';
import type { CreditAnswer, RoundingAnswer, TierAnswer } from '../sim/azure/credit/types.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { storeErrorText } from '../storage/store-error.ts';
import { readWhole } from './azure-jobs.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';

export type AzureCreditJobs = {
  azureCredit: {
    input: string;
    progress: undefined;
    output: { readonly revision: string; readonly answer: CreditAnswer };
  };
  azureRoundings: {
    input: string;
    progress: undefined;
    output: { readonly revision: string; readonly answer: RoundingAnswer; readonly tiers: TierAnswer };
  };
};

/** The meters with tiers of all imported price lists. */
async function tiersOf(engine: Engine): Promise<readonly TieredMeter[]> {
  const { inputs, store } = await engine.ready();
  const datasets: Dataset[] = [];
  for (const { id } of inputs.filter(({ kind }) => kind === 'azure-prices')) {
    const loaded = await store.load(id, TIER_COLUMNS);
    if (!loaded.ok) throw new Error(storeErrorText(loaded.error));
    datasets.push(loaded.value);
  }
  return tieredMeters(datasets);
}

export function azureCreditJobs(engine: Engine): JobHost<AzureCreditJobs> {
  return {
    azureCredit: async (currency) => {
      const { revision, usage } = await readWhole(engine);
      return { revision, answer: creditOf(usage, currency) };
    },
    azureRoundings: async (currency) => {
      const { revision, usage } = await readWhole(engine);
      const tiers = checkTiers(usage, currency, await tiersOf(engine));
      return { revision, answer: checkRounding(usage, currency), tiers };
    },
  };
}
