/** One amount by month, a line for each scenario. */
import type { ChartModel } from '../../core/chart.ts';
import type { Month } from '../../core/days.ts';
import { fromMinor, minorDigits } from '../../core/money.ts';
import { varianceOf } from '../../core/variance.ts';
import type { Comparison, ScenarioSums } from '../../sim/compare/types.ts';
import type { Amount } from '../../sim/types.ts';
import { figureColumn, textColumn } from '../columns.ts';
import { differenceText } from './difference-text.ts';
import type { ChartContext } from '../context.ts';
import { sum } from '../sum.ts';
import { lineChart } from '../table/lines.ts';
import type { TableDatum } from '../table/series-table.ts';
import { monthsOf } from '../window.ts';

export interface MonthsRequest {
  readonly currency: string;
  readonly amount: Amount;
  /** Place of the scenario that the others are held against. */
  readonly reference: number;
}

interface Course {
  readonly name: string;
  /** Minor units, for each month of the window. */
  readonly values: readonly number[];
}

/** Lines over the months of the window, in minor units of one currency; the table has the differences too. */
export function comparedMonths(
  comparison: Pick<Comparison, 'window' | 'scenarios'>,
  request: MonthsRequest,
  context: ChartContext,
): ChartModel<TableDatum> {
  const { format, text } = context;
  const { currency, amount, reference } = request;
  const digits = minorDigits(currency);
  const months = monthsOf({ window: comparison.window, months: [] }, currency).map(([month]) => month);
  const courses = comparison.scenarios.map((one) => courseOf(one, comparison.window, request));
  const base = courses[reference];
  const table = {
    title: text.compare.months.title(text.compare.amounts[amount] ?? amount),
    labelTitle: text.columns.month,
    labels: months.map((month) => format.monthName(month)),
    series: courses.map(({ name, values }) => ({
      title: name,
      unit: currency,
      values: values.map((value) => fromMinor(value, digits)),
      additive: true,
      write: (value: ReturnType<typeof fromMinor>) => format.exact(value, [digits, digits]),
    })),
    course: true,
  };
  const others = courses.flatMap((course, index) => (index === reference ? [] : [course]));
  const difference = (course: Course, at: number): string =>
    differenceText(varianceOf(course.values[at] ?? 0, base?.values[at] ?? 0).difference, currency, context);
  const model = lineChart(table, 'line', context);
  const spoken = (month: Month, at: number): string =>
    text.compare.months.bar(
      format.month(month),
      courses
        .map(({ name, values }) => text.compare.months.figure(name, format.money(values[at] ?? 0, currency)))
        .join(', '),
    );
  return {
    ...model,
    targets: model.targets.map((target, at) => ({ ...target, name: spoken(months[at] ?? 0, at) })),
    summary: finding(courses, months, request, context),
    table: {
      columns: [
        textColumn(text.columns.month),
        ...courses.map(({ name }) => figureColumn(name)),
        ...others.map(({ name }) => figureColumn(`${name}, ${text.compare.difference.toLowerCase()}`)),
      ],
      rows: months.map((month, at) => [
        format.month(month),
        ...courses.map(({ values }) => format.amount(values[at] ?? 0, currency)),
        ...others.map((course) => difference(course, at)),
      ]),
    },
  };
}

function courseOf(
  { name, months }: ScenarioSums,
  window: Comparison['window'],
  { currency, amount }: MonthsRequest,
): Course {
  return { name, values: monthsOf({ window, months }, currency).map(([, totals]) => totals?.[amount] ?? 0) };
}

/** Which scenario lies furthest from the reference, and in which month. */
function finding(
  courses: readonly Course[],
  months: readonly Month[],
  { currency, reference }: MonthsRequest,
  { format, text }: ChartContext,
): string {
  const words = text.compare.months;
  const base = courses[reference];
  if (!base || courses.every(({ values }) => values.every((value) => value === 0))) return words.none(currency);
  const gaps = courses.map(({ name, values }) => ({
    name,
    gaps: values.map((value, at) => value - (base.values[at] ?? 0)),
  }));
  const size = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
  const byDistance = gaps.toSorted(
    (a, b) => Math.abs(sum(b.gaps)) - Math.abs(sum(a.gaps)) || size(b.gaps) - size(a.gaps),
  );
  const [furthest] = byDistance;
  if (!furthest || size(furthest.gaps) === 0) return words.same;
  const at = furthest.gaps.findIndex((gap) => Math.abs(gap) === size(furthest.gaps));
  const signed = (amount: number): string => `${format.signed(amount, currency)} ${currency}`;
  const month = format.month(months[at] ?? 0);
  return words.furthest(furthest.name, signed(sum(furthest.gaps)), signed(furthest.gaps[at] ?? 0), base.name, month);
}
