/** Short ways to write the blocks and cells of a report. */
import type { Day, Month } from '../../core/days.ts';
import type { Minor } from '../../core/money.ts';
import type {
  ReportBlock,
  ReportCell,
  ReportChart,
  ReportFigure,
  ReportTable,
  ReportTableColumn,
} from '../../core/report/document.ts';

export const EMPTY: ReportCell = { kind: 'empty' };

/** @param id stands small behind the text */
export function text(words: string | undefined, id?: string): ReportCell {
  if (words === undefined || (words === '' && id === undefined)) return EMPTY;
  return { kind: 'text', text: words, ...(id === undefined ? {} : { id }) };
}

export function money(minor: Minor, currency: string): ReportCell {
  return { kind: 'money', minor, currency };
}

/** A difference of cost, shown with its sign and direction. */
export function change(minor: Minor, currency: string): ReportCell {
  return { kind: 'money', minor, currency, isChange: true };
}

export function count(value: number | undefined): ReportCell {
  return value === undefined ? EMPTY : { kind: 'count', count: value };
}

export function decimal(value: string): ReportCell {
  return value === '' ? EMPTY : { kind: 'decimal', decimal: value };
}

export function day(value: Day | undefined): ReportCell {
  return value === undefined ? EMPTY : { kind: 'day', day: value };
}

export function month(value: Month): ReportCell {
  return { kind: 'month', month: value };
}

/** A column of a table with what stands in it. */
export interface ColumnOf<Row> extends Omit<ReportTableColumn, 'kind'> {
  readonly kind?: ReportTableColumn['kind'];
  readonly cell: (row: Row) => ReportCell;
}

/** A table from records. */
export function table<Row>(
  name: string,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
  foot?: Row,
): { readonly kind: 'table'; readonly table: ReportTable } {
  const cells = (row: Row): readonly ReportCell[] => columns.map((column) => column.cell(row));
  return {
    kind: 'table',
    table: {
      name,
      columns: columns.map(({ cell: _, kind = 'text', ...column }) => ({ ...column, kind })),
      rows: rows.map(cells),
      ...(foot === undefined ? {} : { foot: cells(foot) }),
    },
  };
}

/** A table whose rows are sums: no edition rounds them. */
export function totals({ table: own }: { readonly table: ReportTable }): ReportBlock {
  return { kind: 'table', table: { ...own, isTotals: true } };
}

export function heading(words: string): ReportBlock {
  return { kind: 'heading', text: words };
}

export function paragraph(words: string): ReportBlock {
  return { kind: 'paragraph', text: words };
}

export function figures(list: readonly ReportFigure[]): ReportBlock {
  return { kind: 'figures', figures: list };
}

export function charts(list: readonly ReportChart[]): readonly ReportBlock[] {
  return list.map((chart) => ({ kind: 'chart', chart }));
}
