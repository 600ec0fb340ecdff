/** Exact sums of stretches of rows, apart for each unit: amounts of different currencies are never added. */
import { ExactSum, addCell } from '../../core/exact-sum.ts';
import type { TextColumn } from '../../core/table.ts';
import type { Groups } from './groups.ts';
import type { NumberColumn } from './number-compare.ts';

/** A column that can be added up. */
export interface SummedColumn {
  readonly key: string;
  readonly column: NumberColumn;
  /** What a row's number counts, such as its currency; a text when it is the same for all. */
  readonly unit: TextColumn | string;
}

/** What one unit's numbers come to. */
export interface UnitTotal {
  readonly unit: string;
  /** A canonical decimal text. */
  readonly sum: string;
  readonly count: number;
}

const STEP = 16_384;

/** The totals of rows of an order, one for each unit in the order in which they are met; empty cells count nowhere. */
export function* totalSteps(
  { column, unit }: SummedColumn,
  order: Uint32Array,
  start = 0,
  end = order.length,
): Generator<undefined, readonly UnitTotal[]> {
  const sums = new Map<number, { readonly sum: ExactSum; count: number }>();
  const codes = typeof unit === 'string' ? undefined : unit.codes;
  let lastCode = -1;
  let last: { readonly sum: ExactSum; count: number } = { sum: new ExactSum(), count: 0 };
  for (let at = start; at < end; at++) {
    if ((at - start) % STEP === STEP - 1) yield;
    const row = order[at] ?? 0;
    if (isEmptyNumber(column, row)) continue;
    const code = codes?.[row] ?? 0;
    if (code !== lastCode) {
      last = sums.get(code) ?? { sum: new ExactSum(), count: 0 };
      sums.set(code, last);
      lastCode = code;
    }
    if (column.kind === 'count') last.sum.add(column.counts[row] ?? 0, 0);
    else addCell(last.sum, column, row);
    last.count += 1;
  }
  const unitOf = (code: number): string => (typeof unit === 'string' ? unit : (unit.values[code] ?? ''));
  return [...sums].map(([code, { sum, count }]) => ({ unit: unitOf(code), sum: sum.text(), count }));
}

function isEmptyNumber(column: NumberColumn, row: number): boolean {
  if (column.kind === 'count') return false;
  const units = (column.kind === 'decimal' ? column.units : column.low)[row] ?? NaN;
  return Number.isNaN(units) && !column.wide.has(row);
}

/** Subtotals of groups, each added up when it is first asked for. */
export class Subtotals {
  private readonly known = new Map<string, Map<number, readonly UnitTotal[]>>();
  private readonly order: Uint32Array;
  private readonly groups: Groups;

  constructor(order: Uint32Array, groups: Groups) {
    this.order = order;
    this.groups = groups;
  }

  of(column: SummedColumn, group: number): readonly UnitTotal[] {
    const steps = this.steps(column, group);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** Adds up the first groups of the outermost level, which are the longest stretches, before anybody waits for them. */
  *warm(columns: readonly SummedColumn[], most: number): Generator<undefined, undefined> {
    const { level, count } = this.groups;
    let done = 0;
    for (let group = 0; group < count && done < most; group++) {
      if (level[group] !== 0) continue;
      done += 1;
      for (const column of columns) {
        yield* this.steps(column, group);
        yield;
      }
    }
  }

  private *steps(column: SummedColumn, group: number): Generator<undefined, readonly UnitTotal[]> {
    const ofColumn = this.known.get(column.key) ?? new Map<number, readonly UnitTotal[]>();
    this.known.set(column.key, ofColumn);
    const known = ofColumn.get(group);
    if (known) return known;
    const { start, end } = this.groups;
    const totals = yield* totalSteps(column, this.order, start[group], end[group]);
    ofColumn.set(group, totals);
    return totals;
  }
}
