/** Billed subscriptions joined with those of the exports: by id, else by what only one on each side has. */
import { NO_DAY } from '../../../core/table.ts';
import { remember } from '../../remember.ts';
import type { MonthSubscription } from '../expected/subscriptions.ts';
import type { BilledGroup } from './billed-groups.ts';
import type { Likeness } from './likeness.ts';
import type { Join } from './types.ts';

export interface Joined {
  readonly group: BilledGroup | undefined;
  readonly subscription: MonthSubscription | undefined;
  readonly join: Join;
  /** What was billed as the Extended Service Term of the subscription's SKU. */
  readonly est: BilledGroup | undefined;
}

/** Everything of both sides, each once. @param like tells what could be several @param estSkuOf SKU, as it is matched, of the Extended Service Term of a subscription's SKU */
export function joinSides(
  groups: readonly BilledGroup[],
  subscriptions: readonly MonthSubscription[],
  estSkuOf: (subscription: MonthSubscription) => string | undefined,
  like: Likeness,
): readonly Joined[] {
  const sides = new Sides(groups, subscriptions, like);
  const bySku = (subscription: MonthSubscription): string | undefined => skuOf(subscription, subscription.sku);
  const byEst = (subscription: MonthSubscription): string | undefined => skuOf(subscription, estSkuOf(subscription));
  const byGroup = (group: BilledGroup): string | undefined => skuOf(group, group.sku);
  sides.join('id', idOfGroup, (subscription) => idOf(subscription, subscription.sku));
  sides.joinEst(idOfGroup, (subscription) => idOf(subscription, estSkuOf(subscription)));
  sides.join('term', termOfGroup, termOfSubscription);
  sides.join('sku', byGroup, bySku);
  sides.pool(byGroup, bySku);
  sides.joinBeside(estSkuOf);
  // One that nothing was billed of is nearer than one that has its line.
  sides.joinEstInstead(byGroup, byEst);
  sides.joinEst(byGroup, byEst);
  return sides.finish();
}

function idOfGroup({ subscriptionId, product, sku }: BilledGroup): string | undefined {
  return subscriptionId === '' ? undefined : [subscriptionId, product, sku].join('|');
}

function idOf({ id, product }: MonthSubscription, sku: string | undefined): string | undefined {
  return sku === undefined ? undefined : [id, product, sku].join('|');
}

function skuOf(
  { customerId, product }: Pick<BilledGroup, 'customerId' | 'product'>,
  sku: string | undefined,
): string | undefined {
  return sku === undefined ? undefined : [customerId, product, sku].join('|');
}

function termOfGroup({ customerId, product, sku, termStart, termEnd }: BilledGroup): string | undefined {
  if (termStart === NO_DAY || termEnd === NO_DAY) return undefined;
  return [customerId, product, sku, termStart, termEnd].join('|');
}

function termOfSubscription({ customerId, product, sku, term }: MonthSubscription): string | undefined {
  return term && [customerId, product, sku, term.start, term.end].join('|');
}

class Sides {
  private readonly groups: Set<BilledGroup>;
  private readonly subscriptions: Set<MonthSubscription>;
  private readonly joined: Joined[] = [];
  private readonly like: Likeness;

  constructor(groups: readonly BilledGroup[], subscriptions: readonly MonthSubscription[], like: Likeness) {
    this.like = like;
    this.groups = new Set(groups);
    this.subscriptions = new Set(subscriptions);
  }

  /** Joins what has a key that nothing else on its side has. */
  join(
    join: Join,
    keyOfGroup: (group: BilledGroup) => string | undefined,
    keyOfSubscription: (subscription: MonthSubscription) => string | undefined,
  ): void {
    const groups = byKey(this.groups, keyOfGroup);
    for (const [key, candidates] of byKey(this.subscriptions, keyOfSubscription)) {
      const [group, ...more] = groups.get(key) ?? [];
      const [subscription] = candidates;
      if (group && subscription && more.length === 0 && candidates.length === 1) {
        this.take({ group, subscription, join, est: undefined });
      }
    }
  }

  /** Extended Service Terms beside what was billed of the subscription before, or instead of it. */
  joinEst(
    keyOfGroup: (group: BilledGroup) => string | undefined,
    keyOfSubscription: (subscription: MonthSubscription) => string | undefined,
  ): void {
    const groups = byKey(this.groups, keyOfGroup);
    const open = [...this.joined.entries()].filter(([, { est }]) => est === undefined);
    const places = new Map(open.map(([at, { subscription }]) => [subscription, at]));
    const all = [...this.subscriptions, ...open.flatMap(([, { subscription }]) => subscription ?? [])];
    for (const [key, candidates] of byKey(all, keyOfSubscription)) {
      const [est, ...more] = groups.get(key) ?? [];
      const [subscription] = candidates;
      if (!est || !subscription || more.length > 0 || candidates.length > 1) continue;
      const at = places.get(subscription);
      const known = at === undefined ? undefined : this.joined[at];
      if (at === undefined || !known) this.takeEst(subscription, est);
      else this.joined[at] = { ...known, est };
      this.groups.delete(est);
    }
  }

  /** Extended Service Terms instead of what was to be billed and was not: of several the one that was to be charged, then that of equal seats. */
  joinEstInstead(
    keyOfGroup: (group: BilledGroup) => string | undefined,
    keyOfSubscription: (subscription: MonthSubscription) => string | undefined,
  ): void {
    const groups = byKey(this.groups, keyOfGroup);
    for (const [key, candidates] of byKey(this.subscriptions, keyOfSubscription)) {
      const due = candidates.filter(isDue);
      const left = new Set(due.length > 0 ? due : candidates);
      const ests = groups.get(key) ?? [];
      for (const est of ests) {
        const equal = [...left].filter((subscription) => this.like.hasSeats(est, subscription));
        const [subscription] = equal.length === 1 ? equal : ests.length === 1 && left.size === 1 ? left : [];
        if (!subscription) continue;
        this.takeEst(subscription, est);
        left.delete(subscription);
      }
    }
  }

  private takeEst(subscription: MonthSubscription, est: BilledGroup): void {
    this.joined.push({ group: undefined, subscription, join: 'sku', est });
    this.groups.delete(est);
    this.subscriptions.delete(subscription);
  }

  /** Extended Service Terms under the id that the subscription itself was billed under. */
  joinBeside(estSkuOf: (subscription: MonthSubscription) => string | undefined): void {
    const groups = byKey(this.groups, idOfGroup);
    for (const [at, joined] of this.joined.entries()) {
      const { group, subscription } = joined;
      const sku = subscription && estSkuOf(subscription);
      if (!group || joined.est || sku === undefined) continue;
      const [est, ...more] = groups.get(idOfGroup({ ...group, sku }) ?? '') ?? [];
      if (!est || more.length > 0) continue;
      this.joined[at] = { ...joined, est };
      this.groups.delete(est);
    }
  }

  /** Several of a kind on both sides: those that are most alike first, of equals in their order. */
  pool(
    keyOfGroup: (group: BilledGroup) => string | undefined,
    keyOfSubscription: (subscription: MonthSubscription) => string | undefined,
  ): void {
    const groups = byKey(this.groups, keyOfGroup);
    for (const [key, candidates] of byKey(this.subscriptions, keyOfSubscription)) {
      const billed = [...(groups.get(key) ?? [])].sort(byTerm);
      const sorted = candidates.toSorted((a, b) => (a.term?.start ?? 0) - (b.term?.start ?? 0));
      for (const { group, subscription } of this.pairs(billed, sorted)) {
        this.take({ group, subscription, join: 'sku', est: undefined });
      }
    }
  }

  private pairs(groups: readonly BilledGroup[], subscriptions: readonly MonthSubscription[]): readonly Candidate[] {
    // Thousands of one kind: both in the order of their terms.
    if (groups.length * subscriptions.length > MOST_COMPARED) return inOrder(groups, subscriptions);
    const all = subscriptions.flatMap((subscription) =>
      groups.map((group): Candidate => ({ group, subscription, likeness: this.like.of(group, subscription) })),
    );
    const used = new Set<BilledGroup | MonthSubscription>();
    return all
      .sort((a, b) => b.likeness - a.likeness)
      .filter(({ group, subscription }) => {
        const isFree = !used.has(group) && !used.has(subscription);
        if (isFree) used.add(group).add(subscription);
        return isFree;
      });
  }

  finish(): readonly Joined[] {
    return [
      ...this.joined,
      ...[...this.groups].map((group): Joined => ({ group, subscription: undefined, join: 'none', est: undefined })),
      ...[...this.subscriptions].map((subscription): Joined => ({
        group: undefined,
        subscription,
        join: 'none',
        est: undefined,
      })),
    ];
  }

  private take(joined: Joined & { readonly group: BilledGroup; readonly subscription: MonthSubscription }): void {
    this.joined.push(joined);
    this.groups.delete(joined.group);
    this.subscriptions.delete(joined.subscription);
  }
}

interface Candidate {
  readonly group: BilledGroup;
  readonly subscription: MonthSubscription;
  readonly likeness: number;
}

const MOST_COMPARED = 250_000;

function inOrder(groups: readonly BilledGroup[], subscriptions: readonly MonthSubscription[]): readonly Candidate[] {
  return groups.flatMap((group, at) => {
    const subscription = subscriptions[at];
    return subscription ? [{ group, subscription, likeness: 0 }] : [];
  });
}

/** A cycle was to be charged in the month. */
function isDue({ term, isSure }: MonthSubscription): boolean {
  return isSure && term?.cycle !== undefined;
}

function byTerm(a: BilledGroup, b: BilledGroup): number {
  return a.termStart - b.termStart || (a.rows[0] ?? 0) - (b.rows[0] ?? 0);
}

function byKey<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) remember(found, key, (): T[] => []).push(item);
  }
  return found;
}
