/** Every number that a simulation is asked with, as handles. */
import type { Assumed, Assumption } from './assumption.ts';
import { clauseAssumptions, marginAssumptions } from './customers.ts';
import { estAssumptions, windowAssumptions } from './est-and-window.ts';
import { decisionAssumptions, fxAssumptions, priceAssumptions } from './prices-and-decisions.ts';

/** In the order in which they are offered: EST, prices, currencies, decisions, margins, clauses, as-of and horizon. */
export function assumptionsOf(assumed: Assumed): readonly Assumption[] {
  return [
    ...estAssumptions(assumed),
    ...priceAssumptions(assumed),
    ...fxAssumptions(assumed),
    ...decisionAssumptions(assumed),
    ...marginAssumptions(assumed),
    ...clauseAssumptions(assumed),
    ...windowAssumptions(assumed),
  ];
}

/** One of them by its path; undefined when the scenario holds none of that name. */
export function assumptionAt(assumed: Assumed, path: string): Assumption | undefined {
  return assumptionsOf(assumed).find((one) => one.path === path);
}
