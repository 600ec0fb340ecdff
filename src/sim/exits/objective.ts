/** Which way is the best by what the user wants. */
import type { Objective, WayOut, WayPrice } from './types.ts';

/** What an objective makes small, the weightiest first. */
const MEASURES: Readonly<Record<Objective, (price: WayPrice) => readonly number[]>> = {
  cost: ({ cost }) => [cost],
  committed: ({ committed, cost }) => [committed, cost],
  total: ({ cost, committed }) => [cost + committed],
  margin: ({ margin }) => [-margin],
};

/** Negative when `a` is better: by the objective, then fewer EST days, then less that is still owed. */
export function compareWays(a: WayOut, b: WayOut, objective: Objective): number {
  const [left, right] = [keysOf(a, objective), keysOf(b, objective)];
  for (const [index, key] of left.entries()) {
    const other = right[index] ?? 0;
    if (key !== other) return key - other;
  }
  return 0;
}

function keysOf({ price, estDays }: WayOut, objective: Objective): readonly number[] {
  if (!price) return [Infinity];
  return [...MEASURES[objective](price), estDays, price.committed];
}

/** The best of the ways that can be compared; the first of equals. */
export function bestWay(ways: readonly WayOut[], objective: Objective): WayOut | undefined {
  let best: WayOut | undefined;
  for (const way of ways) {
    if (!way.compared || !way.price) continue;
    if (!best || compareWays(way, best, objective) < 0) best = way;
  }
  return best;
}

/** What one way costs more than another, in minor units as the objective measures it; NaN when one has no price. */
export function advantage(worse: WayOut | undefined, better: WayOut | undefined, objective: Objective): number {
  const [from, to] = [worse?.price, better?.price];
  if (!from || !to) return NaN;
  switch (objective) {
    case 'cost':
    case 'committed':
      return from.cost - to.cost;
    case 'total':
      return from.cost + from.committed - to.cost - to.committed;
    case 'margin':
      return to.margin - from.margin;
  }
}
