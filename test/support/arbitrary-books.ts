/** Generated books: price lists, portfolios and scenarios with every kind of row, for property tests. */
import fc from 'fast-check';
import { dayToText } from '../../src/core/days.ts';
import type { Clause, Decision, FxShock, MarginRule, RenewTo } from '../../src/core/scenario/scenario.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { reconciliations } from './arbitrary-recon.ts';
import {
  type PriceCells,
  type ReconciliationCells,
  type ScenarioChanges,
  type SubscriptionCells,
  portfolio,
  price,
  priceList,
  reconciliation,
} from './books.ts';
import { day } from './simulation.ts';

export const AS_OF = '2026-11-22';

export interface ArbitraryBook {
  /** Rows of two price lists, the older first. */
  readonly lists: readonly (readonly PriceCells[])[];
  readonly subscriptions: readonly SubscriptionCells[];
  /** Reconciliation files, the older first. */
  readonly recon: readonly (readonly ReconciliationCells[])[];
  readonly scenario: ScenarioChanges;
  readonly horizonMonths: number;
}

interface Money {
  readonly market: string;
  readonly currency: string;
  /** Text of an amount in minor units. */
  readonly text: (minor: number) => string;
}

const DOLLARS: Money = { market: 'US', currency: 'USD', text: (minor) => (minor / 100).toFixed(2) };
const YEN: Money = { market: 'JP', currency: 'JPY', text: String };

type Lists = readonly [readonly PriceCells[], readonly PriceCells[]];

const PLANS = ['P1Y/Annual', 'P1Y/Monthly', 'P1M/Monthly', 'P3Y/Annual'] as const;
type Plan = (typeof PLANS)[number];
const STARTS = ['2025-11-01', '2026-12-15'] as const;
const TWINS = ['none', 'title', 'silent', 'odd'] as const;

interface Terms {
  readonly product: string;
  readonly money: Money;
  readonly start: string;
  /** Cost of a month in minor units. */
  readonly month: number;
  readonly margin: number;
}

/** Annual prices are multiples of 12 minor units, so that a decimal oracle stays exact. */
function rowsOf({ product, money, start, month, margin }: Terms, plans: readonly Plan[], twin: string) {
  const { market, currency, text } = money;
  const at = { productId: product, skuTitle: product, market, currency, effectiveStart: start };
  const monthly = Math.round(month * 1.2);
  const costs: Readonly<Record<Plan, number>> = {
    'P1Y/Annual': month * 12,
    'P1Y/Monthly': Math.round(month * 1.05) * 12,
    'P1M/Monthly': monthly,
    'P3Y/Annual': month * 36,
  };
  const row = (plan: Plan, cost: number, more: PriceCells = {}): PriceCells =>
    price(plan, text(cost), text(cost + margin * 12), { ...at, ...more });
  const rows = plans.map((plan) => row(plan, costs[plan]));
  if (twin === 'none') return rows;
  const skuTitle = twin === 'title' ? `${product} - Extended Service Term` : product;
  const cost = twin === 'odd' ? monthly + 3 : Math.round((monthly * 103) / 100);
  return [...rows, row('P1M/Monthly', cost, { skuId: '9', skuTitle })];
}

/** A product in both lists; the newer one may leave terms out, which are then carried forward or replaced row by row. */
function product(name: string, money: Money): fc.Arbitrary<Lists> {
  const figures = fc.record({ month: fc.integer({ min: 1, max: 9000 }), margin: fc.integer({ min: 0, max: 40 }) });
  const plans = fc
    .subarray([...PLANS], { minLength: 1 })
    .chain((older) => fc.tuple(fc.constant(older), fc.subarray(older)));
  return fc
    .record({ older: figures, newer: figures, plans, twin: fc.constantFrom(...TWINS) })
    .map(({ older, newer, plans: [first, second], twin }) => [
      rowsOf({ product: name, money, start: STARTS[0], ...older }, first, twin),
      rowsOf({ product: name, money, start: STARTS[1], ...newer }, second, twin),
    ]);
}

const lists: fc.Arbitrary<Lists> = fc
  .tuple(product('ALPHA', DOLLARS), product('BETA', DOLLARS), product('YEN', YEN))
  .map((all) => [all.flatMap(([older]) => older), all.flatMap(([, newer]) => newer)]);

const ACTIONS = ['', '', '', 'Cancel', 'RenewToExtendedServiceTerm', 'RenewToNewTerm', 'Transition', 'Pause'] as const;
const CUSTOMERS = ['customer-a', 'customer-b', 'customer-c'] as const;

const subscription: fc.Arbitrary<SubscriptionCells> = fc
  .record({
    product: fc.constantFrom('ALPHA', 'BETA', 'YEN', 'UNKNOWN'),
    inEst: fc.integer({ min: 0, max: 4 }),
    plan: fc.constantFrom(...PLANS),
    end: fc.integer({ min: -300, max: 500 }),
    seats: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5000 })),
    action: fc.constantFrom(...ACTIONS),
    autoRenew: fc.constantFrom('true', 'false', 'false', 'false'),
    customerId: fc.constantFrom(...CUSTOMERS),
    status: fc.constantFrom('active', 'active', 'active', 'suspended'),
    promotion: fc.constantFrom('', '', '5', '10', '12.5'),
    paid: fc.option(fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.constantFrom('', '20', '50'))),
    customerPrice: fc.option(fc.integer({ min: 0, max: 12_000 }), { freq: 4 }),
  })
  .map(
    ({ product, inEst, plan, end, seats, paid, promotion, customerPrice, action, autoRenew, customerId, status }) => {
      const money = product === 'YEN' ? YEN : DOLLARS;
      const [termDuration = '', billingPlan = ''] = (inEst === 0 ? 'P1M/Monthly' : plan).split('/');
      const pays = paid
        ? { pricePaid: money.text(paid[0]), promotionPercent: paid[1] }
        : { promotionPercent: promotion };
      const termEnd = day(AS_OF) + end;
      return {
        ...pays,
        ...(customerPrice === null ? {} : { customerPrice: money.text(customerPrice) }),
        productId: product,
        skuId: inEst === 0 ? '0009' : '1',
        market: money.market,
        currency: money.currency,
        quantity: String(seats),
        termDuration,
        billingPlan,
        commitmentStart: dayToText(termEnd - (termDuration === 'P1M' ? 30 : 364)),
        commitmentEnd: dayToText(termEnd),
        scheduledAction: action,
        autoRenew,
        customerId,
        status,
      };
    },
  );

const rule: fc.Arbitrary<MarginRule> = fc.oneof(
  fc.record({ kind: fc.constantFrom('markup', 'erp-discount'), percent: fc.constantFrom('0', '7.5', '18') }),
  fc.record({ kind: fc.constant('margin'), percent: fc.constantFrom('0', '20', '50') }),
  fc.record({ kind: fc.constant('fixed'), price: fc.constantFrom('0', '12', '40') }),
);

const dayNear = fc.integer({ min: -60, max: 200 }).map((offset) => day(AS_OF) + offset);

const clause: fc.Arbitrary<Clause> = fc.record(
  {
    passThrough: fc.boolean(),
    capPercent: fc.constantFrom('0', '3.5', '10'),
    noticeDays: fc.integer({ min: 0, max: 120 }),
    priceLockUntil: dayNear,
    noticeGiven: dayNear,
  },
  { requiredKeys: ['passThrough'] },
);

const renewTo: fc.Arbitrary<RenewTo> = fc.record(
  {
    termDuration: fc.constantFrom('P1M', 'P1Y', 'P3Y'),
    billingPlan: fc.constantFrom('Monthly', 'Annual'),
    quantity: fc.integer({ min: 0, max: 60 }),
  },
  { requiredKeys: [] },
);

const decision: fc.Arbitrary<Decision> = fc.record(
  {
    match: fc.oneof(
      fc.record({ productId: fc.constantFrom('ALPHA', 'BETA', 'YEN') }),
      fc.record({ customerId: fc.constantFrom(...CUSTOMERS) }),
    ),
    outcome: fc.constantFrom('renews', 'cancels', 'est'),
    bridgeDays: fc.integer({ min: 0, max: 90 }),
    renewTo,
  },
  { requiredKeys: ['match', 'outcome'] },
);

const priceChange = fc.record({
  match: fc.record({ productId: fc.constantFrom('ALPHA', 'YEN') }),
  from: dayNear,
  kind: fc.constant('percent' as const),
  value: fc.constantFrom('-10', '8', '100'),
  columns: fc.constantFrom('cost', 'erp', 'both'),
});

const shock: fc.Arbitrary<FxShock> = fc.record({
  currency: fc.constantFrom('USD', 'JPY', 'jpy'),
  from: dayNear,
  percent: fc.constantFrom('-12.5', '0', '4', '30'),
});

const scenarios = fc.record({
  rules: fc.record({
    refundDayCount: fc.constantFrom('cancel-day-refunded', 'cancel-day-charged'),
    promotionAtRenewal: fc.constantFrom('in-window', 'kept', 'lost'),
  }),
  fx: fc.record({
    shocks: fc.array(shock, { maxLength: 2 }),
    rates: fc.constant([]),
    reporting: fc.constant(undefined),
  }),
  est: fc.record({
    bridgeDays: fc.option(fc.integer({ min: 0, max: 200 })),
    listRows: fc.constantFrom('use', 'ignore'),
    noMonthlyBase: fc.constantFrom('annual', 'annualBilledMonthly'),
  }),
  decisions: fc.array(decision, { maxLength: 2 }),
  priceChanges: fc.array(priceChange, { maxLength: 2 }),
  margin: fc.record({
    business: rule,
    customers: rule.map((own) => new Map([[CUSTOMERS[0] as string, own]])),
    clamp: fc.boolean(),
  }),
  clauses: fc.tuple(clause, clause).map(
    ([a, b]) =>
      new Map<string, Clause>([
        [CUSTOMERS[0], a],
        [CUSTOMERS[1], b],
      ]),
  ),
});

const portfolios: fc.Arbitrary<Pick<ArbitraryBook, 'subscriptions' | 'recon'>> = fc
  .array(subscription, { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map((row, index) => ({ ...row, subscriptionId: `sub-${String(index).padStart(2, '0')}` })))
  .chain((subscriptions) =>
    fc.record({ subscriptions: fc.constant(subscriptions), recon: reconciliations(subscriptions) }),
  );

export const books: fc.Arbitrary<ArbitraryBook> = fc
  .record({ lists, portfolio: portfolios, scenario: scenarios, horizonMonths: fc.integer({ min: 1, max: 14 }) })
  .map(({ portfolio: parts, ...rest }) => ({ ...parts, ...rest }));

/** A book's datasets; `parts` spreads the portfolio over several files. */
export function datasetsOfBook({ lists: both, subscriptions, recon }: ArbitraryBook, parts = 1): readonly Dataset[] {
  const files = Array.from({ length: parts }, (_, part) => subscriptions.filter((_, index) => index % parts === part));
  return [
    ...both.map((rows, order) => priceList(rows, order)),
    ...files.map((rows, part) => portfolio(rows, 10 + part, `portfolio-${String(part)}.csv`)),
    ...recon.map((rows, part) => reconciliation(rows, 40 + part, `recon-${String(part)}.csv`)),
  ];
}
