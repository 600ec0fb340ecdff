/** Sums by month and currency. Runs of equal cycles are added at their first month and taken off after their last. */
import type { Month } from '../core/days.ts';
import { safeMinor } from '../core/money.ts';
import type { CycleRun } from './cycles.ts';
import { AMOUNTS, type Amounts, type MonthTotals, type Totals } from './types.ts';

const WIDTH = AMOUNTS.length + 1;
/** The slot after the amounts counts cycles: a month without any has no amounts. */
const CYCLES = AMOUNTS.length;

function toAmounts(sums: Float64Array): Amounts {
  const named = AMOUNTS.map((name, slot) => [name, safeMinor(sums[slot] ?? 0)]);
  return Object.fromEntries(named) as Record<(typeof AMOUNTS)[number], number>;
}

/** The months and totals of one currency. */
export class CurrencySums {
  subscriptions = 0;
  exposed = 0;
  atRisk = 0;
  unpriced = 0;
  private readonly changes: Float64Array;
  private readonly firstMonth: Month;
  readonly currency: string;

  constructor(currency: string, firstMonth: Month, months: number) {
    this.currency = currency;
    this.firstMonth = firstMonth;
    this.changes = new Float64Array((months + 1) * WIDTH);
  }

  add({ firstMonth, count, amounts }: CycleRun): void {
    const first = (firstMonth - this.firstMonth) * WIDTH;
    const after = first + count * WIDTH;
    const { changes } = this;
    for (let slot = 0; slot < CYCLES; slot++) {
      const amount = amounts[slot] ?? 0;
      changes[first + slot] = (changes[first + slot] ?? 0) + amount;
      changes[after + slot] = (changes[after + slot] ?? 0) - amount;
    }
    changes[first + CYCLES] = (changes[first + CYCLES] ?? 0) + 1;
    changes[after + CYCLES] = (changes[after + CYCLES] ?? 0) - 1;
  }

  /** The months that have an amount, in order. */
  months(): readonly MonthTotals[] {
    const running = new Float64Array(WIDTH);
    const months: MonthTotals[] = [];
    for (let index = 0; index * WIDTH < this.changes.length; index++) {
      for (let slot = 0; slot < WIDTH; slot++) {
        running[slot] = (running[slot] ?? 0) + (this.changes[index * WIDTH + slot] ?? 0);
      }
      if ((running[CYCLES] ?? 0) === 0) continue;
      months.push({ month: this.firstMonth + index, currency: this.currency, ...toAmounts(running) });
    }
    return months;
  }

  totals(): Totals {
    const sums = new Float64Array(AMOUNTS.length);
    for (const month of this.months()) {
      for (const [slot, name] of AMOUNTS.entries()) sums[slot] = (sums[slot] ?? 0) + month[name];
    }
    const { currency, subscriptions, exposed, atRisk, unpriced } = this;
    return { currency, subscriptions, exposed, atRisk, unpriced, ...toAmounts(sums) };
  }
}
