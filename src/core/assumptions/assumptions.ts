/** Every number that a simulation is asked with, as handles. */
import type { Assumed, Assumption } from './assumption.ts';
import { clauseAssumptions, marginAssumptions } from './customers.ts';
import { estAssumptions, windowAssumptions } from './est-and-window.ts';
import { decisionAssumptions, fxAssumptions, priceAssumptions } from './prices-and-decisions.ts';

/** Assumptions by how their paths begin, in the order in which they are offered. */
const GROUPS: readonly (readonly [start: string, of: (assumed: Assumed) => readonly Assumption[]])[] = [
  ['est.', estAssumptions],
  ['priceChanges[', priceAssumptions],
  ['fx.', fxAssumptions],
  ['decisions[', decisionAssumptions],
  ['margin.', marginAssumptions],
  ['clauses[', clauseAssumptions],
  ['window.', windowAssumptions],
];

/** In the order in which they are offered: EST, prices, currencies, decisions, margins, clauses, as-of and horizon. */
export function assumptionsOf(assumed: Assumed): readonly Assumption[] {
  return GROUPS.flatMap(([, of]) => of(assumed));
}

/** One of them by its path; undefined when the scenario holds none of that name. Thousands of clauses are not gone through for an uplift. */
export function assumptionAt(assumed: Assumed, path: string): Assumption | undefined {
  const group = GROUPS.find(([start]) => path.startsWith(start));
  return group?.[1](assumed).find((one) => one.path === path);
}
