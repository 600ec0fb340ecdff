/** How figures have to move when the question does, and what new keys must not change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../src/core/days.ts';
import { DEFAULT_FX, DEFAULT_RULES } from '../../src/core/scenario/defaults.ts';
import { readScenario } from '../../src/core/scenario/read.ts';
import { writeScenario } from '../../src/core/scenario/write.ts';
import { resultsJson } from '../../src/exporters/results/json.ts';
import { dayAt, textAt } from '../../src/core/table.ts';
import { AMOUNTS, type Amount, type Simulation, prepareBook, simulate } from '../../src/sim/index.ts';
import { AS_OF, type ArbitraryBook, books, datasetsOfBook } from '../support/arbitrary-books.ts';
import { type SubscriptionCells, portfolio, price, priceList, scenario, simulation } from '../support/books.ts';
import { runs } from '../support/runs.ts';
import { day } from '../support/simulation.ts';

const RUNS = { numRuns: runs(30) };

function simulated(book: ArbitraryBook, read = scenario(book.scenario)): Simulation {
  const window = { asOf: day(AS_OF), horizonMonths: book.horizonMonths };
  return simulate(prepareBook({ datasets: datasetsOfBook(book) }), { scenario: read, window });
}

function scenarioOf(document: object): ReturnType<typeof scenario> {
  const read = readScenario(JSON.stringify(document));
  if (!read.ok) throw new Error(`INTERNAL: ${JSON.stringify(read.error)}`);
  return read.value;
}

describe('the later keys of a scenario', () => {
  const plain = books.map((book) => ({
    ...book,
    scenario: {
      ...book.scenario,
      rules: DEFAULT_RULES,
      fx: DEFAULT_FX,
      decisions: (book.scenario.decisions ?? []).map(({ renewTo: _, ...decision }) => decision),
    },
  }));

  it('change nothing at their defaults: the results file keeps every byte', () => {
    fc.assert(
      fc.property(plain, (book) => {
        const document = JSON.parse(writeScenario(scenario(book.scenario))) as { decisions: object[] };
        expect(document).not.toHaveProperty('rules');
        expect(document).not.toHaveProperty('fx');
        const explicit = {
          ...document,
          rules: { refundDayCount: 'cancel-day-refunded', promotionAtRenewal: 'in-window' },
          fx: { shocks: [], rates: [] },
          meta: {},
          decisions: document.decisions.map((decision) => ({ ...decision, renewTo: {} })),
        };
        const [without, withKeys] = [document, explicit].map((one) =>
          resultsJson(simulated(book, scenarioOf(one)), datasetsOfBook(book)),
        );
        expect(withKeys).toBe(without);
      }),
      RUNS,
    );
  });
});

/** How far an amount may be from twice the half, in minor units a cycle: half a unit for each rounding that it is made of. */
const ROUNDINGS: Readonly<Record<Amount, number>> = {
  ...{ est: 1, current: 1, renew: 1, promotion: 1, listMove: 1, commitment: 1, currencyMove: 1, passed: 1, delayed: 1 },
  ...{ extra: 2, estUplift: 6, absorbed: 3, margin: 2 },
};

function rowsById(simulation: Simulation): ReadonlyMap<string, number> {
  const ids = simulation.table.columns.get('id');
  return new Map(Array.from({ length: simulation.table.rows }, (_, row) => [textAt(ids, row), row]));
}

/** No recon lines, and every renewal keeps its seats: what is left is linear in the seats of the portfolio. */
function linear(book: ArbitraryBook): ArbitraryBook {
  const decisions = (book.scenario.decisions ?? []).map(({ renewTo: _, ...decision }) => decision);
  return { ...book, recon: [], scenario: { ...book.scenario, decisions } };
}

const withSeats = (rows: readonly SubscriptionCells[], seats: (old: number) => number): readonly SubscriptionCells[] =>
  rows.map((row) => ({ ...row, quantity: String(seats(Number(row.quantity))) }));

describe('twice the seats', () => {
  it('double every amount, to the roundings of its cycles', () => {
    fc.assert(
      fc.property(books.map(linear), (book) => {
        const once = simulated(book);
        const twice = simulated({ ...book, subscriptions: withSeats(book.subscriptions, (seats) => seats * 2) });
        const cycles = book.horizonMonths + 1;
        for (let row = 0; row < once.table.rows; row++) {
          for (const amount of AMOUNTS) {
            const gap = (twice.amounts[amount][row] ?? 0) - 2 * (once.amounts[amount][row] ?? 0);
            expect(Math.abs(gap), amount).toBeLessThanOrEqual(ROUNDINGS[amount] * cycles);
          }
        }
      }),
      RUNS,
    );
  });

  it('double every amount to the cent where prices per seat and month are whole cents and cycles whole', () => {
    const list = priceList([price('P1Y/Annual', '121.20', '150'), price('P1M/Monthly', '12.12', '15')]);
    const amounts = (quantity: string) => {
      const cells = { quantity, promotionPercent: '50', customerPrice: '11.11' };
      const clauses = new Map([['customer', { passThrough: true, capPercent: '20', noticeDays: 45 }]]);
      const run = { asOf: '2026-12-01', horizonMonths: 6, scenario: { clauses } };
      const { totals } = simulation([list, portfolio([cells])], run);
      return AMOUNTS.map((amount) => totals[0]?.[amount] ?? 0);
    };
    expect(amounts('14')).toEqual(amounts('7').map((amount) => 2 * amount));
    expect(amounts('7').filter((amount) => amount === 0)).toHaveLength(2);
  });
});

describe('a customer split in two', () => {
  const otherHalf = 'the-other-half';

  it('adds up to the cent when the subscriptions are shared out under the same terms', () => {
    fc.assert(
      fc.property(books.map(linear), fc.integer({ min: 0, max: 4095 }), (book, shares) => {
        const from = 'customer-a';
        const subscriptions = book.subscriptions.map((row, index) =>
          row.customerId === from && (shares >> index) & 1 ? { ...row, customerId: otherHalf } : row,
        );
        const { margin = {}, clauses = new Map<string, never>(), decisions = [] } = book.scenario;
        const same = <T>(map: ReadonlyMap<string, T> = new Map()): ReadonlyMap<string, T> => {
          const value = map.get(from);
          return value === undefined ? map : new Map([...map, [otherHalf, value]]);
        };
        const again = decisions.flatMap((decision) =>
          decision.match.customerId === from
            ? [decision, { ...decision, match: { ...decision.match, customerId: otherHalf } }]
            : [decision],
        );
        const split = simulated({
          ...book,
          subscriptions,
          scenario: {
            ...book.scenario,
            ...{ margin: { ...margin, customers: same(margin.customers) }, clauses: same(clauses), decisions: again },
          },
        });
        const whole = simulated(book);
        expect(split.totals).toEqual(whole.totals);
        expect(split.months).toEqual(whole.months);
      }),
      RUNS,
    );
  });

  it('adds up to the roundings when the seats are', () => {
    fc.assert(
      fc.property(books.map(linear), fc.integer({ min: 1, max: 20 }), (book, taken) => {
        const own = (seats: number): number => Math.min(seats, taken);
        const whole = simulated(book);
        const parts = [own, (seats: number) => seats - own(seats)].map((seats) =>
          simulated({ ...book, subscriptions: withSeats(book.subscriptions, seats) }),
        );
        for (let row = 0; row < whole.table.rows; row++) {
          for (const amount of AMOUNTS) {
            const sum = parts.reduce((total, part) => total + (part.amounts[amount][row] ?? 0), 0);
            const bound = ROUNDINGS[amount] * (book.horizonMonths + 1);
            expect(Math.abs(sum - (whole.amounts[amount][row] ?? 0)), amount).toBeLessThanOrEqual(bound);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('a shorter bridge', () => {
  it('never costs more EST', () => {
    const bridges = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(books, bridges, (book, [one, other]) => {
        const of = (bridgeDays: number) =>
          simulated({ ...book, scenario: { ...book.scenario, est: { ...book.scenario.est, bridgeDays } } });
        const [short, long] = [of(Math.min(one, other)), of(Math.max(one, other))];
        const longRows = rowsById(long);
        const windowEnd = addMonths(day(AS_OF), book.horizonMonths);
        for (const [id, row] of rowsById(short)) {
          const at = longRows.get(id) ?? -1;
          const seats = Number(book.subscriptions.find(({ subscriptionId }) => subscriptionId === id)?.quantity);
          // A refund is rounded seat by seat, the share of a month that the window cuts is rounded once.
          const isCut = (dayAt(long.table.columns.get('estTo'), at) ?? 0) >= windowEnd;
          const slack = isCut ? seats / 2 + 1 : 0;
          expect(short.amounts.est[row] ?? 0, id).toBeLessThanOrEqual((long.amounts.est[at] ?? 0) + slack);
        }
      }),
      RUNS,
    );
  });
});
