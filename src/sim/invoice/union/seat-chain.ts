/** The changes of seats that a month's lines tell, and the seats that every line should have by them and by the exports. */
import type { Day } from '../../../core/days.ts';
import { toFloat } from '../../../core/exact.ts';
import type { BilledLine } from './billed-groups.ts';

/** A change: what was given back, and what was charged instead. */
export interface SeatChange {
  readonly day: Day;
  readonly given: readonly BilledLine[];
  readonly charged: readonly BilledLine[];
}

/** Changes in their order; the lines of one operation have one reference, those without one are told apart by their day. */
export function seatChanges(lines: readonly BilledLine[], referenceOf: (row: number) => string): readonly SeatChange[] {
  const byOperation = new Map<string, BilledLine[]>();
  for (const line of lines) {
    const key = `${String(line.from)} ${referenceOf(line.rows[0] ?? 0)}`;
    byOperation.set(key, [...(byOperation.get(key) ?? []), line]);
  }
  const changes = [...byOperation.values()].map((own): SeatChange => ({
    day: own[0]?.from ?? 0,
    given: own.filter(({ quantity }) => quantity.n < 0n),
    charged: own.filter(({ quantity }) => quantity.n > 0n),
  }));
  return inOrder(changes);
}

/** By day; those of one day so that each gives back what the one before charged, whatever their order in the file. */
function inOrder(changes: readonly SeatChange[]): readonly SeatChange[] {
  const left = changes.toSorted((a, b) => a.day - b.day);
  const ordered: SeatChange[] = [];
  while (left.length > 0) {
    const { day = 0 } = left[0] ?? {};
    const seats = ordered.length > 0 ? seatsAfterChange(ordered.at(-1)) : undefined;
    const today = left.filter((change) => change.day === day);
    const charged = new Set(today.map(seatsAfterChange));
    const next =
      today.find((change) => seats !== undefined && seatsBeforeChange(change) === seats) ??
      today.find((change) => !charged.has(seatsBeforeChange(change))) ??
      today[0];
    if (!next) break;
    left.splice(left.indexOf(next), 1);
    ordered.push(next);
  }
  return ordered;
}

export function seatsBeforeChange(change: SeatChange | undefined): number {
  return sumOf(change?.given ?? []) * -1 + 0;
}

export function seatsAfterChange(change: SeatChange | undefined): number {
  return sumOf(change?.charged ?? []);
}

function sumOf(lines: readonly BilledLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + toFloat(quantity), 0);
}

/** What is known of a subscription's seats besides its changes. */
export interface KnownSeats {
  /** By the export before and after the month; undefined: it has none. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** The export before was made at the month's beginning, so that no change lies between. */
  readonly isBeforeTight: boolean;
  /** At the end of the month before, by its lines. */
  readonly lastMonth: number | undefined;
}

export interface SeatChain {
  /** Before the first change of the month; undefined: nothing says. */
  readonly start: number | undefined;
  /** After each change. */
  readonly after: readonly number[];
  /** The seats rest on one source alone. */
  readonly isAssumed: boolean;
}

/**
 * @param cycle the charge of a whole cycle that comes before the first change, if there is one
 */
export function seatChain(changes: readonly SeatChange[], known: KnownSeats, cycle: number | undefined): SeatChain {
  if (changes.length === 0) return unchanged(known, cycle);
  const after = changes.map(seatsAfterChange);
  const isConfirmed = known.after !== undefined && after.at(-1) === known.after;
  const start = startOf(seatsBeforeChange(changes[0]), known, cycle, isConfirmed);
  // What the export after has is what the last change led to.
  if (known.after !== undefined) after[after.length - 1] = known.after;
  return { start, after, isAssumed: known.after === undefined };
}

/** @param isConfirmed the changes led to what the export has: they are to be believed rather than a charge that contradicts them */
function startOf(first: number, known: KnownSeats, cycle: number | undefined, isConfirmed: boolean): number {
  if (known.lastMonth !== undefined) return known.lastMonth;
  if (known.before !== undefined && known.isBeforeTight) return known.before;
  if (cycle === undefined || cycle === first) return first;
  return known.before ?? (isConfirmed ? first : cycle);
}

/** Between exports that differ, a change may lie on either side of the charge: what was billed decides. */
function unchanged({ before, after, lastMonth }: KnownSeats, cycle: number | undefined): SeatChain {
  const said = [lastMonth, before, after].filter((seats) => seats !== undefined);
  const agreed = said.every((seats) => seats === said[0]);
  if (agreed) return { start: said[0], after: [], isAssumed: said.length < 2 };
  const fits = said.find((seats) => seats === cycle);
  return { start: fits ?? after ?? before, after: [], isAssumed: true };
}
