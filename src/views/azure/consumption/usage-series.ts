/** Consumption as labels and series: what its charts are made from. */
import type { Series, SeriesTable } from '../../../charts/table/series-table.ts';
import { type Exact, ZERO, divide, isZero, parseExact } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import { azureText as text } from '../../../core/text/en/azure.ts';
import { REST, type MonthBridge, MONTH_STEPS, type UsageGroups } from '../../../sim/azure/types.ts';
import type { MeterPrice } from './answers.ts';

/** How figures of a measure are read. */
export interface Figures {
  /** The currency; '' for units. */
  readonly unit: string;
  readonly write: (value: Exact) => string;
}

/** Amounts with the digits of their currency; quantities with up to four. */
export function figuresOf(currency: string, isMoney: boolean, format: Format): Figures {
  const digits = isMoney ? minorDigits(currency) : 0;
  return { unit: isMoney ? currency : '', write: (value) => format.exact(value, [digits, isMoney ? digits : 4]) };
}

/** A group as people read it. */
export function groupName(names: readonly string[], format: Format, folded = 0): string {
  return names.map((name) => (name === REST ? text.rest(format.count(folded)) : name || text.none)).join(' · ');
}

/** The value of each group in each period; undefined where it has none. */
function cellsOf({ group, period, exact }: UsageGroups): ReadonlyMap<string, Exact> {
  return new Map(Array.from(group, (own, at) => [`${String(own)} ${String(period[at] ?? 0)}`, exactOf(exact[at])]));
}

export function exactOf(decimal: string | undefined): Exact {
  return parseExact(decimal ?? '') ?? ZERO;
}

/** All periods from the first to the last, in their order. */
export function periodsOf({ period }: Pick<UsageGroups, 'period'>): readonly number[] {
  if (period.length === 0) return [];
  const first = period.reduce((least, one) => Math.min(least, one));
  const last = period.reduce((most, one) => Math.max(most, one));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

interface Shown {
  readonly title: string;
  readonly labelTitle: string;
  readonly figures: Figures;
  readonly format: Format;
  /** How many groups are folded into one. */
  readonly folded: number;
}

function series(title: string, values: readonly (Exact | undefined)[], { unit, write }: Figures): Series {
  return { title, unit, values, additive: true, write };
}

/** Periods along, groups as series. */
export function trendTable(groups: UsageGroups, labelOf: (period: number) => string, shown: Shown): SeriesTable {
  const cells = cellsOf(groups);
  const periods = periodsOf(groups);
  return {
    ...{ title: shown.title, labelTitle: shown.labelTitle, course: true },
    labels: periods.map(labelOf),
    series: groups.names.map((names, group) => {
      const values = periods.map((period) => cells.get(`${String(group)} ${String(period)}`) ?? ZERO);
      return series(groupName(names, shown.format, shown.folded), values, shown.figures);
    }),
  };
}

/** Groups down, one figure each. */
export function whereTable(groups: UsageGroups, shown: Shown): SeriesTable {
  return {
    ...{ title: shown.title, labelTitle: shown.labelTitle },
    labels: groups.names.map((names) => groupName(names, shown.format, shown.folded)),
    series: [series(shown.title, groups.totals.map(exactOf), shown.figures)],
  };
}

/** Groups down, periods across; of many days the last ones. */
export function heatTable(groups: UsageGroups, labelOf: (period: number) => string, shown: Shown): SeriesTable {
  const cells = cellsOf(groups);
  const periods = periodsOf(groups).slice(-MOST_COLUMNS);
  return {
    ...{ title: shown.title, labelTitle: shown.labelTitle },
    labels: groups.names.map((names) => groupName(names, shown.format, shown.folded)),
    series: periods.map((period) => {
      const values = groups.names.map((_, group) => cells.get(`${String(group)} ${String(period)}`));
      return series(labelOf(period), values, shown.figures);
    }),
  };
}

const MOST_COLUMNS = 24;

/** From one month to the next, step by step. */
export function bridgeTable(bridge: MonthBridge, shown: Shown): SeriesTable {
  const { format } = shown;
  const labels = [format.month(bridge.month - 1), ...MONTH_STEPS.map((step) => text.charts.steps[step])];
  const values = [bridge.before, ...bridge.steps].map(exactOf);
  return {
    title: shown.title,
    labelTitle: shown.labelTitle,
    labels,
    series: [series(shown.title, values, shown.figures)],
  };
}

/** What a unit cost in each period, before and after the earned credit: the sums over the quantity. */
export function unitPriceTable(
  { cost, list, quantity }: MeterPrice,
  labelOf: (period: number) => string,
  shown: Shown,
): SeriesTable {
  const units = cellsOf(quantity);
  const periods = periodsOf(quantity);
  const line = (title: string, sums: UsageGroups): Series => {
    const amounts = cellsOf(sums);
    const values = periods.map((period) => {
      const key = `0 ${String(period)}`;
      const count = units.get(key);
      return count && !isZero(count) ? divide(amounts.get(key) ?? ZERO, count) : undefined;
    });
    const write = (value: Exact): string => shown.format.exact(value, [2, 6]);
    return { title, unit: shown.figures.unit, values, additive: false, write };
  };
  return {
    ...{ title: shown.title, labelTitle: shown.labelTitle, course: true, labels: periods.map(labelOf) },
    series: [line(text.charts.paid, cost), line(text.charts.listed, list)],
  };
}
