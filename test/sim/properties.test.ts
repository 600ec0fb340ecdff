/** What holds for every book. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, fraction, parseExact, subtract, type Exact } from '../../src/core/exact.ts';
import { minorDigits, minorToText } from '../../src/core/money.ts';
import { countAt, flagAt, textAt } from '../../src/core/table.ts';
import { type ResultsDocument, resultsDocument } from '../../src/exporters/results/document.ts';
import {
  AMOUNTS,
  type Amount,
  type Amounts,
  type Simulation,
  explain,
  prepareBook,
  simulate,
} from '../../src/sim/index.ts';
import { Model } from '../../src/sim/model.ts';
import { AS_OF, type ArbitraryBook, books, datasetsOfBook } from '../support/arbitrary-books.ts';
import { scenario } from '../support/books.ts';
import { day } from '../support/simulation.ts';
import { naiveOf } from '../support/naive-books.ts';
import { runs } from '../support/runs.ts';

const RUNS = { numRuns: runs(150) };

function requestOf(book: ArbitraryBook) {
  const window = { asOf: day(AS_OF), horizonMonths: book.horizonMonths };
  return { scenario: scenario(book.scenario), window };
}

function simulated(book: ArbitraryBook, parts = 1): Simulation {
  return simulate(prepareBook({ datasets: datasetsOfBook(book, parts) }), requestOf(book));
}

/** The results document without what names the input files. */
function figures(simulation: Simulation): Omit<ResultsDocument, 'inputs'> {
  const { inputs: _, ...rest } = resultsDocument(simulation, []);
  return rest;
}

function sum(list: readonly Amounts[], amount: Amount): number {
  return list.reduce((total, amounts) => total + amounts[amount], 0);
}

function amountsOf({ amounts }: Simulation, row: number): Amounts {
  return Object.fromEntries(AMOUNTS.map((name) => [name, amounts[name][row] ?? 0])) as Record<Amount, number>;
}

function exact(text: string): Exact {
  const value = parseExact(text);
  if (!value) throw new Error(`INTERNAL: not a decimal: ${text}`);
  return value;
}

const BILLIONTH = fraction(1, 1_000_000_000);

describe('amounts', () => {
  it('add up: cycles to subscriptions, these and the months to the totals', () => {
    fc.assert(
      fc.property(books, (book) => {
        const simulation = simulated(book);
        const { table, totals, months } = simulation;
        const rows = Array.from({ length: table.rows }, (_, row) => row);
        for (const total of totals) {
          const own = rows.filter((row) => textAt(table.columns.get('currency'), row) === total.currency);
          const byMonth = months.filter(({ currency }) => currency === total.currency);
          for (const amount of AMOUNTS) {
            expect(sum(byMonth, amount), amount).toBe(total[amount]);
            expect(
              sum(
                own.map((row) => amountsOf(simulation, row)),
                amount,
              ),
              amount,
            ).toBe(total[amount]);
          }
        }
        const prepared = prepareBook({ datasets: datasetsOfBook(book) });
        for (const row of rows) {
          const explained = explain(prepared, requestOf(book), countAt(table.columns.get('row'), row) ?? 0);
          if ('unpriced' in explained) throw new Error('INTERNAL: a priced row is unpriced in its trail');
          for (const amount of AMOUNTS) {
            expect(
              sum(
                explained.cycles.map((cycle) => cycle.amounts),
                amount,
              ),
            ).toBe(simulation.amounts[amount][row]);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('are whole minor units, and their parts make the whole', () => {
    fc.assert(
      fc.property(books, (book) => {
        const simulation = simulated(book);
        const lists = [
          simulation.totals,
          simulation.months,
          Array.from({ length: simulation.table.rows }, (_, row) => amountsOf(simulation, row)),
        ];
        for (const amounts of lists.flat()) {
          for (const amount of AMOUNTS) expect(Number.isSafeInteger(amounts[amount])).toBe(true);
          const { est, current, extra, promotion, listMove, commitment, estUplift, currencyMove } = amounts;
          expect(extra).toBe(est - current);
          expect(current + promotion + listMove + commitment + estUplift + currencyMove).toBe(est);
        }
        for (const { currency, est } of simulation.totals) {
          expect(minorToText(est, minorDigits(currency))).toMatch(currency === 'JPY' ? /^-?\d+$/ : /^-?\d+\.\d\d$/);
        }
      }),
      RUNS,
    );
  });

  it('are exactly 0 for whatever is not exposed', () => {
    fc.assert(
      fc.property(books, (book) => {
        const decisions = [{ match: {}, outcome: 'renews' } as const];
        const noEst = book.lists.map((rows) => rows.filter(({ skuId }) => skuId !== '9'));
        const simulation = simulated({ ...book, lists: noEst, scenario: { ...book.scenario, decisions } });
        expect(simulation.months).toEqual([]);
        for (const total of simulation.totals) {
          expect(total.exposed).toBe(0);
          for (const amount of AMOUNTS) expect(Object.is(total[amount], 0), amount).toBe(true);
        }
      }),
      RUNS,
    );
    fc.assert(
      fc.property(books, (book) => {
        const simulation = simulated(book);
        for (let row = 0; row < simulation.table.rows; row++) {
          if (flagAt(simulation.table.columns.get('exposed'), row)) continue;
          for (const amount of AMOUNTS) expect(Object.is(simulation.amounts[amount][row], 0), amount).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('the cliff', () => {
  it('adds up to E − current, as texts within 1e-9 and as fractions exactly', () => {
    fc.assert(
      fc.property(books, (book) => {
        for (const { cliff, currentUnit, estUnit } of figures(simulated(book)).subscriptions) {
          const steps = Object.values(cliff).map(exact).reduce(add);
          const gap = subtract(steps, subtract(exact(estUnit), exact(currentUnit)));
          expect(compare(gap, BILLIONTH) < 0 && compare(gap, fraction(-1, 1_000_000_000)) > 0).toBe(true);
        }
        const prepared = prepareBook({ datasets: datasetsOfBook(book) });
        const model = new Model(prepared, requestOf(book));
        for (let row = 0; row < prepared.rows; row++) {
          const assessed = model.assess(row);
          if (typeof assessed === 'string') continue;
          const { lock, listMove, commitment, estUplift, currency, est } = assessed.figures;
          const steps = [lock.promotion, listMove, commitment, estUplift, currency].reduce(add);
          expect(add(lock.current, steps)).toEqual(est.cost);
        }
      }),
      RUNS,
    );
  });
});

describe('the order and the number of files', () => {
  it('change nothing: shuffled rows and a portfolio in parts give the same document', () => {
    const shuffled = books.chain((book) =>
      fc.record({
        book: fc.constant(book),
        subscriptions: fc.shuffledSubarray([...book.subscriptions], { minLength: book.subscriptions.length }),
        lists: fc.tuple(...book.lists.map((rows) => fc.shuffledSubarray([...rows], { minLength: rows.length }))),
        parts: fc.integer({ min: 1, max: 4 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ book, subscriptions, lists, parts }) => {
        const other = simulated({ ...book, subscriptions, lists }, parts);
        expect(figures(other)).toEqual(figures(simulated(book)));
      }),
      RUNS,
    );
  });

  it('change nothing for a part of the rows: parts of a simulation add up to the whole', () => {
    fc.assert(
      fc.property(books, fc.integer({ min: 0, max: 12 }), (book, cut) => {
        const prepared = prepareBook({ datasets: datasetsOfBook(book) });
        const all = Uint32Array.from({ length: prepared.rows }, (_, row) => row);
        const parts = [all.slice(0, cut), all.slice(cut)].map((rows) =>
          simulate(prepared, { ...requestOf(book), rows }),
        );
        const whole = simulated(book);
        for (const { currency, ...total } of whole.totals) {
          const own = parts.flatMap(({ totals }) => totals.filter((part) => part.currency === currency));
          for (const amount of AMOUNTS) expect(sum(own, amount)).toBe(total[amount]);
        }
      }),
      RUNS,
    );
  });
});

describe('the engine and a plain decimal reading of the spec', () => {
  it('give the same document for every book', () => {
    fc.assert(
      fc.property(books, (book) => {
        expect(figures(simulated(book))).toMatchObject(naiveOf(book));
      }),
      { numRuns: runs(300) },
    );
  });
});
