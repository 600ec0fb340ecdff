/** The earned credit as figures, tables and a chart. */
import type { SeriesTable } from '../../../charts/table/series-table.ts';
import { monthOfDay, partsOfDay } from '../../../core/days.ts';
import { type Exact, ZERO, add } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { azureCreditText as text } from '../../../core/text/en/azure-credit.ts';
import { CREDIT_EXCLUSIONS } from '../../../sim/azure/types.ts';
import type {
  CreditAnswer,
  CreditShare,
  CreditState,
  RoundingAnswer,
  TierAnswer,
} from '../../../sim/azure/credit/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { exactOf, figuresOf } from '../consumption/usage-series.ts';

export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => string): Exact {
  return rows.reduce((sum, row) => add(sum, exactOf(of(row))), ZERO);
}

function creditOf(shares: readonly CreditShare[], state: CreditState): Exact {
  return exactOf(shares.find((share) => share.state === state)?.credit);
}

export function creditKpis({ shares, customers }: CreditAnswer, currency: string, format: Format): readonly Kpi[] {
  const { write } = figuresOf(currency, true, format);
  const uncovered = shares.filter(({ state }) => CREDIT_EXCLUSIONS.some((own) => own === state));
  const { kpis } = text;
  return [
    { label: kpis.earned, value: write(creditOf(shares, 'with')), unit: currency },
    { label: kpis.missed, value: write(creditOf(shares, 'without')), unit: currency, note: kpis.missedNote },
    { label: kpis.year, value: write(sumOf(customers, ({ year }) => year)), unit: currency },
    { label: kpis.uncovered, value: write(sumOf(uncovered, ({ cost }) => cost)), unit: currency, note: kpis.uncoveredNote },
  ]; // prettier-ignore
}

/** Day by day, what was earned and what was missed. */
export function courseTable({ course }: CreditAnswer, currency: string, format: Format): SeriesTable {
  const { unit, write } = figuresOf(currency, true, format);
  const { chart } = text;
  const line = (title: string, values: readonly string[]) => ({
    ...{ title, unit, additive: true, write },
    values: values.map(exactOf),
  });
  return {
    ...{ title: chart.title, labelTitle: chart.day, course: true },
    labels: course.earned.map((_, at) => {
      const day = course.first + at;
      return `${String(partsOfDay(day).date)} ${format.monthName(monthOfDay(day))}`;
    }),
    series: [line(chart.earned, course.earned), line(chart.missed, course.missed)],
  };
}

type Rows = readonly (readonly string[])[];

export function shareRows({ shares }: CreditAnswer, currency: string, format: Format): Rows {
  const { write } = figuresOf(currency, true, format);
  return shares.map(({ state, rows, cost, credit }) => [
    text.shares.states[state],
    format.count(rows),
    write(exactOf(cost)),
    state === 'with' || state === 'without' ? write(exactOf(credit)) : '',
  ]);
}

export function roundingRows({ shares }: RoundingAnswer, currency: string, format: Format): Rows {
  const { write } = figuresOf(currency, true, format);
  return shares.map(({ rounding, rows, cost, difference }) => [
    text.rounding.roundings[rounding],
    format.count(rows),
    write(exactOf(cost)),
    rounding === 'unpriced' ? '' : write(exactOf(difference)),
  ]);
}

export function tierRows({ months }: TierAnswer, format: Format): Rows {
  return months.map(({ month, customer, meter, fit, quantity, currency, file, byCustomer, bySubscription }) => {
    const write = (decimal: string): string =>
      `${figuresOf(currency, true, format).write(exactOf(decimal))} ${currency}`;
    const units = format.exact(exactOf(quantity), [0, 4]);
    const amounts = [file, byCustomer, bySubscription].map(write);
    return [meter, customer, format.month(month), text.rounding.tiers.fits[fit], units, ...amounts];
  });
}

/** As in the file: with all digits. */
export function oddRows({ odd }: RoundingAnswer, format: Format): Rows {
  return odd.map(({ day, customer, meter, price, quantity, percent, cost, expected }) => [
    ...[format.day(day), customer, meter, price, quantity, percent, cost, expected],
  ]);
}
