/** What Extended Service Terms cost: charts, months by cause, customers, subscriptions, and what has no price. */
import { customerExtras } from '../../../charts/customer-extras.ts';
import { EXTRA_PARTS, partsInUse, partsOf } from '../../../charts/parts.ts';
import type { Minor } from '../../../core/money.ts';
import type { ReportCell, ReportSection } from '../../../core/report/document.ts';
import type { Amounts } from '../../../sim/types.ts';
import { sortedMonths } from '../../results/document.ts';
import { change, charts, type ColumnOf, money, month, table, text } from '../cells.ts';
import type { SectionContext } from '../context.ts';
import { perCurrency } from './per-currency.ts';
import { subscriptionSections, unpricedSections } from './subscriptions.ts';

export function exposureSections(context: SectionContext): readonly ReportSection[] {
  return [
    ...chartSections(context),
    ...monthSections(context),
    ...customerSections(context),
    ...subscriptionSections(context),
    ...unpricedSections(context),
  ];
}

function chartSections({ input, texts }: SectionContext): readonly ReportSection[] {
  const list = input.charts.exposure;
  if (list.length === 0) return [];
  return [{ id: 'exposure', heading: texts.report.headings.charts, blocks: charts(list) }];
}

interface MonthLine extends Amounts {
  readonly label: ReportCell;
}

/** EST cost by month and cause, and who pays. */
function monthSections(context: SectionContext): readonly ReportSection[] {
  const { headings, sentences, total } = context.texts.report;
  const section = { id: 'exposure', heading: headings.months, say: sentences.months } as const;
  return perCurrency(context, section, (totals) => {
    const { currency } = totals;
    const lines = sortedMonths(context.input.simulation)
      .filter((line) => line.currency === currency)
      .map((line): MonthLine => ({ ...line, label: month(line.month) }));
    const foot: MonthLine = { ...totals, label: text(total) };
    return table(`${headings.months}, ${currency}`, monthColumns(context, currency, [...lines, foot]), lines, foot);
  });
}

const PAYS = ['passed', 'delayed', 'absorbed'] as const;

function monthColumns(
  { texts }: SectionContext,
  currency: string,
  lines: readonly MonthLine[],
): readonly ColumnOf<MonthLine>[] {
  const { columns, figure } = texts.report;
  const amount = (label: string, value: (line: MonthLine) => Minor): ColumnOf<MonthLine> => ({
    ...{ label, kind: 'figure', isSummed: true },
    cell: (line) => money(value(line), currency),
  });
  const parts = partsInUse(EXTRA_PARTS, lines.map(partsOf));
  return [
    { label: columns.month, kind: 'code', cell: ({ label }) => label },
    amount(columns.current, ({ current }) => current),
    ...parts.map((part) => amount(texts.chart.parts[part], (line) => partsOf(line)[part])),
    amount(columns.est, ({ est }) => est),
    ...PAYS.map((key) => amount(figure[key], (line) => line[key])),
  ];
}

const TOP_CUSTOMERS = 10;

/** The customers with the largest extra cost. */
function customerSections(context: SectionContext): readonly ReportSection[] {
  const { columns, headings, sentences, noCustomer } = context.texts.report;
  const section = { id: 'exposure', heading: headings.customers, say: sentences.customers } as const;
  return perCurrency(context, section, ({ currency }) =>
    table(
      `${headings.customers}, ${currency}`,
      [
        { label: columns.customer, cell: ({ name }) => text(name || noCustomer) },
        { label: columns.current, kind: 'figure', cell: ({ parts }) => money(parts.current, currency) },
        { label: columns.est, kind: 'figure', cell: ({ parts, extra }) => money(parts.current + extra, currency) },
        { label: columns.extra, kind: 'figure', cell: ({ extra }) => change(extra, currency) },
      ],
      customerExtras(context.input.simulation, currency).slice(0, TOP_CUSTOMERS),
    ),
  );
}
