/** Values that are ticked in a filter by value: all but some, or none but some. */
import type { ColumnFilter } from '../../sheet/model/table-view.ts';

export interface ValuePicks {
  /** `named` are the values that are not ticked. */
  readonly allBut: boolean;
  readonly named: ReadonlySet<string>;
}

export const ALL_PICKED: ValuePicks = { allBut: true, named: new Set() };
export const NONE_PICKED: ValuePicks = { allBut: false, named: new Set() };

export function picksOf(filter: ColumnFilter | undefined): ValuePicks {
  if (filter?.kind !== 'values') return ALL_PICKED;
  return { allBut: filter.except === true, named: new Set(filter.values) };
}

export function isPicked({ allBut, named }: ValuePicks, value: string): boolean {
  return named.has(value) !== allBut;
}

export function withPick(picks: ValuePicks, values: readonly string[], picked: boolean): ValuePicks {
  const named = new Set(picks.named);
  for (const value of values) {
    if (picked === picks.allBut) named.delete(value);
    else named.add(value);
  }
  return { ...picks, named };
}

/**
 * The filter that the picks mean, as the shorter list; undefined when every value is ticked.
 * @param values all values of the column
 */
export function filterOfPicks(picks: ValuePicks, values: readonly string[]): ColumnFilter | undefined {
  const picked = values.filter((value) => isPicked(picks, value));
  if (picked.length === values.length) return undefined;
  if (picked.length <= values.length - picked.length) return { kind: 'values', values: picked };
  return { kind: 'values', values: values.filter((value) => !isPicked(picks, value)), except: true };
}
