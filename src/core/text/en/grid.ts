/** Words of the grid: what screen readers hear, its column menu, and what it says about copying. */

interface SpokenCell {
  readonly title: string;
  readonly value: string;
  /** Counted from 1. */
  readonly row: number;
  readonly overridden: boolean;
  readonly warning: boolean;
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

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
  edit: {
    help:
      'Typing replaces a cell, F2 edits it, Escape gives it up. Enter and Tab write it and move on, Control and Enter writes ' +
      'it into all selected cells. Delete empties, Control and D fills down, Control and R to the right. Control and X, C ' +
      'and V move and copy, with Shift and V rows become columns. Control, Shift and Enter opens what stands behind a cell. ' +
      'Escape and then Tab leaves the grid.',
    input: (grid: string) => `Cells of ${grid}`,
    cell: (title: string, row: number) => `${title}, row ${String(row)}`,
    choices: (title: string) => `Choices for ${title}`,
    done: (changed: number, refused: number) =>
      [
        `${counted(changed, 'cell')} changed`,
        ...(refused > 0 ? [`${counted(refused, 'cell')} left as ${refused === 1 ? 'it was' : 'they were'}`] : []),
      ].join(', '),
    copied: (cells: number, cut: boolean) => `${counted(cells, 'cell')} ${cut ? 'cut, paste moves them' : 'copied'}`,
    tooMany: (cells: number, most: number) =>
      `That would change ${cells.toLocaleString('en')} cells; ${most.toLocaleString('en')} can be changed at once.`,
    beyondColumn: (column: number) => `Column ${String(column)}`,
    beyondRows: 'Below the last row.',
    beyondColumns: 'Beyond the last column.',
    nothingToPaste: 'The clipboard holds no cells.',
    copyByKeys: 'The browser does not allow that from a menu: press Ctrl+C.',
    cutByKeys: 'The browser does not allow that from a menu: press Ctrl+X.',
    pasteByKeys: 'The browser does not allow that from a menu: press Ctrl+V.',
    transposeByKeys: 'The browser does not allow that from a menu: press Ctrl+Shift+V.',
    refused: (cells: number) => `${counted(cells, 'cell')} left as ${cells === 1 ? 'it was' : 'they were'}`,
    refusedCell: (place: string, text: string) => (text === '' ? place : `${place}: “${text}”`),
    refusedMore: (cells: number) => `and ${cells.toLocaleString('en')} more`,
  },
  cellMenu: {
    label: (title: string, row: number) => `Menu of ${title}, row ${String(row)}`,
    open: 'Open what is behind it',
    edit: 'Edit',
    cut: 'Cut',
    copy: 'Copy',
    copyHeaders: 'Copy with headers',
    paste: 'Paste',
    pasteTransposed: 'Paste, rows as columns',
    fillDown: 'Fill down',
    fillRight: 'Fill right',
    clear: 'Clear',
    revert: 'Put back what was imported',
    freeze: 'Freeze rows and columns up to here',
    unfreeze: 'Freeze nothing',
    find: 'Find…',
  },
  find: {
    label: 'Find in the sheet',
    find: 'Find',
    replace: 'Replace by',
    previous: 'Previous match',
    next: 'Next match',
    one: 'Replace',
    all: 'Replace all',
    wholeCell: 'Whole cell',
    matchCase: 'Match case',
    oneColumn: 'Only this column',
    searching: 'Searching …',
    none: 'Nothing found',
    place: (place: number, count: number) =>
      place > 0
        ? `${place.toLocaleString('en')} of ${count.toLocaleString('en')}`
        : `${count.toLocaleString('en')} found`,
    otherwise: 'Shown in other words than it is typed.',
  },
  print: {
    more: (shown: number, rows: number) =>
      `The first ${shown.toLocaleString('en')} of ${rows.toLocaleString('en')} rows. Filter to print others.`,
  },
  group: {
    toggle: (label: string, closed: boolean) => `${closed ? 'Open' : 'Close'} group ${label}`,
    count: (rows: number) => counted(rows, 'row'),
    toggled: (label: string, closed: boolean) => `Group ${label} ${closed ? 'closed' : 'opened'}`,
    spoken: (label: string, count: number, closed: boolean) =>
      `group ${label}, ${counted(count, 'row')}, ${closed ? 'closed' : 'open'}`,
  },
  menu: {
    open: (title: string) => `Column menu of ${title}`,
    ascending: 'Sort ascending',
    descending: 'Sort descending',
    add: 'Add as next sort key',
    unsort: 'Take out of the sorting',
    wider: 'Wider',
    narrower: 'Narrower',
    fit: 'Fit width to what is shown',
    left: 'Move left',
    right: 'Move right',
    hide: 'Hide column',
    freeze: 'Freeze up to this column',
    unfreeze: 'Freeze no columns',
    moved: (title: string, place: number) => `${title} is now column ${String(place)}`,
  },
} as const;
