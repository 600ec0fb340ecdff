/** Words of the lines of the invoice check: their arithmetic, and the sums of each invoice. */

export const invoiceLinesText = {
  invoices: {
    title: 'Invoices',
    sum: (invoices: string) => `Invoices: ${invoices}.`,
    unbilled: 'not billed yet',
    empty: 'No invoice in this month and currency.',
    columns: {
      number: 'Invoice',
      month: 'Month',
      lines: 'Lines',
      subtotal: 'Before tax',
      tax: 'Tax',
      total: 'Total',
    },
  },
} as const;
