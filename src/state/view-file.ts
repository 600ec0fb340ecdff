/** A saved view as a small file, and on its way into another workbook. */
import { ok, err, type Result } from '../core/result.ts';
import { savedViewsText } from '../core/text/en/saved-views.ts';
import { needsOf, nameKey } from '../sheet/formula/needs.ts';
import { parseFormula } from '../sheet/formula/parse.ts';
import { renameColumn } from '../sheet/formula/rename.ts';
import type { ColumnFormula, SavedView } from '../sheet/model/workbook-parts.ts';
import { type Command, reduce, type WorkbookDocument } from './document.ts';
import { openCommand, usedKeys, viewsOf } from './saved-views.ts';
import { isFields, readSavedViews } from './stored-parts.ts';
import { withKeys } from './view-keys.ts';

const VIEW_SCHEMA = 'termwise/view@1';
/** Larger files are none of ours. */
export const MOST_VIEW_BYTES = 1_000_000;

export function writeViewFile(view: SavedView): string {
  return `${JSON.stringify({ schema: VIEW_SCHEMA, ...view }, undefined, 2)}\n`;
}

/** The view of a file, or why there is none, in words. What of it cannot be read is left out, part by part. */
export function readViewFile(text: string, table: string): Result<SavedView, string> {
  const json = parsed(text);
  if (!isFields(json) || json['schema'] !== VIEW_SCHEMA) return err(savedViewsText.adding.notAView);
  const [view] = readSavedViews([json]);
  return view?.table === table ? ok(view) : err(savedViewsText.adding.notAView);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A view of elsewhere as one of this workbook: under a free name, its formulas under keys and titles that are free here. A
 * column with the same title and formula is the same column.
 * @param tableName what formulas call the table
 */
export function adopted(view: SavedView, document: WorkbookDocument, tableName: string): SavedView {
  const keys = new Map<string, string>();
  const formulas: ColumnFormula[] = [];
  const renamings: { readonly from: string; readonly to: string }[] = [];
  const taken = new Set(document.formulas.map(({ title }) => nameKey(title)));
  const numbers = [...document.formulas, ...document.savedViews.flatMap((saved) => saved.formulas)].map(numberOf);
  let last = Math.max(0, ...numbers);
  for (const formula of view.formulas) {
    const same = document.formulas.find((own) => isSame(own, formula));
    if (same) {
      keys.set(formula.key, same.key);
      formulas.push(same);
      continue;
    }
    const key = `f:${String(++last)}`;
    const title = freeName(formula.title, (name) => taken.has(nameKey(name)));
    taken.add(nameKey(title));
    keys.set(formula.key, key);
    formulas.push({ ...formula, key, title });
    if (title !== formula.title) renamings.push({ from: formula.title, to: title });
  }
  const own = new Set(document.formulas.map(({ key }) => key));
  const names = new Set(viewsOf(document, view.table).map(({ name }) => name));
  return {
    ...view,
    name: freeName(view.name, (name) => names.has(name)),
    view: withKeys(view.view, (key) => keys.get(key) ?? (key.startsWith('f:') ? undefined : key)),
    formulas: formulas.map((formula) => (own.has(formula.key) ? formula : renamed(formula, renamings, tableName))),
  };
}

function isSame(one: ColumnFormula, other: ColumnFormula): boolean {
  return nameKey(one.title) === nameKey(other.title) && one.formula === other.formula;
}

function numberOf({ key }: ColumnFormula): number {
  const number = Number(key.slice(2));
  return Number.isSafeInteger(number) ? number : 0;
}

function renamed(
  formula: ColumnFormula,
  renamings: readonly { readonly from: string; readonly to: string }[],
  table: string,
): ColumnFormula {
  const text = renamings.reduce((before, renaming) => renameColumn(before, renaming, table, table), formula.formula);
  return { ...formula, formula: text };
}

/** The name, or the next one like it: `Margin`, `Margin 2`. */
function freeName(name: string, isTaken: (name: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const next = count === 1 ? name : `${name} ${String(count)}`;
    if (!isTaken(next)) return next;
  }
}

/** Adds a view of elsewhere and opens it, as one step. @param view as `adopted` gives it */
export function addView(document: WorkbookDocument, view: SavedView): Command {
  const { tables, formulas, shownExtras, openViews } = reduce(document, openCommand(view));
  const savedViews = [...document.savedViews, view];
  const what = savedViewsText.steps.add(view.name);
  return { kind: 'set-parts', parts: { tables, formulas, shownExtras, openViews, savedViews }, what };
}

/**
 * What a view works with and the workbook does not have: columns by title, named values.
 * @param columns of the workbook that are no formulas
 * @param names of the workbook, whatever their case
 */
export function missingIn(
  view: SavedView,
  columns: readonly { readonly key: string; readonly title: string }[],
  names: readonly string[],
): readonly string[] {
  const keys = new Set([...columns, ...view.formulas].map(({ key }) => key));
  const titles = new Set([...columns, ...view.formulas].map(({ title }) => nameKey(title)));
  const known = new Set(names.map(nameKey));
  const gone = [...usedKeys(view.view), ...(view.extras ?? [])].filter((key) => !keys.has(key));
  const read = view.formulas.flatMap(({ formula }) => {
    const tree = parseFormula(formula);
    const needs = tree.ok ? needsOf(tree.value) : undefined;
    return [
      ...(needs?.columns.map(({ column }) => column).filter((title) => !titles.has(nameKey(title))) ?? []),
      ...(needs?.names.filter((name) => !known.has(nameKey(name))) ?? []),
    ];
  });
  return [...new Set([...gone.map((key) => key.replace(/^x:/, '')), ...read])];
}
