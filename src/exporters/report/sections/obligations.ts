/** Agreements of customers as files say, and what is due in the next 90 days. */
import type { Day } from '../../../core/days.ts';
import { deadlineOf } from '../../../core/deadline.ts';
import { idKey } from '../../../core/ids.ts';
import type { AgreementType, Flag, Grade } from '../../../core/obligations/mca/types.ts';
import type { ReportSection } from '../../../core/report/document.ts';
import type { ResultRow } from '../../results/rows.ts';
import { count, day, EMPTY, paragraph, table, text } from '../cells.ts';
import type { SectionContext } from '../context.ts';

const MS_PER_DAY = 86_400_000;
const SPANS = [30, 60, 90] as const;

/** What counts for one customer, without the person who accepted. */
export interface Agreement {
  /** Undefined: no acceptance counts. */
  readonly type: AgreementType | undefined;
  readonly agreed: Day | undefined;
  readonly grade: Grade;
  readonly flags: readonly Flag[];
}

/** By the customer's id as it is matched. */
export type Agreements = ReadonlyMap<string, Agreement>;

/** @param agreements undefined: neither a file nor the register holds any */
export function obligationSections(
  context: SectionContext,
  agreements: Agreements | undefined,
): readonly ReportSection[] {
  return [agreementSection(context, agreements), calendarSection(context)];
}

const NO_ACCEPTANCE: readonly Flag[] = ['none'];

function agreementSection({ rows, texts }: SectionContext, agreements: Agreements | undefined): ReportSection {
  const { headings, say, columns, missing, noFiles, types, grades, flags } = texts.parts.obligations;
  const section = { id: 'obligations', heading: headings.agreements } as const;
  if (!agreements) return { ...section, blocks: [paragraph(noFiles)] };
  const customers = new Map<string, ResultRow>();
  for (const row of rows) {
    const key = idKey(row.customerId);
    // Not every row of a customer names them.
    if ((customers.get(key)?.customer ?? '') === '') customers.set(key, row);
  }
  const list = table<readonly [string, ResultRow]>(
    headings.agreements,
    [
      {
        label: columns.customer,
        cell: ([, row]) => text(row.customer || row.customerId, row.customer ? row.customerId : undefined),
      },
      {
        label: columns.type,
        cell: ([key]) => {
          const type = agreements.get(key)?.type;
          return text(type ? types[type] : missing);
        },
      },
      { label: columns.agreed, kind: 'code', cell: ([key]) => day(agreements.get(key)?.agreed) },
      { label: columns.grade, cell: ([key]) => text(grades[agreements.get(key)?.grade ?? 'none']) },
      {
        label: columns.flags,
        cell: ([key]) => text((agreements.get(key)?.flags ?? NO_ACCEPTANCE).map((flag) => flags[flag]).join(', ')),
      },
    ],
    [...customers].filter(([key]) => key !== ''),
  );
  return { ...section, say: say.agreements, blocks: [list] };
}

function calendarSection({ rows, texts, input }: SectionContext): ReportSection {
  const { headings, say, columns, nothingDue } = texts.parts.obligations;
  const { outcomes, noCustomer } = texts.report;
  const words: Readonly<Record<string, string>> = outcomes;
  const { asOf } = input.simulation.window;
  const due = rows
    .filter(({ termEnd }) => termEnd !== undefined && termEnd >= asOf && termEnd < asOf + 90)
    .toSorted((a, b) => (a.termEnd ?? 0) - (b.termEnd ?? 0));
  const section = { id: 'obligations', heading: headings.calendar } as const;
  if (due.length === 0) return { ...section, blocks: [paragraph(nothingDue)] };
  const list = table<ResultRow>(
    headings.calendar,
    [
      {
        label: columns.by,
        kind: 'code',
        cell: (row) => {
          const { locksAt } = deadlineOf(row, asOf);
          return locksAt === undefined ? EMPTY : { kind: 'moment', milliseconds: locksAt * MS_PER_DAY };
        },
      },
      {
        label: columns.within,
        kind: 'figure',
        cell: ({ termEnd = 0 }) => count(SPANS.find((span) => termEnd - asOf < span)),
      },
      { label: columns.customer, cell: (row) => text(row.customer || row.customerId || noCustomer) },
      { label: columns.product, cell: (row) => text(row.product || `${row.productId} ${row.skuId}`, row.id) },
      { label: columns.what, cell: (row) => text(words[row.outcome] ?? row.outcome) },
    ],
    due,
  );
  return { ...section, say: say.calendar, blocks: [list] };
}
