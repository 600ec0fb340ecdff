/** The plans of several scenarios side by side. */
import type { SeriesTable } from '../../../charts/table/series-table.ts';
import { subtract, toDecimal } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import { azurePlanText } from '../../../core/text/en/azure-plan.ts';
import type { UsagePlan } from '../../../sim/azure/plan/types.ts';
import { type PayColumn, countColumn, textColumn } from '../../payers/sheet/columns.ts';
import { exactOf, figuresOf } from '../consumption/usage-series.ts';
import { moneyColumn } from '../limits/money-column.ts';
import { differenceColumn } from './plan-columns.ts';
import { assumptionsOf, monthLabels, sumOf } from './plan-words.ts';

export interface ScenarioPlan {
  readonly name: string;
  readonly isOpen: boolean;
  readonly plan: UsagePlan;
}

const text = azurePlanText.scenarios;

/** The first of a list with the open one among them. */
export function shownScenarios<S>(all: readonly S[], isOpen: (one: S) => boolean, most: number): readonly S[] {
  const first = all.slice(0, most);
  const open = all.find(isOpen);
  return open === undefined || first.includes(open) ? first : [...first.slice(0, -1), open];
}

export function scenarioColumns(
  plans: readonly ScenarioPlan[],
  currency: string,
  format: Format,
): readonly PayColumn<ScenarioPlan>[] {
  const titles = text.columns;
  const open = plans.find(({ isOpen }) => isOpen)?.plan;
  const decimal = (value: ReturnType<typeof sumOf>): string => toDecimal(value, 0, minorDigits(currency));
  const money = (key: 'with' | 'committed' | 'unused'): PayColumn<ScenarioPlan> => ({
    ...moneyColumn<ScenarioPlan>({ key, title: titles[key], width: 170 }, format, ({ plan }) => ({
      decimal: decimal(sumOf(plan, key)),
      currency,
    })),
    unit: currency,
  });
  return [
    textColumn({ key: 'scenario', title: titles.scenario, width: 220, frozen: true }, ({ name, isOpen }) =>
      isOpen ? text.open(name) : name,
    ),
    money('with'),
    differenceColumn(
      { key: 'difference', title: titles.difference, width: 190 },
      currency,
      format,
      ({ plan }) => open && decimal(subtract(sumOf(plan, 'with'), sumOf(open, 'with'))),
    ),
    money('committed'),
    money('unused'),
    countColumn({ key: 'assumptions', title: titles.assumptions, width: 110 }, format, ({ plan }) =>
      assumptionsOf(plan),
    ),
  ];
}

export function scenarioTable(plans: readonly ScenarioPlan[], currency: string, format: Format): SeriesTable {
  const { unit, write } = figuresOf(currency, true, format);
  return {
    ...{ title: text.chart, labelTitle: azurePlanText.chart.month, course: true },
    labels: monthLabels(plans[0]?.plan.months ?? [], format),
    series: plans.map(({ name, plan }) => ({
      ...{ title: name, unit, write, additive: true },
      values: plan.months.map((month) => exactOf(month.with)),
    })),
  };
}
