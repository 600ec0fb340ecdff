/** The figures of a value by group. Rows, cells and subtotals are grouped by the same functions, one upon the other. */
import type { DecimalColumn } from '../../core/table.ts';
import type { Aggregate } from '../model/workbook-parts.ts';
import { whole } from './decimals.ts';
import { firstCodes, groupPairs, pick, secondCodes } from './pairs.ts';
import { extremesOf, sumGroups } from './sums.ts';

/** No amount, so no currency either. */
export const NO_CURRENCY = -1;
/** Amounts of several currencies, which are never added. */
export const MIXED = -2;

/** Which members a group holds, each once. */
export interface Held {
  readonly group: Uint32Array;
  readonly member: Uint32Array;
  /** How many members there are in all. */
  readonly size: number;
}

/** One value for every group. */
export interface Figures {
  /** Sums, also of averages and shares; extremes; counts. */
  readonly values: DecimalColumn;
  /** How many filled cells stand behind each. */
  readonly counts: Float64Array;
  /** The member of the currency field, `NO_CURRENCY` or `MIXED`; undefined for what is no money. */
  readonly currency: Int32Array | undefined;
  /** Of distinct counts. */
  readonly held: Held | undefined;
}

/**
 * The figures of larger groups.
 * @param ids the larger group of each group
 * @param groups how many larger groups there are
 */
export function groupFigures(aggregate: Aggregate, figures: Figures, ids: Uint32Array, groups: number): Figures {
  const counts = addUp(figures.counts, ids, groups);
  const held = figures.held && holdTogether(figures.held, ids, groups);
  return {
    values: valuesOf(aggregate, figures.values, counts, held, ids, groups),
    counts,
    currency: figures.currency && currencies(figures.currency, ids, groups),
    held,
  };
}

function valuesOf(
  aggregate: Aggregate,
  values: DecimalColumn,
  counts: Float64Array,
  held: Held | undefined,
  ids: Uint32Array,
  groups: number,
): DecimalColumn {
  switch (aggregate) {
    case 'count':
      return whole(counts);
    case 'distinct':
      return whole(held ? countHeld(held, groups) : new Float64Array(groups));
    case 'min':
    case 'max':
      return extremesOf(values, ids, groups, aggregate);
    case 'sum':
    case 'average':
    case 'share':
    case 'row-share':
    case 'column-share':
      return sumGroups(values, ids, groups);
  }
}

/** Counts by group; each is far below the limit of whole numbers. */
export function addUp(counts: Float64Array, ids: Uint32Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (let item = 0; item < ids.length; item++) {
    const id = ids[item] ?? 0;
    sums[id] = (sums[id] ?? 0) + (counts[item] ?? 0);
  }
  return sums;
}

function currencies(of: Int32Array, ids: Uint32Array, groups: number): Int32Array {
  const found = new Int32Array(groups).fill(NO_CURRENCY);
  for (let item = 0; item < ids.length; item++) {
    const currency = of[item] ?? NO_CURRENCY;
    if (currency === NO_CURRENCY) continue;
    const id = ids[item] ?? 0;
    const known = found[id] ?? NO_CURRENCY;
    if (known === NO_CURRENCY) found[id] = currency;
    else if (known !== currency) found[id] = MIXED;
  }
  return found;
}

function holdTogether({ group, member, size }: Held, ids: Uint32Array, groups: number): Held {
  const pairs = groupPairs(pick(ids, group), groups, member, Math.max(1, size));
  return { group: firstCodes(pairs), member: secondCodes(pairs), size };
}

function countHeld({ group }: Held, groups: number): Float64Array {
  const counts = new Float64Array(groups);
  for (const id of group) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
