/** A small book with every kind of assumption, for what-if tests. */
import type { ScenarioChanges } from '../../support/books.ts';
import { portfolio, price, priceList, scenario } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';
import { type SimulationRequest, prepareBook } from '../../../src/sim/index.ts';

export const BOOK = prepareBook({
  datasets: [
    priceList([
      price('P1M/Monthly', '22.17', '25'),
      price('P1Y/Annual', '213.60', '248.40'),
      price('P1Y/Annual', '97', '120', { productId: 'LONE', skuTitle: 'Lone' }),
      price('P1M/Monthly', '20', '24', { currency: 'EUR', market: 'DE' }),
      price('P1Y/Annual', '190', '230', { currency: 'EUR', market: 'DE' }),
    ]),
    portfolio([
      { quantity: '11' },
      { quantity: '7', customerId: 'other', commitmentEnd: '2027-02-14', commitmentStart: '2026-02-15' },
      { productId: 'LONE', quantity: '3', commitmentEnd: '2026-08-31', commitmentStart: '2025-09-01' },
      { quantity: '5', currency: 'EUR', market: 'DE', commitmentEnd: '2027-01-31', commitmentStart: '2026-02-01' },
      { quantity: '2', autoRenew: 'true' },
    ]),
  ],
});

export const CHANGES: ScenarioChanges = {
  priceChanges: [
    { match: {}, from: day('2027-01-01'), kind: 'percent', value: '8', columns: 'both' },
    { match: { text: 'Lone' }, from: day('2026-11-01'), kind: 'absolute', value: '-2.50', columns: 'cost' },
  ],
  decisions: [{ match: { subscriptionId: 'sub-4' }, outcome: 'est', bridgeDays: 45 }],
  margin: {
    business: { kind: 'markup', percent: '18' },
    customers: new Map([['other', { kind: 'fixed', price: '24.00' }]]),
    subscriptions: new Map([['sub-2', { kind: 'margin', percent: '12.5' }]]),
  },
  clauses: new Map([['customer', { passThrough: true, capPercent: '5', noticeDays: 30 }]]),
  fx: { shocks: [{ currency: 'EUR', from: day('2027-03-01'), percent: '4' }], rates: [], reporting: undefined },
};

export function requestOf(changes: ScenarioChanges = CHANGES): SimulationRequest {
  return { scenario: scenario(changes), window: { asOf: day('2026-11-22'), horizonMonths: 12 } };
}

/** The value that a generator gives in the end. */
export function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
