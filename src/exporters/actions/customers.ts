/** The planned actions by customer, each with a name for its files. */
import { safeWord } from '../../core/file-name.ts';
import { idKey } from '../../core/ids.ts';
import type { Planned } from './types.ts';

export interface LetterCustomer {
  readonly name: string;
  /** Safe on every system, and different for every customer. */
  readonly fileWord: string;
  /** The earliest lock first. */
  readonly planned: readonly Planned[];
}

export function customersOf(planned: readonly Planned[]): readonly LetterCustomer[] {
  const groups = new Map<string, Planned[]>();
  for (const one of planned) {
    const { customerId, customer } = one.row;
    const key = customerId === '' ? `name ${customer}` : idKey(customerId);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const taken = new Set<string>();
  return [...groups.values()].map((group) => {
    const name = group[0]?.row.customer ?? '';
    const sorted = group.toSorted((a, b) => (a.action.locksAt ?? Infinity) - (b.action.locksAt ?? Infinity) || 0);
    return { name, fileWord: freeWord(safeWord(name) || 'customer', taken), planned: sorted };
  });
}

function freeWord(word: string, taken: Set<string>): string {
  let free = word;
  for (let count = 2; taken.has(free); count += 1) free = `${word}-${String(count)}`;
  taken.add(free);
  return free;
}
