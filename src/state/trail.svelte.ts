/** The figure whose trail is shown in the line under the top bar. */
import type { Month } from '../core/days.ts';
import type { Amount } from '../sim/types.ts';

/** A figure of one subscription, or a sum of such figures. `row` is a row of the portfolio. */
export type TrailSubject =
  | { readonly kind: 'amount'; readonly row: number; readonly amount: Amount }
  | { readonly kind: 'unit'; readonly row: number; readonly unit: UnitFigure }
  | { readonly kind: 'outcome'; readonly row: number }
  /** What happens by itself against the best way out, in words: the ways are not part of the results. */
  | { readonly kind: 'at-stake'; readonly row: number; readonly steps: readonly string[]; readonly result: string }
  | { readonly kind: 'count'; readonly currency: string; readonly count: Counted }
  | { readonly kind: 'total'; readonly currency: string; readonly amount: Amount }
  | { readonly kind: 'month'; readonly currency: string; readonly month: Month; readonly amount: Amount }
  | { readonly kind: 'customer'; readonly currency: string; readonly customerId: string; readonly amount: Amount };

/** Subscriptions with a day in EST inside the window, or those of them about which nobody decided. */
export type Counted = 'exposed' | 'at-risk';

export type UnitFigure =
  | 'currentUnit'
  | 'estUnit'
  | 'renewUnit'
  | 'cliffPromotion'
  | 'cliffListMove'
  | 'cliffCommitment'
  | 'cliffEstUplift'
  | 'cliffCurrency';

export class Trail {
  subject: TrailSubject | undefined = $state.raw();
  /** The whole derivation is open beside the line. */
  open: boolean = $state(false);

  /** Follows nothing any more. */
  forget(): void {
    this.subject = undefined;
    this.open = false;
  }

  /** Shows a figure's trail in the line. */
  follow(subject: TrailSubject): void {
    this.subject = subject;
  }

  /** Shows a figure's trail with every step. */
  inspect(subject: TrailSubject): void {
    this.subject = subject;
    this.open = true;
  }
}
