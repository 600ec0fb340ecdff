/** Sums of a split by month, customer and cause. All are sums of the same whole amounts, so that they agree to the cent. */
import type { Month } from '../../core/days.ts';
import { safeMinor } from '../../core/money.ts';
import { remember } from '../remember.ts';
import type { CauseAmounts } from './causes.ts';
import { CAUSES, type PartSplit, type PayPart, SHARES, type Split } from './types.ts';

/** Passed, delayed, absorbed of one cycle, by cause. */
type ByCause = Float64Array;

const [PASSED, DELAYED, ABSORBED] = [0, 1, 2];
const WIDTH = SHARES.length;

function splitOf(sums: Float64Array, from = 0): Split {
  const at = (share: number): number => safeMinor((sums[from + share] ?? 0) + 0);
  return { passed: at(PASSED), delayed: at(DELAYED), absorbed: at(ABSORBED) };
}

interface CustomerSums {
  readonly id: string;
  readonly name: string;
  readonly sums: Float64Array;
  subscriptions: number;
}

/** What is counted for one subscription. */
export interface TallyRow {
  /** Customers are told apart by id; by name where there is none. */
  readonly customerId: string;
  readonly customer: string;
  readonly key: string;
}

/** The sums of one part and currency. */
export class Tally {
  private readonly part: PayPart;
  private readonly currency: string;
  private readonly total = new Float64Array(WIDTH);
  private readonly causes = new Float64Array(CAUSES.length * WIDTH);
  private readonly months = new Map<Month, Float64Array>();
  private readonly customers = new Map<string, CustomerSums>();
  private readonly cycle: ByCause = new Float64Array(CAUSES.length * WIDTH);
  private extra = 0;
  private subscriptions = 0;

  constructor(part: PayPart, currency: string) {
    this.part = part;
    this.currency = currency;
  }

  /** Begins a subscription; its cycles are added to what this gives. */
  open({ customerId, customer, key }: TallyRow): CustomerSums {
    this.subscriptions++;
    const sums = remember(this.customers, key, () => ({
      ...{ id: customerId, name: customer, subscriptions: 0 },
      sums: new Float64Array(WIDTH),
    }));
    sums.subscriptions++;
    return sums;
  }

  /** Adds `count` equal cycles of consecutive months. */
  add(row: CustomerSums, run: { month: Month; count: number; passes: boolean; extra: number }, by: CauseAmounts): void {
    const { cycle } = this;
    const split = [0, 0, 0];
    for (const [cause, need] of by.needs.entries()) {
      const allowed = by.allowed[cause] ?? 0;
      const at = cause * WIDTH;
      cycle[at + PASSED] = run.passes ? allowed : 0;
      cycle[at + DELAYED] = run.passes ? 0 : allowed;
      cycle[at + ABSORBED] = need - allowed;
      for (let share = 0; share < WIDTH; share++) split[share] = (split[share] ?? 0) + (cycle[at + share] ?? 0);
    }
    this.extra += run.extra * run.count;
    addTimes(this.causes, cycle, run.count);
    addTimes(this.total, split, run.count);
    addTimes(row.sums, split, run.count);
    for (let index = 0; index < run.count; index++) {
      addTimes(
        remember(this.months, run.month + index, () => new Float64Array(WIDTH)),
        split,
        1,
      );
    }
  }

  finish(): PartSplit {
    const { part, currency, subscriptions } = this;
    const rise = ({ passed, delayed, absorbed }: Split): number => passed + delayed + absorbed;
    const customers = [...this.customers.values()].map(({ id, name, sums, subscriptions: count }) => ({
      ...{ customerId: id, customer: name, subscriptions: count },
      ...splitOf(sums),
    }));
    return {
      ...{ part, currency, subscriptions },
      total: splitOf(this.total),
      extra: safeMinor(this.extra),
      months: [...this.months].sort(([a], [b]) => a - b).map(([month, sums]) => ({ month, ...splitOf(sums) })),
      customers: customers.sort(
        (a, b) => rise(b) - rise(a) || order(a.customer, b.customer) || order(a.customerId, b.customerId),
      ),
      causes: CAUSES.map((cause, index) => ({ cause, ...splitOf(this.causes, index * WIDTH) })),
    };
  }
}

function addTimes(sums: Float64Array, amounts: ArrayLike<number>, count: number): void {
  for (let index = 0; index < amounts.length; index++) sums[index] = (sums[index] ?? 0) + (amounts[index] ?? 0) * count;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
