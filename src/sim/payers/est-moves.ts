/** The causes of an EST price, on customer prices. */
import type { Assessment } from '../model.ts';
import type { Figures } from '../figures.ts';
import type { CostAndErp } from '../margin.ts';
import type { Pay, PayStep } from '../pay.ts';
import { type UnitPrice, withoutShocks } from '../price-series.ts';
import { inner, remember } from '../remember.ts';
import { type PriceMove, causesOf } from './causes.ts';

/** Makes each distinct move once. */
export class EstMoves {
  private readonly known = new Map<Pay, Map<Figures, PriceMove>>();

  of({ timeline }: Assessment, pay: Pay, step: PayStep, figures: Figures): PriceMove {
    return remember(inner(this.known, pay), figures, () => {
      const { lock, own, monthly, est } = figures;
      // In EST today's price has the same shocks in it, so that no step is theirs alone.
      const calm = timeline.inEst ? (price: UnitPrice): UnitPrice => price : withoutShocks;
      const estUplift = timeline.inEst ? est : { cost: est.unshocked ?? est.cost, erp: est.unshockedErp ?? est.erp };
      const steps = {
        promotion: { cost: timeline.inEst ? lock.current : lock.listCost, erp: lock.row.erp },
        listMove: calm(own),
        commitment: calm(monthly && (!timeline.monthlyTerm || timeline.inEst) ? monthly : own),
        estUplift,
        currency: est,
      } satisfies Record<string, CostAndErp>;
      return { need: step.need, rise: step.rise, causes: causesOf(pay, steps) };
    });
  }
}
