/** Words of billed lines as evidence, in any part of the invoice check. */

export const invoiceEvidenceText = {
  reading: 'Looking up the lines…',
  more: (shown: string, all: string) => `The first ${shown} of ${all} lines.`,
  columns: {
    at: 'File and row',
    invoice: 'Invoice',
    chargeType: 'Charge',
    days: 'Days',
    seats: 'Quantity',
    list: 'List price',
    unit: 'Charged a unit',
    rate: 'Exchange rate',
    subtotal: 'Before tax',
    total: 'Total',
    adjustment: 'Price adjustment',
  },
  at: (file: string, line: string) => (line === '' ? file : `${file}, row ${line}`),
} as const;
