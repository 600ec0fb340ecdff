/**
 * Spec §§2–6 for one subscription after the other, as plainly as the spec says it, with decimal.js.
 * The oracle of the engine's tests and the slow end of its benchmark; it shares no code with `src/sim`.
 */
import type { Clause, Decision, MarginRule, Scenario } from '../../src/core/scenario/scenario.ts';
import { Decimal, dayText, digitsOf, hu, plusMonths } from './naive-numbers.ts';
import { type ReconLine, billedPrice } from './naive-recon.ts';
import { renewalOf } from './naive-renewal.ts';
import { type EstPrice, type Offer, type Pair, NaivePrices, type PriceRow } from './naive-prices.ts';

export interface Subscription extends Offer {
  readonly id: string;
  readonly customerId: string;
  readonly seats: number;
  readonly term: string;
  readonly plan: string;
  readonly start: number;
  /** Last day of the term. */
  readonly end: number;
  readonly autoRenew: boolean;
  readonly action: string;
  readonly legacyInstruction: boolean;
  readonly promotionPercent: string | undefined;
  readonly pricePaid: string | Decimal | undefined;
  readonly customerPrice: string | undefined;
  /** Status active, no trial, licence-based. */
  readonly inScope: boolean;
}

export const NAIVE_AMOUNTS = [
  'est',
  'current',
  'renew',
  'extra',
  'promotion',
  'passed',
  'delayed',
  'absorbed',
  'margin',
] as const;
type NaiveAmounts = Record<(typeof NAIVE_AMOUNTS)[number], Decimal>;

interface NaiveCycle extends NaiveAmounts {
  /** `YYYY-MM`. */
  readonly month: string;
}

export interface NaiveResult {
  readonly id: string;
  readonly currency: string;
  readonly outcome: string;
  readonly rule: string;
  readonly exposed: boolean;
  readonly currentUnit: Decimal;
  readonly estUnit: Decimal;
  readonly renewUnit: Decimal;
  readonly estSource: EstPrice['source'];
  readonly cliff: {
    readonly promotion: Decimal;
    readonly listMove: Decimal;
    readonly commitment: Decimal;
    readonly estUplift: Decimal;
    readonly currency: Decimal;
  };
  readonly cycles: readonly NaiveCycle[];
}

interface NaiveWindow {
  readonly asOf: number;
  /** First day after the horizon. */
  readonly end: number;
}

const NO_CLAUSE: Clause = { passThrough: false };
const ENDING = new Set(['cancel', 'renewtonewterm', 'transition']);

/** One result a subscription that can be priced; undefined for the others. */
export function naiveSimulation(
  rows: readonly PriceRow[],
  subscriptions: readonly Subscription[],
  scenario: Scenario,
  asOf: number,
  horizonMonths: number,
  recon: readonly ReconLine[] = [],
): readonly (NaiveResult | undefined)[] {
  const prices = new NaivePrices(rows, scenario);
  const calm = new NaivePrices(rows, { ...scenario, fx: { shocks: [], rates: [], reporting: undefined } });
  const window = { asOf, end: plusMonths(asOf, horizonMonths) };
  return subscriptions.map((subscription) => {
    const pricePaid = subscription.pricePaid ?? billedPrice(subscription, subscriptions, recon);
    return simulateOne({ ...subscription, pricePaid }, { prices, calm }, scenario, window);
  });
}

function simulateOne(
  sub: Subscription,
  { prices, calm }: BothPrices,
  scenario: Scenario,
  window: NaiveWindow,
): NaiveResult | undefined {
  const decision = decisionFor(sub, scenario.decisions);
  const same = unitsOf(sub, prices, window);
  const without = unitsOf(sub, calm, window);
  if (same === undefined || without === undefined) return undefined;
  const inEst = sub.inScope && prices.base(sub) !== undefined;
  const renewal = renewalOf({ sub, inEst, decision, prices, scenario, asOf: window.asOf }, same.renew);
  if (renewal === undefined) return undefined;
  const units = { ...same, renew: renewal.unit, renewSeats: renewal.seats, cliff: withCurrency(same, without) };
  const { outcome, rule } = outcomeOf(sub, prices, scenario, decision);
  const span = spanOf(sub, outcome, decision, scenario, window);
  const cycles = cyclesOf(sub, span, window, units, prices, scenario);
  if (cycles === undefined) return undefined;
  const { current, renew, est, cliff } = units;
  return {
    id: sub.id,
    currency: sub.currency,
    outcome,
    rule,
    exposed: cycles.length > 0,
    currentUnit: current,
    estUnit: est.cost,
    renewUnit: renew,
    estSource: est.source,
    cliff,
    cycles,
  };
}

interface BothPrices {
  readonly prices: NaivePrices;
  /** Without the scenario's currency shocks. */
  readonly calm: NaivePrices;
}

/** The steps as they are without shocks; the last one is what the shocks add. */
function withCurrency({ est, current }: Units, { cliff }: Units): NaiveResult['cliff'] {
  const before = cliff.promotion.plus(cliff.listMove).plus(cliff.commitment).plus(cliff.estUplift);
  return { ...cliff, currency: est.cost.minus(current).minus(before) };
}

// ---------------------------------------------------------------- §2 and §5: unit figures and the cliff

interface Units {
  readonly current: Decimal;
  readonly renew: Decimal;
  readonly renewSeats: number;
  readonly est: EstPrice;
  /** ERP that belongs to `current`, after the promotion. */
  readonly currentErp: Decimal;
  readonly cliff: NaiveResult['cliff'];
}

function unitsOf(sub: Subscription, prices: NaivePrices, { asOf }: NaiveWindow): Units | undefined {
  const base = sub.inScope ? prices.base(sub) : undefined;
  if (!prices.has(sub, sub.term, sub.plan)) return undefined;
  return base ? unitsInEst(sub, base, prices, asOf) : unitsOfTerm(sub, prices, asOf);
}

function unitsInEst(sub: Subscription, base: Offer, prices: NaivePrices, asOf: number): Units | undefined {
  const monthly = prices.price(base, 'P1M', 'Monthly', asOf);
  const row = prices.price(base, 'P1Y', 'Monthly', asOf) ?? prices.price(base, 'P1Y', 'Annual', asOf) ?? monthly;
  const est = prices.est(sub, asOf);
  if (row === undefined || est === undefined) return undefined;
  const zero = new Decimal(0);
  const commitment = monthly ? monthly.cost.minus(row.cost) : zero;
  const estUplift = est.cost.minus(row.cost).minus(commitment);
  const cliff = { promotion: zero, listMove: zero, commitment, estUplift, currency: zero };
  return { current: row.cost, renew: row.cost, renewSeats: sub.seats, est, currentErp: row.erp, cliff };
}

function unitsOfTerm(sub: Subscription, prices: NaivePrices, asOf: number): Units | undefined {
  const s = sub.end + 1;
  const locked =
    prices.price(sub, sub.term, sub.plan, sub.start, true) ?? prices.price(sub, sub.term, sub.plan, asOf, true);
  const row = prices.price(sub, sub.term, sub.plan, s);
  const est = prices.est(sub, s);
  if (locked === undefined || row === undefined || est === undefined) return undefined;
  const kept = new Decimal(1).minus(new Decimal(sub.promotionPercent ?? 0).div(100));
  const current = sub.pricePaid === undefined ? locked.cost.times(kept) : new Decimal(sub.pricePaid);
  const lockedCost = sub.pricePaid === undefined ? locked.cost : current.div(kept);
  const monthly = prices.price(sub, 'P1M', 'Monthly', s);
  const promotion = lockedCost.minus(current);
  const listMove = row.cost.minus(lockedCost);
  const commitment = monthly && sub.term !== 'P1M' ? monthly.cost.minus(row.cost) : new Decimal(0);
  const estUplift = est.cost.minus(current).minus(promotion).minus(listMove).minus(commitment);
  const cliff = { promotion, listMove, commitment, estUplift, currency: new Decimal(0) };
  return { current, renew: row.cost, renewSeats: sub.seats, est, currentErp: locked.erp.times(kept), cliff };
}

// ---------------------------------------------------------------- §3: outcomes

function decisionFor(sub: Subscription, decisions: readonly Decision[]): Decision | undefined {
  return decisions.findLast(({ match }) => {
    const { subscriptionId, customerId, productId, skuId, segment } = match;
    if (subscriptionId !== undefined && subscriptionId.toLowerCase() !== sub.id.toLowerCase()) return false;
    if (customerId !== undefined && customerId.toLowerCase() !== sub.customerId.toLowerCase()) return false;
    if (productId !== undefined && productId.toUpperCase() !== sub.productId) return false;
    if (skuId !== undefined && skuId.toUpperCase().padStart(4, '0') !== sub.skuId) return false;
    return segment === undefined || segment === sub.segment;
  });
}

interface Outcome {
  readonly outcome: string;
  readonly rule: string;
}

function outcomeOf(
  sub: Subscription,
  prices: NaivePrices,
  scenario: Scenario,
  decision: Decision | undefined,
): Outcome {
  if (!sub.inScope) return { outcome: 'excluded', rule: 'R-003' };
  if (prices.base(sub)) return { outcome: 'in-est', rule: 'R-008' };
  if (decision) return { outcome: decision.outcome === 'est' ? 'est-chosen' : decision.outcome, rule: 'decision' };
  const action = sub.action.toLowerCase();
  if (action === 'cancel') return { outcome: 'cancels', rule: 'R-017' };
  if (action === 'renewtoextendedserviceterm') return { outcome: 'est-chosen', rule: 'R-018' };
  if (action === 'renewtonewterm' || action === 'transition') return { outcome: 'renews', rule: 'R-016' };
  if (action === '' && sub.legacyInstruction) return { outcome: 'renews', rule: 'R-016' };
  if (sub.autoRenew) return { outcome: 'renews', rule: 'R-016' };
  const { eligibleStartFrom, eligibleEndFrom } = scenario.est;
  if (sub.start >= eligibleStartFrom && sub.end >= eligibleEndFrom) return { outcome: 'est-drift', rule: 'R-014' };
  return { outcome: 'lapses', rule: 'R-030' };
}

// ---------------------------------------------------------------- §4: exposure

/** EST days [from, stop); `refunds`: the stop is a bridge's or a decision's end, not only the window's. */
interface Span {
  readonly from: number;
  readonly stop: number;
  readonly refunds: boolean;
}

function spanOf(
  sub: Subscription,
  outcome: string,
  decision: Decision | undefined,
  scenario: Scenario,
  window: NaiveWindow,
): Span {
  const { asOf, end } = window;
  const inEst = outcome === 'in-est';
  if (!inEst && outcome !== 'est-drift' && outcome !== 'est-chosen') return { from: end, stop: end, refunds: false };
  const s = inEst ? asOf : sub.end + 1;
  const bridge = decision?.bridgeDays ?? scenario.est.bridgeDays;
  const leaves = decision ? decision.outcome !== 'est' : ENDING.has(sub.action.toLowerCase());
  const ends = [bridge === null ? Infinity : s + bridge, inEst && leaves ? Math.max(sub.end + 1, asOf) : Infinity];
  const early = Math.min(...ends);
  return { from: Math.max(s, asOf), stop: Math.min(end, early), refunds: early <= end };
}

function cyclesOf(
  sub: Subscription,
  span: Span,
  window: NaiveWindow,
  units: Units,
  prices: NaivePrices,
  scenario: Scenario,
): readonly NaiveCycle[] | undefined {
  const anchor = sub.end + 1;
  const price = pricerOf(sub, units, scenario, window.asOf);
  const cycles: NaiveCycle[] = [];
  const distance = span.from - anchor;
  let k = Math.floor(distance / (distance < 0 ? 28 : 31)) - 1;
  for (; plusMonths(anchor, k) < span.stop; k++) {
    const cycle = { start: plusMonths(anchor, k), end: plusMonths(anchor, k + 1) };
    const used = Math.min(cycle.end, span.stop) - Math.max(cycle.start, span.from);
    if (used <= 0) continue;
    const est = prices.est(sub, cycle.start);
    if (est === undefined) return undefined;
    const month = dayText(Math.max(cycle.start, window.asOf)).slice(0, 7);
    const charged = scenario.rules.refundDayCount === 'cancel-day-charged' ? 1 : 0;
    cycles.push({ month, ...amountsOf(sub, { ...span, charged }, window, units, est, cycle, used, price) });
  }
  return cycles;
}

function amountsOf(
  sub: Subscription,
  span: Span & { readonly charged: number },
  window: NaiveWindow,
  units: Units,
  est: EstPrice,
  cycle: { readonly start: number; readonly end: number },
  used: number,
  priceOn: (est: EstPrice, day: number) => CustomerPrices,
): NaiveAmounts {
  const digits = digitsOf(sub.currency);
  const days = cycle.end - cycle.start;
  const share = (unit: Decimal, seats = sub.seats): Decimal => hu(unit.times(seats).times(used).div(days), digits);
  const refunded = Math.max(0, days - used - span.charged);
  const refunds = span.refunds && cycle.start >= window.asOf;
  const cost = estOfCycle(sub, est.cost, days, used, refunds ? refunded : undefined);
  const current = share(units.current);
  const { p0, p1, allowed, charged } = priceOn(est, cycle.start);
  const passed = share(charged.minus(p0));
  const delayed = charged.equals(allowed) ? new Decimal(0) : share(allowed.minus(p0));
  return {
    est: cost,
    current,
    renew: share(units.renew, units.renewSeats),
    extra: cost.minus(current),
    promotion: share(units.cliff.promotion),
    passed,
    delayed,
    absorbed: share(p1.minus(p0)).minus(passed).minus(delayed),
    margin: share(charged).minus(cost),
  };
}

function estOfCycle(
  sub: Subscription,
  unit: Decimal,
  days: number,
  used: number,
  refunded: number | undefined,
): Decimal {
  const digits = digitsOf(sub.currency);
  const charge = hu(unit.times(sub.seats), digits);
  if (used === days) return charge;
  if (refunded === undefined) return hu(charge.times(used).div(days), digits);
  return charge.minus(hu(unit.times(refunded).div(days), digits).times(sub.seats));
}

// ---------------------------------------------------------------- §6: who pays

interface CustomerPrices {
  readonly p0: Decimal;
  readonly p1: Decimal;
  readonly allowed: Decimal;
  readonly charged: Decimal;
}

function pricerOf(
  sub: Subscription,
  units: Units,
  scenario: Scenario,
  asOf: number,
): (est: EstPrice, day: number) => CustomerPrices {
  const { margin, clauses } = scenario;
  const digits = digitsOf(sub.currency);
  const rule = margin.subscriptions.get(sub.id) ?? margin.customers.get(sub.customerId) ?? margin.business;
  const clause = clauses.get(sub.customerId) ?? NO_CLAUSE;
  const ruled = (pair: Pair): Decimal => rulePrice(rule, pair, digits, margin.clamp);
  const p0 =
    sub.customerPrice === undefined
      ? ruled({ cost: units.current, erp: units.currentErp })
      : new Decimal(sub.customerPrice);
  const from = Math.max(
    (clause.noticeGiven ?? asOf) + (clause.noticeDays ?? 0),
    (clause.priceLockUntil ?? -Infinity) + 1,
  );
  return (est, day) => {
    const p1 = ruled(est);
    const allowed = allowedPrice(p0, p1, clause, digits);
    return { p0, p1, allowed, charged: day >= from ? allowed : p0 };
  };
}

function rulePrice(rule: MarginRule, { cost, erp }: Pair, digits: number, clamp: boolean): Decimal {
  const price = hu(unclamped(rule, cost, erp), digits);
  return clamp ? hu(Decimal.max(cost, Decimal.min(erp, price)), digits) : price;
}

function unclamped(rule: MarginRule, cost: Decimal, erp: Decimal): Decimal {
  if (rule.kind === 'fixed') return new Decimal(rule.price);
  const share = new Decimal(rule.percent).div(100);
  if (rule.kind === 'markup') return cost.times(share.plus(1));
  return rule.kind === 'erp-discount' ? erp.times(new Decimal(1).minus(share)) : cost.div(new Decimal(1).minus(share));
}

function allowedPrice(p0: Decimal, p1: Decimal, clause: Clause, digits: number): Decimal {
  if (p1.lessThanOrEqualTo(p0)) return p1;
  if (!clause.passThrough) return p0;
  if (clause.capPercent === undefined) return p1;
  return Decimal.min(p1, hu(p0.times(new Decimal(clause.capPercent).div(100).plus(1)), digits));
}
