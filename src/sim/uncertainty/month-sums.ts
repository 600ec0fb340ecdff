/**
 * Sums of a slab by trial, currency and month. Equal whole cycles are added at their first month and taken off after their
 * last, so that a run costs the same however long it is.
 */
import { roundLarge, roundRatio } from './round.ts';
import type { RunUnits } from './run-units.ts';
import { TRIAL_AMOUNTS, TRIAL_MONTH_AMOUNTS, type TrialPart, type TrialPlan } from './types.ts';

/** What is summed: EST, current, renewal, need, what is passed and what is delayed of the rise, and what the customer pays. */
const [EST, CURRENT, RENEW, NEED, PASSED, DELAYED, PRICE] = [0, 1, 2, 3, 4, 5, 6] as const;
const WIDTH = 7;
/** Positions of the run's units. */
const UNIT = { est: 0, current: 1, renew: 2, need: 3, rise: 4, price: 5 } as const;

/** What the trials of a slab have in their item. */
export interface SlabItem {
  readonly stops: Int32Array;
  readonly early: Uint8Array;
  readonly seats: Float64Array;
  readonly renewSeats: Float64Array;
}

export class MonthSums {
  private readonly plan: Omit<TrialPlan, 'fixed'>;
  private readonly changes: Float64Array;
  /** Numbers from one trial to the next. */
  private readonly stride: number;
  private readonly owners: Float64Array;
  private count = 0;
  private numbers: Float64Array = new Float64Array(0);
  private large: ReadonlyMap<number, readonly [bigint, bigint]> = new Map();
  /** Of the item at hand. */
  private from = 0;
  private firstStart = 0;
  private base = 0;
  private extra = 0;
  /** Of the run at hand. */
  private risen = PASSED as number;

  constructor(plan: Omit<TrialPlan, 'fixed'>, size: number) {
    this.plan = plan;
    this.stride = plan.currencies.length * (plan.months + 1) * WIDTH;
    this.changes = new Float64Array(size * this.stride);
    this.owners = new Float64Array(plan.owners.length);
  }

  begin(count: number): void {
    this.count = count;
    this.changes.fill(0, 0, count * this.stride);
    this.owners.fill(0);
  }

  beginItem(item: number): void {
    const { columns, months } = this.plan;
    this.from = columns.from[item] ?? 0;
    this.firstStart = columns.firstStart[item] ?? 0;
    this.base = (columns.currency[item] ?? 0) * (months + 1) * WIDTH;
    this.extra = 0;
  }

  endItem(item: number): void {
    const owner = this.plan.columns.owner[item] ?? 0;
    this.owners[owner] = (this.owners[owner] ?? 0) + this.extra;
  }

  /** Adds the cycles of a run to every trial that reaches them. */
  addRun(run: number, units: RunUnits, { stops, early, seats, renewSeats }: SlabItem): void {
    const { runs, starts, chargedDays } = this.plan;
    const first = this.firstStart + (runs.cycle[run] ?? 0);
    const cycles = runs.count[run] ?? 0;
    const begun = runs.begun[run] === 1;
    const day = starts[first] ?? 0;
    const end = starts[first + cycles] ?? 0;
    const since = begun ? this.from : day;
    const month = this.base + (runs.month[run] ?? 0) * WIDTH;
    this.numbers = units.numbers;
    this.large = units.large;
    this.risen = runs.passes[run] === 1 ? PASSED : DELAYED;
    for (let t = 0; t < this.count; t++) {
      const stop = stops[t] ?? 0;
      if (stop <= since) continue;
      const unit = t * units.step;
      const at = t * this.stride + month;
      let whole = 0;
      if (!begun) {
        whole = stop >= end ? cycles : wholeCycles(starts, first, cycles, stop);
        if (whole > 0) this.addWhole(at, whole, unit, seats[t] ?? 0, renewSeats[t] ?? 0);
        if (whole === cycles) continue;
      }
      const start = starts[first + whole] ?? 0;
      const used = Math.min(stop, starts[first + whole + 1] ?? 0) - (begun ? since : start);
      if (used <= 0) continue;
      const days = (starts[first + whole + 1] ?? 0) - start;
      const unused = days - used - chargedDays;
      const refunded = begun || early[t] === 0 ? -1 : unused < 0 ? 0 : unused;
      this.addPart(at + whole * WIDTH, unit, seats[t] ?? 0, renewSeats[t] ?? 0, used, days, refunded);
    }
  }

  private share(unit: number, slot: number, factor: number, divisor: number): number {
    const top = this.numbers[unit + 2 * slot] ?? 0;
    if (top !== top) {
      const [n = 0n, d = 1n] = this.large.get(unit / 2 + slot) ?? [];
      return roundLarge(n, d, factor, divisor);
    }
    return roundRatio(top, factor, this.numbers[unit + 2 * slot + 1] ?? 1, divisor);
  }

  private addWhole(at: number, cycles: number, unit: number, seats: number, renewSeats: number): void {
    const est = this.share(unit, UNIT.est, seats, 1);
    const current = this.share(unit, UNIT.current, seats, 1);
    const after = at + cycles * WIDTH;
    this.put(at, after, EST, est);
    this.put(at, after, CURRENT, current);
    this.put(at, after, RENEW, this.share(unit, UNIT.renew, renewSeats, 1));
    this.put(at, after, NEED, this.share(unit, UNIT.need, seats, 1));
    this.put(at, after, this.risen, this.share(unit, UNIT.rise, seats, 1));
    this.put(at, after, PRICE, this.share(unit, UNIT.price, seats, 1));
    this.extra += cycles * (est - current);
  }

  /** A cycle of which only some days are used. @param refunded days that are refunded; −1: charged by the day instead */
  private addPart(
    at: number,
    unit: number,
    seats: number,
    renewSeats: number,
    used: number,
    days: number,
    refunded: number,
  ): void {
    const charge = this.share(unit, UNIT.est, seats, 1);
    const est =
      refunded < 0 ? roundRatio(charge, used, 1, days) : charge - seats * this.share(unit, UNIT.est, refunded, days);
    const current = this.share(unit, UNIT.current, seats * used, days);
    const after = at + WIDTH;
    this.put(at, after, EST, est);
    this.put(at, after, CURRENT, current);
    this.put(at, after, RENEW, this.share(unit, UNIT.renew, renewSeats * used, days));
    this.put(at, after, NEED, this.share(unit, UNIT.need, seats * used, days));
    this.put(at, after, this.risen, this.share(unit, UNIT.rise, seats * used, days));
    this.put(at, after, PRICE, this.share(unit, UNIT.price, seats * used, days));
    this.extra += est - current;
  }

  private put(at: number, after: number, slot: number, amount: number): void {
    const { changes } = this;
    changes[at + slot] = (changes[at + slot] ?? 0) + amount;
    changes[after + slot] = (changes[after + slot] ?? 0) - amount;
  }

  /** Writes the trials into a part. @param before trials of the part before the slab */
  write(part: TrialPart, before: number): void {
    const { currencies, months } = this.plan;
    const running = new Float64Array(WIDTH);
    let total = before * currencies.length * TRIAL_AMOUNTS.length;
    let month = before * currencies.length * months * TRIAL_MONTH_AMOUNTS.length;
    let at = 0;
    for (let series = 0; series < this.count * currencies.length; series++) {
      running.fill(0);
      for (let index = 0; index < months; index++, at += WIDTH) {
        for (let slot = 0; slot < WIDTH; slot++) running[slot] = (running[slot] ?? 0) + (this.changes[at + slot] ?? 0);
        this.writeMonth(part, running, total, month);
        month += TRIAL_MONTH_AMOUNTS.length;
      }
      at += WIDTH;
      total += TRIAL_AMOUNTS.length;
    }
    for (const [owner, extra] of this.owners.entries()) part.owners[owner] = (part.owners[owner] ?? 0) + extra;
  }

  private writeMonth(part: TrialPart, sums: Float64Array, total: number, month: number): void {
    const est = sums[EST] ?? 0;
    const current = sums[CURRENT] ?? 0;
    const passed = sums[PASSED] ?? 0;
    const delayed = sums[DELAYED] ?? 0;
    const absorbed = (sums[NEED] ?? 0) - passed - delayed;
    const margin = (sums[PRICE] ?? 0) - est;
    const { totals, months } = part;
    // In the order of TRIAL_AMOUNTS and TRIAL_MONTH_AMOUNTS.
    totals[total] = (totals[total] ?? 0) + est;
    totals[total + 1] = (totals[total + 1] ?? 0) + current;
    totals[total + 2] = (totals[total + 2] ?? 0) + (sums[RENEW] ?? 0);
    totals[total + 3] = (totals[total + 3] ?? 0) + est - current;
    totals[total + 4] = (totals[total + 4] ?? 0) + passed;
    totals[total + 5] = (totals[total + 5] ?? 0) + delayed;
    totals[total + 6] = (totals[total + 6] ?? 0) + absorbed;
    totals[total + 7] = (totals[total + 7] ?? 0) + margin;
    months[month] = est;
    months[month + 1] = est - current;
    months[month + 2] = absorbed;
    months[month + 3] = margin;
  }
}

/** How many of a run's cycles end before `stop` or on it. */
function wholeCycles(starts: Int32Array, first: number, cycles: number, stop: number): number {
  let whole = Math.min(cycles, Math.floor((stop - (starts[first] ?? 0)) / 31));
  while (whole < cycles && (starts[first + whole + 1] ?? 0) <= stop) whole++;
  return whole;
}
