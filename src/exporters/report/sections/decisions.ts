/** Decisions: what is open, the next lock first, and what the scenario decides. */
import { deadlineOf } from '../../../core/deadline.ts';
import type { ReportCell, ReportSection } from '../../../core/report/document.ts';
import type { Minor } from '../../../core/money.ts';
import type { Decision } from '../../../core/scenario/scenario.ts';
import type { WayChoice } from '../../../sim/exits/types.ts';
import type { ResultRow } from '../../results/rows.ts';
import { change, type ColumnOf, EMPTY, money, paragraph, table, text } from '../cells.ts';
import type { SectionContext } from '../context.ts';

const MS_PER_DAY = 86_400_000;
const OPEN: ReadonlySet<string> = new Set(['est-drift', 'in-est', 'lapses']);

/** The best way out of a subscription. */
export interface OpenWay {
  readonly choice: WayChoice;
  readonly seatsToday: number;
  /** Minor units of the subscription's currency; undefined: nothing to compare. */
  readonly saves: Minor | undefined;
}

/** Best ways by row of the portfolio, and by what they are the best. */
export interface OpenWays {
  readonly months: number;
  readonly estDays: number;
  readonly byRow: ReadonlyMap<number, OpenWay>;
}

/**
 * @param decisions those of the scenario that reach a subscription of the report
 * @param withWords authors and reasons, which only the partner's own readers see
 */
export function decisionSections(
  context: SectionContext,
  decisions: readonly Decision[],
  withWords: boolean,
  ways: OpenWays,
): readonly ReportSection[] {
  const { headings, say, best } = context.texts.parts.decisions;
  const { format } = context;
  const open = openRows(context);
  const made = table(headings.made, madeColumns(context, withWords), decisions);
  return [
    {
      id: 'decisions',
      heading: headings.open,
      say: say.open,
      blocks: [
        table(headings.open, openColumns(context, ways), open),
        ...(open.length === 0 ? [] : [paragraph(best(format.count(ways.months), format.count(ways.estDays)))]),
      ],
    },
    ...(decisions.length === 0
      ? []
      : [{ id: 'decisions', heading: headings.made, say: say.made, blocks: [made] } as const]),
  ];
}

function openRows({ rows }: SectionContext): readonly ResultRow[] {
  return rows
    .filter(({ outcome }) => OPEN.has(outcome))
    .toSorted((a, b) => (a.termEnd ?? 0) - (b.termEnd ?? 0) || b.amounts.extra - a.amounts.extra);
}

function openColumns(context: SectionContext, { byRow }: OpenWays): readonly ColumnOf<ResultRow>[] {
  const { texts, input } = context;
  const { columns, noCustomer, anyDay, nextStep } = texts.report;
  const words = texts.parts.decisions.columns;
  const { asOf } = input.simulation.window;
  const locks = (row: ResultRow): ReportCell => {
    const { locksAt } = deadlineOf(row, asOf);
    return locksAt === undefined ? text(anyDay) : { kind: 'moment', milliseconds: locksAt * MS_PER_DAY };
  };
  return [
    { label: columns.customer, cell: (row) => text(row.customer || row.customerId || noCustomer) },
    { label: columns.productAndId, cell: (row) => text(row.product || `${row.productId} ${row.skuId}`, row.id) },
    { label: columns.locksAt, kind: 'code', cell: locks },
    { label: columns.extra, kind: 'figure', cell: (row) => change(row.amounts.extra, row.currency) },
    { label: words.best, cell: ({ portfolioRow = -1 }) => text(wayWords(byRow.get(portfolioRow), context)) },
    { label: words.saves, kind: 'figure', cell: (row) => savedCell(row, byRow) },
    { label: columns.currency, kind: 'code', cell: (row) => text(row.currency) },
    { label: columns.nextStep, cell: (row) => text(nextStep[deadlineOf(row, asOf).nextStep]) },
  ];
}

function savedCell({ portfolioRow = -1, currency }: ResultRow, byRow: OpenWays['byRow']): ReportCell {
  const saves = byRow.get(portfolioRow)?.saves;
  return saves === undefined ? EMPTY : money(saves, currency);
}

function wayWords(way: OpenWay | undefined, { texts, format }: SectionContext): string | undefined {
  if (!way) return undefined;
  const { kind, plan, estDays, seats } = way.choice;
  const { ways, plans, seats: withSeats } = texts.parts.decisions;
  const names: Readonly<Record<string, string>> = plans;
  const planName = names[plan] ?? plan;
  const words = kind === 'est-renew' ? ways[kind](format.count(estDays), planName) : ways[kind](planName);
  return kind === 'cancel' || seats === way.seatsToday ? words : withSeats(words, format.count(seats));
}

function madeColumns({ texts }: SectionContext, withWords: boolean): readonly ColumnOf<Decision>[] {
  const { columns } = texts.parts.decisions;
  const { everything, decisionValue } = texts.report.assumptions;
  const match = ({ match: of }: Decision): string =>
    Object.entries(of)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ') || everything;
  return [
    { label: columns.match, kind: 'id', cell: (decision) => text(match(decision)) },
    { label: columns.outcome, cell: ({ outcome, bridgeDays }) => text(decisionValue(outcome, bridgeDays)) },
    ...(withWords
      ? ([
          { label: columns.by, cell: ({ author }) => text(author) },
          { label: columns.when, kind: 'code', cell: ({ at }) => text(at) },
          { label: columns.why, cell: ({ reason }) => text(reason) },
        ] satisfies readonly ColumnOf<Decision>[])
      : []),
  ];
}
