/** Azure consumption by month and by customer, each currency on its own. */
import type { Month } from '../../../core/days.ts';
import type { ReportBlock, ReportSection } from '../../../core/report/document.ts';
import { type ColumnOf, decimal, heading, month, paragraph, table, text } from '../cells.ts';
import type { SectionContext } from '../context.ts';

/** Exact sums as decimal texts in major units. */
export interface AzureSums {
  readonly currency: string;
  readonly months: readonly { readonly month: Month; readonly cost: string }[];
  /** The largest first; `name` undefined: all others together. */
  readonly customers: readonly { readonly name: string | undefined; readonly cost: string }[];
}

export function azureSections({ texts }: SectionContext, sums: readonly AzureSums[]): readonly ReportSection[] {
  const { headings, say, columns, others, none } = texts.parts.azure;
  if (sums.length === 0) return [{ id: 'azure', heading: headings.months, blocks: [paragraph(none)] }];
  const blocks = <Row>(title: string, rowsOf: (one: AzureSums) => readonly Row[], cells: readonly ColumnOf<Row>[]) =>
    sums.flatMap((one): readonly ReportBlock[] => [
      heading(one.currency),
      table(`${title}, ${one.currency}`, cells, rowsOf(one)),
    ]);
  const cost = {
    ...{ label: columns.cost, kind: 'figure' as const },
    cell: (row: { readonly cost: string }) => decimal(row.cost),
  };
  return [
    {
      ...{ id: 'azure', heading: headings.months, say },
      blocks: blocks(headings.months, ({ months }) => months, [
        { label: columns.month, kind: 'code', cell: (row) => month(row.month) },
        cost,
      ]),
    },
    {
      ...{ id: 'azure', heading: headings.customers, say },
      blocks: blocks(headings.customers, ({ customers }) => customers, [
        { label: columns.customer, cell: ({ name }) => text(name ?? others) },
        cost,
      ]),
    },
  ];
}
