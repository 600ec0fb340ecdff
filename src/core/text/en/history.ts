/** Words of the history: what each step is called, and the list of steps. */

const cells = (count: number): string => (count === 1 ? '1 cell' : `${count.toLocaleString('en')} cells`);

export const historyText = {
  undo: 'Undo',
  redo: 'Redo',
  undoStep: (what: string) => `Undo: ${what}`,
  redoStep: (what: string) => `Redo: ${what}`,
  title: 'History',
  list: 'Steps, the newest first',
  empty:
    'Nothing has been changed in this workbook yet. Every change you make can be undone here, also after a reload.',
  hint: 'Go back to any step. What comes after it can be done again until you change something else.',
  start: 'As it was before',
  now: 'now',
  undone: 'undone',
  nothingToUndo: 'Nothing to undo.',
  nothingToRedo: 'Nothing to redo.',
  done: (what: string) => `Undone: ${what}`,
  doneAgain: (what: string) => `Done again: ${what}`,
  steps: {
    rename: 'Name of the workbook',
    asOf: 'As of',
    horizon: 'Horizon',
    est: (names: string) => `Assumption ${names}`,
    scenario: 'Scenario opened',
    twin: 'EST twin decided',
    extras: 'Columns of the files',
    author: 'Your name',
    filter: 'Filter of the exposure',
  },
  edits: {
    typed: (count: number) => `Change ${cells(count)}`,
    cleared: (count: number) => `Clear ${cells(count)}`,
    filled: (count: number) => `Fill ${cells(count)}`,
    pasted: (count: number) => `Paste ${cells(count)}`,
    moved: (count: number) => `Move ${cells(count)}`,
    replaced: (count: number) => `Replace in ${cells(count)}`,
    reverted: (count: number) => `Revert ${cells(count)} to what was imported`,
  },
} as const;
