/** The partner's own invoices, line by line, as accounting and billing systems export them: their headers are mapped. */
import { OWN_INVOICE_COLUMNS } from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat, Verdict } from '../../sheet/format.ts';
import type { RowView } from '../../sheet/row-view.ts';

export const OWN_INVOICE_FIELDS = fieldsOf(OWN_INVOICE_COLUMNS, {
  amount: { required: true },
  currency: { required: true },
  month: { kind: 'month' },
});

export const OWN_INVOICES: SheetFormat = {
  kind: 'own-invoices',
  title: 'own invoices',
  fields: OWN_INVOICE_FIELDS,
  signature: ['customername', 'item', 'amount', 'currency'],
  // Files of Microsoft's that have lines of invoices too.
  without: ['chargetype', 'durableofferid', 'usagedate'],
  ambiguous: 'ask',
  bulk: true,
  totals: [{ column: 'amount', currency: 'currency' }],
  periods: {
    day: 'periodStart',
    customer: 'customerId',
    invoice: 'invoiceNumber',
    identity: ['customerName', 'subscriptionId', 'productId', 'skuId', 'item', 'quantity', 'amount'],
  },
  rowCheck: () => checkRow,
};

const MONTH = /^\d{4}-\d{2}$/;

/** A line has to say for whom and for when it is. */
function checkRow(row: RowView): Verdict {
  const isFor = ['customerId', 'customerName', 'subscriptionId'].some((column) => row.text(column).trim() !== '');
  if (!isFor) return { code: 'no-customer', column: 'CustomerName', text: '' };
  const month = row.text('month');
  if (month !== '' && !MONTH.test(month)) return { code: 'not-a-month', column: 'Month', text: month };
  const hasDay = row.day('periodStart') !== undefined || row.day('invoiceDate') !== undefined;
  return month !== '' || hasDay ? 'accept' : { code: 'no-month', column: 'PeriodStart', text: '' };
}
