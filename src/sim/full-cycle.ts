/** Whether a charge period is a whole billing cycle, and of how many months. */
import { type Day, daysInMonth, partsOfDay } from '../core/days.ts';

/** Months of a billing cycle that a licence can have. */
const CYCLES: ReadonlySet<number> = new Set([1, 12, 36]);

/**
 * Months of the whole cycle from `start` to `end` (inclusive); undefined when the period is no whole cycle.
 *
 * Cycles keep the day of the month on which the term began and clamp to the month's end (28 Feb – 30 Mar is a cycle of a
 * term that began on the 31st). Terms that began on the 29th or 30th may keep their distance from the month's end instead
 * (27 Feb – 29 Mar): accepted where the term's first day, `anchor`, has that distance.
 */
export function wholeCycleMonths(start: Day, end: Day, anchor?: Day): number | undefined {
  const from = partsOfDay(start);
  const next = partsOfDay(end + 1);
  const months = (next.year - from.year) * 12 + next.month - from.month;
  if (!CYCLES.has(months)) return undefined;
  return sameAnchor(from, next) || sameDistance(from, next, anchor) ? months : undefined;
}

type Parts = ReturnType<typeof partsOfDay>;

/** Days that are left of the month. */
function distance({ year, month, date }: Parts): number {
  return daysInMonth(year, month) - date;
}

/** Some day of the month, clamped, gives both dates. */
function sameAnchor(from: Parts, next: Parts): boolean {
  if (from.date === next.date) return true;
  return from.date < next.date ? distance(from) === 0 : distance(next) === 0;
}

function sameDistance(from: Parts, next: Parts, anchor: Day | undefined): boolean {
  if (anchor === undefined) return false;
  const first = partsOfDay(anchor);
  return first.date >= 29 && distance(from) === distance(first) && distance(next) === distance(first);
}
