/** With constants only, every trial is the simulation, to the cent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, add, divide, multiply, parseExact, toFloat } from '../../../src/core/exact.ts';
import { NO_OVERRIDES, type Overrides, changeOverrides } from '../../../src/core/overrides/override.ts';
import { DEFAULT_FX } from '../../../src/core/scenario/defaults.ts';
import type { DecidedOutcome, PriceChange, Scenario } from '../../../src/core/scenario/scenario.ts';
import type { UncertainInput, Uncertainty } from '../../../src/core/scenario/uncertainty.ts';
import { type Book, type SimulationRequest, prepareBook, simulate } from '../../../src/sim/index.ts';
import {
  TRIAL_AMOUNTS,
  TRIAL_MONTH_AMOUNTS,
  TrialSums,
  planTrials,
  runTrials,
} from '../../../src/sim/uncertainty/index.ts';
import { AS_OF, type ArbitraryBook, books, datasetsOfBook } from '../../support/arbitrary-books.ts';
import { portfolio, price, priceList, scenario } from '../../support/books.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';

function uncertainty(inputs: readonly UncertainInput[], trials = 3): Uncertainty {
  return { trials, seed: 'x', inputs, loadings: { price: '0.5', fx: '-0.5', behaviour: '1' }, limits: [] };
}

function requestOf(book: ArbitraryBook, changes: Partial<Scenario> = {}): SimulationRequest {
  const window = { asOf: day(AS_OF), horizonMonths: book.horizonMonths };
  return { scenario: { ...scenario(book.scenario), ...changes }, window };
}

/** Totals and months of each trial, by currency; nothing where all is 0. */
function trialFigures(book: Book, request: SimulationRequest): readonly unknown[] {
  const plan = planTrials(book, request);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const { currencies, months, firstMonth, trials } = plan.value;
  const sums = new TrialSums(plan.value);
  sums.add(runTrials(plan.value, 0, trials));
  const whole = sums.whole();
  return Array.from(whole.trials, (trial) => {
    const totals = currencies.map((currency, code) => {
      const at = (trial * currencies.length + code) * TRIAL_AMOUNTS.length;
      return [currency, TRIAL_AMOUNTS.map((_, slot) => whole.totals[at + slot])] as const;
    });
    const byMonth = currencies.flatMap((currency, code) =>
      Array.from({ length: months }, (_, month) => {
        const at = ((trial * currencies.length + code) * months + month) * TRIAL_MONTH_AMOUNTS.length;
        return [firstMonth + month, currency, TRIAL_MONTH_AMOUNTS.map((__, slot) => whole.months[at + slot])] as const;
      }),
    );
    return { totals, months: byMonth.filter(([, , amounts]) => amounts.some((amount) => amount !== 0)) };
  });
}

/** The same of the simulation; of several, their sums. */
function simulatedFigures(book: Book, requests: readonly SimulationRequest[]): unknown {
  const results = requests.map((request) => simulate(book, request));
  const currencies = [...book.currencies].sort();
  const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  const totals = currencies.map((currency) => {
    const own = results.flatMap((result) => result.totals.filter((entry) => entry.currency === currency));
    return [currency, TRIAL_AMOUNTS.map((name) => sum(own.map((entry) => entry[name])))] as const;
  });
  const all = results.flatMap((result) => result.months);
  const keys = currencies.flatMap((currency) => {
    const months = new Set(all.filter((entry) => entry.currency === currency).map(({ month }) => month));
    return [...months].sort((a, b) => a - b).map((month) => [month, currency] as const);
  });
  const months = keys.map(([month, currency]) => {
    const own = all.filter((entry) => entry.currency === currency && entry.month === month);
    return [month, currency, TRIAL_MONTH_AMOUNTS.map((name) => sum(own.map((entry) => entry[name])))] as const;
  });
  return { totals, months: months.filter(([, , amounts]) => amounts.some((amount) => amount !== 0)) };
}

function expectEach(figures: readonly unknown[], expected: unknown): void {
  for (const trial of figures) expect(trial).toEqual(expected);
}

const all = { match: {}, shared: false } as const;
const constant = (value: string): { kind: 'constant'; value: string } => ({ kind: 'constant', value });

function sharesOf(outcome: DecidedOutcome): UncertainInput {
  return { ...all, what: 'outcome', renews: '0', cancels: '0', est: '0', [outcome]: '3' };
}

function percent(value: string, from: number): PriceChange {
  return { match: {}, from, kind: 'percent', value, columns: 'both' };
}

/** Every subscription with its seats changed by a percentage, half a seat up. */
function seatsChanged({ subscriptions }: ArbitraryBook, change: string): Overrides {
  const changes = subscriptions.map(({ subscriptionId = '', quantity = '' }) => {
    const seats = toFloat(multiply(exact(quantity), divide(add(exact('100'), exact(change)), exact('100'))));
    const override = { value: String(Math.floor(seats + 0.5)), author: '', at: '', reason: '' };
    return { id: subscriptionId, column: 'quantity', override } as const;
  });
  return changeOverrides(NO_OVERRIDES, changes);
}

function exact(text: string): Exact {
  const value = parseExact(text);
  if (!value) throw new Error(`not a decimal: ${text}`);
  return value;
}

function withoutShocks(book: ArbitraryBook): ArbitraryBook {
  return { ...book, scenario: { ...book.scenario, fx: DEFAULT_FX } };
}

describe('trials of constants', () => {
  it('equal the simulation where nothing is said to be uncertain', () => {
    const property = fc.property(books, (generated) => {
      const book = prepareBook({ datasets: datasetsOfBook(generated) });
      const expected = simulatedFigures(book, [requestOf(generated)]);
      expectEach(trialFigures(book, requestOf(generated, { uncertainty: uncertainty([]) })), expected);
    });
    fc.assert(property, { numRuns: runs(150) });
  });

  it('equal the simulation of the same outcomes, bridges and seats', () => {
    const choices = fc.record({
      outcome: fc.constantFrom('renews', 'cancels', 'est', undefined),
      bridgeDays: fc.option(fc.integer({ min: 0, max: 250 }), { nil: undefined }),
      seats: fc.constantFrom('-100', '-50', '-3.3', '0', '12.5', '150'),
    });
    const property = fc.property(books, choices, (generated, { outcome, bridgeDays, seats }) => {
      const book = prepareBook({ datasets: datasetsOfBook(generated) });
      const request = requestOf(generated);
      const { decisions, est } = request.scenario;
      // An input draws the outcome and leaves the bridge of a decision.
      const decided =
        outcome === undefined ? decisions : [{ match: {} }, ...decisions].map((one) => ({ ...one, outcome }));
      const expected = simulatedFigures(book, [
        requestOf(generated, {
          decisions: bridgeDays === undefined ? decided : decided.map((one) => ({ ...one, bridgeDays })),
          est: { ...est, bridgeDays: bridgeDays ?? est.bridgeDays },
          overrides: seatsChanged(generated, seats),
        }),
      ]);
      const inputs: UncertainInput[] = [{ ...all, what: 'seats', distribution: constant(seats) }];
      if (bridgeDays !== undefined) {
        inputs.push({ ...all, what: 'bridgeDays', distribution: constant(String(bridgeDays)) });
      }
      if (outcome !== undefined) inputs.push(sharesOf(outcome));
      expectEach(trialFigures(book, requestOf(generated, { uncertainty: uncertainty(inputs) })), expected);
    });
    fc.assert(property, { numRuns: runs(150) });
  });

  it.each([1, 10_000])('equal the simulation in each of %i trials', (trials) => {
    const inputs: UncertainInput[] = [
      { ...all, what: 'seats', distribution: constant('12.5') },
      { ...all, what: 'bridgeDays', distribution: constant('40') },
      sharesOf('est'),
    ];
    for (const generated of fc.sample(books, { seed: 7, numRuns: 4 })) {
      const book = prepareBook({ datasets: datasetsOfBook(generated) });
      const { decisions, est } = requestOf(generated).scenario;
      const expected = simulatedFigures(book, [
        requestOf(generated, {
          decisions: [{ match: {} }, ...decisions].map((one) => ({ ...one, outcome: 'est', bridgeDays: 40 })),
          est: { ...est, bridgeDays: 40 },
          overrides: seatsChanged(generated, '12.5'),
        }),
      ]);
      const figures = trialFigures(book, requestOf(generated, { uncertainty: uncertainty(inputs, trials) }));
      expect(figures).toHaveLength(trials);
      expect([...new Set(figures.map((trial) => JSON.stringify(trial)))]).toEqual([JSON.stringify(expected)]);
    }
  });

  it('equal the simulation of the same price change from each term end on, and of a rate', () => {
    const choices = fc.record({
      price: fc.constantFrom('-100', '-7.5', '0', '3.1234', '40'),
      fx: fc.constantFrom('0', '-2.5', '11'),
    });
    // Draws come after the scenario's shocks; price changes would come before them.
    const without = books.map(withoutShocks);
    const property = fc.property(without, choices, (generated, { price, fx }) => {
      const book = prepareBook({ datasets: datasetsOfBook(generated) });
      const { priceChanges } = requestOf(generated).scenario;
      // Each subscription has a simulation of its own, since prices change on its own day.
      const requests = generated.subscriptions.map(({ commitmentEnd = '' }, row) => {
        const from = day(commitmentEnd) + 1;
        const changes = [price, fx].filter((value) => value !== '0').map((value) => percent(value, from));
        return {
          ...requestOf(generated, { priceChanges: [...priceChanges, ...changes] }),
          rows: Uint32Array.of(row),
        };
      });
      const inputs: UncertainInput[] = [
        { ...all, what: 'price', distribution: constant(price) },
        { ...all, what: 'fx', distribution: constant(fx) },
      ];
      const figures = trialFigures(book, requestOf(generated, { uncertainty: uncertainty(inputs) }));
      expectEach(figures, simulatedFigures(book, requests));
    });
    fc.assert(property, { numRuns: runs(200) });
  });

  it('equal the simulation of the same steps after the shocks of its currency', () => {
    const choices = fc.record({
      price: fc.constantFrom('-100', '-7.5', '0', '3.1234', '40'),
      fx: fc.constantFrom('0', '-2.5', '11'),
    });
    const property = fc.property(books, choices, (generated, { price, fx }) => {
      const book = prepareBook({ datasets: datasetsOfBook(generated) });
      const { fx: own } = requestOf(generated).scenario;
      // Each subscription has a simulation of its own, since prices change on its own day.
      const requests = generated.subscriptions.map(({ commitmentEnd = '' }, row) => {
        const from = day(commitmentEnd) + 1;
        const steps = [price, fx].filter((value) => value !== '0');
        const shocks = steps.flatMap((value) =>
          book.currencies.map((currency) => ({ currency, from, percent: value })),
        );
        return {
          ...requestOf(generated, { fx: { ...own, shocks: [...own.shocks, ...shocks] } }),
          rows: Uint32Array.of(row),
        };
      });
      const inputs: UncertainInput[] = [
        { ...all, what: 'price', distribution: constant(price) },
        { ...all, what: 'fx', distribution: constant(fx) },
      ];
      const figures = trialFigures(book, requestOf(generated, { uncertainty: uncertainty(inputs) }));
      expectEach(figures, simulatedFigures(book, requests));
    });
    fc.assert(property, { numRuns: runs(200) });
  });

  it('renew to what a decision names under the outcome that an input says instead', () => {
    const list = priceList([price('P1Y/Annual', '120'), price('P1M/Monthly', '12')]);
    const book = prepareBook({ datasets: [list, portfolio([{}])] });
    const window = { asOf: day('2026-11-22'), horizonMonths: 12 };
    const renewTo = { termDuration: 'P1M', billingPlan: 'Monthly' };
    const decided = (outcome: DecidedOutcome, inputs: readonly UncertainInput[]): SimulationRequest => ({
      scenario: scenario({ decisions: [{ match: {}, outcome, renewTo }], uncertainty: uncertainty(inputs) }),
      window,
    });
    const expected = simulatedFigures(book, [decided('est', [])]);
    expectEach(trialFigures(book, decided('cancels', [sharesOf('est')])), expected);
  });
});
