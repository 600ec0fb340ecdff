/** The list of exposed subscriptions, the most urgent first, and of those without a price. */
import { reportText } from '../../core/text/en/report.ts';
import { OUTCOMES, type Outcome } from '../../sim/types.ts';
import { sortedUnpriced } from '../results/document.ts';
import { html, type Html } from './html.ts';
import { changeOf, type ReportPage, section, withId } from './page.ts';
import { type ReportColumn, tableOf } from './table.ts';
import { byUrgency, type UrgentRow } from './urgency.ts';

const { columns, headings, sentences } = reportText;
const MS_PER_DAY = 86_400_000;

export function subscriptionsOf(page: ReportPage): Html | undefined {
  const currencies = page.totals.filter(({ exposed }) => exposed > 0).map(({ currency }) => currency);
  if (currencies.length === 0) return undefined;
  const { asOf } = page.input.simulation.window;
  const tables = currencies.map(
    (currency) =>
      html`<h3>${currency}</h3>
        ${tableOf(`${headings.subscriptions}, ${currency}`, urgentColumns(page), byUrgency(page.rows, currency, asOf))}`,
  );
  return section(headings.subscriptions, sentences.subscriptions, tables);
}

function urgentColumns({ format }: ReportPage): readonly ReportColumn<UrgentRow>[] {
  return [
    { label: columns.customer, cell: ({ row }) => row.customer || row.customerId || reportText.noCustomer },
    { label: columns.productAndId, cell: ({ row }) => withId(row.product || `${row.productId} ${row.skuId}`, row.id) },
    { label: columns.seats, kind: 'figure', cell: ({ row }) => format.decimal(row.seats) },
    { label: columns.termEnd, kind: 'code', cell: ({ row }) => (row.termEnd === undefined ? '' : format.day(row.termEnd)) },
    { label: columns.locksAt, kind: 'code', cell: ({ deadline }) => locksAtText(deadline.locksAt, format) },
    { label: columns.daysLeft, kind: 'figure', cell: ({ deadline }) => (deadline.locksAt === undefined ? '' : format.count(deadline.daysLeft)) },
    { label: columns.outcome, cell: ({ row }) => (isOutcome(row.outcome) ? reportText.outcomes[row.outcome] : row.outcome) },
    { label: columns.rule, kind: 'code', cell: ({ row }) => row.rule },
    { label: columns.current, kind: 'figure', cell: ({ row }) => format.amount(row.amounts.current, row.currency) },
    { label: columns.est, kind: 'figure', cell: ({ row }) => format.amount(row.amounts.est, row.currency) },
    { label: columns.extra, kind: 'figure', cell: ({ row }) => changeOf(format, row.amounts.extra, row.currency) },
    { label: columns.nextStep, cell: ({ deadline }) => reportText.nextStep[deadline.nextStep] },
  ]; // prettier-ignore
}

function locksAtText(day: number | undefined, format: ReportPage['format']): string {
  return day === undefined ? reportText.anyDay : format.moment(day * MS_PER_DAY, 'UTC');
}

function isOutcome(outcome: string): outcome is Outcome {
  return OUTCOMES.some((known) => known === outcome);
}

/** The subscriptions that no list prices, with the reason; they stand in no total. */
export function unpricedOf({ input }: ReportPage): Html {
  const { unpricedNames } = input;
  const unpriced = sortedUnpriced(input.simulation);
  const sentence = unpriced.length === 0 ? sentences.noUnpriced : sentences.unpriced;
  if (unpriced.length === 0) return section(headings.unpriced, sentence);
  const table = tableOf(
    headings.unpriced,
    [
      { label: columns.customer, cell: ({ row }) => unpricedNames?.(row).customer || reportText.noCustomer },
      { label: columns.productAndId, cell: ({ row, id }) => withId(unpricedNames?.(row).product ?? '', id) },
      { label: columns.reason, cell: ({ reason }) => reason },
    ],
    unpriced,
  );
  return section(headings.unpriced, sentence, table);
}
