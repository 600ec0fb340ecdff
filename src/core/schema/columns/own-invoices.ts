/** What the partner billed its customers. */
import type { Kinds } from './kinds.ts';

/** Columns of `own-invoices`: one line of an invoice of the partner's own. */
export const OWN_INVOICE_COLUMNS = {
  /** Microsoft's, or a number of the partner's own. */
  customerId: 'text',
  customerName: 'text',
  /** Microsoft's; one of the partner's own says nothing. */
  subscriptionId: 'text',
  productId: 'text',
  skuId: 'text',
  /** What the invoice calls it. */
  item: 'text',
  quantity: 'exact',
  unitPrice: 'exact',
  /** Of the whole line, net of tax; negative on credits. */
  amount: 'exact',
  currency: 'text',
  invoiceNumber: 'text',
  invoiceDate: 'day',
  periodStart: 'day',
  /** Inclusive. */
  periodEnd: 'day',
  /** `2026-11`. */
  month: 'text',
} as const satisfies Kinds;
