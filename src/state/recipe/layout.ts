/** The part of a recipe that says how tables are shown and what was added to them: to JSON, and back with a word on what can't be. */
import { firstLost } from '../../core/recipe/canonical.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../../sheet/calculation/sheet-size.ts';
import type { TableView } from '../../sheet/model/table-view.ts';
import type { ColumnFormula, NamedValue, OwnSheet, PivotSpec, SavedView } from '../../sheet/model/workbook-parts.ts';
import {
  isFields,
  readFormulas,
  readNames,
  readPivots,
  readSavedViews,
  readSheets,
  readTableView,
  texts,
} from '../stored-parts.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface RecipeLayout {
  /** By the table's name. */
  readonly tables: ReadonlyMap<string, TableView>;
  /** Columns of files, beyond ours, that the portfolio shows. */
  readonly extras: readonly string[];
  readonly formulas: readonly ColumnFormula[];
  readonly names: readonly NamedValue[];
  readonly sheets: readonly OwnSheet[];
  readonly pivots: readonly PivotSpec[];
  readonly savedViews: readonly SavedView[];
}

export const NO_LAYOUT: RecipeLayout = {
  tables: new Map(),
  ...{ extras: [], formulas: [], names: [], sheets: [], pivots: [], savedViews: [] },
};

/** Plain JSON. */
export function writeLayout({ tables, ...rest }: RecipeLayout): Fields {
  return JSON.parse(JSON.stringify({ tables: Object.fromEntries(tables), ...rest })) as Fields;
}

/** The layout in a recipe, or the place of something in it that this version can't read. */
export function readLayout(value: Fields): Result<RecipeLayout, string> {
  const { tables } = value;
  const layout: RecipeLayout = {
    tables: new Map(isFields(tables) ? Object.entries(tables).map(([name, view]) => [name, readTableView(view)]) : []),
    extras: texts(value['extras']),
    formulas: readFormulas(value['formulas']),
    names: readNames(value['names']),
    sheets: readSheets(value['sheets']),
    pivots: readPivots(value['pivots']),
    savedViews: readSavedViews(value['savedViews']),
  };
  const wrong = firstLost(value, writeLayout(layout)) ?? firstUnsound(layout);
  return wrong === undefined ? ok(layout) : err(wrong === '' ? 'layout' : `layout.${wrong}`);
}

const WIDEST = 5000;

/** The place of something that the app would never write, and that could harm it. */
function firstUnsound(layout: RecipeLayout): string | undefined {
  const { tables, formulas, sheets, pivots, savedViews } = layout;
  const views = [...tables.values(), ...sheets.map(({ view }) => view), ...savedViews.map(({ view }) => view)];
  const widths = views.flatMap((view) => Object.values(view.widths));
  if (!widths.every((width) => width > 0 && width <= WIDEST)) return 'tables';
  if (!views.every(({ frozenRows, frozenColumns = 0 }) => frozenRows < MOST_ROWS && frozenColumns < MOST_COLUMNS))
    return 'tables';
  const all = [...formulas, ...savedViews.flatMap((view) => view.formulas)];
  if (!all.every(({ key }) => /^f:[1-9]\d{0,8}$/.test(key)) || !areDistinct(formulas.map(({ key }) => key)))
    return 'formulas';
  if (!sheets.every(isSoundSheet) || !areDistinct(sheets.map(({ id }) => id))) return 'sheets';
  if (!pivots.every(({ id }) => /^pivot:[1-9]\d{0,8}$/.test(id)) || !areDistinct(pivots.map(({ id }) => id)))
    return 'pivots';
  return undefined;
}

function isSoundSheet({ id, rows, columns }: OwnSheet): boolean {
  const fits = rows > 0 && rows <= MOST_ROWS && columns > 0 && columns <= MOST_COLUMNS;
  return fits && /^own:[1-9]\d{0,8}$/.test(id);
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
