/** Invoices as a sheet: the exact sums of their lines, and the sums that the invoices say of themselves. */
import type { InvoiceSummary } from '../../../core/invoice/plan.ts';
import { type Exact, isZero, parseExact, subtract } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { invoiceLinesText } from '../../../core/text/en/invoice-lines.ts';
import type { TypedValue } from '../../../sheet/typed/cell-type.ts';
import type { InvoiceSum } from '../../../sim/invoice/model/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { CellEdit, PayColumn } from '../../payers/sheet/columns.ts';
import { columnsIn } from '../columns.ts';

export interface InvoiceRow {
  readonly sum: InvoiceSum;
  /** Decimal text; undefined: nothing was said. */
  readonly summary: string | undefined;
}

export function invoiceRows(sums: readonly InvoiceSum[], summaries: readonly InvoiceSummary[]): readonly InvoiceRow[] {
  return sums.map((sum) => ({
    sum,
    summary: summaries.find(({ number, currency }) => number === sum.number && currency === sum.currency)?.total,
  }));
}

export function invoiceColumns(currency: string, format: Format): readonly PayColumn<InvoiceRow>[] {
  const { columns, unbilled } = invoiceLinesText.invoices;
  const { text, count, money, month } = columnsIn<InvoiceRow>(currency, format);
  return [
    text('number', columns.number, ({ sum }) => sum.number || unbilled, { frozen: true, width: 150 }),
    month('month', columns.month, ({ sum }) => sum.month),
    count('lines', columns.lines, ({ sum }) => sum.lines),
    money('subtotal', columns.subtotal, ({ sum }) => parseExact(sum.subtotal)),
    money('tax', columns.tax, ({ sum }) => parseExact(sum.tax), { width: 110 }),
    money('total', columns.total, ({ sum }) => parseExact(sum.total), { width: 150 }),
    {
      ...money('summary', columns.summary, ({ summary }) => exactOf(summary), { width: 160 }),
      edit: summaryEdit(currency),
    },
    {
      ...money('difference', columns.difference, differenceOf, { width: 150 }),
      flags: (row) => (isOff(row) ? CELL.warning : 0),
    },
  ];
}

/** Lines less invoice; undefined before anything was said. */
function differenceOf({ sum, summary }: InvoiceRow): Exact | undefined {
  const [lines, said] = [parseExact(sum.total), exactOf(summary)];
  return lines && said && subtract(lines, said);
}

function isOff(row: InvoiceRow): boolean {
  const difference = differenceOf(row);
  return difference !== undefined && !isZero(difference);
}

function exactOf(decimal: string | undefined): Exact | undefined {
  return decimal === undefined ? undefined : parseExact(decimal);
}

function summaryEdit(currency: string): CellEdit<InvoiceRow> {
  return {
    type: { kind: 'amount', currency, digits: 12 },
    value: ({ summary }): TypedValue =>
      summary === undefined ? { kind: 'empty' } : { kind: 'decimal', decimal: summary },
    set: (row, value) => {
      if (row.sum.number === '') return invoiceLinesText.invoices.noNumber;
      return { ...row, summary: value.kind === 'decimal' ? value.decimal : undefined };
    },
  };
}
