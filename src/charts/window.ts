/** The months of a window, as the charts by month show them. */
import { type Day, type Month, addMonths, monthOfDay, partsOfDay } from '../core/days.ts';
import type { MonthTotals, Simulation, Window } from '../sim/types.ts';

/** Every month that the window touches, with its totals in one currency; undefined where it has no amount. */
export function monthsOf(
  { window, months }: Pick<Simulation, 'window' | 'months'>,
  currency: string,
): readonly (readonly [Month, MonthTotals | undefined])[] {
  const found = new Map(months.filter((entry) => entry.currency === currency).map((entry) => [entry.month, entry]));
  const first = monthOfDay(window.asOf);
  const last = monthOfDay(endOfWindow(window) - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => [first + index, found.get(first + index)]);
}

/** Whether a window begins inside a month, so that its first and last month are cut. */
export function cutsMonths(window: Window): boolean {
  return partsOfDay(window.asOf).date !== 1;
}

/** The first day after a window. */
export function endOfWindow(window: Window): Day {
  return addMonths(window.asOf, window.horizonMonths);
}
