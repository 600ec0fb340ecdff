/** Ways out of small books: the request that a test means, and a way's name. */
import { prepareBook, waysOut } from '../../src/sim/index.ts';
import type { Objective, WayChoice, WaysOut } from '../../src/sim/index.ts';
import { type Run, type SubscriptionCells, portfolio, price, priceList, promotions, scenario } from './books.ts';
import { day } from './simulation.ts';

export interface ExitCase extends Run {
  readonly currency?: string;
  readonly prices: readonly (readonly [termPlan: string, price: string, sku?: string])[];
  readonly subscription: SubscriptionCells;
  readonly rise?: { readonly from: string; readonly percent: string };
  /** On an annual term paid annually. */
  readonly promotion?: { readonly percent: string; readonly end: string };
  readonly months?: number;
  readonly seatsWanted?: number;
  readonly estDays?: number;
  readonly objective?: Objective;
  readonly flipPlan?: string;
}

/** The datasets of a case: one list, one subscription. */
export function datasetsOf({ prices, currency = 'USD', subscription, promotion }: ExitCase) {
  const rows = prices.map(([termPlan, cost, skuId = '1']) => {
    const skuTitle = skuId === '1' ? 'Suite' : 'Suite Extended Service Term';
    return price(termPlan, cost, cost, { skuId, skuTitle, currency });
  });
  const cells = { promotionId: 'PROMO', productId: 'PRODUCT', skuId: '1', termDuration: 'P1Y', billingPlan: 'Annual' };
  const offered = promotion ? [promotions([{ ...cells, ...promotion, start: '2025-01-01' }])] : [];
  return [priceList(rows), portfolio([{ currency, ...subscription }]), ...offered];
}

/** The ways out of a case's only subscription, as of 2026-11-22 unless given. */
export function waysOf(given: ExitCase): WaysOut {
  const { rise } = given;
  const change =
    rise && ({ match: {}, from: day(rise.from), kind: 'percent', value: rise.percent, columns: 'both' } as const);
  const assumed = scenario({ ...given.scenario, ...(change ? { priceChanges: [change] } : {}) });
  return waysOut(prepareBook({ datasets: datasetsOf(given) }), {
    simulation: {
      scenario: assumed,
      window: { asOf: day(given.asOf ?? '2026-11-22'), horizonMonths: given.horizonMonths ?? 12 },
    },
    row: 0,
    months: given.months ?? 12,
    seatsWanted: given.seatsWanted,
    estDays: given.estDays ?? 30,
    objective: given.objective ?? 'cost',
    flipPlan: given.flipPlan,
  });
}

/** `renew P1Y/Annual 81`, `est-renew 30 P1Y/Annual 81`, `est 365 96`, `cancel`; a way that is none: ``. */
export function wayName(way: WayChoice | undefined): string {
  if (!way) return '';
  const { kind, plan, seats, estDays } = way;
  return [kind, estDays > 0 ? String(estDays) : '', plan, seats > 0 ? String(seats) : '']
    .filter((part) => part)
    .join(' ');
}
