/** The queue of decisions over the portfolio: what happens by default, the best way, and what lies between them. */
import type { Book } from '../book.ts';
import { idKey } from '../../core/ids.ts';
import { textAt } from '../../core/table.ts';
import { Model } from '../model.ts';
import { remember } from '../remember.ts';
import { OUTCOMES } from '../types.ts';
import { type PricedWays, pricedWays } from './choices.ts';
import { type Exit, exitOf } from './exit.ts';
import { advantage, bestWay, compareWays } from './objective.ts';
import { ExitPricer } from './pricer.ts';
import { WayColumnsBuilder } from './way-columns.ts';
import type { Folded, QueueRequest, WayOut, WayQueue } from './types.ts';

/** Works through the portfolio in slices, so that its caller can report and give up. */
export class QueueRun {
  readonly of: number;
  private readonly model: Model;
  private readonly pricer: ExitPricer;
  private readonly request: QueueRequest;
  private readonly plans = new Map<string, number>();
  private readonly rows: number[] = [];
  private readonly atStake: number[] = [];
  private readonly outcomes: number[] = [];
  private readonly ownPlans: number[] = [];
  private readonly byDefault = new WayColumnsBuilder(this.plans);
  private readonly best = new WayColumnsBuilder(this.plans);
  private readonly decided = new WayColumnsBuilder(this.plans);
  private readonly folded = new Map<string, { count: number; cost: number }>();
  private cancelling = 0;
  private unpriced = 0;
  private next = 0;

  constructor(book: Book, request: QueueRequest) {
    this.request = request;
    this.model = new Model(book, request.simulation);
    this.pricer = new ExitPricer(this.model, { margins: request.objective === 'margin' });
    this.of = this.model.book.rows;
  }

  /** Does the next rows and gives how many are through. */
  step(count: number): number {
    const end = Math.min(this.of, this.next + count);
    for (; this.next < end; this.next++) this.add(this.next);
    return this.next;
  }

  finish(): WayQueue {
    const renewing: Folded[] = [...this.folded].map(([currency, sums]) => ({ currency, ...sums }));
    return {
      rows: Uint32Array.from(this.rows),
      atStake: Float64Array.from(this.atStake),
      outcome: Uint8Array.from(this.outcomes),
      byDefault: this.byDefault.finish(),
      best: this.best.finish(),
      decided: this.decided.finish(),
      ownPlan: Uint16Array.from(this.ownPlans),
      plans: [...this.plans.keys()],
      renewing: renewing.sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      cancelling: this.cancelling,
      unpriced: this.unpriced,
    };
  }

  private add(row: number): void {
    if (this.model.book.subscription(row).termEnd + 1 >= this.model.windowEnd) return;
    const exit = exitOf(this.model, row, this.request.months);
    if (exit === 'no-offer') this.unpriced++;
    if (typeof exit === 'string') return;
    const seatsWanted = this.seatsWanted(row) ?? exit.subscription.seats;
    const priced = pricedWays(this.pricer, exit, seatsWanted, this.request.estDays);
    const best = bestWay(priced.ways, this.request.objective);
    if (!exit.decision && this.isSettled(exit, priced, best)) return;
    this.push(row, exit, priced, best);
  }

  private seatsWanted(row: number): number | undefined {
    const { seatsWanted } = this.request;
    if (seatsWanted.size === 0) return undefined;
    return seatsWanted.get(idKey(textAt(this.model.book.portfolio.table.columns.get('subscriptionId'), row)));
  }

  /** Nothing to do: it renews and nothing is better, or somebody has scheduled what happens. */
  private isSettled({ verdict, currency }: Exit, { byDefault }: PricedWays, best: WayOut | undefined): boolean {
    const isBest = best === undefined || compareWays(byDefault, best, this.request.objective) <= 0;
    if (verdict.outcome === 'cancels') {
      this.cancelling++;
      return true;
    }
    if (verdict.outcome !== 'renews' || !byDefault.price || !byDefault.compared || !isBest) return false;
    const sums = this.folded.get(currency) ?? { count: 0, cost: 0 };
    this.folded.set(currency, { count: sums.count + 1, cost: sums.cost + byDefault.price.cost });
    return true;
  }

  private push(row: number, exit: Exit, { byDefault, decided }: PricedWays, best: WayOut | undefined): void {
    this.rows.push(row);
    this.outcomes.push(OUTCOMES.indexOf(exit.verdict.outcome));
    this.ownPlans.push(remember(this.plans, exit.plan, () => this.plans.size));
    const compares = byDefault.kind !== 'cancel';
    this.atStake.push(compares ? advantage(byDefault, best, this.request.objective) : NaN);
    this.byDefault.push(byDefault);
    this.best.push(best);
    this.decided.push(decided);
  }
}
