/** Days without a line: a gap in a file or in use, which is neither a fall nor, when it is over, a rise. */
import type { Day } from '../../../core/days.ts';
import { type Baseline, expectedOfPart } from './baseline.ts';

/** What stays away longer has ended. */
const LONGEST_GAP = 14;

export interface Filled {
  /** NaN: before it began. */
  readonly filled: Float64Array;
  /** What the whole misses of it after it has ended, until it has got used to that. */
  readonly missed: Float64Array;
}

/** @param values by day; NaN: no line */
export function filledGaps(values: Float64Array, first: Day, { expected }: Pick<Baseline, 'expected'>): Filled {
  const filled = values.slice();
  const missed = new Float64Array(values.length);
  const ended: number[] = [];
  // One that the files begin with is a gap as well.
  const begun = values.findIndex((value) => !Number.isNaN(value));
  let last = begun <= LONGEST_GAP ? -1 : begun;
  for (const [at, value] of values.entries()) {
    if (!Number.isNaN(value)) last = Math.max(last, at);
    else if (at > last) {
      filled[at] = at - last <= LONGEST_GAP ? (expected[at] ?? 0) || 0 : 0;
      if (at - last > LONGEST_GAP) ended.push(at);
    }
  }
  if (ended.length === 0) return { filled, missed };
  const learned = expectedOfPart(filled, first);
  for (const at of ended) missed[at] = -(learned[at] ?? 0);
  return { filled, missed };
}
