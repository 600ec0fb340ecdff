/** Words of the dialog that makes a dispute pack. */

export const disputeDialogText = {
  open: 'Dispute pack…',
  title: 'Dispute pack',
  say: 'A page to print, the same as a workbook, and a covering text: what was billed, what should have been, why, and the lines that show it; with the refund windows that still run. Termwise makes the files and sends nothing.',
  disputed: (count: string) => `The ${count} differences of the month that are marked as disputed, with their notes.`,
  disputedOne: 'The one difference of the month that is marked as disputed, with its note.',
  all: (count: string) =>
    `No difference is marked as disputed, so all ${count} of the month go in. Mark some to choose.`,
  to: 'To',
  recipients: { microsoft: 'Microsoft', distributor: 'Distributor' },
  language: 'Language and formats',
  paper: 'The name and paper size of the report are used.',
  names: 'It names customers and subscriptions.',
  save: 'Save as ZIP',
  saving: 'Making the dispute pack',
  changed: 'The files have changed since the differences were found. Look at them again, then make the pack.',
} as const;
