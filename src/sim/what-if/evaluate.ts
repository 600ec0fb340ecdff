/** Runs the engine at other inputs. The book is shared; what was asked before is remembered. */
import { assumptionAt } from '../../core/assumptions/assumptions.ts';
import type { Book } from '../book.ts';
import { simulateTotals } from '../totals.ts';
import type { SimulationRequest } from '../types.ts';
import { readingOf } from './readings.ts';
import type { InputValue, Measure, Reading } from './types.ts';

export type Evaluate = (request: SimulationRequest) => readonly Reading[];

/** Gives the measures, all of one currency, of any request: those of the totals that `simulate` would give. */
export function evaluator(book: Book, measures: readonly Measure[]): Evaluate {
  const currencies = new Set(measures.map(({ currency }) => currency));
  const [only] = currencies.size === 1 ? currencies : [undefined];
  return (request) => {
    const totals = simulateTotals(book, request, only);
    return measures.map((measure) => readingOf(totals, measure));
  };
}

/** The request with inputs at other values. An input that the scenario does not hold changes nothing. */
export function requestAt(request: SimulationRequest, inputs: readonly InputValue[]): SimulationRequest {
  return inputs.reduce((from, { path, value }) => assumptionAt(from, path)?.set(from, value) ?? from, request);
}
