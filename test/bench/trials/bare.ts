/**
 * What trials cost at least: a bare loop that makes the same random blocks, transforms and roundings for each subscription and
 * trial, adds them into one number, and does nothing else: no months, no currencies, no customers.
 */
import { DrawMaker, SLAB } from '../../../src/sim/uncertainty/draws.ts';
import { AT, MOVE_WIDTH } from '../../../src/sim/uncertainty/moves.ts';
import { roundRatio } from '../../../src/sim/uncertainty/round.ts';
import { type PlannedInput, type TrialPlan, UNCERTAIN, UNITS } from '../../../src/sim/uncertainty/types.ts';

const EST_CODE = 2;
const CENTS = 1999;
const MONTHS = 12;

/** A number that depends on all draws, so that none can be left out. */
export function bareTrials(plan: TrialPlan, trials: number): number {
  const maker = new DrawMaker(plan.key);
  const drawn = UNCERTAIN.map(() => new Int32Array(SLAB));
  let sum = 0;
  for (let first = 0; first < trials; first += SLAB) {
    maker.begin(first, SLAB);
    for (const input of plan.inputs) {
      if (input.shared) maker.shared(drawn[UNCERTAIN.indexOf(input.what)] ?? new Int32Array(SLAB), input);
    }
    for (let item = 0; item < plan.items; item++) sum += bareItem(plan, item, maker, drawn);
  }
  return sum;
}

function bareItem(plan: TrialPlan, item: number, maker: DrawMaker, drawn: readonly Int32Array[]): number {
  const { columns, runs } = plan;
  const inputs = UNCERTAIN.map((_, what) => plan.inputs[columns.input[item * UNCERTAIN.length + what] ?? -1]);
  for (const [what, input] of inputs.entries()) {
    const target = drawn[what];
    if (!input || input.shared || input.form === 'constant' || !target) continue;
    maker.own(target, input, what, { c1: columns.idHigh[item] ?? 0, c2: columns.idLow[item] ?? 0, twin: 0 });
  }
  const [outcomes, bridges, seats] = drawn;
  let sum = 0;
  for (let run = columns.firstRun[item] ?? 0, left = columns.runs[item] ?? 0; left > 0; run++, left--) {
    const day = plan.starts[(columns.firstStart[item] ?? 0) + (runs.cycle[run] ?? 0)] ?? 0;
    const end = plan.starts[(columns.firstStart[item] ?? 0) + (runs.cycle[run] ?? 0) + (runs.count[run] ?? 0)] ?? 0;
    const prices = pricesOf(plan, run, inputs);
    for (let t = 0; t < SLAB; t++) {
      if (inputs[0] && outcomes?.[t] !== EST_CODE) continue;
      const bridge = inputs[1] ? (bridges?.[t] ?? 0) : (columns.bridge[item] ?? 0);
      const stop = Math.min((columns.start[item] ?? 0) + bridge, plan.window.end);
      if (stop <= day) continue;
      const factor = inputs[2] ? (seats?.[t] ?? 0) : (columns.seats[item] ?? 0);
      const amounts = (stop >= day + 28 ? UNITS : 0) + (stop < end ? UNITS + 1 : 0);
      for (let left = prices + amounts; left > 0; left--) sum += roundRatio(CENTS + left, factor, MONTHS, 1);
    }
  }
  return sum;
}

/** Roundings that the prices of a run take in each trial. */
function pricesOf(plan: TrialPlan, run: number, inputs: readonly (PlannedInput | undefined)[]): number {
  const move = plan.runs.move[run] ?? -1;
  if (move < 0) return 0;
  const steps = Number(inputs[3] !== undefined) + Number(inputs[4] !== undefined);
  const made = (plan.moves[move * MOVE_WIDTH + AT.factor + 1] ?? -1) > 0;
  // Current or own row, renewal, EST from cost and from ERP, and what the customer pays.
  return 4 * steps + (made ? 2 : 0) + 1;
}
