/** Words of the view of a dataset's rows. */

export const rowsText = {
  open: 'Open rows',
  title: (file: string) => `Rows of “${file}”`,
  grid: (file: string) => `Rows of ${file}`,
  hint: (rows: string) =>
    `${rows === '1' ? '1 row' : `${rows} rows`} as they were read, under the header of the file. Nothing can be changed here.`,
  opening: 'Opening the rows…',
  line: 'Line',
  /** A cell that is being read. */
  pending: '…',
  columns: 'Columns',
  allColumns: 'Show all columns',
  empty: 'No row of this file was accepted.',
  copyReading: 'The selected cells are being read. Copy again in a moment.',
  copyTooMany: 'Too many cells to copy from here. Select less, or download the rows as CSV.',
} as const;
