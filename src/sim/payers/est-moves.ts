/** The causes of an EST price, on customer prices. */
import type { Assessment } from '../model.ts';
import type { Figures } from '../figures.ts';
import type { CostAndErp } from '../margin.ts';
import type { Pay, PayStep } from '../pay.ts';
import { inner, remember } from '../remember.ts';
import { type PriceMove, causesOf } from './causes.ts';

/** Makes each distinct move once. */
export class EstMoves {
  private readonly known = new Map<Pay, Map<Figures, PriceMove>>();

  of({ timeline }: Assessment, pay: Pay, step: PayStep, figures: Figures): PriceMove {
    return remember(inner(this.known, pay), figures, () => {
      const { lock, own, monthly, est } = figures;
      const steps = {
        promotion: { cost: lock.listCost, erp: lock.row.erp },
        listMove: own,
        commitment: monthly && (!timeline.monthlyTerm || timeline.inEst) ? monthly : own,
        estUplift: est,
      } satisfies Record<string, CostAndErp>;
      return { need: step.need, rise: step.rise, causes: causesOf(pay, steps) };
    });
  }
}
