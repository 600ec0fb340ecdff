/** What is left of a budget, day by day, to the end of its month. */
import type { SeriesTable } from '../../../charts/table/series-table.ts';
import { firstDayOfMonth } from '../../../core/days.ts';
import { type Exact, ZERO, fraction, multiply, parseExact, subtract } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import type { AzureBudget } from '../../../core/scenario/azure.ts';
import { azureLimitsText } from '../../../core/text/en/azure-limits.ts';
import type { BudgetStanding } from '../../../sim/azure/limits/types.ts';
import { exactOf, figuresOf } from '../consumption/usage-series.ts';

const text = azureLimitsText.budgets.chart;

/** As it was, as it is expected, and as it would be if each day used the same. */
export function burnDown(budget: AzureBudget, standing: BudgetStanding, format: Format): SeriesTable {
  const { month, usedBy, expectedBy } = standing;
  const days = firstDayOfMonth(month + 1) - firstDayOfMonth(month);
  const amount = parseExact(budget.amount) ?? ZERO;
  const { unit, write } = figuresOf(budget.currency, true, format);
  const left = (used: number | undefined): Exact | undefined =>
    used === undefined ? undefined : subtract(amount, exactOf(String(used)));
  const line = (title: string, valueAt: (day: number) => Exact | undefined) => ({
    ...{ title, unit, additive: false, write },
    values: Array.from({ length: days }, (_, day) => valueAt(day)),
  });
  return {
    ...{ title: text.title(budget.name, format.month(month)), labelTitle: text.day, course: true },
    labels: Array.from({ length: days }, (_, day) => `${String(day + 1)} ${format.monthName(month)}`),
    series: [
      line(text.left, (day) => left(usedBy[day])),
      // From the last day that is known, so that the lines meet.
      line(text.expected, (day) => {
        if (expectedBy.length === 0 || day < usedBy.length - 1) return undefined;
        return left(day < usedBy.length ? usedBy[day] : expectedBy[day - usedBy.length]);
      }),
      line(text.even, (day) => multiply(amount, fraction(days - day - 1, days))),
    ],
  };
}
