/** Words of what a user takes away from a table: files, paper, the clipboard. */

export const takeAwayText = {
  menu: 'Export table',
  csvLocal: (locale: string) => `CSV for spreadsheets set to ${locale}`,
  csvProgram: 'CSV for programs (comma, decimal point, UTF-8)',
  xlsx: 'XLSX with formats and formulas',
  print: 'Print…',
  /** A job and its stage. */
  exporting: (title: string) => `Exporting ${title}`,
  writing: (rows: string) => `Writing ${rows} rows`,
} as const;
