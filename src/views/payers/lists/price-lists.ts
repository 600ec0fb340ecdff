/** The imported price lists, and which two are compared unless the user says otherwise. */
import type { Day } from '../../../core/days.ts';
import type { Workspace } from '../../../state/workbook.svelte.ts';

export interface ImportedList {
  readonly id: string;
  readonly file: string;
  readonly date: Day | undefined;
  readonly markets: readonly string[];
  readonly currencies: readonly string[];
}

/** The oldest first. */
export function priceListsOf({
  entries,
  priceLists,
}: Pick<Workspace, 'entries' | 'priceLists'>): readonly ImportedList[] {
  return entries
    .flatMap(({ id, file }): ImportedList[] => {
      const facts = priceLists.get(id);
      return facts ? [{ id, file, ...facts }] : [];
    })
    .sort((a, b) => (a.date ?? 0) - (b.date ?? 0));
}

/** The newest list that has an older one of its market and currency, and that one; else the two newest. */
export function usualPair(lists: readonly ImportedList[]): { readonly before: string; readonly after: string } {
  for (const after of lists.toReversed()) {
    const before = lists.slice(0, lists.indexOf(after)).findLast((list) => isAlike(list, after));
    if (before) return { before: before.id, after: after.id };
  }
  return { before: lists.at(-2)?.id ?? '', after: lists.at(-1)?.id ?? '' };
}

/** Whether two lists can hold the same prices. */
export function haveCommon(lists: readonly ImportedList[], before: string, after: string): boolean {
  const [one, other] = [before, after].map((id) => lists.find((list) => list.id === id));
  return one === undefined || other === undefined || isAlike(one, other);
}

function isAlike(one: ImportedList, other: ImportedList): boolean {
  const share = (a: readonly string[], b: readonly string[]): boolean => a.some((value) => b.includes(value));
  return share(one.markets, other.markets) && share(one.currencies, other.currencies);
}
