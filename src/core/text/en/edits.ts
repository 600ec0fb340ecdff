/** Words about changed cells: why one cannot be changed, and the list of those that were. */

export const editsText = {
  computed: (title: string) =>
    `${title} is worked out from the files and the scenario. Change a cell that it is made from, such as Seats or Term end, or add a column with a formula.`,
  fromFile: (title: string) => `${title} says where a row comes from and stays as it was imported.`,
  formulaColumn: (title: string) => `${title} is a formula. Change it in the formula line above the sheet.`,
  group: 'This row adds up a group. Open the group and change a row in it.',
  title: 'Changed cells',
  button: (count: string) => `${count} changed`,
  buttonHint: 'Cells that you have changed, with who, when and why',
  hint: 'Your changes lie over the imported cells as part of the scenario. The files stay as they came.',
  none: 'No cell is changed. Type into a white cell of the portfolio to see what would follow.',
  you: 'Your name',
  youHint: 'Stands beside the changes that you make from now on.',
  columns: { cell: 'Cell', imported: 'Imported', now: 'Now', who: 'Who and when', reason: 'Reason' },
  reasonOf: (cell: string) => `Reason for ${cell}`,
  revert: 'Revert',
  revertCell: (cell: string) => `Revert ${cell}`,
  revertAll: 'Revert all',
  explain: 'Who, when and why…',
  missing: 'not in the files now',
  empty: 'empty',
  nobody: 'somebody without a name',
  /** The newest are listed. */
  first: (shown: string, all: string) => `The newest ${shown} of ${all} are listed.`,
  reasonStep: (cell: string) => `Reason for ${cell}`,
  /** The mark's meaning, for the trail. */
  trail: (now: string, imported: string, who: string, reason: string) =>
    `changed from ${imported} to ${now} by ${who}${reason === '' ? '' : `: ${reason}`}`,
} as const;
