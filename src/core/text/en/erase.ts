/** Texts of erasing a customer. */
import type { ErasedPlace } from '../../erase/tally.ts';

const s = (count: number): string => (count === 1 ? '' : 's');

const PLACES: Readonly<Record<ErasedPlace, string>> = {
  overrides: 'Edited cells of the portfolio',
  decisions: 'Decisions',
  clauses: 'Contract clauses',
  margins: 'Margin rules',
  'price-changes': 'Price changes for this customer',
  azure: 'Azure: changes, commitments, budgets, limits',
  uncertain: 'Uncertain inputs',
  assumptions: 'Other assumptions',
  notes: 'Notes, reasons and authors (blanked)',
  'scenario-names': 'Names of scenarios (replaced)',
  seats: 'Seats wanted',
  'own-names': 'Names on your own invoices',
  verdicts: 'Verdicts on invoices and on spend',
  filters: 'Filters, searches and marks',
  cells: 'Cells of your own sheets',
  formulas: 'Computed columns',
  names: 'Named values',
  sheets: 'Names of your own sheets (replaced)',
  pivots: 'Pivots',
  views: 'Saved views and column layouts',
  mappings: 'Remembered answers about files',
  rules: 'Texts in rules you added',
  report: 'The report’s customer and brand',
  'workbook-name': 'The name of the workbook (blanked)',
  'file-names': 'Names of files (replaced)',
  obligations: 'Obligations: register, log, terms, contacts',
  other: 'Anything else you typed',
};

export const eraseText = {
  open: 'Erase a customer…',
  title: 'Erase a customer',
  intro:
    'Takes one customer out of this workbook: their rows in all files, and what was written about them. You see what would go before anything does.',
  reading: 'Looking for customers',
  looking: 'Looking for the customer',
  erasing: 'Erasing the customer',
  progress: (done: string, of: string): string => `${done} of ${of} rows`,
  find: 'Find a customer',
  findHint: 'Part of the name or id',
  none: 'No customer has this in the name or id. Type less, or another part.',
  customer: 'Customer',
  choose: 'Choose a customer',
  noCustomers: 'No file of this workbook names a customer. Add a file with customers first.',
  look: 'Show what would go',
  back: 'Choose another',
  /** What a line without a name is called. */
  scenario: 'Scenario',
  sheet: 'Sheet',
  pivot: 'Pivot',
  rules: 'Rules',
  files: {
    caption: 'Files',
    columns: ['File', 'Rows erased', 'Rows left', 'Rejected rows', 'Original file'],
    source: {
      none: 'Not kept',
      stays: 'Stays: searched, nothing in it',
      goes: 'Deleted',
      packed: 'Deleted: compressed, cannot be searched',
    },
    removed: 'The whole file goes',
    renamed: (name: string): string => `Will be called ${name}`,
    nothing: 'No file holds this customer.',
  },
  document: {
    caption: 'What was written',
    columns: ['Where', 'Entries'],
    places: PLACES,
    history: 'Undo history, cut whole',
  },
  mentions: {
    caption: 'Not changed: the name or an id in rows of others',
    columns: ['File', 'Line', 'Column', 'Text'],
    note: (count: number, shown: number): string =>
      `${String(count)} cell${s(count)} of other customers’ rows mention this customer${count > shown ? `; the first ${String(shown)} are shown` : ''}. They stay as they are: change them in the file and import it again.`,
  },
  shared: (texts: string): string =>
    `Another customer has this too: ${texts}. Texts, and rows without an id, that say no more than this stay.`,
  damaged: (files: string): string =>
    `Damaged files cannot be searched: ${files}. Delete them on the Files screen, then come back.`,
  warnings: [
    'This cannot be undone, and the undo history of the whole workbook is cut.',
    'An original file that is deleted here cannot be read again with other answers or repairs; its other rows stay.',
    'A backup, report or export that you already saved still holds the customer, and so does the file that you imported. Another import with their rows brings them back.',
    'The browser’s database may keep deleted bytes on the disk until it tidies up. To be sure at once, save a backup after this, delete everything here and in the browser’s settings for this site, and restore the backup.',
  ],
  sure: (name: string): string => `I want to erase ${name} for good`,
  confirm: 'Erase for good',
  changed: 'The files have changed since this was looked at. Look again.',
  /** After it was done. */
  done: {
    title: 'The customer is erased',
    body: (rows: string, files: string, entries: string): string =>
      `${rows} in ${files} and ${entries} are gone from this browser’s storage.`,
    left: 'Reload the page to clear what the browser may still hold in memory for it.',
    reload: 'Reload the page',
  },
  counts: {
    rows: (count: number, text: string): string => `${text} row${s(count)}`,
    files: (count: number, text: string): string => `${text} file${s(count)}`,
    entries: (count: number, text: string): string => `${text} written entr${count === 1 ? 'y' : 'ies'}`,
  },
  /** Of a file on the Files screen. */
  dataset: (rows: string, day: string): string => `${rows} of one customer erased on ${day}`,
  datasetLabel: 'Erased',
  /** The name of a file that had the customer’s. */
  fileName: (number: number): string => `file-${String(number)}`,
} as const;
