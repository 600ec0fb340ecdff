/** How far each input moves the totals: at its P10 and its P90, the others at their median. */
import { valueAt } from './draws.ts';
import { type ItemList, type Runnable, runTrials } from './run.ts';
import { type InputSwing, type PlannedInput, type Tornado, type TrialPlan, UNCERTAIN } from './types.ts';

/** The swings of all inputs that can differ, in the scenario's order. */
export function tornadoOf(plan: TrialPlan): Tornado {
  const medians = plan.inputs.map((input) => fixedAt(input, 0.5));
  const calm = { ...plan, inputs: medians };
  const median = added(plan.fixed.totals, totalsOf(calm), 1);
  const swings = plan.inputs
    .filter(({ form }) => form !== 'constant')
    .map((input) => swingOf(plan, calm, median, input));
  return { median, swings };
}

/** Only the items that have the input are run again. */
function swingOf(plan: TrialPlan, calm: Runnable, median: Float64Array, input: PlannedInput): InputSwing {
  const items = itemsWith(plan, input.index);
  const usual = totalsOf(calm, items);
  const at = (u: number): Float64Array => {
    const inputs = calm.inputs.map((other) => (other.index === input.index ? fixedAt(input, u) : other));
    return added(added(median, usual, -1), totalsOf({ ...calm, inputs }, items), 1);
  };
  const values = { p10: valueAt(input, 0.1), p50: valueAt(input, 0.5), p90: valueAt(input, 0.9) };
  return { index: input.index, what: input.what, values, low: at(0.1), high: at(0.9) };
}

function fixedAt(input: PlannedInput, u: number): PlannedInput {
  return { ...input, form: 'constant', value: valueAt(input, u) };
}

function totalsOf(plan: Runnable, items?: ItemList): Float64Array {
  return runTrials(plan, 0, 1, items).totals;
}

function itemsWith({ items, columns }: TrialPlan, index: number): ItemList {
  const width = UNCERTAIN.length;
  return Uint32Array.from(Array(items).keys()).filter((item) =>
    columns.input.subarray(item * width, (item + 1) * width).includes(index),
  );
}

function added(one: Float64Array, other: Float64Array, sign: number): Float64Array {
  return one.map((value, at) => value + sign * (other[at] ?? 0));
}
