/** What comes each month on the same day (the last, the third, the first working day) isn't unusual, however far it lies from its week. */
import { type Day, type Month, daysInMonth, firstDayOfMonth, monthOfDay, partsOfDay } from '../../../core/days.ts';
import { medianOf } from '../forecast/methods.ts';
import { weekdayOf } from './week-grid.ts';

/** Months that are looked at, the latest ones before the day. */
const MONTHS = 3;
const FARTHEST_MONTH = 6;
/** So many must have had it. */
const LEAST_MONTHS = 2;
/** Working days from either end of a month that jobs are bound to. */
const WORKING_DAYS = 3;
/** Where only one other month is known, it must have been the same to so much of it. */
const ALIKE = 0.25;

/** By the day: its difference from what its week lets expect; NaN where it is unknown. */
type DifferenceOf = (day: Day) => number;

/**
 * How much of a day's difference the same days of other months had as well.
 * @returns zero when there is nothing like it in other months
 */
export function monthlyDifference(day: Day, differenceOf: DifferenceOf): number {
  const own = differenceOf(day);
  let best = 0;
  for (const position of positionsOf(day)) {
    const found = repeatedDifference(monthOfDay(day), own, (month) => {
      const other = position(month);
      return other === undefined ? NaN : differenceOf(other);
    });
    if (found !== 0 && (best === 0 || Math.abs(own - found) < Math.abs(own - best))) best = found;
  }
  return best;
}

function repeatedDifference(month: Month, own: number, differenceIn: (month: Month) => number): number {
  const seen: number[] = [];
  const look = (other: Month): void => {
    const difference = differenceIn(other);
    if (!Number.isNaN(difference)) seen.push(difference);
  };
  for (let back = 1; back <= FARTHEST_MONTH && seen.length < MONTHS; back++) look(month - back);
  for (let ahead = 1; ahead <= MONTHS && seen.length < LEAST_MONTHS; ahead++) look(month + ahead);
  // At least half as large, to the same side.
  const alike = seen.filter((one) => one * Math.sign(own) > Math.abs(own) / 2);
  if (alike.length >= LEAST_MONTHS) return medianOf(alike);
  const [only = NaN] = seen;
  return seen.length === 1 && Math.abs(only - own) <= ALIKE * Math.abs(own) ? only : 0;
}

/** Where a day stands in its month, as functions that find the day of another month that stands there. */
function positionsOf(day: Day): readonly ((month: Month) => Day | undefined)[] {
  const { year, month, date } = partsOfDay(day);
  const length = daysInMonth(year, month);
  const inMonth = (other: Month, wanted: number): Day | undefined => {
    const start = firstDayOfMonth(other);
    return wanted >= 1 && start + wanted <= firstDayOfMonth(other + 1) ? start + wanted - 1 : undefined;
  };
  return [
    (other) => inMonth(other, date),
    (other) => firstDayOfMonth(other + 1) - 1 - (length - date),
    ...workingPosition(day, 1),
    ...workingPosition(day, -1),
  ];
}

/** The nth working day from the start (1) or from the end (-1), where the day is one of the first of them. */
function workingPosition(day: Day, step: 1 | -1): readonly ((month: Month) => Day)[] {
  const edgeOf = (month: Month): Day => (step === 1 ? firstDayOfMonth(month) : firstDayOfMonth(month + 1) - 1);
  if (!isWorking(day)) return [];
  for (let count = 1, at = edgeOf(monthOfDay(day)); count <= WORKING_DAYS; at += step) {
    if (at === day) return [(month) => nthWorking(edgeOf(month), step, count)];
    if (isWorking(at)) count++;
  }
  return [];
}

function nthWorking(edge: Day, step: 1 | -1, wanted: number): Day {
  let at = edge;
  for (let count = 0; ; at += step) if (isWorking(at) && ++count === wanted) return at;
}

function isWorking(day: Day): boolean {
  return weekdayOf(day) < 5;
}
