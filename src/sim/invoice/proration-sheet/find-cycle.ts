/** The charge cycle that a day of a term falls into, by each way that Microsoft's texts let cycles go on near a month's end (R-101, D-19). */
import { addMonths, type Day, monthOfDay, partsOfDay, termMonths } from '../../../core/days.ts';
import { type ChargeCycle, chargeCycle, type MonthEndRule, monthEndRule } from '../charge-cycle.ts';
import type { SheetPlan } from './types.ts';

const BILLED_MONTHS: Readonly<Record<string, number>> = { Monthly: 1, Annual: 12, Triennial: 36 };

export interface FoundCycle {
  readonly rule: MonthEndRule;
  readonly cycle: ChargeCycle;
}

/** The usual rule first; the other one only where it gives other days. None for a day outside of the term. */
export function findCycles(plan: SheetPlan, termStart: Day, day: Day): readonly FoundCycle[] {
  const [term = '', billing = ''] = plan.split('/');
  const length = termMonths(term) ?? 1;
  const months = BILLED_MONTHS[billing] ?? length;
  if (day < termStart) return [];
  // A term of a month is renewed month after month, each beginning on the day after the last.
  if (length === 1) return monthByMonth(termStart, day);
  if (day >= addMonths(termStart, length)) return [];
  const usual = monthEndRule(termStart).rule;
  const other = usual === 'clamp' ? 'distance' : 'clamp';
  const [one, two] = [cycleOn(termStart, day, months, usual), cycleOn(termStart, day, months, other)];
  // Up to the 28th a day is in every month, and nothing has to be told.
  const isPlain = partsOfDay(termStart).date <= 28;
  const isSame = isPlain || (one.start === two.start && one.end === two.end);
  return [{ rule: usual, cycle: one }, ...(isSame ? [] : [{ rule: other, cycle: two } as const])];
}

function monthByMonth(termStart: Day, day: Day): readonly FoundCycle[] {
  let cycle = chargeCycle(termStart, 0, 1, 'clamp');
  while (cycle.end < day) cycle = chargeCycle(cycle.end + 1, 0, 1, 'clamp');
  return [{ rule: 'clamp', cycle }];
}

function cycleOn(termStart: Day, day: Day, months: number, rule: MonthEndRule): ChargeCycle {
  let index = Math.trunc((monthOfDay(day) - monthOfDay(termStart)) / months);
  let cycle = chargeCycle(termStart, index, months, rule);
  if (cycle.start > day && index > 0) cycle = chargeCycle(termStart, --index, months, rule);
  if (cycle.end < day) cycle = chargeCycle(termStart, index + 1, months, rule);
  return cycle;
}
