/** What stands in the filter dialog before it is applied. */
import { parseExact } from '../../core/exact.ts';
import type { Column } from '../../core/table.ts';
import { type ColumnFilter, pickable } from './column-filter.ts';

export interface FilterDraft {
  readonly contains: string;
  readonly values: ReadonlySet<string>;
  readonly from: string;
  readonly to: string;
}

export function draftOf(filter: ColumnFilter | undefined): FilterDraft {
  const empty = { contains: '', values: new Set<string>(), from: '', to: '' };
  switch (filter?.kind) {
    case 'contains':
      return { ...empty, contains: filter.text };
    case 'values':
      return { ...empty, values: new Set(filter.values) };
    case 'numbers':
      return { ...empty, from: filter.least ?? '', to: filter.most ?? '' };
    case 'days':
      return { ...empty, from: filter.first ?? '', to: filter.last ?? '' };
    case undefined:
      return empty;
  }
}

/** False for a bound that is no number. */
export function isBound(text: string): boolean {
  return text.trim() === '' || parseExact(text.trim()) !== undefined;
}

/** The filter that a draft means for a column; undefined when it asks for nothing. */
export function filterOf(draft: FilterDraft, column: Column): ColumnFilter | undefined {
  const [from, to] = [draft.from.trim() || undefined, draft.to.trim() || undefined];
  if (column.kind === 'text') {
    if (pickable(column) === undefined || draft.values.size === 0) {
      return draft.contains === '' ? undefined : { kind: 'contains', text: draft.contains };
    }
    return { kind: 'values', values: [...draft.values] };
  }
  if (from === undefined && to === undefined) return undefined;
  return column.kind === 'day' ? { kind: 'days', first: from, last: to } : { kind: 'numbers', least: from, most: to };
}
