/** Walks the cycles of an exposed subscription; equal whole cycles are worked out once and counted. */
import type { Day, Month } from '../core/days.ts';
import { type CyclePrices, type CycleUse, cycleAmounts } from './cycle-amounts.ts';
import type { Figures } from './figures.ts';
import type { Assessment, Model } from './model.ts';
import type { Pay } from './pay.ts';
import { CycleClock, type Span } from './span.ts';
import { AMOUNTS } from './types.ts';

/** One cycle, or several whole cycles with the same amounts in consecutive months. */
export interface CycleRun {
  readonly firstMonth: Month;
  readonly count: number;
  /** First day of the first cycle. */
  readonly start: Day;
  readonly use: CycleUse;
  readonly prices: CyclePrices;
  /** Amounts of each single cycle in the order of `AMOUNTS`; reused by the next run. */
  readonly amounts: Float64Array;
}

export type RunVisitor = (run: CycleRun) => void;

/** Walks the cycles of exposed subscriptions of one model. Not reentrant: the vector of amounts is shared. */
export class CycleWalker {
  private readonly amounts = new Float64Array(AMOUNTS.length);
  private readonly model: Model;
  private readonly asOf: Day;
  /** D-07: how many days of an early end are charged although they are not used. */
  private readonly chargedDays: number;

  constructor(model: Model) {
    this.model = model;
    const { window, scenario } = model.request;
    this.asOf = window.asOf;
    this.chargedDays = scenario.rules.refundDayCount === 'cancel-day-charged' ? 1 : 0;
  }

  /** Visits all cycles of an exposed subscription in order and returns the notes that its prices raise. */
  walk(assessed: Assessment, span: Span, pay: Pay, scale: number, visit: RunVisitor): number {
    const clock = new CycleClock(span.anchor);
    const { segments } = assessed.timeline;
    let notes = pay.notes;
    let k = clock.cycleAt(span.from);
    let start = clock.start(k);
    let segment = -1;
    let figures = assessed.figures;
    let prices = this.prices(assessed, figures, pay, scale);
    while (start < span.stop) {
      while ((segments[segment + 1]?.from ?? Infinity) <= start) segment++;
      const priced = this.figuresAt(assessed, segment);
      if (priced !== figures) {
        figures = priced;
        prices = this.prices(assessed, figures, pay, scale);
      }
      notes |= prices.step.notes | figures.notes;
      const next = clock.start(k + 1);
      const use = this.useOf(start, next, span, pay);
      const limit = segments[segment + 1]?.from ?? Infinity;
      const count = use.used === use.days ? this.equalCycles(clock, k, { span, pay, limit }) : 1;
      cycleAmounts(this.amounts, prices, use);
      const firstMonth = start < this.asOf ? this.model.monthOfAsOf : clock.month + k;
      visit({ firstMonth, count, start, use, prices, amounts: this.amounts });
      k += count;
      start = count === 1 ? next : clock.start(k);
    }
    return notes;
  }

  /** A cycle may begin before any list does (in EST before as-of): then the figures of `s` count. */
  private figuresAt(assessed: Assessment, index: number): Figures {
    const segment = assessed.timeline.segments[index];
    return (segment && this.model.figuresOf(assessed.figures.lock, assessed.timeline, segment)) ?? assessed.figures;
  }

  private prices(assessed: Assessment, figures: Figures, pay: Pay, scale: number): CyclePrices {
    const step = this.model.payStepOf(pay, figures);
    const { renew, renewSeats, subscription } = assessed;
    return { figures, renew, renewSeats, pay, step, seats: subscription.seats, scale };
  }

  private useOf(start: Day, next: Day, span: Span, pay: Pay): CycleUse {
    const used = Math.min(next, span.stop) - Math.max(start, span.from);
    const refunded = span.endsEarly && start >= this.asOf;
    const days = next - start;
    const refundDays = Math.max(0, days - used - this.chargedDays);
    return { days, used, refunded, refundDays, passes: start >= pay.clause.from };
  }

  /** How many whole cycles from `k` on have the same prices: they end before `stop` and begin on the same side of every change. */
  private equalCycles(clock: CycleClock, k: number, limits: { span: Span; pay: Pay; limit: Day }): number {
    const { span, pay, limit } = limits;
    const first = clock.start(k);
    if (first < this.asOf) return 1;
    const change = pay.clause.from > first ? Math.min(limit, pay.clause.from) : limit;
    let count = 1;
    let start = clock.start(k + 1);
    for (;;) {
      const next = clock.start(k + count + 1);
      if (start >= change || next > span.stop) return count;
      count++;
      start = next;
    }
  }
}
