/** A subscription that can come into EST inside the window, with the runs of its cycles and all their prices. */
import type { Day } from '../../core/days.ts';
import { type Exact, ONE, add, compare, divide, fraction, multiply, subtract } from '../../core/exact.ts';
import { minorDigits } from '../../core/money.ts';
import { estRates } from '../est-price.ts';
import type { Figures } from '../figures.ts';
import type { ParsedRule } from '../margin.ts';
import type { Assessment, Model } from '../model.ts';
import type { Pay } from '../pay.ts';
import type { PriceRow } from '../price-rows.ts';
import type { UnitPrice } from '../price-series.ts';
import { CycleClock } from '../span.ts';
import type { ExactUnits, Move, MovingRow } from './moves.ts';

/** Consecutive cycles with equal prices. */
export interface ItemRun {
  /** Position of the first among the item's cycles. */
  readonly cycle: number;
  readonly count: number;
  /** Calendar month of the first, counted from the window's first. */
  readonly month: number;
  readonly passes: boolean;
  readonly begun: boolean;
  /** What its prices are, or what they are made from where an input moves them. */
  readonly prices: { readonly units: ExactUnits } | { readonly move: Move };
}

export interface Item {
  readonly start: Day;
  readonly from: Day;
  /** First days of its cycles, and of the one after them. */
  readonly starts: readonly Day[];
  readonly runs: readonly ItemRun[];
}

/** Makes items of one model. */
export class ItemMaker {
  private readonly model: Model;
  private readonly plans = new Map<PriceRow, string>();
  private readonly factors: { readonly monthly: Exact; readonly noMonthly: Exact };

  constructor(model: Model) {
    this.model = model;
    for (const { rows } of model.book.offers.values()) {
      for (const [plan, all] of rows) for (const row of all) this.plans.set(row, plan);
    }
    const rates = estRates(model.request.scenario.est);
    this.factors = { monthly: rates.factorMonthly, noMonthly: rates.factorNoMonthly };
  }

  /** The item of a subscription; undefined when its EST would begin after the window. */
  make(assessed: Assessment, moves: boolean): Item | undefined {
    const { asOf } = this.model.request.window;
    const end = this.model.windowEnd;
    const { start } = assessed;
    const from = Math.max(start, asOf);
    if (from >= end) return undefined;
    const clock = new CycleClock(assessed.subscription.termEnd + 1);
    const first = clock.cycleAt(from);
    const starts = [clock.start(first)];
    while ((starts.at(-1) ?? end) < end) starts.push(clock.start(first + starts.length));
    const runs = this.runsOf(assessed, starts, clock.month + first, moves);
    return { start, from, starts, runs };
  }

  private runsOf(assessed: Assessment, starts: readonly Day[], firstMonth: number, moves: boolean): readonly ItemRun[] {
    const pay = this.model.payOf(assessed);
    const { segments } = assessed.timeline;
    const { asOf } = this.model.request.window;
    const anchor = assessed.subscription.termEnd + 1;
    const runs: (ItemRun & { count: number })[] = [];
    let segment = -1;
    let last = '';
    for (const [cycle, start] of starts.slice(0, -1).entries()) {
      while ((segments[segment + 1]?.from ?? Infinity) <= start) segment++;
      const begun = start < asOf;
      const passes = start >= pay.clause.from;
      const movesNow = moves && start >= anchor;
      const key = `${String(segment)} ${String(passes)} ${String(movesNow)} ${String(begun)}`;
      const same = runs.at(-1);
      if (same && key === last) {
        same.count++;
        continue;
      }
      last = key;
      const figures = this.figuresAt(assessed, segment);
      const month = begun ? 0 : firstMonth + cycle - this.model.monthOfAsOf;
      const prices = moves
        ? { move: this.moveOf(assessed, figures, pay, { passes, movesNow }) }
        : { units: this.unitsOf(assessed, figures, pay, passes) };
      runs.push({ cycle, count: 1, month, passes, begun, prices });
    }
    return runs;
  }

  private figuresAt(assessed: Assessment, index: number): Figures {
    const segment = assessed.timeline.segments[index];
    return (segment && this.model.figuresOf(assessed.figures.lock, assessed.timeline, segment)) ?? assessed.figures;
  }

  private unitsOf(assessed: Assessment, figures: Figures, pay: Pay, passes: boolean): ExactUnits {
    const step = this.model.payStepOf(pay, figures);
    const scale = scaleOf(assessed);
    const price = passes ? step.allowed : pay.p0;
    const minor = (value: Exact): Exact => multiply(value, scale);
    const { est, lock } = figures;
    return [
      minor(est.cost),
      minor(lock.current),
      minor(assessed.renew),
      minor(step.need),
      minor(step.rise),
      minor(price),
    ];
  }

  private moveOf(
    assessed: Assessment,
    figures: Figures,
    pay: Pay,
    { passes, movesNow }: { passes: boolean; movesNow: boolean },
  ): Move {
    const scale = scaleOf(assessed);
    const { est, lock } = figures;
    const { timeline, subscription, start } = assessed;
    const isBase = timeline.inEst;
    const anchor = subscription.termEnd + 1;
    const movesAtStart = start >= anchor;
    const own = this.rowOf(assessed.figures.own, scale, movesAtStart);
    const renewing = assessed.renewal?.price ?? assessed.figures.own;
    const factor = est.source === 'monthly' ? this.factors.monthly : this.factors.noMonthly;
    return {
      est: this.rowOf(est.basis, scale, movesNow),
      factor: est.source === 'list' ? undefined : factor,
      rule: ruleOf(pay.rule, scale),
      clamp: pay.clamp,
      p0: isBase && !pay.given ? undefined : multiply(pay.p0, scale),
      current: isBase ? undefined : multiply(lock.current, scale),
      own,
      renew: this.rowOf(renewing, scale, (assessed.renewal?.day ?? start) >= anchor),
      kept: renewing.cost.n === 0n ? ONE : divide(assessed.renew, renewing.cost),
      passThrough: pay.clause.passThrough,
      cap: pay.clause.cap && add(ONE, pay.clause.cap),
      passes,
    };
  }

  private rowOf({ cost, erp, months, row }: UnitPrice, scale: Exact, moves: boolean): MovingRow {
    const instalments = this.plans.get(row)?.endsWith('/Monthly') ? months : 1;
    const whole = multiply(fraction(months), scale);
    return { cost: multiply(cost, whole), erp: multiply(erp, whole), instalments, months, moves };
  }
}

function scaleOf({ subscription }: Assessment): Exact {
  return fraction(10 ** minorDigits(subscription.sale.offer?.currency ?? ''));
}

function ruleOf({ rule, value }: ParsedRule, scale: Exact): Move['rule'] {
  switch (rule.kind) {
    case 'markup':
      return { base: 'cost', factor: add(ONE, value) };
    case 'erp-discount':
      return { base: 'erp', factor: subtract(ONE, value) };
    case 'margin':
      return { base: 'cost', factor: compare(value, ONE) >= 0 ? ONE : divide(ONE, subtract(ONE, value)) };
    case 'fixed':
      return { base: 'fixed', factor: multiply(value, scale) };
  }
}
