/** The term of a subscription that runs in a month, told from the one term that a file names, and its charge cycles. */
import { addMonths, type Day, firstDayOfMonth, type Month, monthOfDay, termMonths } from '../../../core/days.ts';
import { NO_DAY } from '../../../core/table.ts';
import type { TermPlan } from '../../price-rows.ts';
import { type ChargeCycle, chargeCycle } from '../charge-cycle.ts';

export interface RunningTerm {
  readonly start: Day;
  /** Inclusive. */
  readonly end: Day;
  readonly termMonths: number;
  /** Between two charges. */
  readonly cycleMonths: number;
  /** What cycles are counted from: earlier than the start where the end was aligned with another date. */
  readonly anchor: Day;
  /** Terms from the one that the file names: below zero for an earlier one, 0 for that one. */
  readonly away: number;
  /** The cycle that begins in the month; undefined: none does. Its first day may lie before the term. */
  readonly cycle: ChargeCycle | undefined;
  /** The first charge of the term falls into the month. */
  readonly isFirst: boolean;
}

const CYCLE_MONTHS: Readonly<Record<string, number>> = { monthly: 1, annual: 12, triennial: 36 };

/** Files disagree by a day on when a term ends; what lies further off was aligned with another date. */
const UNALIGNED_DAYS = 2;

/**
 * Terms follow each other without a gap, so the one that runs in another month than the named one is as many whole terms away.
 * @param start first day of the term that the file names
 * @param end its last day, `NO_DAY` where the file has none
 * @returns undefined when the term is none of P1M, P1Y, P3Y
 */
export function runningTerm(start: Day, end: Day, plan: TermPlan, month: Month): RunningTerm | undefined {
  const [duration = '', billing = ''] = plan.split('/');
  const length = termMonths(duration);
  if (length === undefined) return undefined;
  const cycleMonths = Math.min(CYCLE_MONTHS[billing.toLowerCase()] ?? length, length);
  const regularEnd = addMonths(start, length) - 1;
  const isAligned = end !== NO_DAY && end > start && end < regularEnd - UNALIGNED_DAYS;
  const anchor = isAligned ? addMonths(end + 1, -length) : start;
  const last = firstDayOfMonth(month + 1) - 1;
  let away = Math.floor((month - monthOfDay(anchor)) / length);
  if (addMonths(anchor, away * length) > last) away--;
  const begin = addMonths(anchor, away * length);
  const passed = month - monthOfDay(begin);
  const isOwn = away === 0 && isAligned;
  const term = {
    start: isOwn ? start : begin,
    end: addMonths(anchor, (away + 1) * length) - 1,
    ...{ termMonths: length, cycleMonths, anchor: begin, away },
  };
  if (isOwn && monthOfDay(start) === month) return { ...term, cycle: cycleOn(term, start), isFirst: true };
  const index = passed / cycleMonths;
  const isThere = Number.isInteger(index) && passed < length;
  const cycle = isThere ? chargeCycle(begin, index, cycleMonths) : undefined;
  const isLater = cycle !== undefined && cycle.start >= term.start;
  return { ...term, cycle: isLater ? cycle : undefined, isFirst: isLater && index === 0 };
}

/** The cycle of a term that a day lies in; undefined before or after the term. */
export function cycleOn(
  { start, end, anchor, cycleMonths }: Pick<RunningTerm, 'start' | 'end' | 'anchor' | 'cycleMonths'>,
  day: Day,
): ChargeCycle | undefined {
  if (day < start || day > end) return undefined;
  const index = Math.floor((monthOfDay(day) - monthOfDay(anchor)) / cycleMonths);
  // A cycle that begins late in a month may not have begun yet.
  for (const candidate of [index, index - 1]) {
    const cycle = candidate < 0 ? undefined : chargeCycle(anchor, candidate, cycleMonths);
    if (cycle && cycle.start <= day && day <= cycle.end) return cycle;
  }
  return undefined;
}

/** The term just before. */
export function termBefore(term: RunningTerm): RunningTerm {
  const start = addMonths(term.anchor, -term.termMonths);
  return { ...term, start, anchor: start, end: term.start - 1, away: term.away - 1, cycle: undefined, isFirst: false };
}
