/** The list of exposed subscriptions, the most urgent first, and of those without a price. */
import type { ReportCell, ReportSection } from '../../../core/report/document.ts';
import { OUTCOMES, type Outcome } from '../../../sim/types.ts';
import { sortedUnpriced } from '../../results/document.ts';
import { change, type ColumnOf, count, day, decimal, EMPTY, money, table, text } from '../cells.ts';
import type { SectionContext } from '../context.ts';
import { perCurrency } from './per-currency.ts';
import { byUrgency, type UrgentRow } from './urgency.ts';

const MS_PER_DAY = 86_400_000;

export function subscriptionSections(context: SectionContext): readonly ReportSection[] {
  const { headings, sentences } = context.texts.report;
  const { asOf } = context.input.simulation.window;
  const section = { id: 'exposure', heading: headings.subscriptions, say: sentences.subscriptions } as const;
  return perCurrency(context, section, ({ currency }) =>
    table(`${headings.subscriptions}, ${currency}`, urgentColumns(context), byUrgency(context.rows, currency, asOf)),
  );
}

function urgentColumns({ texts }: SectionContext): readonly ColumnOf<UrgentRow>[] {
  const { columns, noCustomer, outcomes, nextStep, anyDay } = texts.report;
  const outcome = (code: string): string => (isOutcome(code) ? outcomes[code] : code);
  const locks = (at: number | undefined): ReportCell =>
    at === undefined ? text(anyDay) : { kind: 'moment', milliseconds: at * MS_PER_DAY };
  return [
    { label: columns.customer, cell: ({ row }) => text(row.customer || row.customerId || noCustomer) },
    { label: columns.productAndId, cell: ({ row }) => text(row.product || `${row.productId} ${row.skuId}`, row.id) },
    { label: columns.seats, kind: 'figure', cell: ({ row }) => decimal(row.seats) },
    { label: columns.termEnd, kind: 'code', cell: ({ row }) => day(row.termEnd) },
    { label: columns.locksAt, kind: 'code', cell: ({ deadline }) => locks(deadline.locksAt) },
    { label: columns.daysLeft, kind: 'figure', cell: ({ deadline }) => (deadline.locksAt === undefined ? EMPTY : count(deadline.daysLeft)) },
    { label: columns.outcome, cell: ({ row }) => text(outcome(row.outcome)) },
    { label: columns.rule, kind: 'code', cell: ({ row }) => text(row.rule) },
    { label: columns.current, kind: 'figure', cell: ({ row }) => money(row.amounts.current, row.currency) },
    { label: columns.est, kind: 'figure', cell: ({ row }) => money(row.amounts.est, row.currency) },
    { label: columns.extra, kind: 'figure', cell: ({ row }) => change(row.amounts.extra, row.currency) },
    { label: columns.nextStep, cell: ({ deadline }) => text(nextStep[deadline.nextStep]) },
  ]; // prettier-ignore
}

function isOutcome(outcome: string): outcome is Outcome {
  return OUTCOMES.some((known) => known === outcome);
}

/** The subscriptions that no list prices, with the reason; they stand in no total. */
export function unpricedSections({ input, texts }: SectionContext): readonly ReportSection[] {
  const { unpricedNames, simulation } = input;
  const { columns, headings, sentences, noCustomer } = texts.report;
  const unpriced = sortedUnpriced(simulation);
  const section = { id: 'exposure', heading: headings.unpriced } as const;
  if (unpriced.length === 0) return [{ ...section, say: sentences.noUnpriced, blocks: [] }];
  const list = table(
    headings.unpriced,
    [
      { label: columns.customer, cell: ({ row }) => text(unpricedNames?.(row).customer || noCustomer) },
      { label: columns.productAndId, cell: ({ row, id }) => text(unpricedNames?.(row).product ?? '', id) },
      { label: columns.reason, cell: ({ reason }) => text(texts.reason(reason)) },
    ],
    unpriced,
  );
  return [{ ...section, say: sentences.unpriced, blocks: [list] }];
}
