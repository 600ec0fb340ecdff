/** The tables of a report for one customer; amounts are for all seats and one month. */
import type { Minor } from '../../../core/money.ts';
import type { ReportCell, ReportTable } from '../../../core/report/document.ts';
import type { CustomerReportText } from '../../../core/text/en/customer-report.ts';
import type { CustomerSubscription } from '../../../sim/payers/types.ts';
import { type ColumnOf, count, day, money, table, text as words } from '../cells.ts';

type Table = { readonly kind: 'table'; readonly table: ReportTable };
type Column = ColumnOf<CustomerSubscription>;

const MS_PER_DAY = 86_400_000;
/** Offered terms in the order of their columns. */
const PLANS = ['P1Y/Annual', 'P1Y/Monthly', 'P3Y/Annual', 'P3Y/Monthly', 'P1M/Monthly'] as const;

/** Every price that the customer can choose, side by side; terms that nobody is offered have no column. */
export function choicesTable(name: string, list: readonly CustomerSubscription[], text: CustomerReportText): Table {
  const { columns } = text;
  const offered = PLANS.filter((plan) => list.some(({ renewals }) => renewals.some((one) => one.plan === plan)));
  return table(
    name,
    [
      productColumn(text),
      { label: columns.by, kind: 'code', cell: deadlineCell },
      { label: columns.today, kind: 'figure', cell: ({ today, currency }) => priceCell(today, currency, text) },
      ...offered.map((plan): Column => ({
        label: text.plans[plan],
        kind: 'figure',
        cell: ({ renewals, currency }) => {
          const found = renewals.find((one) => one.plan === plan);
          return priceCell(found?.month, currency, text);
        },
      })),
      {
        label: columns.est,
        kind: 'figure',
        cell: ({ est, currency }) => priceCell(est?.month, currency, text),
      },
    ],
    list,
  );
}

export function listTable(name: string, list: readonly CustomerSubscription[], text: CustomerReportText): Table {
  const { columns } = text;
  const plans: Readonly<Record<string, string>> = text.plans;
  return table(
    name,
    [
      productColumn(text),
      { label: columns.seats, kind: 'figure', cell: ({ seats }) => count(seats) },
      { label: columns.term, cell: ({ plan }) => words(plans[plan] ?? plan) },
      { label: columns.termEnd, kind: 'code', cell: ({ termEnd }) => day(termEnd) },
      { label: columns.today, kind: 'figure', cell: ({ today, currency }) => priceCell(today, currency, text) },
      { label: columns.then, cell: ({ outcome }) => words(text.outcomes[outcome]) },
    ],
    list,
  );
}

export function neededTable(name: string, list: readonly CustomerSubscription[], text: CustomerReportText): Table {
  const { columns } = text;
  return table(
    name,
    [
      { label: columns.by, kind: 'code', cell: deadlineCell },
      productColumn(text),
      { label: columns.what, cell: ({ outcome }) => words(outcome === 'in-est' ? text.end : text.decide) },
    ],
    list,
  );
}

/** A price that nobody knows is told on request. */
export function priceCell(amount: Minor | undefined, currency: string, { onRequest }: CustomerReportText): ReportCell {
  return amount === undefined ? words(onRequest) : money(amount, currency);
}

function productColumn({ columns }: CustomerReportText): Column {
  return { label: columns.product, cell: ({ product, id }) => words(product, id) };
}

function deadlineCell({ deadline, termEnd }: CustomerSubscription): ReportCell {
  return { kind: 'moment', milliseconds: (deadline.locksAt ?? termEnd) * MS_PER_DAY };
}
