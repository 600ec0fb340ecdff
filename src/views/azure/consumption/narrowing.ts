/** Going down into consumption, from a customer to its subscriptions and on, and what that leaves to ask for. */
import type { UsageDimension, UsageFilter } from '../../../sim/azure/types.ts';

/** One step down: only this text of a dimension. */
export interface Narrowed {
  readonly dimension: UsageDimension;
  readonly text: string;
  readonly name: string;
}

/** Where a step down leads: from a customer to its subscriptions, and so on. */
const BELOW: Readonly<Partial<Record<UsageDimension, UsageDimension>>> = {
  customer: 'subscription',
  subscription: 'resourceGroup',
  resourceGroup: 'category',
  category: 'subCategory',
  subCategory: 'meter',
  meter: 'resource',
  region: 'category',
  credit: 'customer',
};

/** What tells apart the rows that are left, when `by` has one text only. */
export function dimensionBelow(by: UsageDimension, narrowed: readonly Narrowed[]): UsageDimension {
  const used = new Set(narrowed.map(({ dimension }) => dimension));
  let next = BELOW[by];
  while (next && used.has(next)) next = BELOW[next];
  return next ?? 'meter';
}

/** The texts that rows may have, by dimension. */
export function onlyThese(narrowed: readonly Narrowed[]): NonNullable<UsageFilter['only']> {
  return new Map(narrowed.map(({ dimension, text }) => [dimension, new Set([text])]));
}
