/** Prices ways out of a subscription: cost inside the window, what is still owed after it, and the margin (spec §7). */
import type { Day } from '../../core/days.ts';
import { termMonths } from '../../core/days.ts';
import type { Exact } from '../../core/exact.ts';
import { type Minor, minorDigits } from '../../core/money.ts';
import { type CostAndErp, type ParsedRule, rulePrice } from '../margin.ts';
import type { Model } from '../model.ts';
import type { Offer, TermPlan } from '../price-rows.ts';
import { inner, remember } from '../remember.ts';
import { type EstCost, EstCosts } from './est-costs.ts';
import type { Exit } from './exit.ts';
import { type TermRun, insideAmount, termRuns, wholeAmount } from './term-costs.ts';
import type { WayChoice, WayOut, WayPrice, WayProblem } from './types.ts';

export class ExitPricer {
  readonly model: Model;
  private readonly est: EstCosts;
  private readonly plans = new Map<Offer, Map<TermPlan, readonly TermPlan[]>>();
  /** The EST that was priced last: the ways of one subscription differ in what follows it. */
  private last: { exit: Exit; stop: Day; ended: boolean; cost: EstCost } | undefined;
  /** The customer's price on a cost and ERP, under the rule that was asked for last. */
  private readonly prices = new WeakMap<CostAndErp, { readonly rule: ParsedRule; readonly price: Exact }>();
  private readonly margins: boolean;

  /** @param margins whether somebody asks for the margin, which takes its time */
  constructor(model: Model, { margins }: { readonly margins: boolean }) {
    this.model = model;
    this.margins = margins;
    this.est = new EstCosts(model);
  }

  /** A way with its price, or with what keeps it from having one. */
  price(exit: Exit, choice: WayChoice, seatsWanted: number): WayOut {
    const { kind, plan, seats, estDays } = choice;
    const found = this.tryPrice(exit, choice);
    if (typeof found === 'string') {
      return { kind, plan, seats, estDays, price: undefined, problem: found, compared: false };
    }
    const compared = givesSeats(choice, exit.subscription.seats, seatsWanted);
    return { kind, plan, seats, estDays, price: found, problem: undefined, compared };
  }

  private tryPrice(exit: Exit, { kind, plan, seats, estDays }: WayChoice): WayPrice | WayProblem {
    switch (kind) {
      case 'cancel':
        return NOTHING;
      case 'renew':
        return this.ofTerms(exit, plan, seats, exit.from);
      case 'est': {
        const est = this.ofEst(exit, exit.to - exit.from, false);
        return typeof est === 'string' ? est : { cost: est.cost, committed: 0, margin: est.margin };
      }
      case 'est-renew': {
        const est = this.ofEst(exit, estDays, true);
        if (typeof est === 'string') return est;
        const terms = this.ofTerms(exit, plan, seats, exit.from + estDays);
        if (typeof terms === 'string') return terms;
        return {
          cost: est.cost + terms.cost,
          committed: terms.committed,
          margin: est.margin + terms.margin,
        };
      }
    }
  }

  /** EST goes on with the seats of today. */
  private ofEst(exit: Exit, days: number, ended: boolean): EstCost | WayProblem {
    const { assessed, pay, eligible, from, to, scale } = exit;
    if (!eligible) return 'not-eligible';
    if (!assessed || !pay) return 'no-est-price';
    const stop = Math.min(to, from + days);
    const { last } = this;
    if (last?.exit === exit && last.stop === stop && last.ended === ended) return last.cost;
    const cost = this.est.of(assessed, { from, stop, ended }, pay, scale);
    this.last = { exit, stop, ended, cost };
    return cost;
  }

  private ofTerms(exit: Exit, plan: TermPlan, seats: number, from: Day): WayPrice | WayProblem {
    if (from >= exit.to) return NOTHING;
    const runs = this.termsOf(exit, plan, seats, from);
    if (typeof runs === 'string') return runs;
    const { scale } = exit;
    const cost = insideAmount(runs, seats, scale, costOf);
    return {
      cost,
      committed: wholeAmount(runs, seats, scale) - cost,
      margin: this.margins ? this.revenue(exit, runs, seats) - cost : NaN,
    };
  }

  /** The terms of a plan from a day to the end of the window. */
  termsOf(exit: Exit, plan: TermPlan, seats: number, from: Day): readonly TermRun[] | WayProblem {
    const { offer, to, subscription } = exit;
    if (!offer.rows.has(plan)) return 'no-row';
    const series = this.model.priced.of(subscription.customerIndex).seriesOf(offer, plan);
    const { productId, skuId } = offer;
    const shareOn = this.keepsShares(exit)
      ? (day: Day): Exact => this.model.renewShare(subscription, { productId, skuId, plan, day, seats })
      : undefined;
    return termRuns(series, { from, to }, shareOn) ?? 'not-yet-listed';
  }

  /** In EST there is no promotion. */
  private keepsShares({ subscription, verdict }: Exit): boolean {
    return verdict.outcome !== 'in-est' && this.model.mayHaveShare(subscription);
  }

  /** What the customer pays for the seats by the rule on each new term's price. */
  private revenue({ subscription, currency, scale }: Exit, runs: readonly TermRun[], seats: number): Minor {
    const rule = this.model.marginRuleOf(subscription);
    const { clamp } = this.model.request.scenario.margin;
    return insideAmount(runs, seats, scale, ({ unit }) => {
      const known = this.prices.get(unit);
      if (known?.rule === rule) return known.price;
      const price = rulePrice(rule, unit, clamp, minorDigits(currency));
      this.prices.set(unit, { rule, price });
      return price;
    });
  }

  /** Terms and plans on offer, and the one that the subscription has. */
  plansOf({ offer, plan }: Exit): readonly TermPlan[] {
    return remember(inner(this.plans, offer), plan, () => {
      const plans = [...offer.rows.keys()].filter(isTerm);
      const all = plans.includes(plan) ? plans : [...plans, plan];
      return all.sort((a, b) => rank(a) - rank(b));
    });
  }
}

const NOTHING: WayPrice = { cost: 0, committed: 0, margin: 0 };

const costOf = ({ unit }: TermRun): Exact => unit.cost;

/** EST cannot grow, and cancelling gives nothing. */
function givesSeats({ kind, seats }: WayChoice, today: number, wanted: number): boolean {
  if (kind === 'cancel') return false;
  return seats >= wanted && (kind === 'renew' || today >= wanted);
}

const ORDER = ['P1Y/Annual', 'P1Y/Monthly', 'P1M/Monthly', 'P3Y/Triennial', 'P3Y/Annual', 'P3Y/Monthly'];

function rank(plan: TermPlan): number {
  const place = ORDER.indexOf(plan);
  return place < 0 ? ORDER.length : place;
}

/** Trials have the plan `None`. */
function isTerm(plan: TermPlan): boolean {
  const [term = '', billing = ''] = plan.split('/');
  return termMonths(term) !== undefined && billing !== 'None';
}
