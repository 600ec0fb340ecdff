/** What each customer's acceptances count for, of files and typed ones together. */
import type { Day } from '../../../core/days.ts';
import { idKey } from '../../../core/ids.ts';
import {
  type CustomerStanding,
  type McaDays,
  customerStanding,
  mcaDays,
} from '../../../core/obligations/mca/standing.ts';
import type { Acceptance } from '../../../core/obligations/mca/types.ts';
import { type RegisterEntry, acceptanceOf } from '../../../core/obligations/register.ts';
import { obligationBook } from '../../../core/obligations/rules/book.ts';
import type { ObligationPack } from '../../../core/obligations/rules/types.ts';
import type { Dataset } from '../../../core/schema/dataset.ts';
import { importedAcceptances } from './acceptances.ts';

/** What the user typed that acceptances are weighed by. */
export interface TypedObligations {
  readonly entries: readonly RegisterEntry[];
  readonly packs: readonly ObligationPack[];
}

/** Acceptances of files, then those that were typed. */
export function allAcceptances(
  datasets: readonly Dataset[],
  typed: TypedObligations,
  days: McaDays,
): readonly Acceptance[] {
  return [...importedAcceptances(datasets, days), ...typed.entries.map(acceptanceOf)];
}

/** By the customer's id as it is matched; undefined: neither a file nor an entry holds any. */
export function customerStandings(
  datasets: readonly Dataset[],
  typed: TypedObligations,
  asOf: Day,
): ReadonlyMap<string, CustomerStanding> | undefined {
  const days = mcaDays(obligationBook(typed.packs));
  const all = allAcceptances(datasets, typed, days);
  if (all.length === 0 && !datasets.some(({ kind }) => kind === 'agreements')) return undefined;
  return new Map([...byCustomer(all)].map(([key, given]) => [key, customerStanding(given, asOf, days)]));
}

/** By the id as it is matched. */
export function byCustomer<T extends { readonly customerId: string }>(
  list: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = idKey(one.customerId);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
