/** The sample a month earlier: what its subscriptions were before some of them were changed, bought or let go. */
import { addMonths, termMonths } from '../core/days.ts';
import { guid, randomStream } from './random.ts';
import { type Subscription, type World, subscriptionAt } from './subscriptions.ts';

/** Subscriptions that were there a month ago and have left since. */
const GONE = 6;

/**
 * The subscriptions of the export of a month ago. Terms that began since then had not: half of those subscriptions did not
 * exist, the others were in the term before. Of the rest a few had other seats, auto-renew off or nothing scheduled.
 */
export function monthBefore(world: World, subscriptions: readonly Subscription[]): readonly Subscription[] {
  const earlier = subscriptions.flatMap((subscription, index) => before(world, subscription, index) ?? []);
  return [...earlier, ...Array.from({ length: GONE }, (_, index) => gone(world, index))];
}

function before({ seed, asOf }: World, subscription: Subscription, index: number): Subscription | undefined {
  const random = randomStream(seed, 'month-before', index);
  const { start, end, term, seats, autoRenew, action } = subscription;
  if (start > addMonths(asOf, -1)) {
    const months = termMonths(term) ?? 1;
    if (term !== 'P1M' && random.chance(0.5)) return undefined;
    return { ...subscription, start: addMonths(start, -months), end: addMonths(end + 1, -months) - 1 };
  }
  const changes: readonly Partial<Subscription>[] = [
    ...(random.chance(0.06) ? [{ seats: Math.max(1, seats + random.pick([-12, -5, -2, 2, 3, 10])) }] : []),
    ...(autoRenew && random.chance(0.03) ? [{ autoRenew: false }] : []),
    ...(action !== '' && random.chance(0.2) ? [{ action: '' as const }] : []),
  ];
  return Object.assign({ ...subscription }, ...changes) as Subscription;
}

/** Numbers far beyond those of the sample, so that their ids are of no other subscription. */
function gone(world: World, index: number): Subscription {
  const subscription = subscriptionAt(world, 1_000_000 + index);
  return { ...subscription, id: guid(randomStream(world.seed, 'month-before', 1_000_000 + index)) };
}
