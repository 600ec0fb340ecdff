/** Why a formula stands in an exported file as its values. */
export const formulaExportText = {
  /** A function of ours, or one that only spills. */
  function: (name: string) => `Excel has no function ${name}`,
  array: (name: string) => `${name} works on many cells at once, which a column of formulas in a file cannot`,
  column: (title: string) => `the column ${title} is not in this file`,
  wholeColumn: (title: string) => `it uses the whole column ${title}, and this file does not hold all of its rows`,
  reference: (text: string) => `${text} stands on another sheet`,
  name: (name: string) => `there is no name ${name} in this file`,
  unreadable: 'it cannot be read',
} as const;
