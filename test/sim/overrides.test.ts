/** Edits are a layer: a book with overrides counts as if the files had said so, and without them as before. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idKey } from '../../src/core/ids.ts';
import { withOverrides } from '../../src/core/overrides/apply.ts';
import { type OverrideColumn, isValueOf } from '../../src/core/overrides/override-columns.ts';
import { NO_OVERRIDES, type Overrides, changeOverrides, countOverrides } from '../../src/core/overrides/override.ts';
import { exactAt, textAt } from '../../src/core/table.ts';
import { resultsDocument } from '../../src/exporters/results/document.ts';
import { prepareBook, simulate } from '../../src/sim/index.ts';
import { AS_OF, type ArbitraryBook, books, datasetsOfBook } from '../support/arbitrary-books.ts';
import { type SubscriptionCells, portfolio, scenario } from '../support/books.ts';
import { runs } from '../support/runs.ts';
import { day } from '../support/simulation.ts';

const VALUES: readonly (readonly [OverrideColumn, string])[] = [
  ['quantity', '7'],
  ['quantity', '0'],
  ['autoRenew', 'true'],
  ['autoRenew', 'false'],
  ['scheduledAction', 'Cancel'],
  ['scheduledAction', ''],
  ['commitmentEnd', '2027-01-31'],
  ['promotionPercent', '12.5'],
  ['promotionPercent', ''],
  ['pricePaid', '3.1234567'],
  ['customerPrice', '9.99'],
  ['termDuration', 'P1M'],
  ['billingPlan', 'Monthly'],
];

/** Which row takes which of the values. */
const edits = fc.array(fc.tuple(fc.nat(30), fc.nat(VALUES.length - 1)), { minLength: 1, maxLength: 8 });

interface Edited {
  readonly overrides: Overrides;
  readonly subscriptions: readonly SubscriptionCells[];
}

function edited({ subscriptions }: ArbitraryBook, picks: readonly (readonly [number, number])[]): Edited {
  const ids = portfolio(subscriptions).table.columns.get('subscriptionId');
  const rows = subscriptions.map((cells) => ({ ...cells }));
  const changes = picks.flatMap(([at, which]) => {
    const index = at % rows.length;
    const row = rows[index];
    const [column, value] = VALUES[which] ?? ['quantity', '1'];
    if (!row) return [];
    row[column] = value;
    const override = { value, author: 'Ada', at: '2026-11-26T08:00:00Z', reason: '' };
    return [{ id: idKey(textAt(ids, index)), column, override }];
  });
  return { overrides: changeOverrides(NO_OVERRIDES, changes), subscriptions: rows };
}

function figures(book: ArbitraryBook, overrides: Overrides): unknown {
  const request = {
    scenario: { ...scenario(book.scenario), overrides },
    window: { asOf: day(AS_OF), horizonMonths: book.horizonMonths },
  };
  const { inputs: _, ...rest } = resultsDocument(
    simulate(prepareBook({ datasets: datasetsOfBook(book, 1) }), request),
    [],
  );
  return rest;
}

it('counts a changed cell as if the file had said so', () => {
  fc.assert(
    fc.property(books, edits, (book, picks) => {
      if (book.subscriptions.length === 0) return;
      const { overrides, subscriptions } = edited(book, picks);
      expect(figures(book, overrides)).toEqual(figures({ ...book, subscriptions }, NO_OVERRIDES));
    }),
    { numRuns: runs(100) },
  );
});

it('leaves the imported table as it was, and comes back to it when all is reverted', () => {
  const { table } = portfolio([{ subscriptionId: 'A', quantity: '5', pricePaid: '1.25' }]);
  const put = { value: '0.1234567', author: '', at: '', reason: '' };
  const overrides = changeOverrides(NO_OVERRIDES, [{ id: 'a', column: 'pricePaid', override: put }]);
  const changed = withOverrides(table, overrides);
  expect(exactAt(changed.columns.get('pricePaid'), 0)).toEqual(expect.objectContaining({ n: 1234567n, d: 10000000n }));
  expect(exactAt(table.columns.get('pricePaid'), 0)).toEqual(expect.objectContaining({ n: 5n, d: 4n }));
  expect(changed.columns.get('quantity')).toBe(table.columns.get('quantity'));
  const reverted = changeOverrides(overrides, [{ id: 'a', column: 'pricePaid', override: undefined }]);
  expect(countOverrides(reverted)).toBe(0);
  expect(withOverrides(table, reverted)).toBe(table);
});

it.each([
  ['quantity', '12', true],
  ['quantity', '12.5', false],
  ['quantity', '-1', false],
  ['quantity', '', false],
  ['promotionPercent', '100', true],
  ['promotionPercent', '100.01', false],
  ['promotionPercent', '', true],
  ['commitmentEnd', '2027-02-29', false],
  ['autoRenew', 'yes', false],
  ['termDuration', 'P2Y', false],
  ['pricePaid', '1e3', false],
] as const)('%s takes %j: %s', (column, value, allowed) => {
  expect(isValueOf(column, value)).toBe(allowed);
});
