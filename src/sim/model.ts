/**
 * A book under one scenario and window. Prices, locks, figures and customer prices are made once for each distinct
 * combination and shared: a million subscriptions have only thousands of them.
 */
import { type Day, type Month, addMonths, monthOfDay } from '../core/days.ts';
import type { Exact } from '../core/exact.ts';
import type { Decision } from '../core/scenario/scenario.ts';
import { textAt } from '../core/table.ts';
import type { UnpricedCode } from '../core/text/en/unpriced.ts';
import type { Book, Subscription } from './book.ts';
import { DecisionFinder } from './decisions.ts';
import { decidingOf, endsOf, hasEst } from './est-ends.ts';
import type { EstMapping } from './est-mapping.ts';
import { type Figures, renewUnit } from './figures.ts';
import type { Lock } from './lock.ts';
import { overriddenBook } from './overridden-book.ts';
import { type Verdict, decideOutcome } from './outcomes.ts';
import { ownNotes } from './own-notes.ts';
import type { ParsedRule } from './margin.ts';
import type { Pay, PayStep } from './pay.ts';
import { type PaySteps, type Paying, type RuleLevel, payingOf } from './paying.ts';
import type { Offer, TermPlan } from './price-rows.ts';
import { segmentAt } from './price-series.ts';
import type { PricedByCustomer } from './priced-by-customer.ts';
import { type Pricing, pricingOf } from './pricing.ts';
import type { PromotionRequest } from './promotions.ts';
import { type Renewal, Renewals, namesNothing } from './renewal.ts';
import type { Standing, Standings } from './standings.ts';
import { type Ends, type Span, hasDays, lastDay, spanOf } from './span.ts';
import { type Timeline, type TimelineSegment, makeTimeline } from './timeline.ts';
import type { SimulationRequest } from './types.ts';

/** A subscription that has prices, with everything that decided them. */
export interface Assessment {
  readonly subscription: Subscription;
  readonly standing: Standing;
  readonly timeline: Timeline;
  readonly verdict: Verdict;
  readonly decision: Decision | undefined;
  /** `s` of the spec: the day whose figures are shown. */
  readonly start: Day;
  readonly figures: Figures;
  /** What a seat costs per month on the renewal. */
  readonly renew: Exact;
  /** The seats that renew. */
  readonly renewSeats: number;
  /** What a decision lets the subscription renew to; undefined: the same term and plan. */
  readonly renewal: Renewal | undefined;
  /** The part of the EST inside the window; undefined when not exposed. */
  readonly span: Span | undefined;
  readonly notes: number;
}

export type Assessed = Assessment | UnpricedCode;

const NO_ENDS: Ends = { bridgeDays: undefined, end: undefined };

export class Model {
  readonly book: Book;
  readonly request: SimulationRequest;
  readonly mapping: EstMapping;
  readonly windowEnd: Day;
  readonly monthOfAsOf: Month;
  readonly priced: PricedByCustomer;
  private readonly decisions: DecisionFinder;
  private readonly renewals: Renewals;
  private readonly pricing: Pricing;
  private readonly standings: Standings;
  private readonly paying: Paying;
  private readonly steps: PaySteps;

  constructor(book: Book, request: SimulationRequest) {
    this.request = request;
    const { scenario, window } = request;
    this.book = overriddenBook(book, scenario.overrides);
    this.monthOfAsOf = monthOfDay(window.asOf);
    this.windowEnd = addMonths(window.asOf, window.horizonMonths);
    this.pricing = pricingOf(this.book, scenario);
    this.mapping = this.pricing.mapping;
    this.priced = this.pricing.priced;
    this.standings = this.pricing.standingsOn(window.asOf);
    this.paying = payingOf(this.book, scenario, window.asOf);
    this.steps = this.paying.stepsUnder(this.pricing);
    this.decisions = new DecisionFinder(scenario.decisions);
    this.renewals = new Renewals(this.book, scenario);
  }

  /** The prices and the outcome of one row, or why it has no price. @param decision what is decided for it, by default the scenario's */
  assess(row: number, decision = this.decisionFor(row)): Assessed {
    const subscription = this.book.subscription(row);
    const { offer } = subscription.sale;
    if (!offer) return 'no-offer';
    const isEstSku = this.mapping.baseOf.has(offer.index);
    const verdict = decideOutcome(subscription, isEstSku, decision, this.request.scenario.est);
    const standing = this.standings.of(subscription, verdict.outcome === 'in-est');
    if (typeof standing === 'string') return standing;
    const { timeline, figures } = standing;
    const { lock } = figures;
    const anchor = subscription.termEnd + 1;
    const start = timeline.inEst ? this.request.window.asOf : anchor;
    const { scenario, window } = this.request;
    const exposed = hasEst(verdict);
    const deciding = decidingOf(verdict, decision);
    // Most rows of a large book neither end in EST nor have a decision.
    const ends =
      exposed || deciding ? endsOf(subscription, verdict, decision, { est: scenario.est, asOf: window.asOf }) : NO_ENDS;
    const renewal = deciding && this.renewalOf({ subscription, timeline, start, decision: deciding, ends });
    if (renewal === 'missing') return 'no-renewal-row';
    const renew = renewal?.unit ?? this.renewOf(subscription, timeline, figures, start);
    const span = exposed ? this.spanFor(anchor, start, ends) : undefined;
    const carried = lock.row.carried || renewal?.price.carried === true;
    const notes = lock.notes | figures.notes | ownNotes(subscription, timeline.inEst, carried, scenario.est);
    const renewSeats = renewal?.seats ?? subscription.seats;
    return {
      subscription,
      standing,
      timeline,
      verdict,
      decision,
      start,
      figures,
      renew,
      renewSeats,
      renewal,
      span,
      notes,
    };
  }

  /**
   * The timeline of an offer on a term and plan that nobody need have bought.
   * @param customerIndex whose price changes count; undefined: only those that name no customer
   */
  timelineFor(offer: Offer, plan: TermPlan, customerIndex?: number): Timeline {
    const priced = customerIndex === undefined ? this.priced.general : this.priced.of(customerIndex);
    return makeTimeline(offer, plan, false, priced.context);
  }

  private textOf(name: string, row: number): string {
    return textAt(this.book.portfolio.table.columns.get(name), row);
  }

  /** What the scenario decides for a row, by the last decision that matches. */
  decisionFor(row: number): Decision | undefined {
    if (this.decisions.isEmpty) return undefined;
    return this.decisions.find({
      subscriptionId: this.textOf('subscriptionId', row),
      customerId: this.textOf('customerId', row),
      productId: this.textOf('productId', row),
      skuId: this.textOf('skuId', row),
      segment: this.textOf('segment', row),
    });
  }

  /** The cliff of a lock on a segment of its timeline; undefined when the segment has no price for one of its steps. */
  figuresOf(lock: Lock, timeline: Timeline, segment: TimelineSegment): Figures | undefined {
    return this.pricing.figures.standingOf(lock, timeline, segment)?.figures;
  }

  /** The share that a promotion takes off a renewal, as the scenario has it. */
  renewShare(subscription: Subscription, target: PromotionRequest): Exact {
    return this.renewals.share(subscription, target);
  }

  /** Whether a promotion can take anything off a renewal at all. */
  mayHaveShare(subscription: Subscription): boolean {
    return this.renewals.mayHaveShare(subscription);
  }

  /** The renewal to the same term and plan: the list of day `s`, in EST the base's row. */
  private renewOf(subscription: Subscription, timeline: Timeline, { own }: Figures, day: Day): Exact {
    if (timeline.inEst || !this.renewals.mayHaveShare(subscription)) return own.cost;
    const { sale, seats } = subscription;
    const { productId = '', skuId = '' } = sale.offer ?? {};
    return renewUnit(own, this.renewShare(subscription, { productId, skuId, plan: sale.plan, day, seats }));
  }

  /** What a decision renews to, on the day on which the term or the EST ends; an EST that runs on is compared with day `s`. */
  private renewalOf({ subscription, timeline, start, decision, ends }: Decided): Renewal | 'missing' | undefined {
    const { renewTo: to, outcome } = decision;
    const { sale } = subscription;
    if (!to || namesNothing(to) || !sale.offer || outcome === 'cancels') return undefined;
    const { inEst } = timeline;
    const offer = (inEst ? this.mapping.baseOf.get(sale.offer.index) : undefined) ?? sale.offer;
    const stays = !inEst && outcome === 'renews';
    const end = stays ? start : (lastDay(start, ends) ?? start);
    const plan = inEst ? (segmentAt(timeline.segments, end)?.ownPlan ?? '') : sale.plan;
    const priced = this.priced.of(subscription.customerIndex);
    return this.renewals.find({ subscription, offer, plan, inEst, day: end, to, priced }) ?? 'missing';
  }

  private spanFor(anchor: Day, start: Day, ends: Ends): Span | undefined {
    const span = spanOf(anchor, start, ends, { asOf: this.request.window.asOf, end: this.windowEnd });
    return hasDays(span) ? span : undefined;
  }

  /** The customer's price of today under the most specific rule: subscription, customer, business. */
  payOf({ subscription, figures }: Assessment): Pay {
    return this.paying.payOf(subscription, figures.lock);
  }

  /** The customer's prices on one set of figures. */
  payStepOf(pay: Pay, figures: Figures): PayStep {
    return this.steps.of(pay, figures);
  }

  /** Where the rule of a subscription's customer price stands. */
  ruleLevelOf(subscription: Subscription): RuleLevel {
    return this.paying.ruleLevelOf(subscription);
  }

  /** The rule of a subscription's customer price. */
  marginRuleOf(subscription: Subscription): ParsedRule {
    return this.paying.marginRuleOf(subscription);
  }
}

/** A decision about a subscription with what it ends. */
interface Decided {
  readonly subscription: Subscription;
  readonly timeline: Timeline;
  readonly start: Day;
  readonly decision: Decision;
  readonly ends: Ends;
}
