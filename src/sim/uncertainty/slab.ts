/** Up to `SLAB` trials at a time: items one after the other, each over all trials, so that its prices are looked up once. */
import { DrawMaker, SLAB } from './draws.ts';
import { EST, UNCHANGED } from './codes.ts';
import { MonthSums } from './month-sums.ts';
import { FOREVER, type PlannedInput, type TrialPart, type TrialPlan, UNCERTAIN } from './types.ts';
import { RunUnits } from './run-units.ts';

const [OUTCOME, BRIDGE, SEATS, PRICE, FX] = [0, 1, 2, 3, 4] as const;

export class Slab {
  private readonly plan: Omit<TrialPlan, 'fixed'>;
  private readonly draws: DrawMaker;
  private readonly sums: MonthSums;
  private readonly units: RunUnits;
  /** Draws of inputs that all share, by input; made once a slab. */
  private readonly shared = new Map<number, Int32Array>();
  /** Draws of one item's own inputs, by what is drawn. */
  private readonly own = UNCERTAIN.map(() => new Int32Array(SLAB));
  private readonly constants = new Map<number, Int32Array>();
  private readonly unchanged = new Int32Array(SLAB).fill(UNCHANGED);
  /** First day that no longer counts, and whether the EST itself ends there. */
  private readonly stops = new Int32Array(SLAB);
  private readonly early = new Uint8Array(SLAB);
  private readonly seats = new Float64Array(SLAB);
  private readonly renewSeats = new Float64Array(SLAB);
  private count = 0;

  /** @param size most trials at a time, up to `SLAB` */
  constructor(plan: Omit<TrialPlan, 'fixed'>, size: number) {
    this.plan = plan;
    this.draws = new DrawMaker(plan.key);
    this.sums = new MonthSums(plan, size);
    this.units = new RunUnits(plan, size);
  }

  begin(first: number, count: number): void {
    this.count = count;
    this.draws.begin(first, count);
    this.sums.begin(count);
    this.units.begin(count);
    this.shared.clear();
  }

  /** Adds an item to all trials. */
  add(item: number): void {
    const { columns, runs } = this.plan;
    this.fillStops(item);
    this.fillSeats(item);
    const isMoving = columns.moving[item] === 1;
    const price = isMoving ? (this.drawn(item, PRICE) ?? this.unchanged) : this.unchanged;
    const fx = isMoving ? (this.drawn(item, FX) ?? this.unchanged) : this.unchanged;
    const isShared = !isMoving || (this.isCommon(item, PRICE) && this.isCommon(item, FX));
    const firstRun = columns.firstRun[item] ?? 0;
    const { sums, stops, early, seats, renewSeats } = this;
    sums.beginItem(item);
    for (let run = firstRun; run < firstRun + (columns.runs[item] ?? 0); run++) {
      const from = Math.max(columns.from[item] ?? 0, this.firstDay(item, run));
      if ((runs.move[run] ?? -1) < 0) this.units.setFixed(run);
      else this.units.setMoved(run, { price, fx, stops, from, isShared });
      sums.addRun(run, this.units, { stops, early, seats, renewSeats });
    }
    sums.endItem(item);
  }

  private firstDay(item: number, run: number): number {
    const { columns, runs, starts } = this.plan;
    return starts[(columns.firstStart[item] ?? 0) + (runs.cycle[run] ?? 0)] ?? 0;
  }

  private input(item: number, what: number): PlannedInput | undefined {
    return this.plan.inputs[this.plan.columns.input[item * UNCERTAIN.length + what] ?? -1];
  }

  /** Whether all items with the input have the same values. */
  private isCommon(item: number, what: number): boolean {
    const input = this.input(item, what);
    return input === undefined || input.shared || input.form === 'constant';
  }

  /** The values of an item's input in each trial; undefined: there is no such input. */
  private drawn(item: number, what: number): Int32Array | undefined {
    const input = this.input(item, what);
    if (!input) return undefined;
    if (input.form === 'constant') return this.constant(input);
    if (input.shared) return this.sharedDraws(input);
    const target = this.own[what] ?? this.unchanged;
    const { idHigh, idLow, twin } = this.plan.columns;
    this.draws.own(target, input, what, { c1: idHigh[item] ?? 0, c2: idLow[item] ?? 0, twin: twin[item] ?? 0 });
    return target;
  }

  private constant({ index, value }: PlannedInput): Int32Array {
    const known = this.constants.get(index);
    if (known) return known;
    const made = new Int32Array(SLAB).fill(value);
    this.constants.set(index, made);
    return made;
  }

  private sharedDraws(input: PlannedInput): Int32Array {
    const known = this.shared.get(input.index);
    if (known) return known;
    const made = new Int32Array(SLAB);
    this.draws.shared(made, input);
    this.shared.set(input.index, made);
    return made;
  }

  private fillStops(item: number): void {
    const { columns, window } = this.plan;
    const start = columns.start[item] ?? 0;
    const ownEnd = columns.ownEnd[item] ?? FOREVER;
    const otherwise = columns.endOtherwise[item] ?? 0;
    const bridge = columns.bridge[item] ?? FOREVER;
    const bridges = this.drawn(item, BRIDGE);
    const outcomes = this.drawn(item, OUTCOME);
    for (let t = 0; t < this.count; t++) {
      let end = Math.min(ownEnd, start + (bridges ? (bridges[t] ?? 0) : bridge));
      if (outcomes && outcomes[t] !== EST && otherwise < end) end = otherwise;
      this.early[t] = end <= window.end ? 1 : 0;
      this.stops[t] = end < window.end ? end : window.end;
    }
  }

  /** Whole seats under the drawn change, and those that renew. */
  private fillSeats(item: number): void {
    const { columns } = this.plan;
    const seats = columns.seats[item] ?? 0;
    const renewing = columns.renewSeats[item] ?? -1;
    const factors = this.drawn(item, SEATS);
    for (let t = 0; t < this.count; t++) {
      const changed = factors ? Math.floor((2 * seats * (factors[t] ?? 0) + UNCHANGED) / (2 * UNCHANGED)) : seats;
      this.seats[t] = changed;
      this.renewSeats[t] = renewing < 0 ? changed : renewing;
    }
  }

  /** Writes the slab's trials into a part. @param at trials of the part before the slab */
  finish(part: TrialPart, at: number): void {
    this.sums.write(part, at);
  }
}
