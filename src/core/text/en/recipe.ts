/** Words of recipes: how a workbook works, taken to another one without anybody's rows, names or ids. */
import type { LeftOutKind } from '../../recipe/left-out.ts';

const many =
  (one: string, more: string) =>
  (count: string): string =>
    `${count} ${count === '1' ? one : more}`;

export const RECIPE_PARTS = ['scenarios', 'rules', 'additions', 'views', 'mappings'] as const;
export type RecipePart = (typeof RECIPE_PARTS)[number];

export const recipeText = {
  /** In place of a scenario's name that mentions somebody. */
  numbered: (number: number) => `Scenario ${String(number)}`,
  parts: {
    scenarios: 'Scenarios and assumptions',
    rules: 'Rules that were added',
    additions: 'Computed columns, names and sheets',
    views: 'Views: columns, widths, sorting, pivots',
    mappings: 'Mappings of file headers',
  } satisfies Record<RecipePart, string>,
  counts: {
    scenarios: many('scenario', 'scenarios'),
    window: (months: string) => `window of ${months} ${months === '1' ? 'month' : 'months'}`,
    rules: many('list of rules', 'lists of rules'),
    formulas: many('computed column', 'computed columns'),
    names: many('named value', 'named values'),
    sheets: many('own sheet', 'own sheets'),
    tables: many('table as it is arranged', 'tables as they are arranged'),
    savedViews: many('saved view', 'saved views'),
    pivots: many('pivot', 'pivots'),
    mappings: many('header', 'headers'),
    nothing: 'nothing',
  },
  /** By the name under which a workbook keeps the view. */
  tables: new Map([
    ['portfolio', 'Portfolio'],
    ['exposure', 'Exposure'],
  ]),
  write: {
    open: 'Recipe file…',
    title: 'Recipe file',
    explain:
      'A recipe says how this workbook works, so that somebody else can run it on their own exports. It holds no row of your files, and no name, id or domain that stands in them.',
    looking: 'Looking for names in what would go along',
    holds: 'What goes in',
    leaves: 'What is left out',
    leavesNothing: 'Nothing: nothing of this workbook speaks of anybody.',
    part: 'Part',
    what: 'What',
    why: 'Why',
    count: 'How many',
    cells: 'Include what was typed into own sheets, where it mentions nobody from the files',
    cellsHint: 'Termwise knows only names that stand in your files. Look through the cells before you send them.',
    check:
      'Names that stand in none of your files cannot be found: look through the names of scenarios, columns and rules before you send the file.',
    save: 'Save',
    saveLocked: 'Save, locked…',
    writing: 'Writing the recipe',
  },
  leftOut: {
    'decisions': ['Decisions', 'about particular customers or subscriptions'],
    'price-changes': ['Price changes', 'for particular customers'],
    'margins': ['Margin rules', 'of particular customers or subscriptions'],
    'clauses': ['Contract clauses', 'each belongs to a customer'],
    'overrides': ['Edited cells', 'each belongs to a row of your files'],
    'uncertain': ['Uncertain inputs', 'about particular customers'],
    'azure': ['Azure assumptions', 'about particular customers, subscriptions, groups, tags or credit limits'],
    'verdicts': ['Verdicts on Azure findings', 'each belongs to a customer'],
    'assumptions': ['Other assumptions', 'they mention somebody'],
    'seats': ['Seats wanted', 'each belongs to a subscription'],
    'notes': ['Notes, reasons and authors', 'they are somebody’s words'],
    'scenario-names': ['Names of scenarios', 'they mention somebody; the scenarios go along under a number'],
    'rules': ['Lists of rules', 'they mention somebody'],
    'filters': ['Filters, searches and marks', 'they look for particular texts'],
    'formulas': ['Computed columns', 'they mention somebody, or read what is left out'],
    'names': ['Named values', 'they hold a text, mention somebody, or read what is left out'],
    'sheets': ['Own sheets', 'their names mention somebody'],
    'cells': ['Cells of own sheets', 'typed in, or they mention somebody'],
    'pivots': ['Pivots', 'they mention somebody, or use what is left out'],
    'views': ['Saved views', 'their names mention somebody'],
    'mappings': ['Mappings', 'their header or a value for all rows says whose the file is'],
    'report': ['The report’s choices', 'they say for whom it is'],
  } satisfies Record<LeftOutKind, readonly [what: string, why: string]>,
  named: (labels: string, more: string) => (more === '' ? labels : `${labels} and ${more} more`),
  take: {
    title: (file: string) => `Take over “${file}”?`,
    explain:
      'This recipe says how somebody’s workbook works. It holds none of their rows; what you take over works on your own files. It becomes one step that you can undo.',
    part: (part: string, counts: string) => `${part}: ${counts}`,
    clash: (names: string) => `Here already, and different: ${names}`,
    where: 'Where both have one',
    ways: { mine: 'keep mine', theirs: 'take theirs', both: 'keep both, with a number' },
    fresh: 'Your workbook says nothing of its own yet: the scenarios take its place.',
    readOnly: 'Nothing can be taken over now.',
    confirm: 'Take over',
    nothing: 'Choose a part to take over.',
    step: 'Take over a recipe',
    unread: (file: string, path: string) =>
      `“${file}” was not taken over: ${path} holds something that this version of Termwise cannot read. Use the version that wrote it, or ask for a recipe from this version.`,
    empty: (file: string) => `“${file}” holds nothing to take over.`,
  },
} as const; // prettier-ignore
