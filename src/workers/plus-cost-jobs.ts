/** The job of the cost range of CSPP Plus. */
import { plusCost } from '../sim/obligations/plus-cost.ts';
import type { PlusCost, PlusCostRequest } from '../sim/obligations/types.ts';
import type { JobHost } from './protocol.ts';

export type PlusCostJobs = {
  plusCost: { input: PlusCostRequest; progress: undefined; output: PlusCost };
};

export const plusCostJobs: JobHost<PlusCostJobs> = {
  plusCost: async (request) => Promise.resolve(plusCost(request)),
};
