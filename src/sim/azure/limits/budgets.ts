/** Where budgets stand in the month, which thresholds they passed or will pass, and what will be left at its end. */
import { type Day, type Month, firstDayOfMonth, monthOfDay } from '../../../core/days.ts';
import { type Exact, ZERO, add, compare, divide, fraction, multiply, parseExact, subtract, toDecimal, toFloat } from '../../../core/exact.ts'; // prettier-ignore
import type { AzureBudget } from '../../../core/scenario/azure.ts';
import { MOST_DIGITS } from '../model/amounts.ts';
import type { Expected } from '../forecast/types.ts';
import type { Usage } from '../types.ts';
import { type ScopeDays, scopeDays } from './scope-days.ts';
import type { BudgetStanding, ThresholdStanding } from './types.ts';

/** The month of the last day that has consumption, in which budgets are looked at. */
export function budgetMonth({ facts }: Usage): Month {
  return monthOfDay(facts.to);
}

/** @param markupPercent what customers pay more than the cost before the earned credit */
export function budgetStanding(usage: Usage, budget: AzureBudget, markupPercent: string): BudgetStanding {
  const days = scopeDays(usage, budget, markupPercent);
  const month = budgetMonth(usage);
  const [start, end] = [firstDayOfMonth(month), firstDayOfMonth(month + 1)];
  const used = days.sum(start, end - 1);
  const amount = parseExact(budget.amount) ?? ZERO;
  const usedBy = runningSums(days, start, Math.min(usage.facts.completeTo + 1, end));
  const expectedBy = expectedDays(days, usedBy, start, end);
  const expected = expectedOf(days, month, Number(used), usage.facts.completeTo + 1 >= end);
  const course: Course = { days, start, end, expected, ahead: { first: start + usedBy.length, sums: expectedBy } };
  return {
    month,
    used,
    left: toDecimal(subtract(amount, parseExact(used) ?? ZERO), 0, MOST_DIGITS),
    expected,
    thresholds: [...new Set(budget.thresholds)]
      .sort((a, b) => a - b)
      .map((percent) => thresholdOf(percent, shareOf(amount, percent), course)),
    usedBy,
    expectedBy,
    rows: days.rows,
    elsewhere: days.elsewhere,
  };
}

function shareOf(amount: Exact, percent: number): Exact {
  return multiply(amount, divide(parseExact(String(percent)) ?? ZERO, fraction(100)));
}

/** What was used from `start` up to each day before `stop`. */
function runningSums({ first, values }: ScopeDays, start: Day, stop: Day): Float64Array {
  let sum = 0;
  return Float64Array.from({ length: Math.max(0, stop - start) }, (_, at) => (sum += values[start + at - first] ?? 0));
}

/** The running sums go on with the forecast to the month's end. */
function expectedDays({ forecast }: ScopeDays, usedBy: Float64Array, start: Day, end: Day): Float64Array {
  if (!forecast) return new Float64Array(0);
  let sum = usedBy.at(-1) ?? 0;
  const from = start + usedBy.length;
  return Float64Array.from({ length: end - from }, (_, at) => (sum += forecast.days[from + at - forecast.from] ?? 0));
}

/** The month that is over costs what it cost. Days that still fill may already hold more than was forecast. */
function expectedOf({ forecast }: ScopeDays, month: Month, used: number, isOver: boolean): Expected | undefined {
  if (isOver) return { value: used, low80: used, high80: used, low95: used, high95: used };
  const found = forecast?.months.find((one) => one.month === month);
  if (!found) return undefined;
  const least = (value: number): number => Math.max(value, used);
  return {
    ...{ value: least(found.value), low80: least(found.low80), high80: least(found.high80) },
    ...{ low95: least(found.low95), high95: least(found.high95) },
  };
}

interface Course {
  readonly days: ScopeDays;
  readonly start: Day;
  readonly end: Day;
  readonly expected: Expected | undefined;
  readonly ahead: { readonly first: Day; readonly sums: Float64Array };
}

function thresholdOf(percent: number, share: Exact, course: Course): ThresholdStanding {
  const reached = firstReached(share, course);
  if (reached !== undefined) return { percent, state: 'reached', day: reached };
  const { expected, ahead } = course;
  const size = toFloat(share);
  if (!expected || expected.high80 < size) return { percent, state: 'no', day: undefined };
  const at = ahead.sums.findIndex((sum) => sum >= size);
  if (expected.value < size) return { percent, state: 'possible', day: undefined };
  return { percent, state: 'expected', day: at < 0 ? undefined : ahead.first + at };
}

/** The first day of the month up to which so much was used: exact. */
function firstReached(share: Exact, { days, start, end }: Course): Day | undefined {
  let sum = ZERO;
  const last = Math.min(end, days.first + days.values.length);
  for (let day = Math.max(start, days.first); day < last; day++) {
    sum = add(sum, parseExact(days.sum(day, day)) ?? ZERO);
    if (compare(sum, share) >= 0) return day;
  }
  return undefined;
}
