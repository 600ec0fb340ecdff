/** EST inside a comparison, by the cycles of the simulation (spec §4): charged up front, refunded by the day when a bridge ends. */
import type { Day } from '../../core/days.ts';
import type { Minor } from '../../core/money.ts';
import { CycleWalker } from '../cycles.ts';
import { SLOT } from '../cycle-amounts.ts';
import type { Assessment, Model } from '../model.ts';
import type { Pay } from '../pay.ts';

export interface EstCost {
  readonly cost: Minor;
  /** By the customer's rule and clause, as in section 6. */
  readonly margin: Minor;
}

export interface EstDays {
  readonly from: Day;
  readonly stop: Day;
  /** It is ended on `stop`, so that unused days come back. */
  readonly ended: boolean;
}

export class EstCosts {
  private readonly walker: CycleWalker;

  constructor(model: Model) {
    this.walker = new CycleWalker(model);
  }

  /** @param scale minor units per major unit */
  of(assessed: Assessment, { from, stop, ended }: EstDays, pay: Pay, scale: number): EstCost {
    if (stop <= from) return NONE;
    let [cost, margin] = [0, 0];
    const anchor = assessed.subscription.termEnd + 1;
    this.walker.walk(assessed, { anchor, start: from, from, stop, endsEarly: ended }, pay, scale, (run) => {
      cost += (run.amounts[SLOT.est] ?? 0) * run.count;
      margin += (run.amounts[SLOT.margin] ?? 0) * run.count;
    });
    return { cost, margin };
  }
}

const NONE: EstCost = { cost: 0, margin: 0 };
