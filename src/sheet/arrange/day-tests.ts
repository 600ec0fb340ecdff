/** Conditions on days, some of them counted from as-of. */
import { type Day, addMonths, firstDayOfMonth, monthOfDay, parseDay } from '../../core/days.ts';
import type { DayColumn } from '../../core/table.ts';
import { type RowTest, dayBetween } from '../kernels/filter.ts';
import type { DayTest } from '../model/table-view.ts';

/**
 * Rows whose day meets a condition; empty cells never do. The next and last days count from as-of, which belongs to both.
 * Undefined when `value` is no day, or no number of days.
 */
export function dayTest(column: DayColumn, test: DayTest, value: string, asOf: Day): RowTest | undefined {
  const range = daysMeant(test, value, asOf);
  return range && dayBetween(column, range[0], range[1]);
}

function daysMeant(test: DayTest, value: string, asOf: Day): readonly [first: Day, last: Day] | undefined {
  if (test === 'next-days' || test === 'last-days') {
    if (!/^\d{1,6}$/.test(value)) return undefined;
    return test === 'next-days' ? [asOf, asOf + Number(value)] : [asOf - Number(value), asOf];
  }
  const day = parseDay(value);
  if (day === undefined) return undefined;
  switch (test) {
    case 'on':
      return [day, day];
    case 'before':
      return [-Infinity, day - 1];
    case 'after':
      return [day + 1, Infinity];
    case 'same-month': {
      const first = firstDayOfMonth(monthOfDay(day));
      return [first, addMonths(first, 1) - 1];
    }
  }
}
