/** Which meters, resources and tags a difference comes from: what each cost on its days, against the same weekdays of the weeks before. */
import type { Day } from '../../../core/days.ts';
import { WEEK, medianOf } from '../forecast/methods.ts';
import { GroupedAmounts } from '../model/amounts.ts';
import { parseTags } from '../model/tags.ts';
import type { Usage } from '../types.ts';
import type { FoundRun } from './layers.ts';
import { costAt } from './spend-rows.ts';
import { MOVE_DIMENSIONS, type MoveDimension, type SpendMove } from './types.ts';

/** Weeks that are compared with. */
const WEEKS = 4;
/** Of each dimension so many are named. */
const NAMED = 3;
/** Smaller shares of the largest move are not named. */
const LEAST_SHARE = 0.1;

/** The days of a run and the weeks that it is compared with. */
export interface Compared {
  readonly first: Day;
  readonly last: Day;
  /** The first day of the weeks compared with. */
  readonly start: Day;
  readonly weeks: number;
}

/** The weeks before the run; where the files have none, the weeks after it. Undefined when there are neither. */
export function comparedWeeks(
  { first, last }: Pick<FoundRun, 'first' | 'last'>,
  from: Day,
  to: Day,
): Compared | undefined {
  const before = Math.min(WEEKS, Math.floor((first - from) / WEEK));
  const after = Math.min(WEEKS, Math.floor((to - last) / WEEK));
  if (before > 0) return { first, last, start: first - before * WEEK, weeks: before };
  // So that weekdays fall on each other.
  const skip = Math.ceil((last - first + 1) / WEEK) * WEEK;
  return after > 0 ? { first, last, start: first + skip, weeks: Math.max(1, after - 1) } : undefined;
}

/** Exact sum and what was usual, of one text. */
class Moved {
  readonly rows: number[] = [];
  private readonly slots: Float64Array;

  constructor(slots: number) {
    this.slots = new Float64Array(slots);
  }

  add(slot: number, cost: number): void {
    this.slots[slot] = (this.slots[slot] ?? 0) + cost;
  }

  usual({ first, last, weeks }: Compared): number {
    let sum = 0;
    for (let day = 0; day <= last - first; day++) {
      const weekday = day % WEEK;
      sum += medianOf(Array.from({ length: weeks }, (_, week) => this.slots[week * WEEK + weekday] ?? 0));
    }
    return sum;
  }
}

/** @param rows of the finding's scope, on its days and in the weeks compared with */
export function movesOf(
  usage: Usage,
  rows: Uint32Array,
  compared: Compared,
  { isRise, layer }: Pick<FoundRun, 'isRise' | 'layer'>,
): readonly SpendMove[] {
  return MOVE_DIMENSIONS.flatMap((dimension) => {
    if (dimension === 'customer' && layer !== 'total') return [];
    const texts = textsOf(usage, dimension);
    const found = new Map<string, { readonly key: string; readonly text: string; readonly moved: Moved }>();
    for (const row of rows)
      for (const { key, text } of texts(row)) {
        const id = JSON.stringify([key, text]);
        const known = found.get(id) ?? { key, text, moved: new Moved(compared.weeks * WEEK) };
        found.set(id, known);
        place(known.moved, usage, row, compared);
      }
    const moves = [...found.values()].map(({ key, text, moved }) => moveOf(usage, { dimension, key, text }, moved, compared)); // prettier-ignore
    return largest(moves, isRise ? 1 : -1);
  });
}

function place(moved: Moved, usage: Usage, row: number, { first, last, start, weeks }: Compared): void {
  const day = usage.days[row] ?? 0;
  if (day >= first && day <= last) moved.rows.push(row);
  else if (day >= start && day < start + weeks * WEEK) moved.add(day - start, costAt(usage.cost, row));
}

function moveOf(
  usage: Usage,
  { dimension, key, text }: { dimension: MoveDimension; key: string; text: string },
  moved: Moved,
  compared: Compared,
): SpendMove {
  const isNamed = dimension === 'subscription' || dimension === 'customer';
  return {
    ...{ dimension, text, ...(key === '' ? {} : { key }) },
    name: isNamed ? (usage.names.get(text.toLowerCase()) ?? text) : text,
    cost: exactCost(usage, moved.rows),
    usual: moved.usual(compared),
  };
}

/** The exact sum of lines, decimal text. */
export function exactCost(usage: Usage, rows: Iterable<number>): string {
  const sum = new GroupedAmounts(1);
  for (const row of rows) sum.add(0, usage.cost, row);
  return sum.text([0]);
}

function largest(moves: readonly SpendMove[], sign: number): readonly SpendMove[] {
  const sized = moves
    .map((move) => ({ move, size: (Number(move.cost) - move.usual) * sign }))
    .sort((a, b) => b.size - a.size || (a.move.text < b.move.text ? -1 : 1));
  const least = (sized[0]?.size ?? 0) * LEAST_SHARE;
  return sized
    .filter(({ size }) => size > 0 && size >= least)
    .slice(0, NAMED)
    .map(({ move }) => move);
}

type TextsOf = (row: number) => readonly { readonly key: string; readonly text: string }[];

/** Lines without a text tell nothing. */
function textsOf(usage: Usage, dimension: MoveDimension): TextsOf {
  const { codes, values } = dimension === 'tag' ? usage.tags : usage.dimensions[dimension];
  const read = (text: string) =>
    dimension === 'tag' ? [...parseTags(text)].map(([key, value]) => ({ key, text: value })) : [{ key: '', text }];
  const known = new Map<number, ReturnType<typeof read>>();
  return (row) => {
    const code = codes[row] ?? 0;
    const before = known.get(code) ?? read(values[code] ?? '').filter(({ text }) => text !== '');
    known.set(code, before);
    return before;
  };
}
