/** Spec §2, source (b) of `current`, read literally: which reconciliation line tells what a subscription costs. */
import { Decimal, plusMonths, toDay } from './naive-numbers.ts';

export interface ReconLine {
  /** Position of the file in the import order. */
  readonly file: number;
  readonly subscriptionId: string;
  readonly customerId: string;
  readonly productId: string;
  /** Upper case, padded to four. */
  readonly skuId: string;
  readonly chargeType: string;
  readonly price: Decimal;
  readonly quantity: number;
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
  readonly termStart: number;
  readonly termEnd: number;
  readonly currency: string;
  readonly invoice: string;
}

/** What of a subscription tells whose line it is. */
interface Subscription {
  readonly id: string;
  readonly customerId: string;
  readonly productId: string;
  readonly skuId: string;
  readonly start: number;
  readonly end: number;
  readonly currency: string;
}

/** Months of a whole cycle; 0 for a prorated period. */
function monthsOf({ start, end }: ReconLine): number {
  for (const months of [1, 12, 36]) {
    for (let date = 1; date <= 31; date++) {
      const anchor = toDay('1999-12-01') + date - 1;
      const guess = Math.floor((start - anchor) / 30.4);
      for (let k = guess - 1; k <= guess + 1; k++) {
        if (plusMonths(anchor, k) === start && plusMonths(anchor, k + months) === end + 1) return months;
      }
    }
  }
  return 0;
}

function counts(line: ReconLine): boolean {
  const isCharge = ['new', 'renew', 'cyclecharge'].includes(line.chargeType.toLowerCase());
  return isCharge && line.quantity > 0 && !line.price.isNegative() && monthsOf(line) > 0;
}

function newestOf(lines: readonly ReconLine[]): ReconLine | undefined {
  let best: ReconLine | undefined;
  for (const line of lines) {
    if (!best || line.start > best.start || (line.start === best.start && line.invoice >= best.invoice)) best = line;
  }
  return best;
}

/** The price per seat and month that was billed for a subscription, undefined when no line tells it. */
export function billedPrice(
  sub: Subscription,
  subscriptions: readonly Subscription[],
  all: readonly ReconLine[],
): Decimal | undefined {
  const lines = all.filter(counts);
  const isKnown = (line: ReconLine): boolean => subscriptions.some(({ id }) => id === line.subscriptionId);
  const own = lines.filter(({ subscriptionId }) => subscriptionId === sub.id);
  const newest =
    own.length > 0
      ? newestOf(own)
      : newestOf(
          byTerm(
            sub,
            subscriptions,
            lines.filter((line) => !isKnown(line)),
          ),
        );
  return newest?.currency === sub.currency ? newest.price.div(monthsOf(newest)) : undefined;
}

/** Lines of strange ids whose customer, product, SKU and term are this subscription's and no other one's. */
function byTerm(
  sub: Subscription,
  subscriptions: readonly Subscription[],
  strangers: readonly ReconLine[],
): readonly ReconLine[] {
  const alike = subscriptions.filter(
    (other) =>
      other.customerId === sub.customerId &&
      other.productId === sub.productId &&
      other.skuId === sub.skuId &&
      other.start === sub.start &&
      other.end === sub.end,
  );
  const fitting = strangers.filter(
    (line) =>
      line.customerId === sub.customerId &&
      line.productId === sub.productId &&
      line.skuId === sub.skuId &&
      line.termStart === sub.start &&
      line.termEnd === sub.end,
  );
  const ids = new Set(fitting.map(({ subscriptionId }) => subscriptionId));
  return alike.length === 1 && ids.size === 1 ? fitting : [];
}
