/** A plan as figures, a chart and a list of months. */
import type { SeriesTable } from '../../../charts/table/series-table.ts';
import { firstDayOfMonth, partsOfDay } from '../../../core/days.ts';
import { type Exact, ZERO, add, compare, subtract, toDecimal } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import { azurePlanText as text } from '../../../core/text/en/azure-plan.ts';
import type { PlanMonth, UsagePlan } from '../../../sim/azure/plan/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { type PayColumn, textColumn } from '../../payers/sheet/columns.ts';
import { exactOf, figuresOf } from '../consumption/usage-series.ts';
import { moneyColumn } from '../limits/money-column.ts';
import { differenceColumn, signed } from './plan-columns.ts';

type Amount = 'used' | 'without' | 'with' | 'committed' | 'unused';

/** The sum of the months after the present one. */
export function sumOf({ months }: UsagePlan, amount: Amount): Exact {
  return months.slice(1).reduce((sum, month) => add(sum, exactOf(month[amount])), ZERO);
}

export function planKpis(plan: UsagePlan, currency: string, format: Format): readonly Kpi[] {
  const { write } = figuresOf(currency, true, format);
  const { kpis } = text;
  const count = assumptionsOf(plan);
  const [without, changed] = [sumOf(plan, 'without'), sumOf(plan, 'with')];
  const difference = subtract(changed, without);
  const order = compare(difference, ZERO);
  return [
    { label: kpis.without, value: write(without), unit: currency },
    {
      ...{ label: kpis.with, value: write(changed), unit: currency },
      note: count === 0 ? kpis.noAssumptions : kpis.assumptions(count),
      delta: {
        text: signed(toDecimal(difference, 0, minorDigits(currency)), currency, format),
        direction: order < 0 ? 'better' : order > 0 ? 'worse' : 'same',
      },
    },
    { label: kpis.committed, value: write(sumOf(plan, 'committed')), unit: currency },
    { label: kpis.unused, value: write(sumOf(plan, 'unused')), unit: currency },
  ];
}

/** Months with their year where one begins, and at both ends. */
export function monthLabels(months: readonly Pick<PlanMonth, 'month'>[], format: Format): readonly string[] {
  return months.map(({ month }, at) => {
    const { year, month: ofYear } = partsOfDay(firstDayOfMonth(month));
    const hasYear = ofYear === 1 || at === 0 || at === months.length - 1;
    return hasYear ? `${format.monthName(month)} ${String(year)}` : format.monthName(month);
  });
}

export function assumptionsOf({ changes, commitments, shocks }: UsagePlan): number {
  return changes.length + commitments.length + (shocks ? 1 : 0);
}

export function planTable({ months }: UsagePlan, currency: string, format: Format): SeriesTable {
  const { unit, write } = figuresOf(currency, true, format);
  const line = (title: string, amount: Amount) => ({
    ...{ title, unit, write, additive: true },
    values: months.map((month) => exactOf(month[amount])),
  });
  return {
    ...{ title: text.chart.title, labelTitle: text.chart.month, course: true },
    labels: monthLabels(months, format),
    series: [line(text.chart.without, 'without'), line(text.chart.with, 'with')],
  };
}

export function monthColumns(currency: string, format: Format): readonly PayColumn<PlanMonth>[] {
  const titles = text.months.columns;
  const money = (key: Amount): PayColumn<PlanMonth> => ({
    ...moneyColumn<PlanMonth>({ key, title: titles[key], width: 190 }, format, (month) => ({
      decimal: month[key],
      currency,
    })),
    unit: currency,
  });
  return [
    textColumn({ key: 'month', title: titles.month, width: 160, frozen: true }, ({ month }) => format.month(month)),
    money('used'),
    money('without'),
    money('with'),
    differenceColumn({ key: 'difference', title: titles.difference, width: 150 }, currency, format, (month) =>
      toDecimal(subtract(exactOf(month.with), exactOf(month.without)), 0, minorDigits(currency)),
    ),
    money('committed'),
    money('unused'),
  ];
}
