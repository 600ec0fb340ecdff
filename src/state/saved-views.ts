/** Views under a name: how a table is arranged and the formulas that are in it. Every function gives one step. */
import { savedViewsText } from '../core/text/en/saved-views.ts';
import { needsOf, nameKey } from '../sheet/formula/needs.ts';
import { parseFormula } from '../sheet/formula/parse.ts';
import { PLAIN_VIEW, type TableView } from '../sheet/model/table-view.ts';
import type { ColumnFormula, SavedView } from '../sheet/model/workbook-parts.ts';
import { type Command, type WorkbookDocument, viewOf } from './document.ts';
import { writeValue } from './patch.ts';
import { withEntry, withoutEntry } from './with-entry.ts';

const { steps } = savedViewsText;

/** The saved views of a table. */
export function viewsOf({ savedViews }: WorkbookDocument, table: string): readonly SavedView[] {
  return savedViews.filter((view) => view.table === table);
}

/** The view that was opened last, if it is still there. */
export function openView(document: WorkbookDocument, table: string): SavedView | undefined {
  const name = document.openViews.get(table);
  return viewsOf(document, table).find((view) => view.name === name);
}

/** Whether the table is arranged otherwise than a view says. */
export function isChanged(document: WorkbookDocument, saved: SavedView): boolean {
  const { view, formulas, extras } = presentView(document, saved.table, saved.name);
  return (
    textOf(view, saved) !== textOf(saved.view, saved) ||
    writeValue(extras ?? []) !== writeValue(saved.extras ?? []) ||
    formulas.length !== saved.formulas.length ||
    formulas.some((formula) => !isKept(formula, saved))
  );
}

/** How a view arranges; in what order keys stand, and which columns beyond those of the saved view hide, is no matter. */
function textOf(view: TableView, { formulas }: SavedView): string {
  const sorted = (record: Readonly<Record<string, unknown>>): unknown => Object.entries(record).sort();
  const own = new Set(formulas.map(({ key }) => key));
  const hidden = view.hidden.filter((key) => !key.startsWith('f:') || own.has(key)).sort();
  return writeValue({ ...view, hidden, widths: sorted(view.widths), formats: sorted(view.formats) });
}

function isKept(formula: ColumnFormula, { formulas }: SavedView): boolean {
  return formulas.some((kept) => kept.key === formula.key && writeValue(kept) === writeValue(formula));
}

/** How a table is arranged now, under a name. */
export function presentView(document: WorkbookDocument, table: string, name: string): SavedView {
  const view = viewOf(document, table);
  const extras = document.shownExtras;
  return {
    ...{ name, table, view, formulas: formulasIn(view, document.formulas) },
    ...(extras.length > 0 ? { extras } : {}),
  };
}

/** The computed columns that a view shows or works with, and those that they read. */
function formulasIn(view: TableView, formulas: readonly ColumnFormula[]): readonly ColumnFormula[] {
  const used = new Set(usedKeys(view));
  const hidden = new Set(view.hidden);
  const byTitle = new Map(formulas.map((formula) => [nameKey(formula.title), formula]));
  const kept = new Set<ColumnFormula>();
  const keep = (formula: ColumnFormula): void => {
    if (kept.has(formula)) return;
    kept.add(formula);
    const parsed = parseFormula(formula.formula);
    for (const { column } of parsed.ok ? needsOf(parsed.value).columns : []) {
      const read = byTitle.get(nameKey(column));
      if (read) keep(read);
    }
  };
  for (const formula of formulas) if (!hidden.has(formula.key) || used.has(formula.key)) keep(formula);
  return formulas.filter((formula) => kept.has(formula));
}

/** Columns that a view sorts, filters, groups, marks or formats. */
export function usedKeys({ sort, filters, groups, marks, formats }: TableView): readonly string[] {
  return [
    ...[...sort, ...marks].map(({ key }) => key),
    ...filters.map(([key]) => key),
    ...groups,
    ...Object.keys(formats),
  ];
}

/** Keeps the present arrangement under a name that is new, and opens it. */
export function saveView(document: WorkbookDocument, table: string, name: string): Command {
  return {
    kind: 'set-parts',
    parts: {
      savedViews: [...document.savedViews, presentView(document, table, name)],
      openViews: withEntry(document.openViews, table, name),
    },
    what: steps.save(name),
  };
}

export function openCommand(view: SavedView): Command {
  return { kind: 'open-saved-view', view, what: steps.open(view.name) };
}

/** The table as it begins, without any view. */
export function openPlain(document: WorkbookDocument, table: string): Command {
  const tables = withEntry(document.tables, table, PLAIN_VIEW);
  return {
    kind: 'set-parts',
    parts: { tables, openViews: withoutEntry(document.openViews, table) },
    what: steps.plain,
  };
}

/** A view takes over the present arrangement. */
export function updateView(document: WorkbookDocument, saved: SavedView): Command {
  const next = presentView(document, saved.table, saved.name);
  return {
    kind: 'set-parts',
    parts: { savedViews: replaced(document, saved, [next]) },
    what: steps.update(saved.name),
  };
}

export function renameView(document: WorkbookDocument, saved: SavedView, name: string): Command {
  const isOpen = document.openViews.get(saved.table) === saved.name;
  const openViews = isOpen ? withEntry(document.openViews, saved.table, name) : document.openViews;
  const savedViews = replaced(document, saved, [{ ...saved, name }]);
  return { kind: 'set-parts', parts: { savedViews, openViews }, what: steps.rename(name) };
}

export function removeView(document: WorkbookDocument, saved: SavedView): Command {
  const isOpen = document.openViews.get(saved.table) === saved.name;
  const openViews = isOpen ? withoutEntry(document.openViews, saved.table) : document.openViews;
  return {
    kind: 'set-parts',
    parts: { savedViews: replaced(document, saved, []), openViews },
    what: steps.remove(saved.name),
  };
}

function replaced({ savedViews }: WorkbookDocument, saved: SavedView, by: readonly SavedView[]): readonly SavedView[] {
  return savedViews.flatMap((view) => (view.table === saved.table && view.name === saved.name ? by : [view]));
}
