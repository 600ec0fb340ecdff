/** Simulates scenarios on one book and lays the results side by side. */
import { compareCodeUnits } from '../../core/compare-text.ts';
import type { Book } from '../book.ts';
import { simulate } from '../simulate.ts';
import { comparedCustomers } from './customers.ts';
import { type Placed, placed } from './place.ts';
import { comparedRows } from './rows.ts';
import {
  type CompareProgress,
  type CompareRequest,
  type Comparison,
  LEAST_SCENARIOS,
  MOST_SCENARIOS,
  type ScenarioSums,
} from './types.ts';

/**
 * The comparison, a scenario at each step: whoever runs the steps can stop between them. Sums are those of `simulate`, and
 * the differences of rows, and of customers, add up to those of the totals. Throws for fewer than two or more than six.
 */
export function* compareSteps(book: Book, request: CompareRequest): Generator<CompareProgress, Comparison> {
  const { scenarios, window, rows } = request;
  const of = scenarios.length;
  if (of < LEAST_SCENARIOS || of > MOST_SCENARIOS) throw new Error(`INTERNAL: ${String(of)} scenarios to compare`);
  const compared = rows?.length ?? book.rows;
  const currencies = [''];
  const results: Placed[] = [];
  for (const { scenario } of scenarios) {
    const simulation = simulate(book, { scenario, window, ...(rows && { rows }) });
    results.push(placed(simulation, rows, compared, currencies));
    yield { done: results.length, of };
  }
  const sums = scenarios.map(({ id, name }, index): ScenarioSums => {
    const { totals = [], months = [] } = results[index]?.simulation ?? {};
    return { id, name, totals, months };
  });
  return {
    window,
    scenarios: sums,
    currencies: currenciesOf(sums),
    rows: comparedRows(results, rows, currencies, request.unchangedToo ?? false),
    compared,
    customers: comparedCustomers(results, currencies),
  };
}

/** The whole comparison at once. */
export function compareScenarios(book: Book, request: CompareRequest): Comparison {
  const steps = compareSteps(book, request);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function currenciesOf(scenarios: readonly ScenarioSums[]): readonly string[] {
  const all = scenarios.flatMap(({ totals }) => totals.map(({ currency }) => currency));
  return [...new Set(all)].sort(compareCodeUnits);
}
