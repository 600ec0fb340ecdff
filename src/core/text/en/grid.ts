/** Words of the grid: what screen readers hear, its column menu, and what it says about copying. */

interface SpokenCell {
  readonly title: string;
  readonly value: string;
  /** Counted from 1. */
  readonly row: number;
  readonly overridden: boolean;
  readonly warning: boolean;
}

export const gridText = {
  rowNumber: 'Row',
  empty: 'No rows to show.',
  total: 'Total',
  help:
    'Arrow keys move, Shift with arrows selects, Enter opens a cell. In a header, Enter sorts, Shift and Enter adds a ' +
    'sort key, Alt and Arrow down opens the column menu.',
  /** A cell as a screen reader hears it when the focus gets there. */
  cell: ({ title, value, row, overridden, warning }: SpokenCell) =>
    [
      title,
      value === '' ? 'empty' : value,
      ...(overridden ? ['changed by you'] : []),
      ...(warning ? ['warning'] : []),
      `row ${String(row)}`,
    ].join(', '),
  /** A header as a screen reader hears it. */
  header: (title: string, sort: { place: number; descending: boolean } | undefined) =>
    sort === undefined
      ? `${title}, column header`
      : `${title}, column header, sorted ${sort.descending ? 'descending' : 'ascending'}, key ${String(sort.place)}`,
  /** A range as a screen reader hears it when it grows or shrinks. */
  range: (rows: number, columns: number) => `${String(rows)} by ${String(columns)} cells selected`,
  largeCopy: (cells: number) =>
    `${cells.toLocaleString('en')} cells are selected. Copying them takes a while and a lot of memory. Copy again to go ahead, or select less.`,
  menu: {
    open: (title: string) => `Column menu of ${title}`,
    ascending: 'Sort ascending',
    descending: 'Sort descending',
    add: 'Add as next sort key',
    unsort: 'Take out of the sorting',
    wider: 'Wider',
    narrower: 'Narrower',
    fit: 'Fit width to what is shown',
  },
} as const;
