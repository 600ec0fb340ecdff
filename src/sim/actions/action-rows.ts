/** What the decisions of a scenario come to for each chosen subscription. */
import type { KnownSubscription } from '../../core/actions/subject.ts';
import { PLANS_OF_TERM } from '../../core/actions/vocabulary.ts';
import type { Day } from '../../core/days.ts';
import { equals, toDecimal, toFloat } from '../../core/exact.ts';
import { idKey, skuKey } from '../../core/ids.ts';
import { type LockPhase, lockPhase, locksOf } from '../../core/locks.ts';
import type { Decision } from '../../core/scenario/scenario.ts';
import { exactAt, textAt } from '../../core/table.ts';
import type { Book, Subscription } from '../book.ts';
import { basePlan } from '../exits/exit.ts';
import { Model } from '../model.ts';
import { estEligible } from '../outcomes.ts';
import { type Offer, termPlan } from '../price-rows.ts';
import { NO_SHARE } from '../promotions.ts';
import { Renewals } from '../renewal.ts';
import type { SimulationRequest } from '../types.ts';
import type { ActionRow, ActionsRequest, LeftOut, NewTerm, PlannedAction } from './types.ts';

const TYPES = { renews: 'RenewToNewTerm', cancels: 'Cancel', est: 'RenewToExtendedServiceTerm' } as const;

/** The chosen subscriptions in the order of the portfolio; without a choice all that the scenario decides. */
export function actionRows(book: Book, { simulation, ids }: ActionsRequest): readonly ActionRow[] {
  const planner = new ActionPlanner(book, simulation);
  const wanted = ids && new Set(ids.map(idKey));
  const rows: ActionRow[] = [];
  for (let row = 0; row < book.rows; row += 1) {
    const isChosen = wanted ? wanted.has(idKey(planner.text('subscriptionId', row))) : planner.isDecided(row);
    if (isChosen) rows.push(planner.rowOf(row));
  }
  return rows;
}

/** What the linter holds JSON against, by id as it is matched; undefined when no subscription has been imported. */
export function knownSubscriptions(
  book: Book,
  simulation: SimulationRequest,
  isAsked: (id: string) => boolean,
): ReadonlyMap<string, KnownSubscription> | undefined {
  if (book.rows === 0) return undefined;
  const planner = new ActionPlanner(book, simulation);
  const known = new Map<string, KnownSubscription>();
  for (let row = 0; row < book.rows; row += 1) {
    const id = idKey(planner.text('subscriptionId', row));
    if (isAsked(id)) known.set(id, planner.knownOf(row));
  }
  return known;
}

class ActionPlanner {
  private readonly model: Model;
  private readonly imported: Book;
  private readonly renewals: Renewals;
  private readonly asOf: Day;

  constructor(book: Book, request: SimulationRequest) {
    this.imported = book;
    this.model = new Model(book, request);
    this.renewals = new Renewals(this.model.book, request.scenario);
    this.asOf = request.window.asOf;
  }

  text(name: string, row: number): string {
    return textAt(this.model.book.portfolio.table.columns.get(name), row);
  }

  isDecided(row: number): boolean {
    return this.model.decisionFor(row) !== undefined;
  }

  rowOf(row: number): ActionRow {
    const { model } = this;
    const subscription = model.book.subscription(row);
    const decision = model.decisionFor(row);
    const price = exactAt(model.book.portfolio.table.columns.get('customerPrice'), row);
    return {
      row,
      subscriptionId: this.text('subscriptionId', row),
      customerId: this.text('customerId', row),
      customer: this.text('customerName', row) || this.text('customerId', row),
      product: this.text('offerName', row) || `${this.text('productId', row)} ${this.text('skuId', row)}`,
      productId: this.text('productId', row),
      skuId: this.text('skuId', row),
      termDuration: this.text('termDuration', row),
      billingPlan: this.text('billingPlan', row),
      seats: subscription.seats,
      seatsImported: this.seatsImported(row),
      termEnd: subscription.termEnd,
      inEst: this.baseOf(subscription) !== undefined,
      autoRenew: subscription.autoRenew,
      scheduledAction: this.text('scheduledAction', row),
      customerPrice: price ? toDecimal(price, 2, 10) : '',
      currency: this.text('currency', row),
      decidedBy: decision?.author ?? '',
      decidedAt: decision?.at ?? '',
      reason: decision?.reason ?? '',
      outcome: decision ? this.planned(subscription, decision) : 'undecided',
    };
  }

  knownOf(row: number): KnownSubscription {
    const { termEnd, ...subscription } = this.model.book.subscription(row);
    const decision = this.model.decisionFor(row);
    const [termDuration, billingPlan] = [this.text('termDuration', row), this.text('billingPlan', row)];
    const { renewTo } = decision ?? {};
    return {
      seats: this.seatsImported(row),
      termEnd,
      inEst: this.baseOf(subscription) !== undefined,
      decided: decision && {
        action: TYPES[decision.outcome],
        quantity: decision.outcome === 'renews' ? (renewTo?.quantity ?? subscription.seats) : undefined,
        termDuration: renewTo?.termDuration ?? (this.baseOf(subscription) ? undefined : termDuration),
        billingPlan: renewTo?.billingPlan ?? (this.baseOf(subscription) ? undefined : billingPlan),
      },
    };
  }

  private seatsImported(row: number): number {
    const value = exactAt(this.imported.portfolio.table.columns.get('quantity'), row);
    return value ? toFloat(value) : 0;
  }

  /** What a SKU in EST renews to; undefined for one that is not in EST. */
  private baseOf({ sale }: Pick<Subscription, 'sale'>): Offer | undefined {
    return sale.offer && this.model.mapping.baseOf.get(sale.offer.index);
  }

  private planned(subscription: Subscription, decision: Decision): PlannedAction | LeftOut {
    const inEst = this.baseOf(subscription) !== undefined;
    const { outcome, bridgeDays = this.model.request.scenario.est.bridgeDays } = decision;
    const blocked = this.blocked(subscription, decision, inEst);
    if (blocked) return blocked;
    const { termEnd } = subscription;
    const from = inEst && termEnd < this.asOf ? this.asOf : termEnd + 1;
    const bridgeEnds = outcome === 'est' && bridgeDays !== null ? from + bridgeDays : undefined;
    const renews = outcome === 'renews' || bridgeEnds !== undefined;
    const newTerm = renews ? this.newTerm(subscription, decision, bridgeEnds ?? from) : undefined;
    if (newTerm && !(Number.isSafeInteger(newTerm.seats) && newTerm.seats > 0)) return 'no-seats';
    if (newTerm && PLANS_OF_TERM.get(newTerm.termDuration)?.includes(newTerm.billingPlan) !== true) return 'odd-term';
    return {
      type: TYPES[outcome],
      newTerm,
      from,
      bridgeEnds,
      locksAt: inEst && termEnd <= this.asOf ? undefined : locksOf(termEnd).locksAt,
      windowEnds: outcome === 'renews' && termEnd >= this.asOf ? locksOf(termEnd).windowEnds : undefined,
    };
  }

  private blocked(subscription: Subscription, { outcome }: Decision, inEst: boolean): LeftOut | undefined {
    const { row, trial, licenceBased, termEnd } = subscription;
    const status = this.text('status', row);
    if (trial || !licenceBased) return 'excluded';
    if (status === 'suspended') return 'suspended';
    if (!subscription.active) return 'not-active';
    if (inEst) return outcome === 'est' ? 'already-in-est' : undefined;
    const phase = lockPhase(termEnd, this.asOf);
    if (phase !== 'open') return LATE[phase];
    const isEligible = estEligible(subscription, this.model.request.scenario.est);
    return outcome === 'est' && !isEligible ? 'not-eligible' : undefined;
  }

  private newTerm(subscription: Subscription, decision: Decision, day: Day): NewTerm {
    const { row, sale, seats: today, share } = subscription;
    const base = this.baseOf(subscription);
    const own = base ? basePlan(base) : sale.plan;
    const [term = '', billing = ''] = own.split('/');
    const { termDuration = term, billingPlan = billing, quantity: seats = today } = decision.renewTo ?? {};
    const productId = base?.productId ?? this.text('productId', row);
    const skuId = skuKey(base?.skuId ?? this.text('skuId', row));
    const plan = termPlan(termDuration, billingPlan);
    // In EST no promotion is left that could stay.
    const stays =
      !base &&
      decision.outcome === 'renews' &&
      !equals(this.renewals.share(subscription, { productId, skuId, plan, day, seats }), NO_SHARE);
    return { productId, skuId, termDuration, billingPlan, seats, promotionId: stays ? share.promotionId : '' };
  }
}

const LATE: Readonly<Record<Exclude<LockPhase, 'open'>, LeftOut>> = {
  locked: 'lock-passed',
  renewing: 'lock-passed',
  window: 'term-over',
  past: 'term-over',
};
