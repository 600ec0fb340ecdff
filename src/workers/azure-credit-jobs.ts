/** The jobs of the earned credit on Azure. Each takes a billing currency. */
import { checkRounding } from '../sim/azure/credit/check.ts';
import { creditOf } from '../sim/azure/credit/credit.ts';
import type { CreditAnswer, RoundingAnswer } from '../sim/azure/credit/types.ts';
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
    output: { readonly revision: string; readonly answer: RoundingAnswer };
  };
};

export function azureCreditJobs(engine: Engine): JobHost<AzureCreditJobs> {
  return {
    azureCredit: async (currency) => {
      const { revision, usage } = await readWhole(engine);
      return { revision, answer: creditOf(usage, currency) };
    },
    azureRoundings: async (currency) => {
      const { revision, usage } = await readWhole(engine);
      return { revision, answer: checkRounding(usage, currency) };
    },
  };
}
