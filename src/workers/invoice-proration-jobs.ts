/** The jobs of the proration sheet. */
import type { Day } from '../core/days.ts';
import type { Result } from '../core/result.ts';
import { priceCandidates } from '../sim/invoice/proration-sheet/price-candidates.ts';
import { prorationSheet } from '../sim/invoice/proration-sheet/proration-sheet.ts';
import type {
  PriceCandidate,
  ProrationQuestion,
  ProrationResult,
  ProrationTrouble,
} from '../sim/invoice/proration-sheet/types.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';

export type InvoiceProrationJobs = {
  prorate: { input: ProrationQuestion; progress: undefined; output: Result<ProrationResult, ProrationTrouble> };
  /** Prices of subscriptions and lists by words. */
  prorationPrices: {
    input: { readonly find: string; readonly day: Day };
    progress: undefined;
    output: readonly PriceCandidate[];
  };
};

export function invoiceProrationJobs(engine: Engine): JobHost<InvoiceProrationJobs> {
  return {
    prorate: (question) => prorationSheet(question),
    prorationPrices: async ({ find, day }) => priceCandidates((await engine.ready()).book, find, day),
  };
}
