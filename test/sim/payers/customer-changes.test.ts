/** Price changes that name a customer. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idKey } from '../../../src/core/ids.ts';
import type { PriceChange } from '../../../src/core/scenario/scenario.ts';
import { textAt } from '../../../src/core/table.ts';
import { prepareBook, simulate } from '../../../src/sim/index.ts';
import { AS_OF, books, datasetsOfBook } from '../../support/arbitrary-books.ts';
import { scenario } from '../../support/books.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';

const change: fc.Arbitrary<PriceChange> = fc.record({
  match: fc.record({ customerId: fc.constantFrom('customer-a', 'CUSTOMER-B') }),
  from: fc.constant(day(AS_OF)),
  kind: fc.constant('percent'),
  value: fc.constantFrom('25', '-10'),
  columns: fc.constantFrom('both', 'cost'),
});

it('count for that customer alone: each customer has the figures of a scenario with only the own changes', () => {
  fc.assert(
    fc.property(books, fc.array(change, { minLength: 1, maxLength: 2 }), (drawn, own) => {
      const book = prepareBook({ datasets: datasetsOfBook(drawn) });
      const base = scenario(drawn.scenario);
      const window = { asOf: day(AS_OF), horizonMonths: drawn.horizonMonths };
      const all = [...own, ...base.priceChanges];
      const ids = book.portfolio.table.columns.get('customerId');
      for (const customer of ['customer-a', 'customer-b', 'customer-c']) {
        const rows = Uint32Array.from({ length: book.rows }, (_, row) => row).filter(
          (row) => textAt(ids, row) === customer,
        );
        const plain = all.flatMap(({ match: { customerId, ...match }, ...rest }) =>
          customerId === undefined || idKey(customerId) === customer ? [{ ...rest, match }] : [],
        );
        const [shared, alone] = [all, plain].map((priceChanges) =>
          simulate(book, { scenario: { ...base, priceChanges }, window, rows }),
        );
        expect(shared).toEqual(alone);
      }
    }),
    { numRuns: runs(40) },
  );
});
