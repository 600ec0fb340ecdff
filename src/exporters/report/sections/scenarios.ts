/** Scenarios side by side: the sums of each, by currency, and a hash by which each is known again. */
import type { ReportBlock, ReportCell, ReportChart, ReportSection } from '../../../core/report/document.ts';
import type { ScenarioSums } from '../../../sim/compare/types.ts';
import type { Totals } from '../../../sim/types.ts';
import { charts, count, EMPTY, heading, money, paragraph, table, text, totals } from '../cells.ts';
import type { SectionContext } from '../context.ts';

const COUNTS = ['subscriptions', 'exposed'] as const;
const AMOUNTS = ['est', 'current', 'renew', 'extra', 'passed', 'delayed', 'absorbed', 'margin'] as const;
type Figure = (typeof COUNTS)[number] | (typeof AMOUNTS)[number];

export interface ComparedSums {
  readonly sums: readonly ScenarioSums[];
  readonly currencies: readonly string[];
  /** Of each scenario, in the same order. */
  readonly hashes: readonly string[];
  readonly charts: readonly ReportChart[];
}

export function scenarioSections(
  { texts }: SectionContext,
  compared: ComparedSums | undefined,
): readonly ReportSection[] {
  const words = texts.parts.scenarios;
  if (!compared) return [{ id: 'scenarios', heading: words.heading, blocks: [paragraph(words.few)] }];
  const { sums, currencies, hashes } = compared;
  const figures: readonly Figure[] = [...COUNTS, ...AMOUNTS];
  const blocks = currencies.flatMap((currency): readonly ReportBlock[] => [
    heading(currency),
    totals(
      table<Figure>(
        `${words.heading}, ${currency}`,
        [
          { label: words.columns.figure, cell: (figure) => text(words.figures[figure]) },
          ...sums.map(({ name, totals }) => ({
            label: name,
            kind: 'figure' as const,
            cell: (figure: Figure) =>
              cellOf(
                totals.find((one) => one.currency === currency),
                figure,
              ),
          })),
        ],
        figures,
      ),
    ),
  ]);
  const known = sums.map(({ name }, at) => paragraph(words.hash(name, hashes[at] ?? '')));
  return [
    {
      id: 'scenarios',
      heading: words.heading,
      say: words.say,
      blocks: [...blocks, ...charts(compared.charts), ...known],
    },
  ];
}

function cellOf(totals: Totals | undefined, figure: Figure): ReportCell {
  if (!totals) return EMPTY;
  return figure === 'subscriptions' || figure === 'exposed'
    ? count(totals[figure])
    : money(totals[figure], totals.currency);
}
