/** A two-way table over a large portfolio, against a bare loop over the same inputs. */
import { makeDay } from '../../src/core/days.ts';
import { makeBook } from '../../src/sample/index.ts';
import { type SimulationRequest, prepareBook, simulate, simulateTotals } from '../../src/sim/index.ts';
import { type Measure, evaluator, inputTable } from '../../src/sim/what-if/index.ts';
import { type Finding, atMost, seconds, takeTurns } from './measure.ts';

const SUBSCRIPTIONS = 100_000;
const HORIZON = 12;
const ROUNDS = 3;
const UPLIFTS = ['0', '2.5', '5'];
const BRIDGES = ['30', '90', '365'];
/** A table of the largest size. */
const LARGEST = 41 * 41;
const EXTRA: Measure = { kind: 'amount', amount: 'extra', currency: 'USD' };

/** The same book at nine scenarios, whole simulations. */
function bareLoop(book: ReturnType<typeof prepareBook>, request: SimulationRequest): number {
  let sum = 0;
  for (const uplift of UPLIFTS) {
    for (const bridge of BRIDGES) {
      const { scenario } = request;
      const est = { ...scenario.est, upliftMonthly: String(Number(uplift) / 100), bridgeDays: Number(bridge) };
      sum += simulate(book, { ...request, scenario: { ...scenario, est } }).totals[0]?.extra ?? 0;
    }
  }
  return sum;
}

/** What a table costs beside the engine's own work, and how long its first cell takes. */
export function benchWhatIf(): readonly Finding[] {
  const asOf = makeDay(2026, 11, 22) ?? 0;
  const made = makeBook({ asOf, seed: 1, subscriptions: SUBSCRIPTIONS });
  const book = prepareBook({ datasets: made.datasets() });
  const request = { scenario: made.scenario, window: { asOf, horizonMonths: HORIZON } };
  const axes = [
    { path: 'est.upliftMonthly', values: UPLIFTS },
    { path: 'est.bridgeDays', values: BRIDGES },
  ] as const;
  const steps = () => inputTable({ request, axes, measures: [EXTRA] }, evaluator(book, [EXTRA]));
  simulateTotals(book, request);
  const best = takeTurns(ROUNDS, {
    first: () => steps().next(),
    table: () => [...steps()].length,
    bare: () => bareLoop(book, request),
  });
  const cells = UPLIFTS.length * BRIDGES.length;
  const all = (best.table / cells) * LARGEST;
  const measured = `${seconds(best.table)} against ${seconds(best.bare)} for ${String(cells)} cells of ${String(SUBSCRIPTIONS)} subscriptions; 41 × 41 in ${seconds(all)}`;
  return [
    atMost('what-if: table ÷ bare loop of simulations', best.table / best.bare, 1, measured),
    atMost(
      'what-if: seconds to the first cell',
      best.first / 1000,
      1,
      `the middle of ${String(SUBSCRIPTIONS)} subscriptions`,
    ),
  ];
}
