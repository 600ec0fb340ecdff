/** Words of the dialog that lists what is remembered about the headers of files. */

export const recipesText = {
  title: 'Remembered mappings',
  intro:
    'What you said about files with these headers. The next file with one of them is read the same way, without a question.',
  none: 'Nothing is remembered yet. What you say about a file with an unknown header appears here.',
  importHint: 'To take mappings over from somebody else, drop their recipe (a JSON file) like any other file. A mapping with one customer for all rows says whose file it is; “Recipe file…” on this screen leaves such mappings out.',
  caption: 'Remembered mappings, by header',
  columns: { header: 'Header', kind: 'Read as', said: 'What you said', remove: 'Delete' },
  /** The answer was remembered before headers were kept beside it. */
  noHeader: (hash: string) => `header ${hash.slice(0, 8)}…`,
  asHeaderSays: 'as its header says',
  mapped: (columns: number) => (columns === 1 ? '1 column' : `${String(columns)} columns`),
  constants: (values: number) => (values === 1 ? '1 value for all rows' : `${String(values)} values for all rows`),
  dateOrder: { mdy: 'month first', dmy: 'day first' },
  decimalMark: { '.': 'decimal point', ',': 'decimal comma' },
  remove: 'Delete',
  removeOf: (header: string) => `Delete the mapping of ${header}`,
  exportAll: 'Export all (recipe)',
  exporting: 'Writing the recipe',
} as const; // prettier-ignore
