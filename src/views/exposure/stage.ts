/** What the screen has to show: results, or in words why there are none. */
import type { Totals } from '../../sim/types.ts';

export type Stage = 'nothing' | 'waiting' | 'no-prices' | 'no-subscriptions' | 'unpriced' | 'not-exposed' | 'results';

/** What is there to look at. `totals` are those of the open currency, whatever the filter. */
export interface StageFacts {
  readonly hasPrices: boolean;
  readonly subscriptions: number;
  /** Subscriptions that have no market, currency or segment yet. */
  readonly waiting: number;
  readonly totals: Totals;
  readonly unpriced: number;
}

export function stageOf({ hasPrices, subscriptions, waiting, totals, unpriced }: StageFacts): Stage {
  if (subscriptions === 0 && waiting > 0) return 'waiting';
  if (subscriptions === 0) return hasPrices ? 'no-subscriptions' : 'nothing';
  if (!hasPrices) return 'no-prices';
  if (unpriced >= subscriptions) return 'unpriced';
  return totals.exposed === 0 ? 'not-exposed' : 'results';
}
