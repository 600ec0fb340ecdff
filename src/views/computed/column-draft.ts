/** A computed column while it is being written, and what keeping or deleting it changes in the workbook. */
import { formulaLineText } from '../../core/text/en/formula-line.ts';
import { nameKey } from '../../sheet/formula/needs.ts';
import type { CellFormat, TableView } from '../../sheet/model/table-view.ts';
import { shownKeys, withMoved } from '../../sheet/model/view-changes.ts';
import { withoutColumn } from '../../sheet/model/without-column.ts';
import type { ColumnFormula } from '../../sheet/model/workbook-parts.ts';
import { renameColumnIn } from '../../sheet/own/rename-parts.ts';
import { type DocumentParts, type WorkbookDocument, viewOf } from '../../state/document.ts';
import { PORTFOLIO_TABLE } from '../calculation/base-table.ts';

const { column: text } = formulaLineText;
const LONGEST_TITLE = 100;
/** Under this name the document keeps how the portfolio sheet is shown. */
export const PORTFOLIO_VIEW = 'portfolio';

export interface ColumnDraft {
  /** Undefined: a new column. */
  readonly key: string | undefined;
  /** The column that a new one is to stand behind. */
  readonly after: string;
  readonly title: string;
  readonly format: CellFormat;
}

interface TitledColumn {
  readonly key: string;
  readonly title: string;
}

/** A new column behind another, with a title of its own. */
export function newDraft(after: string, columns: readonly TitledColumn[]): ColumnDraft {
  const taken = new Set(columns.map(({ title }) => nameKey(title)));
  let number = 1;
  while (taken.has(nameKey(text.newTitle(number)))) number++;
  return { key: undefined, after, title: text.newTitle(number), format: { kind: 'general' } };
}

export function draftOf({ key, title, format }: ColumnFormula): ColumnDraft {
  return { key, after: key, title, format };
}

/** What is wrong with a title, in words. Formulas know columns by their titles, whatever the case. */
export function titleProblem({ key, title }: ColumnDraft, columns: readonly TitledColumn[]): string | undefined {
  const wanted = title.trim();
  if (wanted === '') return text.needsTitle;
  if (wanted.length > LONGEST_TITLE) return text.longTitle;
  const other = columns.find((column) => column.key !== key && nameKey(column.title) === nameKey(wanted));
  return other && text.titleTaken(other.title);
}

export interface Change {
  readonly parts: DocumentParts;
  readonly what: string;
}

/** The column kept, as one step: its formula, its place, and the formulas that know it by its title. */
export function keepColumn(
  document: WorkbookDocument,
  draft: ColumnDraft,
  formula: string,
  columns: readonly TitledColumn[],
): Change {
  const title = draft.title.trim();
  const known = document.formulas.find(({ key }) => key === draft.key);
  if (known) return changed(document, known, { ...known, title, formula, format: draft.format });
  const key = nextKey(document);
  const keys = [...columns.map((column) => column.key), key];
  const view = viewOf(document, PORTFOLIO_VIEW);
  const shown = shownKeys(keys, view).filter((own) => own !== key);
  const moved = withMoved(view, keys, key, shown.indexOf(draft.after) + 1 || shown.length);
  return {
    parts: {
      formulas: [...document.formulas, { key, title, formula, format: draft.format }],
      tables: withView(document, moved),
    },
    what: text.addStep(title),
  };
}

function changed(document: WorkbookDocument, before: ColumnFormula, after: ColumnFormula): Change {
  const formulas = document.formulas.map((one) => (one.key === after.key ? after : one));
  if (before.title === after.title) return { parts: { formulas }, what: text.editStep(after.title) };
  const { sheets, names, savedViews } = document;
  const renaming = { from: before.title, to: after.title };
  return {
    parts: renameColumnIn({ sheets, names, savedViews, formulas }, renaming, PORTFOLIO_TABLE),
    what: text.renameStep(before.title, after.title),
  };
}

/** The column gone, and with it all that arranges the table by it. What reads it stays, as `#REF!`. */
export function deleteColumn(document: WorkbookDocument, key: string): Change {
  const title = document.formulas.find((one) => one.key === key)?.title ?? '';
  return {
    parts: {
      formulas: document.formulas.filter((one) => one.key !== key),
      tables: withView(document, withoutColumn(viewOf(document, PORTFOLIO_VIEW), key)),
    },
    what: text.removeStep(title),
  };
}

function withView(document: WorkbookDocument, view: TableView): WorkbookDocument['tables'] {
  return new Map([...document.tables, [PORTFOLIO_VIEW, view]]);
}

/** A key that no column has had: views remember the keys of columns that are gone in their order. */
function nextKey({ formulas, savedViews, tables }: WorkbookDocument): string {
  const views = [...tables.values(), ...savedViews.map(({ view }) => view)];
  const keys = [
    ...[...formulas, ...savedViews.flatMap((saved) => saved.formulas)].map(({ key }) => key),
    ...views.flatMap(({ order }) => order),
  ];
  const numbers = keys.map((key) => Number(/^f:(\d+)$/.exec(key)?.[1] ?? '0'));
  return `f:${String(numbers.reduce((most, number) => Math.max(most, number), 0) + 1)}`;
}
