/** Whether uncertainty can be drawn at all. */
import type { Uncertainty } from '../../core/scenario/uncertainty.ts';
import { type InputProblem, MOST_TRIALS, exactOf, inputProblem } from './inputs.ts';
import { ONE, compare, negate } from '../../core/exact.ts';
import { TRIAL_AMOUNTS } from './types.ts';

/** Everything that is wrong, first what is about all inputs. */
export function problemsOf({ trials, inputs, loadings, limits }: Uncertainty): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  if (trials < 1 || trials > MOST_TRIALS) problems.push({ code: 'trials', index: undefined });
  const isLoading = (text: string): boolean => {
    const value = exactOf(text);
    return compare(value, ONE) <= 0 && compare(value, negate(ONE)) >= 0;
  };
  if (![loadings.price, loadings.fx, loadings.behaviour].every(isLoading)) {
    problems.push({ code: 'loading', index: undefined });
  }
  for (const [index, input] of inputs.entries()) {
    const code = inputProblem(input);
    if (code) problems.push({ code, index });
  }
  for (const [index, { amount }] of limits.entries()) {
    if (!TRIAL_AMOUNTS.some((name) => name === amount)) problems.push({ code: 'limit', index });
  }
  return problems;
}
