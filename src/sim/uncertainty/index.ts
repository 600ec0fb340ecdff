/** Uncertainty (spec §8): plan a scenario's trials once, run any part of them anywhere, add the parts up, read the figures. */
export { type InputProblem, type InputProblemCode, MOST_TRIALS } from './inputs.ts';
export { planTrials } from './plan.ts';
export { type ItemList, runTrials } from './run.ts';
export { TrialSums, type WholeTrials } from './sums.ts';
export { amountOfTrials, monthOfTrials, spreadOf, summarise } from './summary.ts';
export { tornadoOf } from './tornado.ts';
export { ownerTrials, worstOwners } from './worst.ts';
export * from './types.ts';
