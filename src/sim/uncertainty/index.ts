/** Uncertainty (spec §8): plan a scenario's trials once, run any part of them anywhere, add the parts up, read the figures. */
export { type InputProblem, type InputProblemCode, MOST_TRIALS } from './inputs.ts';
export { planTrials } from './plan.ts';
export { type ItemRange, runTrials } from './run.ts';
export { TrialSums, type WholeTrials } from './sums.ts';
export * from './types.ts';
