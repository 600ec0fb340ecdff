/** Revenue of twelve months against the floor, month by month, with what is left when customers leave. */
import type { ChartModel } from '../../core/chart.ts';
import type { Month } from '../../core/days.ts';
import type { Exact } from '../../core/exact.ts';
import { fromMinor, type Minor, minorDigits, roundToMinor } from '../../core/money.ts';
import { obligationsRoleText } from '../../core/text/en/obligations-role.ts';
import type { RevenueMonth } from '../../sim/obligations/programme/types.ts';
import type { ChartContext } from '../context.ts';
import type { Series, TableDatum } from '../table/series-table.ts';
import { tableChart } from '../table/table-chart.ts';

const words = obligationsRoleText.chart;

/** Amounts are minor units of `currency`. @param leaves whether anybody does */
export function trailingRevenueChart(
  months: readonly RevenueMonth[],
  currency: string,
  leaves: boolean,
  context: ChartContext,
): ChartModel<TableDatum> {
  const digits = minorDigits(currency);
  const shown = months.filter(({ trailing }) => trailing !== undefined);
  const series = (title: string, of: (month: RevenueMonth) => Minor | undefined): Series => ({
    ...{ title, unit: currency, additive: false },
    values: shown.map((month): Exact | undefined => {
      const amount = of(month);
      return amount === undefined ? undefined : fromMinor(amount, digits);
    }),
    write: (value) => context.format.amount(roundToMinor(value, digits), currency),
  });
  const model = tableChart(
    'line',
    {
      ...{ title: words.title, labelTitle: words.month, course: true },
      labels: shown.map(({ month }, at) => labelOf(month, at === 0 || at === shown.length - 1, context)),
      series: [
        series(words.trailing, ({ trailing }) => trailing),
        series(words.floor, ({ floor }) => floor),
        ...(leaves ? [series(words.left, ({ left }) => left)] : []),
      ],
    },
    context,
  );
  return { ...model, summary: summaryOf(shown, currency, leaves, context) };
}

/** When it falls below the floor, or how near it comes. */
function summaryOf(
  months: readonly RevenueMonth[],
  currency: string,
  leaves: boolean,
  { format }: ChartContext,
): string {
  const distances = months.flatMap(({ month, floor, trailing, left }) => {
    const sum = leaves ? left : trailing;
    return floor === undefined || sum === undefined ? [] : [{ month, distance: sum - floor }];
  });
  if (months.length === 0) return words.tooShort;
  const below = distances.find(({ distance }) => distance < 0);
  const [closest] = distances.toSorted((a, b) => a.distance - b.distance);
  if (!closest) return words.noFloor;
  const expected = months.find(({ state }) => state === 'expected');
  const said = below
    ? words.below(format.month(below.month), format.money(-below.distance, currency))
    : words.above(format.month(closest.month), format.money(closest.distance, currency));
  return expected ? `${said} ${words.assumed(format.month(expected.month))}` : said;
}

/** With its year where one begins, and at both ends. */
function labelOf(month: Month, isEnd: boolean, { format }: ChartContext): string {
  const name = format.monthName(month);
  return isEnd || month % 12 === 0 ? `${name} ${String(Math.floor(month / 12))}` : name;
}
