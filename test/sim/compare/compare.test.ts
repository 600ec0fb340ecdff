import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/core/table.ts';
import { toDecimal } from '../../../src/core/exact.ts';
import { varianceOf } from '../../../src/core/variance.ts';
import { compareScenarios, compareSteps } from '../../../src/sim/compare/compare.ts';
import type { Comparison } from '../../../src/sim/compare/types.ts';
import { AMOUNTS, OUTCOMES, prepareBook, simulate } from '../../../src/sim/index.ts';
import { AS_OF, type ArbitraryBook, books, datasetsOfBook } from '../../support/arbitrary-books.ts';
import { type ScenarioChanges, portfolio, price, priceList, scenario } from '../../support/books.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';

const RUNS = { numRuns: runs(15) };

const named = (...changes: readonly ScenarioChanges[]) =>
  changes.map((one, index) => ({
    id: `s${String(index)}`,
    name: `Scenario ${String(index)}`,
    scenario: scenario(one),
  }));

function compared(book: ArbitraryBook, changes: readonly ScenarioChanges[], unchangedToo = false): Comparison {
  const window = { asOf: day(AS_OF), horizonMonths: book.horizonMonths };
  const prepared = prepareBook({ datasets: datasetsOfBook(book) });
  return compareScenarios(prepared, { scenarios: named(...changes), window, unchangedToo });
}

/** Two scenarios of the generator on the book of the first. */
const pairs = fc.tuple(books, books).map(([book, other]) => [book, [book.scenario, other.scenario]] as const);

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

describe('a comparison', () => {
  it('has delta 0 everywhere between scenarios without differences', () => {
    fc.assert(
      fc.property(books, (book) => {
        const { scenarios, rows, customers } = compared(book, [book.scenario, book.scenario, book.scenario]);
        const [first, ...others] = scenarios;
        for (const other of others) {
          expect(other.totals).toStrictEqual(first?.totals);
          expect(other.months).toStrictEqual(first?.months);
        }
        expect(rows.row).toHaveLength(0);
        expect(customers).toHaveLength(0);
      }),
      RUNS,
    );
  });

  it('has differences of rows and of customers that add up to those of the totals', () => {
    fc.assert(
      fc.property(pairs, fc.boolean(), ([book, changes], unchangedToo) => {
        const { scenarios, rows, customers, currencies } = compared(book, changes, unchangedToo);
        for (const currency of currencies) {
          const totalOf = (index: number, amount: (typeof AMOUNTS)[number]): number =>
            scenarios[index]?.totals.find((one) => one.currency === currency)?.[amount] ?? 0;
          const ofRows = (index: number, amount: (typeof AMOUNTS)[number]): number => {
            const own = rows.scenarios[index];
            return sumOf((own?.amounts[amount] ?? new Float64Array(0)).filter((_, row) => rows.currencies[own?.currency[row] ?? 0] === currency)); // prettier-ignore
          };
          for (const amount of AMOUNTS) {
            expect(ofRows(1, amount) - ofRows(0, amount), amount).toBe(totalOf(1, amount) - totalOf(0, amount));
          }
          const byCustomer = customers.filter((one) => one.currency === currency);
          const difference = sumOf(byCustomer.map(({ extra: [before = 0, after = 0] }) => after - before));
          expect(difference).toBe(totalOf(1, 'extra') - totalOf(0, 'extra'));
        }
      }),
      RUNS,
    );
  });

  it('has the figures of each scenario as it is simulated alone, in any order', () => {
    fc.assert(
      fc.property(pairs, ([book, changes]) => {
        const { scenarios, rows } = compared(book, changes, true);
        const prepared = prepareBook({ datasets: datasetsOfBook(book) });
        for (const [index, change] of changes.entries()) {
          const window = { asOf: day(AS_OF), horizonMonths: book.horizonMonths };
          const alone = simulate(prepared, { scenario: scenario(change), window });
          expect(scenarios[index]?.totals).toStrictEqual(alone.totals);
          expect(scenarios[index]?.months).toStrictEqual(alone.months);
          const own = rows.scenarios[index];
          const priced = [...rows.row.keys()].filter((row) => (own?.outcome[row] ?? 0) > 0);
          const table = alone.table.columns;
          const outcomes = priced.map((row) => OUTCOMES[(own?.outcome[row] ?? 0) - 1]);
          expect(outcomes).toStrictEqual(priced.map((_, row) => textAt(table.get('outcome'), row)));
          const est = priced.map((row) => own?.amounts.est[row] ?? 0);
          expect(est).toStrictEqual([...alone.amounts.est]);
        }
      }),
      RUNS,
    );
  });
});

const BOOK = prepareBook({
  datasets: [
    priceList([price('P1Y/Annual', '1200.00'), price('P1M/Monthly', '120.00')]),
    portfolio([{ customerId: 'a' }, { customerId: 'a', autoRenew: 'true' }, { customerId: 'b' }]),
  ],
});
const WINDOW = { asOf: day(AS_OF), horizonMonths: 12 };

describe('of a small book', () => {
  const request = {
    scenarios: named({}, { est: { upliftMonthly: '0.06' } }, { est: { bridgeDays: 31 } }),
    window: WINDOW,
  };

  it('only what differs is listed, unless all is asked for', () => {
    const { rows, compared: count, customers } = compareScenarios(BOOK, request);
    expect([...rows.row]).toStrictEqual([0, 2]);
    expect(count).toBe(3);
    expect(textAt(rows.product, 1)).toBe('Suite');
    expect(customers.map(({ customerId }) => customerId)).toStrictEqual(['a', 'b']);
    expect([...compareScenarios(BOOK, { ...request, unchangedToo: true }).rows.row]).toStrictEqual([0, 1, 2]);
  });

  it('counts only the rows of the request', () => {
    const { rows, scenarios, compared: count } = compareScenarios(BOOK, { ...request, rows: Uint32Array.of(1, 2) });
    expect([...rows.row]).toStrictEqual([2]);
    expect(count).toBe(2);
    expect(scenarios[0]?.totals[0]?.subscriptions).toBe(2);
  });

  it('can be stopped between scenarios', () => {
    const steps = compareSteps(BOOK, request);
    expect(steps.next().value).toStrictEqual({ done: 1, of: 3 });
    expect(steps.next().value).toStrictEqual({ done: 2, of: 3 });
  });

  it('needs two to six scenarios', () => {
    expect(() => compareScenarios(BOOK, { ...request, scenarios: named({}) })).toThrow(/1 scenarios/);
    expect(() => compareScenarios(BOOK, { ...request, scenarios: named({}, {}, {}, {}, {}, {}, {}) })).toThrow(/7 sc/);
  });
});

describe('a variance', () => {
  it('is a difference and an exact share of the reference; of nothing there is no share', () => {
    expect(toDecimal(varianceOf(103, 100).ratio ?? { n: 0n, d: 1n, num: 0, den: 1 }, 0, 6)).toBe('0.03');
    expect(varianceOf(5, 0)).toStrictEqual({ difference: 5, ratio: undefined });
    expect(varianceOf(0, 0).ratio).toBeUndefined();
  });

  it('has one sign, also against a negative reference', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (figure, reference) => {
        fc.pre(Number.isSafeInteger(figure - reference) && reference !== 0);
        const { difference, ratio } = varianceOf(figure, reference);
        expect(Math.sign(Number(ratio?.n))).toBe(Math.sign(difference));
      }),
    );
  });
});
