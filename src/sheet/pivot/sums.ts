/** Exact sums and extremes of scaled decimals by group, however large they become. */
import { compare } from '../../core/exact.ts';
import { ExactSum } from '../../core/exact-sum.ts';
import { type DecimalColumn, exactAt } from '../../core/table.ts';
import { exactOf } from './decimals.ts';

/** Units are cut here: either part of a sum stays a safe integer for 50 million cells. */
const CUT = 1e8;

/** The sum of each group; empty where no cell of a group is filled. */
export function sumGroups(cells: DecimalColumn, ids: Uint32Array, groups: number): DecimalColumn {
  const { scale, units: values } = cells;
  const upper = new Float64Array(groups);
  const lower = new Float64Array(groups);
  const filled = new Uint8Array(groups);
  for (let item = 0; item < ids.length; item++) {
    const value = values[item] ?? NaN;
    if (Number.isNaN(value)) continue;
    const id = ids[item] ?? 0;
    const part = Math.trunc(value / CUT);
    upper[id] = (upper[id] ?? 0) + part;
    lower[id] = (lower[id] ?? 0) + (value - part * CUT);
    filled[id] = 1;
  }
  const big = wideSums(cells, ids);
  const units = new Float64Array(groups).fill(NaN);
  const wide = new Map<number, string>();
  for (let id = 0; id < groups; id++) {
    const added = big.get(id);
    if (added === undefined && filled[id] === 0) continue;
    const high = (upper[id] ?? 0) * CUT;
    const total = high + (lower[id] ?? 0);
    if (added === undefined && Number.isSafeInteger(high) && Number.isSafeInteger(total)) units[id] = total;
    else wide.set(id, bigSum(upper[id] ?? 0, lower[id] ?? 0, scale, added));
  }
  return { kind: 'decimal', scale, units, wide };
}

/** Sums of the cells with too many digits, by group. */
function wideSums({ wide }: DecimalColumn, ids: Uint32Array): ReadonlyMap<number, ExactSum> {
  const sums = new Map<number, ExactSum>();
  for (const [item, text] of wide) {
    const id = ids[item] ?? 0;
    const sum = sums.get(id) ?? new ExactSum();
    sum.addText(text);
    sums.set(id, sum);
  }
  return sums;
}

function bigSum(upper: number, lower: number, scale: number, added: ExactSum | undefined): string {
  const sum = new ExactSum();
  sum.addBig(BigInt(upper) * BigInt(CUT) + BigInt(lower), scale);
  if (added) sum.addSum(added);
  return sum.text();
}

/** The smallest (or largest) number of each group; empty where no cell of a group is filled. */
export function extremesOf(cells: DecimalColumn, ids: Uint32Array, groups: number, way: 'min' | 'max'): DecimalColumn {
  const { scale, units: values } = cells;
  const sign = way === 'min' ? 1 : -1;
  const units = new Float64Array(groups).fill(NaN);
  for (let item = 0; item < ids.length; item++) {
    const value = values[item] ?? NaN;
    if (Number.isNaN(value)) continue;
    const id = ids[item] ?? 0;
    const best = units[id] ?? NaN;
    if (Number.isNaN(best) || sign * value < sign * best) units[id] = value;
  }
  const found = { kind: 'decimal', scale, units, wide: new Map<number, string>() } as const;
  for (const [item, text] of cells.wide) {
    const id = ids[item] ?? 0;
    const best = exactAt(found, id);
    if (best !== undefined && sign * compare(exactOf(text), best) >= 0) continue;
    units[id] = NaN;
    found.wide.set(id, text);
  }
  return found;
}
