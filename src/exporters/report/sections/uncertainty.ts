/** What trials gave: percentiles of every figure, chances of crossing limits, and the customers that spread most. */
import type { ReportBlock, ReportSection } from '../../../core/report/document.ts';
import { TRIAL_AMOUNTS, type TrialAmount } from '../../../sim/uncertainty/types.ts';
import type { SpreadDocument, UncertaintyDocument } from '../../results/uncertainty.ts';
import { decimal, heading, paragraph, table, text, totals } from '../cells.ts';
import type { SectionContext } from '../context.ts';

/** @param told `none`: nothing in the scenario is uncertain; `undrawn`: its ranges cannot be drawn from */
export function uncertaintySections(
  { texts, format }: SectionContext,
  told: UncertaintyDocument | 'none' | 'undrawn',
): readonly ReportSection[] {
  const words = texts.parts.uncertainty;
  const section = { id: 'uncertainty', heading: words.heading } as const;
  if (typeof told === 'string') return [{ ...section, blocks: [paragraph(words[told])] }];
  const { trials, seed, statistics } = told;
  const blocks = Object.entries(statistics.totals).flatMap(([currency, spreads]): readonly ReportBlock[] => [
    heading(currency),
    totals(
      table<TrialAmount>(
        `${words.heading}, ${currency}`,
        [
          { label: words.columns.figure, cell: (amount) => text(words.amounts[amount]) },
          ...(['p10', 'p50', 'p90'] as const).map((percent) => ({
            label: words.columns[percent],
            kind: 'figure' as const,
            cell: (amount: TrialAmount) => decimal(spreads[amount]?.[percent] ?? ''),
          })),
        ],
        TRIAL_AMOUNTS.filter((amount) => amount in spreads),
      ),
    ),
  ]);
  return [
    {
      ...section,
      say: words.say(format.count(trials), seed),
      blocks: [...blocks, ...limitBlocks(told, texts), ...customerBlocks(told, texts)],
    },
  ];
}

type Texts = SectionContext['texts'];
type Limit = UncertaintyDocument['statistics']['limits'][number];

function limitBlocks(
  { statistics: { limits } }: UncertaintyDocument,
  { parts, report }: Texts,
): readonly ReportBlock[] {
  const words = parts.uncertainty;
  if (limits.length === 0) return [];
  const amounts: Readonly<Record<string, string>> = words.amounts;
  return [
    heading(words.limits),
    totals(
      table<Limit>(
        words.limits,
        [
          { label: words.columns.figure, cell: ({ amount }) => text(amounts[amount] ?? amount) },
          { label: words.columns.limit, kind: 'figure', cell: ({ above }) => decimal(above) },
          { label: report.columns.currency, kind: 'code', cell: ({ currency }) => text(currency) },
          {
            label: words.columns.chance,
            kind: 'figure',
            cell: ({ chance }) => ({ kind: 'percent', ratio: chance, digits: 1 }),
          },
        ],
        limits,
      ),
    ),
  ];
}

interface WorstCustomer {
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  readonly extra: SpreadDocument;
}

function customerBlocks({ statistics }: UncertaintyDocument, { parts, report }: Texts): readonly ReportBlock[] {
  const words = parts.uncertainty;
  const customers = statistics.worstCustomers as readonly WorstCustomer[];
  if (customers.length === 0) return [];
  return [
    heading(words.customers),
    table<WorstCustomer>(
      words.customers,
      [
        {
          label: words.columns.customer,
          cell: ({ customer, customerId }) => text(customer || customerId || report.noCustomer),
        },
        ...(['p10', 'p50', 'p90'] as const).map((percent) => ({
          label: words.columns[percent],
          kind: 'figure' as const,
          cell: ({ extra }: WorstCustomer) => decimal(extra[percent] ?? ''),
        })),
        { label: report.columns.currency, kind: 'code', cell: ({ currency }) => text(currency) },
      ],
      customers,
    ),
  ];
}
