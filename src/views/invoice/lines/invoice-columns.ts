/** Invoices as a list: the exact sums of their lines. */
import { parseExact } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { invoiceLinesText } from '../../../core/text/en/invoice-lines.ts';
import type { InvoiceSum } from '../../../sim/invoice/model/types.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { columnsIn } from '../columns.ts';

export function invoiceColumns(currency: string, format: Format): readonly TakenColumn<InvoiceSum>[] {
  const { columns, unbilled } = invoiceLinesText.invoices;
  const { text, count, money, month } = columnsIn<InvoiceSum>(currency, format);
  return [
    text('number', columns.number, ({ number }) => number || unbilled, { frozen: true, width: 160 }),
    month('month', columns.month, (row) => row.month),
    count('lines', columns.lines, ({ lines }) => lines),
    money('subtotal', columns.subtotal, ({ subtotal }) => parseExact(subtotal)),
    money('tax', columns.tax, ({ tax }) => parseExact(tax), { width: 120 }),
    money('total', columns.total, ({ total }) => parseExact(total)),
  ];
}
