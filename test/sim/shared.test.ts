/** What a book keeps between simulations must not show in their results. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { sharing } from '../../src/core/scenario/share.ts';
import { resultsDocument } from '../../src/exporters/results/document.ts';
import {
  type Simulation,
  type SimulationRequest,
  type SimulationSums,
  prepareBook,
  simulate,
} from '../../src/sim/index.ts';
import { AS_OF, books, datasetsOfBook } from '../support/arbitrary-books.ts';
import { scenario } from '../support/books.ts';
import { runs } from '../support/runs.ts';
import { day } from '../support/simulation.ts';

/** One step of somebody who plays with assumptions: parts of the scenario from elsewhere, another day or horizon. */
const steps = fc.array(
  fc.record({
    from: books,
    taken: fc.subarray(['est', 'priceChanges', 'decisions', 'margin', 'clauses', 'rules', 'fx'] as const),
    later: fc.constantFrom(0, 0, 0, 40),
    horizonMonths: fc.constantFrom(12, 12, 24),
  }),
  { minLength: 2, maxLength: 4 },
);

const figures = (simulation: Simulation): unknown => [resultsDocument(simulation, []), simulation.amounts];

it('gives what a fresh book gives, whatever was simulated on it before', () => {
  fc.assert(
    fc.property(books, steps, (book, changes) => {
      const datasets = datasetsOfBook(book);
      const used = prepareBook({ datasets });
      let current = scenario(book.scenario);
      for (const { from, taken, later, horizonMonths } of changes) {
        const other = scenario(from.scenario);
        const parts: Partial<Scenario> = Object.fromEntries(taken.map((part) => [part, other[part]]));
        // As it reaches the engine: a clone, of which equal parts are known.
        current = sharing(current, structuredClone({ ...current, ...parts }));
        const request: SimulationRequest = { scenario: current, window: { asOf: day(AS_OF) + later, horizonMonths } };
        let told: SimulationSums | undefined;
        const again = simulate(used, request, (sums) => (told = sums));
        const fresh = simulate(prepareBook({ datasets }), { ...request, scenario: structuredClone(current) });
        expect(figures(again)).toEqual(figures(fresh));
        expect(told).toEqual({
          totals: fresh.totals,
          months: fresh.months,
          ...(fresh.reporting && { reporting: fresh.reporting }),
        });
      }
    }),
    { numRuns: runs(60) },
  );
});
