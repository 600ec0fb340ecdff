/** Locks of a book: made once for each price row, promotion and price paid, whatever scenarios are simulated on it. */
import type { Day } from '../core/days.ts';
import type { Book, Subscription } from './book.ts';
import { type Lock, lockFromBase, lockFromList, lockFromPaid } from './lock.ts';
import { type UnitPrice, segmentAt, withoutShocks } from './price-series.ts';
import { inner, remember } from './remember.ts';
import type { Timeline, TimelineSegment } from './timeline.ts';

/** Prices of scenarios that are gone take their locks with them. */
export class Locks {
  private readonly base = new WeakMap<UnitPrice, Lock>();
  private readonly atStart = new WeakMap<UnitPrice, Map<number, Lock>>();
  private readonly atAsOf = new WeakMap<UnitPrice, Map<number, Lock>>();

  /** Locks of rows that were listed when they were bought: no scenario and no as-of changes them. */
  private readonly ofRow: (Lock | undefined)[] = [];

  /** Sources (a) to (d) of `current` (spec §2); in EST the base's row. Undefined: nothing was listed by then. */
  of(subscription: Subscription, timeline: Timeline, segment: TimelineSegment, asOf: Day): Lock | undefined {
    const { own } = segment;
    if (timeline.inEst && own) return this.base.get(own) ?? remember(this.base, own, () => lockFromBase(own));
    const known = this.ofRow[subscription.row];
    if (known) return known;
    const atStart = segmentAt(timeline.plain, subscription.commitmentStart)?.price;
    if (atStart) return (this.ofRow[subscription.row] = shared(this.atStart, atStart, subscription, true));
    const { paid } = subscription;
    // A price paid is the cost; the row behind it only tells the ERP, so the renewal's row will do.
    const row = segmentAt(timeline.plain, asOf)?.price ?? (paid && own && withoutShocks(own));
    return row && shared(this.atAsOf, row, subscription, false);
  }
}

/** The lock of a price row with a promotion and a price paid. */
function shared(
  locks: WeakMap<UnitPrice, Map<number, Lock>>,
  row: UnitPrice,
  of: Subscription,
  atStart: boolean,
): Lock {
  const { share, shareIndex, paid, paidIndex } = of;
  return remember(inner(locks, row), shareIndex * MAX_PRICES + paidIndex, () =>
    paid ? lockFromPaid(paid, row, share.unmatched ? undefined : share.share) : lockFromList(row, share.share, atStart),
  );
}

/** Packs two indexes into one safe integer. */
const MAX_PRICES = 2 ** 26;

const locksByBook = new WeakMap<Book, Locks>();

/** The locks of a book. */
export function locksOf(book: Book): Locks {
  return remember(locksByBook, book, () => new Locks());
}
