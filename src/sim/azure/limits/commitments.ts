/** What customers' subscriptions still cost when they can't be cancelled any more (R-012, R-051, R-053). */
import { addMonths, termMonths } from '../../../core/days.ts';
import { lockPhase } from '../../../core/locks.ts';
import { minorDigits, roundShare, safeMinor } from '../../../core/money.ts';
import { textAt } from '../../../core/table.ts';
import type { Book } from '../../book.ts';
import { Model } from '../../model.ts';
import { remember } from '../../remember.ts';
import type { SimulationRequest } from '../../types.ts';

/** In minor units of the currency. */
export interface Commitment {
  readonly key: string;
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  readonly prepaid: number;
  readonly committed: number;
  readonly bound: number;
  readonly free: number;
  readonly unknown: number;
}

type Growing = { -readonly [K in keyof Commitment]: Commitment[K] };

/**
 * The days to come of each term past its 7 days, by customer and currency: price of today per seat-month × seats × months of the term
 * × days left ÷ days of the term, half up, from as-of on. An auto-renewal can still be turned off, so nothing after the term counts.
 */
export function commitments(book: Book, request: SimulationRequest): readonly Commitment[] {
  const model = new Model(book, request);
  const found = new Map<string, Growing>();
  for (let row = 0; row < model.book.rows; row++) look(model, row, found);
  return [...found.values()];
}

function look(model: Model, row: number, found: Map<string, Growing>): void {
  const subscription = model.book.subscription(row);
  if (!subscription.active || subscription.trial || !subscription.licenceBased) return;
  const { columns } = model.book.portfolio.table;
  const key = model.book.customers[subscription.customerIndex] ?? '';
  const currency = textAt(columns.get('currency'), row);
  const own = remember(found, `${key}|${currency}`, (): Growing => ({
    ...{ key, currency, customerId: textAt(columns.get('customerId'), row) },
    ...{ customer: textAt(columns.get('customerName'), row), prepaid: 0, committed: 0, bound: 0, free: 0, unknown: 0 },
  }));
  const { termEnd, commitmentStart, seats } = subscription;
  const { asOf } = model.request.window;
  const term = textAt(columns.get('termDuration'), row);
  const months = termMonths(term);
  const assessed = model.assess(row);
  // an extended term can be ended on any day.
  if (typeof assessed !== 'string' && assessed.timeline.inEst) own.free++;
  else if (typeof assessed === 'string' || months === undefined || termEnd < asOf) own.unknown++;
  else {
    const first = addMonths(termEnd + 1, -months);
    // A term that ends with another one began later than its length says; a renewed one keeps the first start in some files.
    const start = Math.max(first, commitmentStart);
    if (lockPhase(start - 1, asOf) !== 'past') {
      own.free++;
      return;
    }
    const left = termEnd + 1 - asOf;
    const scale = 10 ** minorDigits(currency);
    const cost = roundShare(assessed.figures.lock.current, seats * months * left, termEnd + 1 - first, scale);
    const part = isUpFront(term, textAt(columns.get('billingPlan'), row)) ? 'prepaid' : 'committed';
    own[part] = safeMinor(own[part] + cost);
    own.bound++;
  }
}

const UP_FRONT: Readonly<Record<string, readonly string[]>> = {
  P1M: ['monthly', 'none'],
  P1Y: ['annual', 'none'],
  P3Y: ['triennial', 'none'],
};

/** Whether a plan bills the whole term at once. */
function isUpFront(term: string, plan: string): boolean {
  return UP_FRONT[term]?.includes(plan.toLowerCase()) ?? false;
}
