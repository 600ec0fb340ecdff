/** Generated reconciliation lines for a generated portfolio: whole cycles and parts, own ids and others, every charge type. */
import fc from 'fast-check';
import { addMonths, dayToText, parseDay } from '../../src/core/days.ts';
import type { ReconciliationCells, SubscriptionCells } from './books.ts';

const CHARGES = ['new', 'renew', 'cycleCharge', 'CycleCharge', 'addQuantity', 'cancelImmediate'] as const;

const line = fc.record({
  sub: fc.nat({ max: 11 }),
  id: fc.constantFrom('own', 'own', 'other', 'other', 'nobody'),
  chargeType: fc.constantFrom(...CHARGES),
  months: fc.constantFrom(1, 1, 12, 36),
  /** Months after the first day of the term. */
  after: fc.integer({ min: -2, max: 3 }),
  cut: fc.constantFrom(0, 0, 0, 3),
  /** Minor units a month. */
  price: fc.integer({ min: -50, max: 9000 }),
  quantity: fc.constantFrom('5', '5', '5', '-5'),
  currency: fc.constantFrom('own', 'own', 'own', 'EUR'),
  invoice: fc.constantFrom('', 'G001', 'G002'),
});
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

function cellsOf(drawn: Line, subscriptions: readonly SubscriptionCells[]): ReconciliationCells {
  const sub = subscriptions[drawn.sub % subscriptions.length] ?? {};
  const termStart = parseDay(sub.commitmentStart ?? '') ?? 0;
  const start = addMonths(termStart, drawn.after);
  const end = addMonths(termStart, drawn.after + drawn.months) - 1 - drawn.cut;
  const minor = drawn.price * drawn.months;
  const ids = { own: sub.subscriptionId ?? '', other: `other-of-${sub.subscriptionId ?? ''}`, nobody: 'nobody' };
  return {
    subscriptionId: ids[drawn.id],
    customerId: sub.customerId ?? '',
    productId: sub.productId ?? '',
    skuId: sub.skuId ?? '',
    chargeType: drawn.chargeType,
    effectiveUnitPrice: sub.currency === 'JPY' ? String(minor) : (minor / 100).toFixed(2),
    quantity: drawn.quantity,
    billableQuantity: drawn.quantity,
    chargeStartDate: dayToText(start),
    chargeEndDate: dayToText(end),
    subscriptionStartDate: sub.commitmentStart ?? '',
    subscriptionEndDate: sub.commitmentEnd ?? '',
    currency: drawn.currency === 'own' ? (sub.currency ?? '') : drawn.currency,
    invoiceNumber: drawn.invoice,
  };
}

/** Two reconciliation files for a portfolio, the older first. */
export function reconciliations(
  subscriptions: readonly SubscriptionCells[],
): fc.Arbitrary<readonly (readonly ReconciliationCells[])[]> {
  const file = fc.array(line, { maxLength: 10 }).map((lines) => lines.map((drawn) => cellsOf(drawn, subscriptions)));
  return fc.tuple(file, file);
}
