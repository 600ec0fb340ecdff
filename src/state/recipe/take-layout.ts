/** Computed columns, names, sheets, views and pivots of a recipe in a workbook that may have some of its own. Pure. */
import { nameKey } from '../../sheet/formula/needs.ts';
import { PLAIN_VIEW, type TableView } from '../../sheet/model/table-view.ts';
import type { ColumnFormula, PivotSpec, SavedView } from '../../sheet/model/workbook-parts.ts';
import { canonicalJson } from '../../core/recipe/canonical.ts';
import type { WorkbookDocument } from '../document.ts';
import { withKeys } from '../view-keys.ts';
import type { RecipeLayout } from './layout.ts';

/** What becomes of what both have. */
export type Way = 'mine' | 'theirs';

type Additions = Pick<WorkbookDocument, 'formulas' | 'names' | 'sheets'>;
type Views = Pick<WorkbookDocument, 'tables' | 'shownExtras' | 'savedViews' | 'pivots'>;

/** Columns are known by their titles, names and sheets by their names. Ids that are taken here are made anew. */
export function takeAdditions(document: WorkbookDocument, layout: RecipeLayout, way: Way): Additions {
  const keys = columnKeys(document, layout.formulas);
  const formulas = layout.formulas.map((formula) => ({ ...formula, key: keys.get(formula.key) ?? formula.key }));
  const byName = (one: { readonly name: string }): string => nameKey(one.name);
  return {
    formulas: joined(document.formulas, formulas, ({ title }) => nameKey(title), way),
    names: joined(document.names, layout.names, byName, way),
    sheets: joined(document.sheets, withFreeIds(document.sheets, layout.sheets, 'own:'), byName, way),
  };
}

/** @param formulas of the workbook once it has what it takes of the recipe: columns that are not among them are left out of the views */
export function takeViews(
  document: WorkbookDocument,
  layout: RecipeLayout,
  way: Way,
  formulas: readonly ColumnFormula[],
): Views {
  const keys = columnKeys(document, [...layout.formulas, ...layout.savedViews.flatMap((view) => view.formulas)]);
  const known = new Set(formulas.map(({ key }) => key));
  const keyOf = (key: string): string | undefined => {
    if (!key.startsWith('f:')) return key;
    const own = keys.get(key);
    return own !== undefined && known.has(own) ? own : undefined;
  };
  const pivots = withFreeIds(document.pivots, layout.pivots, 'pivot:');
  const pivotIds = new Map(layout.pivots.map(({ id }, at) => [id, pivots[at]?.id ?? id]));
  const usable = pivots.flatMap((pivot) => pivotWithKeys(pivot, keyOf));
  return {
    tables: joinedTables(document, layout, { way, keyOf, pivotIds }),
    shownExtras: [...new Set([...document.shownExtras, ...layout.extras])],
    savedViews: joined(
      document.savedViews,
      layout.savedViews.map((view) => viewWithKeys(view, keys, known)),
      ({ table, name }) => JSON.stringify([table, name]),
      way,
    ),
    pivots: joined(document.pivots, usable, ({ name }) => nameKey(name), way),
  };
}

/** The keys here of a recipe's columns: those of columns with the same title, else their own if it is free, else a new one. */
function columnKeys(document: WorkbookDocument, theirs: readonly ColumnFormula[]): ReadonlyMap<string, string> {
  const all = [...document.formulas, ...document.savedViews.flatMap((saved) => saved.formulas)];
  const mine = new Map(document.formulas.map(({ key, title }) => [nameKey(title), key]));
  const taken = new Set(all.map(({ key }) => key));
  const numbers = [...all, ...theirs].map(({ key }) => Number(key.slice(2)) || 0);
  let last = Math.max(0, ...numbers);
  const keys = new Map<string, string>();
  for (const { key, title } of theirs) {
    if (keys.has(key)) continue;
    const same = mine.get(nameKey(title));
    keys.set(key, same ?? (taken.has(key) ? `f:${String(++last)}` : key));
  }
  return keys;
}

/** Those of the recipe under ids that are free here, or that belong to what has the same name. */
function withFreeIds<T extends { readonly id: string; readonly name: string }>(
  mine: readonly T[],
  theirs: readonly T[],
  prefix: string,
): readonly T[] {
  const taken = new Set(mine.map(({ id }) => id));
  const numbers = [...mine, ...theirs].map(({ id }) => Number(id.slice(prefix.length)) || 0);
  let last = Math.max(0, ...numbers);
  return theirs.map((one) => {
    const same = mine.find(({ name }) => nameKey(name) === nameKey(one.name));
    return { ...one, id: same?.id ?? (taken.has(one.id) ? `${prefix}${String(++last)}` : one.id) };
  });
}

/** Mine in their order, then what only the recipe has. */
function joined<T>(mine: readonly T[], theirs: readonly T[], keyOf: (one: T) => string, way: Way): readonly T[] {
  const incoming = new Map(theirs.map((one) => [keyOf(one), one]));
  const kept = mine.map((one) => (way === 'theirs' ? (incoming.get(keyOf(one)) ?? one) : one));
  const known = new Set(mine.map(keyOf));
  return [...kept, ...theirs.filter((one) => !known.has(keyOf(one)))];
}

interface TableWay {
  readonly way: Way;
  readonly keyOf: (key: string) => string | undefined;
  readonly pivotIds: ReadonlyMap<string, string>;
}

function joinedTables(
  document: WorkbookDocument,
  layout: RecipeLayout,
  { way, keyOf, pivotIds }: TableWay,
): ReadonlyMap<string, TableView> {
  const tables = new Map(document.tables);
  for (const [name, view] of layout.tables) {
    const own = pivotIds.get(name) ?? name;
    const mine = tables.get(own);
    const isFree = mine === undefined || canonicalJson(mine) === canonicalJson(PLAIN_VIEW);
    if (isFree || way === 'theirs') tables.set(own, withKeys(view, keyOf));
  }
  return tables;
}

/** A saved view brings its columns along, under their keys here. */
function viewWithKeys(saved: SavedView, keys: ReadonlyMap<string, string>, known: ReadonlySet<string>): SavedView {
  const formulas = saved.formulas.map((formula) => ({ ...formula, key: keys.get(formula.key) ?? formula.key }));
  const own = new Set(formulas.map(({ key }) => key));
  const view = withKeys(saved.view, (key) => {
    if (!key.startsWith('f:')) return key;
    const here = keys.get(key);
    return here !== undefined && (known.has(here) || own.has(here)) ? here : undefined;
  });
  return { ...saved, view, formulas };
}

/** Without a column that it uses a pivot means nothing. */
function pivotWithKeys(pivot: PivotSpec, keyOf: (key: string) => string | undefined): readonly PivotSpec[] {
  const fields = [...pivot.rows, ...pivot.columns, ...pivot.values];
  if (fields.some(({ key }) => keyOf(key) === undefined)) return [];
  const renamed = <T extends { readonly key: string }>(list: readonly T[]): readonly T[] =>
    list.map((field) => ({ ...field, key: keyOf(field.key) ?? field.key }));
  const filters = pivot.filters.flatMap(([key, filter]) => {
    const own = keyOf(key);
    return own === undefined ? [] : [[own, filter] as const];
  });
  return [
    { ...pivot, rows: renamed(pivot.rows), columns: renamed(pivot.columns), values: renamed(pivot.values), filters },
  ];
}
