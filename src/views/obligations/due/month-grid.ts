/** A month of the calendar as weeks of days, with how many lines each day has. */
import { type Day, type Month, daysInMonth, firstDayOfMonth } from '../../../core/days.ts';

export interface MonthCell {
  readonly day: Day;
  readonly date: number;
  readonly lines: number;
  /** 0: nothing, to 3: among the fullest days. */
  readonly heat: 0 | 1 | 2 | 3;
}

const WEEK = 7;
/** 1970-01-01 was a Thursday: the fourth day of a week that begins on Monday. */
const FIRST_WEEKDAY = 3;

/** The weeks of a month from Monday on; undefined where a cell lies outside of it. */
export function monthGrid(
  month: Month,
  linesOf: ReadonlyMap<Day, number>,
): readonly (readonly (MonthCell | undefined)[])[] {
  const first = firstDayOfMonth(month);
  const count = daysInMonth(Math.floor(month / 12), (month % 12) + 1);
  const before = (((first + FIRST_WEEKDAY) % WEEK) + WEEK) % WEEK;
  const most = Math.max(0, ...Array.from({ length: count }, (_, at) => linesOf.get(first + at) ?? 0));
  const cells = Array.from({ length: Math.ceil((before + count) / WEEK) * WEEK }, (_, at): MonthCell | undefined => {
    const date = at - before + 1;
    if (date < 1 || date > count) return undefined;
    const day = first + date - 1;
    const lines = linesOf.get(day) ?? 0;
    return { day, date, lines, heat: heatOf(lines, most) };
  });
  return Array.from({ length: cells.length / WEEK }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK));
}

function heatOf(lines: number, most: number): MonthCell['heat'] {
  if (lines === 0) return 0;
  if (lines * 3 <= most) return 1;
  return lines * 3 <= 2 * most ? 2 : 3;
}
