/**
 * A book under one scenario and window. Prices, locks, figures and customer prices are made once for each distinct
 * combination and shared: a million subscriptions have only thousands of them.
 */
import { type Day, type Month, addMonths, monthOfDay } from '../core/days.ts';
import type { Exact } from '../core/exact.ts';
import { idKey } from '../core/ids.ts';
import { minorDigits } from '../core/money.ts';
import type { Clause, Decision, MarginRule } from '../core/scenario/scenario.ts';
import { textAt } from '../core/table.ts';
import type { UnpricedCode } from '../core/text/en/unpriced.ts';
import type { Book, Subscription } from './book.ts';
import { DecisionFinder } from './decisions.ts';
import { decidingOf, endsOf, hasEst } from './est-ends.ts';
import type { EstMapping } from './est-mapping.ts';
import { type Figures, makeFigures, renewUnit } from './figures.ts';
import { type Lock, lockFromBase, lockFromList, lockFromPaid } from './lock.ts';
import { type ParsedRule, parseRule } from './margin.ts';
import { overriddenBook } from './overridden-book.ts';
import { type Verdict, decideOutcome } from './outcomes.ts';
import { ownNotes } from './own-notes.ts';
import { type ParsedClause, type Pay, type PayStep, makePay, makePayStep, noClause, parseClause } from './pay.ts';
import type { Offer, TermPlan } from './price-rows.ts';
import { type UnitPrice, segmentAt, withoutShocks } from './price-series.ts';
import type { PricedByCustomer } from './priced-by-customer.ts';
import { pricingOf } from './pricing.ts';
import type { PromotionRequest } from './promotions.ts';
import { inner, remember } from './remember.ts';
import { type Renewal, Renewals, namesNothing } from './renewal.ts';
import { type Ends, type Span, hasDays, lastDay, spanOf } from './span.ts';
import { type Timeline, type TimelineSegment, makeTimeline } from './timeline.ts';
import type { SimulationRequest } from './types.ts';

/** A subscription that has prices, with everything that decided them. */
export interface Assessment {
  readonly subscription: Subscription;
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

export class Model {
  readonly book: Book;
  readonly request: SimulationRequest;
  readonly mapping: EstMapping;
  readonly windowEnd: Day;
  readonly monthOfAsOf: Month;
  readonly priced: PricedByCustomer;
  private readonly decisions: DecisionFinder;
  private readonly renewals: Renewals;
  private readonly baseLocks = new Map<UnitPrice, Map<number, Lock>>();
  private readonly startLocks = new Map<UnitPrice, Map<number, Lock>>();
  private readonly asOfLocks = new Map<UnitPrice, Map<number, Lock>>();
  private readonly figures = new Map<Lock, Map<TimelineSegment, Figures | undefined>>();
  private readonly pays = new Map<Lock, Map<number, Pay>>();
  private readonly steps = new Map<Pay, Map<Figures, PayStep>>();
  private readonly rules = new Map<string, ParsedRule>();
  private readonly clauseValues = new Map<string, ParsedClause>();
  private readonly terms = new Map<number, Terms>();
  private readonly sharedTerms = new Map<ParsedRule, Map<ParsedClause, Terms>>();
  private nextTerms = 0;
  private readonly businessRule: ParsedRule;
  private readonly customerRules: ReadonlyMap<string, ParsedRule>;
  private readonly subscriptionRules: ReadonlyMap<string, ParsedRule>;
  private readonly clauses: ReadonlyMap<string, ParsedClause>;
  private readonly withoutClause: ParsedClause;

  constructor(book: Book, request: SimulationRequest) {
    this.request = request;
    const { scenario, window } = request;
    this.book = overriddenBook(book, scenario.overrides);
    this.monthOfAsOf = monthOfDay(window.asOf);
    this.windowEnd = addMonths(window.asOf, window.horizonMonths);
    const { mapping, priced } = pricingOf(this.book, scenario);
    this.mapping = mapping;
    this.priced = priced;
    this.decisions = new DecisionFinder(scenario.decisions);
    this.renewals = new Renewals(this.book, scenario);
    this.businessRule = this.ruleOf(scenario.margin.business);
    const parsed = (rules: typeof scenario.margin.customers): ReadonlyMap<string, ParsedRule> =>
      new Map([...rules].map(([id, rule]) => [idKey(id), this.ruleOf(rule)]));
    this.customerRules = parsed(scenario.margin.customers);
    this.subscriptionRules = parsed(scenario.margin.subscriptions);
    this.withoutClause = noClause(window.asOf);
    this.clauses = new Map([...scenario.clauses].map(([id, clause]) => [idKey(id), this.clauseOf(clause)]));
  }

  /** Equal rules and clauses of different customers share one value, so that their prices are made once. */
  private ruleOf(rule: MarginRule): ParsedRule {
    return remember(this.rules, JSON.stringify(rule), () => parseRule(rule));
  }

  private clauseOf(clause: Clause): ParsedClause {
    const { asOf } = this.request.window;
    return remember(this.clauseValues, JSON.stringify(clause), () => parseClause(clause, asOf));
  }

  /** The prices and the outcome of one row, or why it has no price. */
  assess(row: number): Assessed {
    const subscription = this.book.subscription(row);
    const { offer } = subscription.sale;
    if (!offer) return 'no-offer';
    const decision = this.decisionFor(row);
    const isEstSku = this.mapping.baseOf.has(offer.index);
    const verdict = decideOutcome(subscription, isEstSku, decision, this.request.scenario.est);
    const timeline = this.priced
      .of(subscription.customerIndex)
      .timelineOf(subscription.sale, verdict.outcome === 'in-est');
    if (timeline.baseMissing) return 'no-est-base';
    if (!timeline.hasOwnRow) return 'no-term-row';
    const anchor = subscription.termEnd + 1;
    const start = timeline.inEst ? this.request.window.asOf : anchor;
    const segment = segmentAt(timeline.segments, start);
    if (!segment?.own) return timeline.inEst ? 'no-est-base' : 'not-yet-listed';
    if (!segment.est) return 'no-est-price';
    const lock = this.lockOf(subscription, timeline, segment);
    if (!lock) return 'not-yet-listed';
    const figures = this.figuresOf(lock, timeline, segment);
    if (!figures) return 'no-est-price';
    const { scenario, window } = this.request;
    const ends = endsOf(subscription, verdict, decision, { est: scenario.est, asOf: window.asOf });
    const deciding = decidingOf(verdict, decision);
    const renewal = deciding && this.renewalOf({ subscription, timeline, start, decision: deciding, ends });
    if (renewal === 'missing') return 'no-renewal-row';
    const renew = renewal?.unit ?? this.renewOf(subscription, timeline, figures, start);
    const span = hasEst(verdict) ? this.spanFor(anchor, start, ends) : undefined;
    const carried = lock.row.carried || renewal?.price.carried === true;
    const notes = lock.notes | figures.notes | ownNotes(subscription, timeline.inEst, carried, scenario.est);
    const renewSeats = renewal?.seats ?? subscription.seats;
    return { subscription, timeline, verdict, decision, start, figures, renew, renewSeats, renewal, span, notes };
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

  /** Sources (a) to (d) of `current`; in EST the base's row. */
  private lockOf(subscription: Subscription, timeline: Timeline, segment: TimelineSegment): Lock | undefined {
    if (timeline.inEst && segment.own) {
      const base = segment.own;
      return remember(inner(this.baseLocks, base), 0, () => lockFromBase(base));
    }
    const atStart = segmentAt(timeline.plain, subscription.commitmentStart)?.price;
    const { share, shareIndex, paid, paidIndex } = subscription;
    const listed = atStart ?? segmentAt(timeline.plain, this.request.window.asOf)?.price;
    // A price paid is the cost; the row behind it only tells the ERP, so the renewal's row will do.
    const row = listed ?? (paid && segment.own && withoutShocks(segment.own));
    if (!row) return undefined;
    const known = inner(atStart ? this.startLocks : this.asOfLocks, row);
    const key = shareIndex * MAX_PRICES + paidIndex;
    if (!paid) return remember(known, key, () => lockFromList(row, share.share, atStart !== undefined));
    return remember(known, key, () => lockFromPaid(paid, row, share.unmatched ? undefined : share.share));
  }

  /** The cliff of a lock on a segment of its timeline. */
  figuresOf(lock: Lock, timeline: Timeline, segment: TimelineSegment): Figures | undefined {
    return remember(inner(this.figures, lock), segment, () => makeFigures(lock, timeline, segment));
  }

  /** The share that a promotion takes off a renewal, as the scenario has it. */
  renewShare(subscription: Subscription, target: PromotionRequest): Exact {
    return this.renewals.share(subscription, target);
  }

  /** The renewal to the same term and plan: the list of day `s`, in EST the base's row. */
  private renewOf(subscription: Subscription, timeline: Timeline, { own }: Figures, day: Day): Exact {
    if (timeline.inEst) return own.cost;
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
    const { lock } = figures;
    const terms = this.termsOf(subscription);
    const key = terms.id * MAX_PRICES + subscription.customerPriceIndex;
    return remember(inner(this.pays, lock), key, () => {
      const digits = minorDigits(subscription.sale.offer?.currency ?? '');
      const { rule, clause } = terms;
      const { clamp } = this.request.scenario.margin;
      return makePay({ lock, rule, given: subscription.customerPrice, clause, clamp, digits });
    });
  }

  /** Where the rule of a subscription's customer price stands. */
  ruleLevelOf(subscription: Subscription): RuleLevel {
    if (this.ownRule(subscription)) return 'subscription';
    return this.customerRules.has(this.book.customers[subscription.customerIndex] ?? '') ? 'customer' : 'business';
  }

  /** The rule of a subscription's customer price. */
  marginRuleOf(subscription: Subscription): ParsedRule {
    return this.ownRule(subscription) ?? this.customerTerms(subscription.customerIndex).rule;
  }

  private ownRule({ row }: Subscription): ParsedRule | undefined {
    if (this.subscriptionRules.size === 0) return undefined;
    return this.subscriptionRules.get(idKey(this.textOf('subscriptionId', row)));
  }

  private termsOf(subscription: Subscription): Terms {
    const { customerIndex } = subscription;
    const own = this.ownRule(subscription);
    if (own) return { id: this.nextTerms++, rule: own, clause: this.customerTerms(customerIndex).clause };
    return this.customerTerms(customerIndex);
  }

  private customerTerms(customerIndex: number): Terms {
    return remember(this.terms, customerIndex, () => {
      const customer = this.book.customers[customerIndex] ?? '';
      const rule = this.customerRules.get(customer) ?? this.businessRule;
      const clause = this.clauses.get(customer) ?? this.withoutClause;
      return remember(inner(this.sharedTerms, rule), clause, () => ({ id: this.nextTerms++, rule, clause }));
    });
  }

  /** The customer's prices on one set of figures. */
  payStepOf(pay: Pay, figures: Figures): PayStep {
    return remember(inner(this.steps, pay), figures, () => makePayStep(pay, figures));
  }
}

/** What a margin rule is for; the first that there is wins. */
export type RuleLevel = 'subscription' | 'customer' | 'business';

/** A margin rule with a clause; equal pairs share an id. */
interface Terms {
  readonly id: number;
  readonly rule: ParsedRule;
  readonly clause: ParsedClause;
}

/** A decision about a subscription with what it ends. */
interface Decided {
  readonly subscription: Subscription;
  readonly timeline: Timeline;
  readonly start: Day;
  readonly decision: Decision;
  readonly ends: Ends;
}

/** Packs two indexes into one safe integer. */
const MAX_PRICES = 2 ** 26;
