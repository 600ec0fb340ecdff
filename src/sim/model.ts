/**
 * A book under one scenario and window. Prices, locks, figures and customer prices are made once for each distinct
 * combination and shared: a million subscriptions have only thousands of them.
 */
import { type Day, type Month, addMonths, monthOfDay } from '../core/days.ts';
import type { Exact } from '../core/exact.ts';
import { idKey } from '../core/ids.ts';
import { minorDigits } from '../core/money.ts';
import type { Decision } from '../core/scenario/scenario.ts';
import { textAt } from '../core/table.ts';
import type { UnpricedCode } from '../core/text/en/unpriced.ts';
import type { Book, Sale, Subscription } from './book.ts';
import { DecisionFinder } from './decisions.ts';
import { type EstMapping, mapEstOffers } from './est-mapping.ts';
import { estRates } from './est-price.ts';
import { type Figures, makeFigures, renewUnit } from './figures.ts';
import { type Lock, lockFromBase, lockFromList, lockFromPaid } from './lock.ts';
import { type ParsedRule, parseRule } from './margin.ts';
import { noteBit } from './notes.ts';
import { type Verdict, decideOutcome } from './outcomes.ts';
import { type ParsedClause, type Pay, type PayStep, makePay, makePayStep, noClause, parseClause } from './pay.ts';
import { segmentAt } from './price-series.ts';
import { NO_SHARE } from './promotions.ts';
import { type Span, hasDays, spanOf } from './span.ts';
import { type Timeline, type TimelineContext, type TimelineSegment, makeTimeline } from './timeline.ts';
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
  readonly renew: Exact;
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
  private readonly context: TimelineContext;
  private readonly decisions: DecisionFinder;
  private readonly timelines = new Map<Sale, Timeline>();
  private readonly timelinesInEst = new Map<Sale, Timeline>();
  private readonly locks = new Map<string, Lock>();
  private readonly figures = new Map<Lock, Map<TimelineSegment, Figures | undefined>>();
  private readonly pays = new Map<Lock, Map<string, Pay>>();
  private readonly steps = new Map<Pay, Map<Figures, PayStep>>();
  private readonly businessRule: ParsedRule;
  private readonly customerRules: ReadonlyMap<string, ParsedRule>;
  private readonly subscriptionRules: ReadonlyMap<string, ParsedRule>;
  private readonly clauses: ReadonlyMap<string, ParsedClause>;
  private readonly withoutClause: ParsedClause;

  constructor(book: Book, request: SimulationRequest) {
    this.book = book;
    this.request = request;
    const { scenario, window } = request;
    this.monthOfAsOf = monthOfDay(window.asOf);
    this.windowEnd = addMonths(window.asOf, window.horizonMonths);
    this.mapping = mapEstOffers(book.offers.values(), scenario.est.twins);
    this.context = { mapping: this.mapping, changes: scenario.priceChanges, rates: estRates(scenario.est) };
    this.decisions = new DecisionFinder(scenario.decisions);
    this.businessRule = parseRule(scenario.margin.business);
    const parsed = (rules: typeof scenario.margin.customers): ReadonlyMap<string, ParsedRule> =>
      new Map([...rules].map(([id, rule]) => [idKey(id), parseRule(rule)]));
    this.customerRules = parsed(scenario.margin.customers);
    this.subscriptionRules = parsed(scenario.margin.subscriptions);
    this.withoutClause = noClause(window.asOf);
    this.clauses = new Map(
      [...scenario.clauses].map(([id, clause], index) => [idKey(id), parseClause(clause, window.asOf, index + 1)]),
    );
  }

  /** The prices and the outcome of one row, or why it has no price. */
  assess(row: number): Assessed {
    const subscription = this.book.subscription(row);
    const { offer } = subscription.sale;
    if (!offer) return 'no-offer';
    const decision = this.decisionFor(row);
    const facts = { ...subscription, isEstSku: this.mapping.baseOf.has(offer.index) };
    const verdict = decideOutcome(facts, decision, this.request.scenario.est);
    const timeline = this.timelineOf(subscription.sale, verdict.outcome === 'in-est');
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
    const renew = timeline.inEst ? figures.own.cost : renewUnit(figures.own, this.renewShare(subscription, start));
    const span = this.spanFor(subscription, verdict, decision, start);
    const notes = lock.notes | figures.notes | this.ownNotes(subscription, timeline, lock);
    return { subscription, timeline, verdict, decision, start, figures, renew, span, notes };
  }

  private timelineOf(sale: Sale, inEst: boolean): Timeline {
    const timelines = inEst ? this.timelinesInEst : this.timelines;
    let timeline = timelines.get(sale);
    if (!timeline) {
      if (!sale.offer) throw new Error('INTERNAL: a sale without an offer has no timeline');
      timeline = makeTimeline(sale.offer, sale.plan, inEst, this.context);
      timelines.set(sale, timeline);
    }
    return timeline;
  }

  private textOf(name: string, row: number): string {
    return textAt(this.book.portfolio.table.columns.get(name), row);
  }

  private decisionFor(row: number): Decision | undefined {
    if (this.decisions.isEmpty) return undefined;
    return this.decisions.find({
      subscriptionId: this.textOf('subscriptionId', row),
      customerId: this.textOf('customerId', row),
      productId: this.textOf('productId', row),
      skuId: this.textOf('skuId', row),
      segment: this.textOf('segment', row),
    });
  }

  /** Sources (a), (c) and (d) of `current`; EST SKUs are compared with their base's row. */
  private lockOf(subscription: Subscription, timeline: Timeline, segment: TimelineSegment): Lock | undefined {
    if (timeline.inEst && segment.own) {
      const base = segment.own;
      return this.remember(`e${String(base.id)}`, () => lockFromBase(base));
    }
    const atStart = segmentAt(timeline.plain, subscription.commitmentStart)?.price;
    const row = atStart ?? segmentAt(timeline.plain, this.request.window.asOf)?.price ?? segment.own;
    if (!row) return undefined;
    const { share, shareIndex, pricePaid } = subscription;
    const key = `${String(row.id)},${String(shareIndex)},${atStart ? 's' : 'a'}`;
    if (!pricePaid) return this.remember(key, () => lockFromList(row, share.share, atStart !== undefined));
    const known = share.unmatched ? undefined : share.share;
    return this.remember(`${key},${String(pricePaid.n)}/${String(pricePaid.d)}`, () =>
      lockFromPaid(pricePaid, row, known),
    );
  }

  private remember(key: string, make: () => Lock): Lock {
    let lock = this.locks.get(key);
    if (!lock) {
      lock = make();
      this.locks.set(key, lock);
    }
    return lock;
  }

  /** The cliff of a lock on a segment of its timeline. */
  figuresOf(lock: Lock, timeline: Timeline, segment: TimelineSegment): Figures | undefined {
    let known = this.figures.get(lock);
    if (!known) this.figures.set(lock, (known = new Map()));
    if (!known.has(segment)) known.set(segment, makeFigures(lock, timeline, segment));
    return known.get(segment);
  }

  /** the promotion stays only when the renewal day lies inside its window. */
  private renewShare(subscription: Subscription, day: Day): Exact {
    const { share, sale } = subscription;
    if (share.promotionId === '' || !sale.offer) return NO_SHARE;
    return this.book.promotions.find(share.promotionId, sale.offer, sale.plan, day) ?? NO_SHARE;
  }

  private spanFor(
    subscription: Subscription,
    { outcome, rule }: Verdict,
    decision: Decision | undefined,
    start: Day,
  ): Span | undefined {
    if (outcome !== 'est-drift' && outcome !== 'est-chosen' && outcome !== 'in-est') return undefined;
    const decides = rule === 'decision' || outcome === 'in-est';
    const own = decides ? decision?.bridgeDays : undefined;
    const bridgeDays = own ?? this.request.scenario.est.bridgeDays ?? undefined;
    const anchor = subscription.termEnd + 1;
    const { asOf } = this.request.window;
    const ends = outcome === 'in-est' && endsEst(subscription, decision);
    const end = ends ? Math.max(anchor, asOf) : undefined;
    const span = spanOf(anchor, start, { bridgeDays, end }, { asOf, end: this.windowEnd });
    return hasDays(span) ? span : undefined;
  }

  private ownNotes(subscription: Subscription, timeline: Timeline, lock: Lock): number {
    const { share, legacyInstruction, action, termEnd } = subscription;
    const { eligibleEndFrom } = this.request.scenario.est;
    const legacy = legacyInstruction && action === 'none';
    return (
      (share.unmatched && !timeline.inEst ? noteBit('promotion-unknown') : 0) |
      (legacy ? noteBit('legacy-instruction') : 0) |
      (action === 'unknown' ? noteBit('unknown-action') : 0) |
      (termEnd === eligibleEndFrom ? noteBit('boundary-day') : 0) |
      (lock.row.carried ? noteBit('carried-forward') : 0)
    );
  }

  /** The customer's price of today under the most specific rule: subscription, customer, business. */
  payOf({ subscription, figures }: Assessment): Pay {
    const customer = idKey(this.textOf('customerId', subscription.row));
    const rule = this.ruleFor(customer, subscription.row);
    const clause = this.clauses.get(customer) ?? this.withoutClause;
    const { lock } = figures;
    const given = subscription.customerPrice;
    const price = given ? `${String(given.n)}/${String(given.d)}` : '';
    const key = `${String(rule.id)},${String(clause.id)},${price}`;
    let known = this.pays.get(lock);
    if (!known) this.pays.set(lock, (known = new Map()));
    let pay = known.get(key);
    if (!pay) {
      const digits = minorDigits(subscription.sale.offer?.currency ?? '');
      pay = makePay({ lock, rule, given, clause, clamp: this.request.scenario.margin.clamp, digits });
      known.set(key, pay);
    }
    return pay;
  }

  private ruleFor(customer: string, row: number): ParsedRule {
    const { subscriptionRules } = this;
    const own = subscriptionRules.size > 0 && subscriptionRules.get(idKey(this.textOf('subscriptionId', row)));
    return own || (this.customerRules.get(customer) ?? this.businessRule);
  }

  /** The customer's prices on one set of figures. */
  payStepOf(pay: Pay, figures: Figures): PayStep {
    let known = this.steps.get(pay);
    if (!known) this.steps.set(pay, (known = new Map()));
    let step = known.get(figures);
    if (!step) known.set(figures, (step = makePayStep(pay, figures)));
    return step;
  }
}

/** In EST: a decision to renew or cancel, or without any decision what is scheduled, ends it at its term end (spec §4). */
function endsEst({ action, legacyInstruction }: Subscription, decision: Decision | undefined): boolean {
  if (decision) return decision.outcome !== 'est';
  return (
    action === 'cancel' || action === 'renew' || action === 'transition' || (action === 'none' && legacyInstruction)
  );
}
