/** Collects parts of trials, in any order, into whole trials. */
import { TRIAL_AMOUNTS, TRIAL_MONTH_AMOUNTS, type TrialPart, type TrialPlan } from './types.ts';

/** Trials whose items have all come, with what no trial changes. */
export interface WholeTrials {
  /** Which they are, ascending. */
  readonly trials: Uint32Array;
  /** Trial × currency × amount, minor units. */
  readonly totals: Float64Array;
  /** Trial × currency × month × month amount. */
  readonly months: Float64Array;
  /** Extra of each owner, summed over these trials. */
  readonly owners: readonly bigint[];
}

/** Adds up parts. Sums are whole numbers, so the order of the parts makes no difference. */
export class TrialSums {
  private readonly plan: TrialPlan;
  private readonly totals: Float64Array;
  private readonly months: Float64Array;
  private readonly owners: BigInt64Array;
  /** Items that have come, by trial. */
  private readonly items: Uint32Array;
  private readonly width: number;
  private readonly monthWidth: number;

  constructor(plan: TrialPlan) {
    const { trials, currencies, months, owners } = plan;
    this.plan = plan;
    this.width = currencies.length * TRIAL_AMOUNTS.length;
    this.monthWidth = currencies.length * months * TRIAL_MONTH_AMOUNTS.length;
    this.totals = new Float64Array(trials * this.width);
    this.months = new Float64Array(trials * this.monthWidth);
    this.owners = new BigInt64Array(owners.length);
    this.items = new Uint32Array(trials);
  }

  add(part: TrialPart): void {
    addAt(this.totals, part.totals, part.first * this.width);
    addAt(this.months, part.months, part.first * this.monthWidth);
    for (let trial = part.first; trial < part.first + part.count; trial++) {
      this.items[trial] = (this.items[trial] ?? 0) + part.items;
    }
    for (const [owner, extra] of part.owners.entries()) {
      if (extra !== 0) this.owners[owner] = (this.owners[owner] ?? 0n) + BigInt(extra);
    }
  }

  /** How many trials are whole. */
  get done(): number {
    let done = 0;
    for (const items of this.items) if (items === this.plan.items) done++;
    return done;
  }

  /** The trials that are whole so far. With parts that split the items, the owners' sums are whole when all trials are. */
  whole(): WholeTrials {
    const { plan, width, monthWidth } = this;
    const trials = Uint32Array.from(this.items.keys()).filter((trial) => this.items[trial] === plan.items);
    const totals = new Float64Array(trials.length * width);
    const months = new Float64Array(trials.length * monthWidth);
    for (const [at, trial] of trials.entries()) {
      copyWith(totals, at * width, this.totals.subarray(trial * width, (trial + 1) * width), plan.fixed.totals);
      copyWith(
        months,
        at * monthWidth,
        this.months.subarray(trial * monthWidth, (trial + 1) * monthWidth),
        plan.fixed.months,
      );
    }
    const times = BigInt(trials.length);
    const owners = Array.from(this.owners, (extra, owner) => extra + BigInt(plan.fixed.owners[owner] ?? 0) * times);
    return { trials, totals, months, owners };
  }
}

function addAt(target: Float64Array, values: Float64Array, at: number): void {
  for (let index = 0; index < values.length; index++) {
    target[at + index] = (target[at + index] ?? 0) + (values[index] ?? 0);
  }
}

function copyWith(target: Float64Array, at: number, values: Float64Array, fixed: Float64Array): void {
  for (let index = 0; index < values.length; index++) target[at + index] = (values[index] ?? 0) + (fixed[index] ?? 0);
}
