/** The queue over a portfolio says of each subscription what the ways out of it say one by one. */
import { describe, expect, it } from 'vitest';
import { makeBook } from '../../../src/sample/index.ts';
import { idKey } from '../../../src/core/ids.ts';
import { textAt } from '../../../src/core/table.ts';
import {
  OBJECTIVES,
  QueueRun,
  WAY_KINDS,
  type WayColumns,
  type WayQueue,
  prepareBook,
  waysOut,
} from '../../../src/sim/index.ts';
import { portfolio, price, priceList, scenario } from '../../support/books.ts';
import { wayName } from '../../support/exits.ts';
import { day } from '../../support/simulation.ts';

const asOf = day('2026-11-22');

function nameAt({ plans }: WayQueue, ways: WayColumns, place: number): string {
  const kind = WAY_KINDS[ways.kind[place] ?? -1];
  const [plan = '', seats = 0, estDays = 0] = [plans[ways.plan[place] ?? -1], ways.seats[place], ways.estDays[place]];
  return wayName(kind && { kind, plan, seats, estDays });
}

describe('the queue of the sample', () => {
  const sample = makeBook({ asOf, seed: 3, subscriptions: 300 });
  const book = prepareBook({ datasets: sample.datasets() });
  const window = { asOf, horizonMonths: 12 };
  const ids = Array.from({ length: book.rows }, (_, row) =>
    textAt(book.portfolio.table.columns.get('subscriptionId'), row),
  );
  const seatsWanted = new Map(ids.filter((_, row) => row % 3 === 0).map((id) => [idKey(id), 5]));
  const decisions = ids
    .filter((_, row) => row % 7 === 0)
    .map((subscriptionId) => ({ match: { subscriptionId }, outcome: 'renews', renewTo: { quantity: 3 } }) as const);
  const simulation = { scenario: { ...sample.scenario, decisions }, window };

  it.each(OBJECTIVES)('agrees with each subscription’s own ways (%s)', (objective) => {
    const run = new QueueRun(book, { simulation, months: 12, seatsWanted, estDays: 30, objective });
    while (run.step(64) < run.of);
    const queue = run.finish();
    expect(queue.rows.length).toBeGreaterThan(100);
    for (const [place, row] of queue.rows.entries()) {
      if (place % 15 > 0) continue;
      const wanted = seatsWanted.get(idKey(ids[row] ?? ''));
      const ways = waysOut(book, {
        simulation,
        row,
        months: 12,
        seatsWanted: wanted,
        estDays: 30,
        objective,
        flipPlan: '',
      });
      const names = [ways.byDefault, ways.best, ways.decided].map((at) => wayName(ways.ways[at ?? -1]));
      expect([queue.byDefault, queue.best, queue.decided].map((columns) => nameAt(queue, columns, place))).toEqual(
        names,
      );
      const best = ways.ways[ways.best ?? -1];
      expect(queue.best.cost[place]).toBe(best?.price?.cost ?? NaN);
    }
  });
});

describe('what is no work', () => {
  const list = priceList([price('P1Y/Annual', '120'), price('P1Y/Monthly', '126'), price('P1M/Monthly', '12')]);
  const rows = [
    { autoRenew: 'true' },
    { autoRenew: 'true', quantity: '20' },
    { autoRenew: 'true', billingPlan: 'Monthly' },
    { scheduledAction: 'Cancel' },
    {},
    { commitmentEnd: '2028-01-31', commitmentStart: '2027-02-01' },
    { skuId: '77' },
    { isTrial: 'true' },
  ];
  const queue = (more: { decided?: boolean; wanted?: number } = {}): WayQueue => {
    const decisions = more.decided ? [{ match: { subscriptionId: 'sub-0' }, outcome: 'cancels' } as const] : [];
    const run = new QueueRun(prepareBook({ datasets: [list, portfolio(rows)] }), {
      simulation: { scenario: scenario({ decisions }), window: { asOf, horizonMonths: 12 } },
      ...{ months: 12, estDays: 30, objective: 'committed' },
      seatsWanted: new Map(more.wanted === undefined ? [] : [['sub-1', more.wanted]]),
    });
    run.step(Infinity);
    return run.finish();
  };

  it('renews by itself with nothing to gain, or is cancelled by somebody, or cannot be priced', () => {
    const { rows: found, renewing, cancelling, unpriced, atStake } = queue();
    // Billed monthly costs 5 % more than upfront, and the one without auto-renew drifts into EST.
    expect([...found]).toEqual([2, 4]);
    expect([...atStake]).toEqual([6000, 12 * 12_360 - 120_000]);
    expect(renewing).toEqual([{ currency: 'USD', count: 2, cost: 120_000 + 240_000 }]);
    expect([cancelling, unpriced]).toEqual([1, 1]);
  });

  it('is work again once fewer seats are wanted, or something is decided', () => {
    expect([...queue({ wanted: 15 }).rows]).toEqual([1, 2, 4]);
    expect([...queue({ decided: true }).rows]).toEqual([0, 2, 4]);
  });
});
