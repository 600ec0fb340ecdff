/** Words of the invoice check: its frame, its parts and what they share. */

export const invoiceText = {
  title: 'Invoice check',
  reading: 'Reading invoice lines',
  checking: 'checking the arithmetic',
  sections: 'Parts of the invoice check',
  parts: {
    lines: 'Lines',
    est: 'EST billed',
    proration: 'Proration',
  },
  empty: {
    title: 'No invoice lines yet',
    text: 'Import the invoice reconciliation file of a month: in Partner Center under Billing, Billing history, choose the reconciliation file of the new commerce invoice, and drop it anywhere here. Termwise then shows whether each line adds up, which Extended Service Terms were billed, and what should have been billed instead. The proration sheet works without a file.',
    toFiles: 'Go to Files',
    addSample: 'Add invoices to the sample',
  },
  cancelled: {
    title: 'Reading was stopped',
    text: 'The invoice lines have not been read to the end.',
    again: 'Read them',
  },
  month: 'Month',
  allMonths: 'All months',
  currency: 'Currency',
  gate: (currency: string) => `Leave out up to, ${currency} a line`,
  gateStep: 'Change of what an invoice line may be off',
  summaryStep: (invoice: string) => `Sum of invoice ${invoice}`,
  none: '(none)',
  calculating: 'Adding up…',
  stopped: 'Stopped before it was done. Open this part again to start anew.',
  /** What takes long, while it runs. */
  jobs: {
    lines: 'Adding up invoice lines',
    est: 'Looking for billed Extended Service Terms',
    ownFacts: 'Reading your own invoices',
    own: 'Comparing your own invoices with the lines',
    bridge: 'Comparing two months',
    windows: 'Looking for refund windows',
  },
  files: (lines: string, files: string, invoices: string) =>
    `${lines} ${lines === '1' ? 'line' : 'lines'} of ${files} ${files === '1' ? 'file' : 'files'}, ${invoices} ${invoices === '1' ? 'invoice' : 'invoices'}.`,
  repeated: (lines: string) => `Lines that stand in a second file too and count once: ${lines}.`,
} as const;
