/** Who pays: shares of the rise of customer prices by customer, and the notices that are due. */
import type { ReportBlock, ReportSection } from '../../../core/report/document.ts';
import type { CauseSplit, Notice, PartSplit } from '../../../sim/payers/types.ts';
import { count, day, heading, money, paragraph, table, text, totals } from '../cells.ts';
import type { SectionContext } from '../context.ts';

/** The largest rises. */
const MOST_CUSTOMERS = 20;

export function payersSections(
  { texts }: SectionContext,
  splits: readonly PartSplit[],
  notices: readonly Notice[],
): readonly ReportSection[] {
  const { payers } = texts.parts;
  const sections = (['est', 'renewals'] as const).flatMap((part): readonly ReportSection[] => {
    const own = splits.filter((split) => split.part === part);
    if (own.length === 0) return [];
    const title = payers.headings[part];
    const blocks = own.flatMap((split) => [
      heading(split.currency),
      splitTable(`${title}, ${split.currency}`, split, texts),
      ...causeTable(`${payers.byCause(title)}, ${split.currency}`, split, texts),
    ]);
    return [{ id: 'payers', heading: title, say: payers.say.split, blocks }];
  });
  const due = noticeSection(notices, texts);
  if (sections.length + due.length > 0) return [...sections, ...due];
  return [{ id: 'payers', heading: payers.headings.est, blocks: [paragraph(payers.none)] }];
}

type Texts = SectionContext['texts'];

interface SplitLine extends Pick<PartSplit['total'], 'passed' | 'delayed' | 'absorbed'> {
  readonly name: string;
  readonly subscriptions: number;
}

function splitTable(name: string, { customers, total, currency, subscriptions }: PartSplit, { parts, report }: Texts) {
  const { columns } = parts.payers;
  const lines = customers
    .filter(({ passed, delayed, absorbed }) => passed !== 0 || delayed !== 0 || absorbed !== 0)
    .map((line): SplitLine => ({ ...line, name: line.customer || line.customerId || report.noCustomer }));
  const isWhole = lines.length <= MOST_CUSTOMERS;
  const amount = (key: 'passed' | 'delayed' | 'absorbed') => ({
    ...{ label: columns[key], kind: 'figure' as const, isSummed: isWhole },
    cell: (line: SplitLine) => money(line[key], currency),
  });
  return table<SplitLine>(
    name,
    [
      { label: columns.customer, cell: (line) => text(line.name) },
      { label: columns.subscriptions, kind: 'figure', cell: (line) => count(line.subscriptions) },
      ...(['passed', 'delayed', 'absorbed'] as const).map(amount),
    ],
    lines.slice(0, MOST_CUSTOMERS),
    { ...total, name: report.total, subscriptions },
  );
}

/** What moves the prices: sums over all customers; nothing where nothing moves. */
function causeTable(
  name: string,
  { causes, total, currency }: PartSplit,
  { parts, report }: Texts,
): readonly ReportBlock[] {
  const { columns, causes: words } = parts.payers;
  const moving = causes.filter(({ passed, delayed, absorbed }) => passed !== 0 || delayed !== 0 || absorbed !== 0);
  if (moving.length === 0) return [];
  const rows = moving.map(({ cause, ...split }) => ({ ...split, name: words[cause] }));
  const amount = (key: 'passed' | 'delayed' | 'absorbed') => ({
    ...{ label: columns[key], kind: 'figure' as const, isSummed: true },
    cell: (line: Pick<CauseSplit, typeof key>) => money(line[key], currency),
  });
  return [
    totals(
      table<(typeof rows)[number]>(
        name,
        [
          { label: columns.cause, cell: (line) => text(line.name) },
          ...(['passed', 'delayed', 'absorbed'] as const).map(amount),
        ],
        rows,
        { ...total, name: report.total },
      ),
    ),
  ];
}

function noticeSection(notices: readonly Notice[], { parts, report }: Texts): readonly ReportSection[] {
  if (notices.length === 0) return [];
  const { headings, say, columns, states } = parts.payers;
  const list = table<Notice>(
    headings.notices,
    [
      { label: columns.customer, cell: (line) => text(line.customer || line.customerId || report.noCustomer) },
      { label: columns.sendBy, kind: 'code', cell: (line) => day(line.sendBy) },
      { label: columns.state, cell: (line) => text(states[line.state]) },
      { label: columns.from, kind: 'code', cell: (line) => day(line.from) },
      { label: columns.monthly, kind: 'figure', cell: (line) => money(line.monthly, line.currency) },
      { label: report.columns.currency, kind: 'code', cell: (line) => text(line.currency) },
      { label: columns.subscriptions, kind: 'figure', cell: (line) => count(line.subscriptions) },
    ],
    notices,
  );
  return [{ id: 'payers', heading: headings.notices, say: say.notices, blocks: [list] }];
}
