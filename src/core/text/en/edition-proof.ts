/** The last part of a report without names: what was taken out of what it is made from. */
import type { Words } from '../words.ts';

export const editionProofText = {
  heading: 'What was removed',
  say: 'Names and ids were replaced before anything was calculated; the real ones were never in what made this report. The same name has the same code in this file only.',
  table: 'By column of the files',
  columns: { kind: 'Kind of file', column: 'Column', fate: 'What was done', texts: 'Different texts' },
  fates: {
    replaced: 'replaced by codes',
    dropped: 'removed',
    stays: 'stays: amounts, days, what Microsoft publishes',
    known: 'stays where it is a word of Microsoft’s or of a price list, else replaced',
    trial: 'only whether it is a trial stays',
  },
  replaced: (count: string) => `${count} different names, ids and words were replaced, in files and scenarios.`,
  unknown: (count: string) => `Columns that no format has, whose names are not told either: ${count}, removed.`,
  leftOut: (kinds: string) => `Files of these kinds were left out as a whole: ${kinds}.`,
  scenario: 'From the scenario were removed: its name, notes, reasons, authors, dates of edits, verdicts on spend. Trials of chance were drawn anew.',
  files: 'File names, paths, sizes, the files’ own hashes, line numbers and the order of their rows were removed.',
  bucketed: 'Amounts of single rows are rounded; totals, months and sums by currency are exact. Charts are left out, since they would show the exact rows.',
  exact: 'Amounts are exact. Somebody who knows an amount from elsewhere can recognise its row.',
} as const; // prettier-ignore

export type EditionProofText = Words<typeof editionProofText>;
