/** The queue of decisions over a large portfolio, against one simulation of it. */
import { makeDay } from '../../src/core/days.ts';
import { makeBook } from '../../src/sample/index.ts';
import { QueueRun, prepareBook, simulate } from '../../src/sim/index.ts';
import type { QueueRequest } from '../../src/sim/index.ts';
import { type Finding, atMost, seconds, takeTurns } from './measure.ts';

const SUBSCRIPTIONS = 100_000;
const HORIZON = 12;
const ROUNDS = 3;
/** As the worker does: rows between two looks at a cancel. */
const SLICE = 2000;

/** The queue prices dozens of ways out of each subscription whose term ends in the window; a simulation prices one. */
export function benchDecide(): readonly Finding[] {
  const asOf = makeDay(2026, 11, 22) ?? 0;
  const made = makeBook({ asOf, seed: 1, subscriptions: SUBSCRIPTIONS });
  const book = prepareBook({ datasets: made.datasets() });
  const simulation = { scenario: made.scenario, window: { asOf, horizonMonths: HORIZON } };
  const request: QueueRequest = {
    ...{ simulation, months: HORIZON, seatsWanted: new Map<string, number>(), estDays: 30 },
    objective: 'cost',
  };
  let rows = 0;
  let slowest = 0;
  const best = takeTurns(ROUNDS, {
    simulate: () => simulate(book, simulation).totals,
    queue: () => {
      const run = new QueueRun(book, request);
      slowest = 0;
      for (let done = 0; done < run.of;) {
        const start = performance.now();
        done = run.step(SLICE);
        slowest = Math.max(slowest, performance.now() - start);
      }
      rows = run.finish().rows.length;
    },
  });
  const measured = `${seconds(best.queue)} for ${String(SUBSCRIPTIONS)} subscriptions, ${String(rows)} to decide; a simulation ${seconds(best.simulate)}`;
  return [
    atMost('decide: queue ÷ simulation', best.queue / best.simulate, 10, measured),
    atMost('decide: ms until a cancel is heard', slowest, 250, `${String(SLICE)} subscriptions at a time`),
  ];
}
