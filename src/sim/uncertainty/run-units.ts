/** The units of one run for every trial of a slab. */
import { MovedPrices, UNIT_WIDTH } from './moved-prices.ts';
import { MOVE_WIDTH, exactUnits } from './moves.ts';
import { type TrialPlan, UNITS } from './types.ts';

/** What moves the prices of a run, and where they are needed. */
export interface Movement {
  readonly price: Int32Array;
  readonly fx: Int32Array;
  readonly stops: Int32Array;
  /** Trials that stop on or before this day need no prices. */
  readonly from: number;
  /** Equal moves give equal units throughout the slab. */
  readonly isShared: boolean;
}

/** Prices of all trials are worth making when so many runs want them; for fewer only where a trial gets there. */
const WORTH_SHARING = 4;

export class RunUnits {
  /** Fractions of all trials' units, or of the only set where `step` is 0. */
  readonly numbers: Float64Array;
  /** Numbers from one trial to the next. */
  step = 0;
  /** Fractions beyond 2^53, by position among the fractions. */
  readonly large = new Map<number, readonly [bigint, bigint]>();
  private readonly plan: Omit<TrialPlan, 'fixed'>;
  private readonly moved: MovedPrices;
  /** Runs of each move. */
  private readonly uses: Uint32Array;
  private count = 0;
  /** Move and set of prices that `numbers` hold for every trial; −1: for some, or another. */
  private held = -1;
  private heldPrice: Int32Array | undefined;
  private heldFx: Int32Array | undefined;

  constructor(plan: Omit<TrialPlan, 'fixed'>, size: number) {
    this.plan = plan;
    this.numbers = new Float64Array(size * UNIT_WIDTH);
    this.moved = new MovedPrices(plan.moves);
    this.uses = new Uint32Array(plan.moves.length / MOVE_WIDTH);
    for (const move of plan.runs.move) if (move >= 0) this.uses[move] = (this.uses[move] ?? 0) + 1;
  }

  begin(count: number): void {
    this.count = count;
    this.held = -1;
  }

  /** The units of a run that nothing moves. */
  setFixed(run: number): void {
    const { runs, units } = this.plan;
    const first = runs.unit[run] ?? 0;
    this.held = -1;
    this.step = 0;
    if (this.large.size > 0) this.large.clear();
    for (let slot = 0; slot < UNITS; slot++) {
      const top = units.top[first + slot] ?? 0;
      this.numbers[2 * slot] = top;
      this.numbers[2 * slot + 1] = units.bottom[first + slot] ?? 1;
      const fraction = Number.isNaN(top) ? units.large.get(first + slot) : undefined;
      if (fraction) this.large.set(slot, fraction);
    }
  }

  /** The units of a run under each trial's price change and rate. */
  setMoved(run: number, movement: Movement): void {
    const { price, fx, stops, from } = movement;
    const move = this.plan.runs.move[run] ?? 0;
    const isShared = movement.isShared && (this.uses[move] ?? 0) >= WORTH_SHARING;
    if (isShared && this.held === move && this.heldPrice === price && this.heldFx === fx) return;
    this.step = UNIT_WIDTH;
    if (this.large.size > 0) this.large.clear();
    const exact = this.plan.exactMoves.get(move);
    for (let t = 0; t < this.count; t++) {
      if (!isShared && (stops[t] ?? 0) <= from) continue;
      if (exact) this.setExact(t, exactUnits(exact, price[t] ?? 0, fx[t] ?? 0));
      else this.moved.fill(this.numbers, t * UNIT_WIDTH, move * MOVE_WIDTH, price[t] ?? 0, fx[t] ?? 0);
    }
    this.held = isShared ? move : -1;
    this.heldPrice = price;
    this.heldFx = fx;
  }

  private setExact(t: number, units: ReturnType<typeof exactUnits>): void {
    for (const [slot, { n, d, num, den }] of units.entries()) {
      this.numbers[t * UNIT_WIDTH + 2 * slot] = num;
      this.numbers[t * UNIT_WIDTH + 2 * slot + 1] = den;
      if (Number.isNaN(num)) this.large.set(t * UNITS + slot, [n, d]);
    }
  }
}
