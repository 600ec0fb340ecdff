/** Which renewal the results compare with: the same term and plan, or what a decision names. */
import type { Decision, Scenario } from '../../src/core/scenario/scenario.ts';
import { Decimal } from './naive-numbers.ts';
import type { NaivePrices, Offer } from './naive-prices.ts';

export interface NaiveRenewal {
  readonly unit: Decimal;
  readonly seats: number;
}

interface Renewing extends Offer {
  readonly seats: number;
  readonly term: string;
  readonly plan: string;
  readonly end: number;
  readonly promotionPercent: string | undefined;
  readonly inScope: boolean;
}

interface Question {
  readonly sub: Renewing;
  readonly inEst: boolean;
  readonly decision: Decision | undefined;
  readonly prices: NaivePrices;
  readonly scenario: Scenario;
  readonly asOf: number;
}

/** Undefined when the lists have no row for what the decision names. */
export function renewalOf(question: Question, sameTerm: Decimal): NaiveRenewal | undefined {
  const { sub, inEst, decision, scenario, asOf, prices } = question;
  const promotion = (term: string, plan: string): Decimal => {
    const stays = scenario.rules.promotionAtRenewal === 'kept' && term === sub.term && plan === sub.plan && !inEst;
    return new Decimal(1).minus(stays ? new Decimal(sub.promotionPercent ?? 0).div(100) : 0);
  };
  if (
    !sub.inScope ||
    !decision?.renewTo ||
    Object.keys(decision.renewTo).length === 0 ||
    decision.outcome === 'cancels'
  )
    return { unit: sameTerm.times(promotion(sub.term, sub.plan)), seats: sub.seats };
  const start = inEst ? asOf : sub.end + 1;
  const bridge = decision.bridgeDays ?? scenario.est.bridgeDays ?? Infinity;
  const atTermEnd = inEst && decision.outcome === 'renews' ? Math.max(sub.end + 1, asOf) : Infinity;
  const end = !inEst && decision.outcome === 'renews' ? start : Math.min(start + bridge, atTermEnd);
  const day = end === Infinity ? start : end;
  const sku = (inEst ? prices.base(sub) : undefined) ?? sub;
  const base = [['P1Y', 'Monthly'], ['P1Y', 'Annual'], ['P1M', 'Monthly']] as const; // prettier-ignore
  const own = inEst ? base.find(([term, plan]) => prices.price(sku, term, plan, day)) : ([sub.term, sub.plan] as const);
  const term = decision.renewTo.termDuration ?? own?.[0] ?? '';
  const plan = decision.renewTo.billingPlan ?? own?.[1] ?? '';
  const row = prices.price(sku, term, plan, day);
  return row && { unit: row.cost.times(promotion(term, plan)), seats: decision.renewTo.quantity ?? sub.seats };
}
