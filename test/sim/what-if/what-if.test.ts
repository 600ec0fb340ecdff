/** What-if agrees with running the engine by hand at the same inputs: totals, goal seek, tables, tornado, spider. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumptionAt } from '../../../src/core/assumptions/assumptions.ts';
import { type SimulationRequest, prepareBook, simulate, simulateTotals } from '../../../src/sim/index.ts';
import {
  type GoalSeekInput,
  type GoalSeekResult,
  type Measure,
  evaluator,
  goalSeek,
  inputTable,
  readingFloat,
  requestAt,
  spiderOf,
  tornadoOf,
} from '../../../src/sim/what-if/index.ts';
import { readingOf } from '../../../src/sim/what-if/readings.ts';
import { AS_OF, books, datasetsOfBook } from '../../support/arbitrary-books.ts';
import { scenario } from '../../support/books.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';
import { BOOK, finished, requestOf } from './book.ts';

const EXTRA: Measure = { kind: 'amount', amount: 'extra', currency: 'USD' };
const ABSORBED: Measure = { kind: 'absorbed-share', currency: 'USD' };

/** The engine by hand: the whole simulation, at a scenario that the test itself writes. */
function byHand(measure: Measure, request: SimulationRequest) {
  return readingOf(simulate(BOOK, request).totals, measure);
}

function withEst(est: Partial<SimulationRequest['scenario']['est']>, from = requestOf()): SimulationRequest {
  return { ...from, scenario: { ...from.scenario, est: { ...from.scenario.est, ...est } } };
}

function sought(input: Partial<GoalSeekInput>): GoalSeekResult {
  const whole = { request: requestOf(), path: 'est.upliftMonthly', measure: EXTRA, target: { top: 0, bottom: 1 }, from: '0', to: '20' }; // prettier-ignore
  const asked = { ...whole, ...input };
  return finished(goalSeek(asked, evaluator(BOOK, [asked.measure])));
}

describe('totals alone', () => {
  it('are those of the simulation, also of one currency and of some rows', () => {
    fc.assert(
      fc.property(books, fc.boolean(), (book, some) => {
        const prepared = prepareBook({ datasets: datasetsOfBook(book) });
        const all = {
          scenario: scenario(book.scenario),
          window: { asOf: day(AS_OF), horizonMonths: book.horizonMonths },
        };
        const rows = Uint32Array.from({ length: prepared.rows }, (_, row) => row).filter((row) => row % 2 === 0);
        const request = some ? { ...all, rows } : all;
        const { totals } = simulate(prepared, request);
        expect(simulateTotals(prepared, request)).toEqual(totals);
        for (const one of totals) expect(simulateTotals(prepared, request, one.currency)).toEqual([one]);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('goal seek', () => {
  it('gives the uplift whose result is nearest to the target, and its neighbour on the other side', () => {
    const goal = byHand(EXTRA, withEst({ upliftMonthly: '0.0712' })).top + 1;
    const result = sought({ target: { top: goal, bottom: 1 } });
    expect(result.kind).toBe('found');
    const [{ at, beside } = { at: undefined, beside: undefined }] = result.solutions;
    const uplift = (value = ''): string => (Number(value) / 100).toFixed(6);
    const [own, other] = [at, beside].map((point) => byHand(EXTRA, withEst({ upliftMonthly: uplift(point?.value) })));
    expect([at?.reading, beside?.reading]).toEqual([own, other]);
    const gaps = [own, other].map((reading) => (reading ? reading.top - goal : NaN));
    expect(Math.abs(gaps[0] ?? NaN)).toBeLessThanOrEqual(Math.abs(gaps[1] ?? NaN));
    if (gaps[0] !== 0) expect(Math.sign(gaps[0] ?? 0)).toBe(-Math.sign(gaps[1] ?? 0));
    expect(Math.abs(Number(at?.value) - Number(beside?.value))).toBeCloseTo(0.0001, 8);
  });

  it('goes by whole days for a bridge', () => {
    const target = byHand(EXTRA, withEst({ bridgeDays: 77 }));
    const result = sought({ path: 'est.bridgeDays', from: '0', to: '365', target });
    expect(result.solutions.map(({ at, isExact }) => [at.value, isExact])).toEqual([['77', true]]);
  });

  it('finds no solution, and says what comes closest', () => {
    const result = sought({ target: { top: 9_000_000, bottom: 1 } });
    expect([result.kind, result.solutions.length]).toEqual(['none', 0]);
    expect(result.closest?.reading).toEqual(byHand(EXTRA, withEst({ upliftMonthly: '0.2' })));
  });

  it('says when the result does not depend on the input', () => {
    expect(sought({ path: 'margin.business.percent', from: '-50', to: '50' }).kind).toBe('flat');
  });

  it('gives solutions of an as-of at which the engine says the same', () => {
    const exposed: Measure = { kind: 'count', count: 'exposed', currency: 'USD' };
    const from = String(day('2026-01-01'));
    const to = String(day('2029-01-01'));
    const result = sought({ path: 'window.asOf', measure: exposed, from, to, target: { top: 3, bottom: 1 } });
    for (const { at } of result.solutions) {
      const request = { ...requestOf(), window: { asOf: Number(at.value), horizonMonths: 12 } };
      expect(byHand(exposed, request)).toEqual(at.reading);
    }
    expect(result.solutions.length).toBeGreaterThan(0);
  });

  it('reaches a share exactly compared, where amounts are whole cents', () => {
    const result = sought({ path: 'clauses["customer"].capPercent', measure: ABSORBED, from: '0', to: '40', target: { top: 1, bottom: 2 } }); // prettier-ignore
    expect(result.kind).toBe('found');
    expect(readingFloat(result.solutions[0]?.at.reading ?? { top: NaN, bottom: 1 })).toBeCloseTo(0.5, 3);
  });
});

describe('tables', () => {
  it('hold in every cell what the engine gives at its inputs', () => {
    const uplifts = ['0', '3', '7.5'];
    const bridges = ['0', '31', '90', '365'];
    const table = finished(
      inputTable(
        {
          request: requestOf(),
          axes: [
            { path: 'est.upliftMonthly', values: uplifts },
            { path: 'est.bridgeDays', values: bridges },
          ],
          measures: [EXTRA, ABSORBED],
        },
        evaluator(BOOK, [EXTRA, ABSORBED]),
      ),
    );
    for (const [row, uplift] of ['0', '0.03', '0.075'].entries()) {
      for (const [column, bridge] of bridges.entries()) {
        const request = withEst({ upliftMonthly: uplift, bridgeDays: Number(bridge) });
        const at = (row * bridges.length + column) * 2;
        for (const [index, measure] of [EXTRA, ABSORBED].entries()) {
          const reading = { top: table.tops[at + index], bottom: table.bottoms[at + index] };
          expect(reading, `${uplift} ${bridge}`).toEqual(byHand(measure, request));
        }
      }
    }
  });

  it('begin at the given cell and go outwards, showing the cells that are there', () => {
    const values = ['1', '2', '3', '4', '5'];
    const axis = { path: 'est.upliftMonthly', values };
    const steps = inputTable({ request: requestOf(), axes: [axis], measures: [EXTRA] }, evaluator(BOOK, [EXTRA]), {
      row: 3,
      column: 0,
    });
    const first = steps.next().value;
    expect([...first.tops].map(Number.isNaN)).toEqual([true, true, true, false, true]);
    expect([first.done, first.of]).toEqual([1, 5]);
    steps.next();
    steps.next();
    expect([...first.tops].map(Number.isNaN)).toEqual([true, true, false, false, false]);
  });
});

describe('tornado and spider', () => {
  const paths = ['est.upliftMonthly', 'priceChanges[0].value', 'est.bridgeDays', 'margin.business.percent'];
  const ends = [['1', '9'], ['-4', '20'], ['30', '200'], ['0', '40']] as const; // prettier-ignore
  const evaluate = evaluator(BOOK, [EXTRA]);
  const reading = (request: SimulationRequest) => evaluate(request)[0] ?? { top: NaN, bottom: 1 };
  const inputs = paths.map((path, index) => ({
    low: ends[index]?.[0] ?? '',
    high: ends[index]?.[1] ?? '',
    set: (request: SimulationRequest, value: string) => requestAt(request, [{ path, value }]),
  }));

  it('give the result at each end with all else as it is, the widest first', () => {
    const { present, bars } = finished(tornadoOf(requestOf(), inputs, reading));
    expect(present).toEqual(byHand(EXTRA, requestOf()));
    for (const { input, low, high } of bars) {
      const [from, to] = ends[input] ?? ['', ''];
      const at = (value: string) => assumptionAt(requestOf(), paths[input] ?? '')?.set(requestOf(), value);
      expect([low, high]).toEqual([from, to].map((value) => byHand(EXTRA, at(value) ?? requestOf())));
    }
    const spans = bars.map(({ low, high }) => Math.abs(high.top - low.top));
    expect(spans).toEqual([...spans].sort((a, b) => b - a));
    expect(bars.at(-1)?.input).toBe(3);
    expect(spans.at(-1)).toBe(0);
  });

  it('follow each input over its values', () => {
    const values = ['0', '10', '20'];
    const lines = finished(spiderOf(requestOf(), inputs.slice(0, 1).map(({ set }) => ({ values, set })), reading)); // prettier-ignore
    const hand = ['0', '0.1', '0.2'].map((upliftMonthly) => byHand(EXTRA, withEst({ upliftMonthly })));
    expect(lines.lines).toEqual([hand]);
  });
});
