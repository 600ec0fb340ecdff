/** What moves between two bills, by step. */
import type { Minor } from '../../../core/money.ts';
import type { BridgeStepName } from './types.ts';

export interface Move {
  amount: Minor;
  readonly was: string;
  readonly now: string;
}

/** The moves of one group of lines: they add up to what it was billed more. */
export class Moves {
  readonly byStep = new Map<BridgeStepName, Move>();

  add(step: BridgeStepName, amount: Minor, was = '', now = ''): void {
    const known = this.byStep.get(step);
    if (known) known.amount += amount;
    else if (amount !== 0) this.byStep.set(step, { amount, was, now });
  }

  /** What no other step explains. */
  settle(whole: Minor): void {
    let rest = whole;
    for (const { amount } of this.byStep.values()) rest -= amount;
    this.add('rounding', rest);
  }
}
