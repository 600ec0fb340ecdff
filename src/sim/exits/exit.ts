/** What the ways out of one subscription are made from: its offer, the window of the comparison, and what happens by default. */
import { type Day, addMonths } from '../../core/days.ts';
import { type LockPhase, lockPhase } from '../../core/locks.ts';
import { minorDigits } from '../../core/money.ts';
import type { Decision } from '../../core/scenario/scenario.ts';
import type { Subscription } from '../book.ts';
import type { Assessment, Model } from '../model.ts';
import { type Verdict, decideOutcome, estEligible } from '../outcomes.ts';
import type { Pay } from '../pay.ts';
import type { Offer, TermPlan } from '../price-rows.ts';
import type { NoWays } from './types.ts';

/** A subscription before its ways are priced. */
export interface Exit {
  readonly subscription: Subscription;
  /** What is renewed to: the base of a SKU in EST. */
  readonly offer: Offer;
  readonly plan: TermPlan;
  readonly currency: string;
  /** Minor units per major unit. */
  readonly scale: number;
  /** First day of the comparison: the day after the term end, or as-of when that has passed. */
  readonly from: Day;
  readonly to: Day;
  readonly phase: LockPhase;
  /** Without the scenario's decision. */
  readonly verdict: Verdict;
  readonly decision: Decision | undefined;
  /** EST can be chosen. */
  readonly eligible: boolean;
  /** Prices of today and of EST; undefined when one is missing. */
  readonly assessed: Assessment | undefined;
  readonly pay: Pay | undefined;
}

/** The exit of a row, or why it has none. */
export function exitOf(model: Model, row: number, months: number): Exit | NoWays {
  const { scenario, window } = model.request;
  const subscription = model.book.subscription(row);
  const { sale, termEnd } = subscription;
  const inEst = sale.offer !== undefined && model.mapping.baseOf.has(sale.offer.index);
  const verdict = decideOutcome(subscription, inEst, undefined, scenario.est);
  const phase = lockPhase(termEnd, window.asOf);
  if (verdict.outcome === 'excluded') return 'excluded';
  if (isOver(verdict, phase)) return 'over';
  const offer = inEst ? model.mapping.baseOf.get(sale.offer.index) : sale.offer;
  if (!offer) return 'no-offer';
  const from = Math.max(termEnd + 1, firstFree(verdict, window.asOf));
  const found = model.assess(row);
  const assessed = typeof found === 'string' ? undefined : found;
  return {
    subscription,
    offer,
    plan: inEst ? basePlan(offer) : sale.plan,
    currency: offer.currency,
    scale: 10 ** minorDigits(offer.currency),
    from,
    to: addMonths(from, months),
    phase,
    verdict,
    decision: model.decisionFor(row),
    eligible: inEst || estEligible(subscription, scenario.est),
    assessed,
    pay: assessed && model.payOf(assessed),
  };
}

/** A term that renewed keeps its first day: in the 7 days after, what is cut is the new term itself. */
function firstFree({ outcome }: Verdict, asOf: Day): Day {
  return outcome === 'renews' ? -Infinity : asOf;
}

/** A cancelled subscription cannot be had back; a renewed one is fixed after 7 days. An EST can be ended any day. */
function isOver({ outcome }: Verdict, phase: LockPhase): boolean {
  if (outcome === 'cancels') return phase !== 'open' && phase !== 'locked';
  return outcome === 'renews' && phase === 'past';
}

/** What an EST is compared with (spec §4). */
export function basePlan({ rows }: Offer): TermPlan {
  return ['P1Y/Monthly', 'P1Y/Annual', 'P1M/Monthly'].find((plan) => rows.has(plan)) ?? 'P1Y/Monthly';
}
