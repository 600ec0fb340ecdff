/** Exposure and stress in a few figures, and the runaways as a chart. */
import type { SeriesTable } from '../../../charts/table/series-table.ts';
import { type Exact, ZERO, add, larger } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { azureLimitsText } from '../../../core/text/en/azure-limits.ts';
import type { CustomerRisk } from '../../../sim/azure/limits/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { exactOf, figuresOf } from '../consumption/usage-series.ts';
import { isBeyond } from './risk-rows.ts';

const { exposure, stress } = azureLimitsText;

/** What nothing covers; what is left of one customer's limit covers no other customer. */
function uncovered(rows: readonly CustomerRisk[], of: (row: CustomerRisk) => string): Exact {
  return rows.reduce((sum, row) => add(sum, larger(exactOf(of(row)), ZERO)), ZERO);
}

function sumOf(rows: readonly CustomerRisk[], of: (row: CustomerRisk) => string): Exact {
  return rows.reduce((sum, row) => add(sum, exactOf(of(row))), ZERO);
}

/** @param rows of one currency */
export function exposureKpis(rows: readonly CustomerRisk[], currency: string, format: Format): readonly Kpi[] {
  const { write } = figuresOf(currency, true, format);
  const text = exposure.kpis;
  const beyond = rows.filter((row) => isBeyond(row, row.open));
  const sum = (of: (row: CustomerRisk) => string): string => write(sumOf(rows, of));
  return [
    { label: text.exposure, value: sum((row) => row.exposure), unit: currency, note: text.customers(rows.length) },
    { label: text.unbilled, value: sum((row) => row.unbilled), unit: currency },
    { label: text.prepaid, value: sum((row) => row.prepaid), unit: currency },
    { label: text.committed, value: sum((row) => row.committed), unit: currency },
    {
      label: text.open,
      value: write(uncovered(rows, (row) => row.open)),
      unit: currency,
      note: text.beyond(beyond.length),
    },
  ];
}

/** @param rows of one currency, the dearest runaway first */
export function stressKpis(rows: readonly CustomerRisk[], currency: string, format: Format): readonly Kpi[] {
  const { write } = figuresOf(currency, true, format);
  const text = stress.kpis;
  const [worst] = rows;
  const then = rows.filter((row) => isBeyond(row, row.stressed));
  const already = rows.filter((row) => isBeyond(row, row.open));
  return [
    { label: text.worst, value: write(exactOf(worst?.runaway)), unit: currency, note: worst?.customer || worst?.customerId || '' },
    { label: text.usual, value: write(sumOf(rows, (row) => row.usual)), unit: currency },
    { label: text.beyond, value: format.count(then.length), of: text.of(format.count(rows.length)), note: text.now(format.count(already.length)) },
    { label: text.then, value: write(uncovered(rows, (row) => row.stressed)), unit: currency },
  ]; // prettier-ignore
}

const MOST_BARS = 12;

/** @param rows of one currency, the dearest runaway first */
export function runawayTable(rows: readonly CustomerRisk[], currency: string, format: Format): SeriesTable {
  const { unit, write } = figuresOf(currency, true, format);
  const worst = rows.slice(0, MOST_BARS);
  return {
    ...{ title: stress.chart.title, labelTitle: stress.chart.customer },
    labels: worst.map(({ customer, customerId }) => customer || customerId),
    series: [
      { title: stress.columns.runaway, unit, additive: true, write, values: worst.map(({ runaway }) => exactOf(runaway)) },
    ],
  }; // prettier-ignore
}
