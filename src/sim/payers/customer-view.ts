/** What a customer may see of its subscriptions: its own prices and dates, nothing of what they cost the partner. */
import { deadlineOf } from '../../core/deadline.ts';
import { equals, type Exact, multiply, ONE, subtract } from '../../core/exact.ts';
import { idKey } from '../../core/ids.ts';
import { minorDigits, type Minor, roundPrice, roundShare } from '../../core/money.ts';
import { textAt } from '../../core/table.ts';
import type { Book } from '../book.ts';
import { type CostAndErp, rulePrice } from '../margin.ts';
import { type Assessment, Model } from '../model.ts';
import { allowedPrice, type Pay } from '../pay.ts';
import type { TermPlan } from '../price-rows.ts';
import { segmentAt } from '../price-series.ts';
import type { SimulationRequest } from '../types.ts';
import type { CustomerSubscription, OfferedPrice } from './types.ts';

/** Terms that a customer can be offered, the usual first. */
const OFFERED: readonly TermPlan[] = ['P1Y/Annual', 'P1Y/Monthly', 'P3Y/Annual', 'P3Y/Monthly', 'P1M/Monthly'];

/**
 * The subscriptions of the request's rows that have a price, the next term end first. A new term is a new offer at the
 * rule's price, unless the customer has a clause, which then bounds it; in EST nothing more can be asked for without one.
 */
export function customerView(book: Book, request: SimulationRequest): readonly CustomerSubscription[] {
  const model = new Model(book, request);
  const bound = new Set([...request.scenario.clauses.keys()].map(idKey));
  const rows = request.rows ?? Uint32Array.from({ length: book.rows }, (_, row) => row);
  return [...rows]
    .flatMap((row) => {
      const assessed = model.assess(row);
      return typeof assessed === 'string' || assessed.verdict.outcome === 'excluded'
        ? []
        : [viewOf(model, assessed, bound)];
    })
    .sort((a, b) => a.termEnd - b.termEnd || a.row - b.row);
}

function viewOf(model: Model, assessed: Assessment, bound: ReadonlySet<string>): CustomerSubscription {
  const { subscription, verdict, span } = assessed;
  const { row, seats, termEnd, sale } = subscription;
  const pay = model.payOf(assessed);
  const currency = sale.offer?.currency ?? '';
  const month = monthOf(seats, currency);
  const isBound = bound.has(model.book.customers[subscription.customerIndex] ?? '');
  const { columns } = model.book.portfolio.table;
  const { asOf } = model.request.window;
  const today = pay.given || !tellsCost(pay.p0, pay.basis, pay) ? month(pay.p0) : undefined;
  return {
    ...{ row, currency, termEnd, outcome: verdict.outcome },
    id: textAt(columns.get('subscriptionId'), row),
    product: textAt(columns.get('offerName'), row) || sale.offer?.title || '',
    plan: sale.plan,
    seats,
    deadline: deadlineOf({ outcome: verdict.outcome, termEnd }, asOf),
    today,
    renewals: renewalsOf(model, assessed, pay, (unit) => {
      const offered = isBound ? allowedPrice(pay, unit) : unit;
      // A clause that bounds it by today's price would tell that one.
      return today === undefined && !equals(offered, unit) ? undefined : month(offered);
    }),
    est: span && {
      from: span.from,
      month: today === undefined ? undefined : estMonth(model, assessed, pay, month),
      priceFrom: Math.max(span.from, pay.clause.from),
    },
    isDecided: assessed.decision !== undefined,
  };
}

/** What the contract lets the price become; undefined where that is the cost. Today's price must be known: a cap on it would tell it. */
function estMonth(model: Model, { figures }: Assessment, pay: Pay, month: (unit: Exact) => Minor): Minor | undefined {
  const { allowed } = model.payStepOf(pay, figures);
  return equals(allowed, pay.p0) || !tellsCost(allowed, figures.est, pay) ? month(allowed) : undefined;
}

/** A rule that adds nothing makes the cost the price: told to a customer it would be the cost. */
function tellsCost(price: Exact, { cost }: CostAndErp, { digits }: Pay): boolean {
  return equals(roundPrice(price, digits), roundPrice(cost, digits));
}

/** A price per seat-month for all seats, rounded once. */
function monthOf(seats: number, currency: string): (unit: Exact) => Minor {
  const scale = 10 ** minorDigits(currency);
  return (unit) => roundShare(unit, seats, 1, scale);
}

function renewalsOf(
  model: Model,
  { subscription }: Assessment,
  pay: Pay,
  month: (unit: Exact) => Minor | undefined,
): readonly OfferedPrice[] {
  const { sale, customerIndex, seats, termEnd } = subscription;
  const sold = sale.offer;
  const offer = sold && model.mapping.baseOf.has(sold.index) ? model.mapping.baseOf.get(sold.index) : sold;
  if (!offer) return [];
  const day = Math.max(termEnd + 1, model.request.window.asOf);
  return OFFERED.flatMap((plan) => {
    if (!offer.rows.has(plan)) return [];
    const price = segmentAt(model.timelineFor(offer, plan, customerIndex).segments, day)?.own;
    if (!price) return [];
    const { productId, skuId } = offer;
    const kept = subtract(ONE, model.renewShare(subscription, { productId, skuId, plan, day, seats }));
    const basis = { cost: multiply(price.cost, kept), erp: multiply(price.erp, kept) };
    const ruled = rulePrice(pay.rule, basis, pay.clamp, pay.digits);
    const offered = tellsCost(ruled, basis, pay) ? undefined : month(ruled);
    return offered === undefined ? [] : [{ plan, month: offered }];
  });
}
