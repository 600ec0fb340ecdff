/** The jobs of Azure's budgets, exposure and stress test. */
import type { AzureBudget } from '../core/scenario/azure.ts';
import { budgetStanding } from '../sim/azure/limits/budgets.ts';
import { commitments } from '../sim/azure/limits/commitments.ts';
import { customerRisks } from '../sim/azure/limits/risks.ts';
import type { BudgetStanding, Risks } from '../sim/azure/limits/types.ts';
import type { SimulationRequest } from '../sim/types.ts';
import { readWhole } from './azure-jobs.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';

export type AzureLimitsJobs = {
  /** Where each budget stands, in their order. */
  azureBudgets: {
    input: { readonly budgets: readonly AzureBudget[]; readonly markupPercent: string };
    progress: undefined;
    output: { readonly revision: string; readonly standings: readonly BudgetStanding[] };
  };
  /** What each customer may cost, as of the request's window, by the scenario's limits and stress. */
  azureRisks: {
    input: SimulationRequest;
    progress: undefined;
    output: { readonly revision: string; readonly risks: Risks };
  };
};

export function azureLimitsJobs(engine: Engine): JobHost<AzureLimitsJobs> {
  return {
    azureBudgets: async ({ budgets, markupPercent }) => {
      const { revision, usage } = await readWhole(engine);
      return { revision, standings: budgets.map((budget) => budgetStanding(usage, budget, markupPercent)) };
    },
    azureRisks: async (request) => {
      const { revision, usage } = await readWhole(engine);
      const { book } = await engine.ready();
      return { revision, risks: customerRisks(usage, commitments(book, request), request.scenario.azure) };
    },
  };
}
