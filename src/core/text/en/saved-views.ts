/** Words of saved views: how a table is arranged, under a name. */

const list = (names: readonly string[]): string => names.join(', ');

export const savedViewsText = {
  menu: 'Views',
  /** The button while a view is open. */
  open: (name: string, isChanged: boolean) => (isChanged ? `View: ${name} (changed)` : `View: ${name}`),
  plain: 'As the table begins',
  save: 'Save as a view…',
  update: (name: string) => `Update “${name}”`,
  rename: (name: string) => `Rename “${name}”…`,
  remove: (name: string) => `Delete “${name}”`,
  toFile: (name: string) => `Save “${name}” to a file`,
  fromFile: 'Add a view from a file…',
  /** In the name of a file. */
  fileWord: (name: string) => `view ${name}`,
  naming: {
    save: 'Save as a view',
    rename: 'Rename the view',
    label: 'Name',
    hint: 'Columns, filters, sorting, groups, marks, formats and the formulas in it are kept under this name.',
    taken: 'Another view has this name.',
    apply: { save: 'Save', rename: 'Rename' },
  },
  adding: {
    title: 'Add a view from a file',
    hint: 'A file that was saved here or by a colleague. It adds the view and opens it; no data is in it.',
    choose: 'Choose a file',
    notAView: 'This file holds no view.',
    tooLarge: 'This file is too large to be a view.',
    added: (name: string) => `The view “${name}” was added and opened.`,
    missing: (titles: readonly string[]) =>
      `Not in this workbook: ${list(titles)}. What the view says about them waits until they are.`,
  },
  steps: {
    save: (name: string) => `Save view ${name}`,
    open: (name: string) => `Open view ${name}`,
    plain: 'Show the table as it begins',
    update: (name: string) => `Update view ${name}`,
    rename: (name: string) => `Rename view to ${name}`,
    remove: (name: string) => `Delete view ${name}`,
    add: (name: string) => `Add view ${name} from a file`,
  },
} as const;
