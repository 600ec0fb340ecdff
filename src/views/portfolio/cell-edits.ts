/** The portfolio's cells as the grid changes them: every write becomes an override, and one step of the history. */
import { idKey } from '../../core/ids.ts';
import type { Override, OverrideChange, Overrides } from '../../core/overrides/override.ts';
import { type OverrideColumn, isOverrideColumn } from '../../core/overrides/override-columns.ts';
import { type Table, textAt } from '../../core/table.ts';
import { editsText } from '../../core/text/en/edits.ts';
import { historyText } from '../../core/text/en/history.ts';
import { parseForGrid } from '../../sheet/clipboard/parse-for-grid.ts';
import { fillSeries } from '../../sheet/fill/fill-series.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import type { CellWrite, EditKind, GridEdits, RefusedWrite } from '../../ui/grid/source.ts';
import type { SheetColumn } from './columns.ts';
import { canonicalCell, canonicalOf, choicesOf, typedCell } from './override-values.ts';

/** What is edited. Rows and columns of the grid are looked up through it. */
export interface EditedSheet {
  readonly workbook: Workbook;
  /** BCP 47. */
  readonly locale: string;
  /** The portfolio as the user changed it. */
  readonly portfolio: Table;
  /** The portfolio row of a row of the view; undefined for the row of a group. */
  rowAt(viewRow: number): number | undefined;
  readonly columns: readonly SheetColumn[];
}

export function cellEdits(sheet: EditedSheet): GridEdits {
  const { workbook, locale, portfolio, columns } = sheet;
  const place = (row: number, column: number): { row: number; name: OverrideColumn } | undefined => {
    const portfolioRow = sheet.rowAt(row);
    const name = overrideColumn(columns[column]);
    return portfolioRow === undefined || !name ? undefined : { row: portfolioRow, name };
  };
  const refusal = (row: number, column: number): string | undefined => {
    if (workbook.following) return workbook.readOnlyText;
    return sheet.rowAt(row) === undefined ? editsText.group : refusalOf(columns[column]);
  };
  return {
    refusal,
    editText: (row, column) => {
      const at = place(row, column);
      return at ? typedCell(canonicalCell(portfolio.columns.get(at.name), at.row), at.name, locale) : '';
    },
    choices: (_, column) => {
      const name = overrideColumn(columns[column]);
      return name && choicesOf(name);
    },
    check: (_, column, text) => {
      const name = overrideColumn(columns[column]);
      const read = name && canonicalOf(text, name, locale);
      return read && !read.ok ? read.error : undefined;
    },
    write: (writes, kind) => {
      const sorted = sortOut(writes, place, refusal, locale);
      dispatch(sheet, sorted.accepted, kind);
      return sorted.refused;
    },
    revert: (rows, cols) => {
      const cells = rows.flatMap((row) => cols.flatMap((column) => place(row, column) ?? []));
      revert(sheet, cells);
    },
    fill: (texts, count, options) => fillSeries(texts, count, { ...options, locale }),
    parse: (clipboard) => parseForGrid(clipboard, locale),
  };
}

/** The portfolio column that a column of the sheet shows, where it can be changed. */
export function overrideColumn(column: SheetColumn | undefined): OverrideColumn | undefined {
  return column?.source.from === 'cells' && isOverrideColumn(column.source.name) ? column.source.name : undefined;
}

/** The override over a cell; undefined where there is none. */
export function overrideOf(
  overrides: Overrides,
  portfolio: Table,
  row: number,
  column: SheetColumn | undefined,
): Override | undefined {
  const name = overrides.size === 0 ? undefined : overrideColumn(column);
  return name && overrides.get(idOf(portfolio, row))?.get(name);
}

/** What a changed cell says of itself: what was imported, who changed it, when and why. */
export function changeWords(
  { workbook, portfolio, locale }: Pick<EditedSheet, 'workbook' | 'portfolio' | 'locale'>,
  row: number,
  column: SheetColumn | undefined,
  moment: (milliseconds: number) => string,
): string {
  const name = overrideColumn(column);
  const override = overrideOf(workbook.overrides, portfolio, row, column);
  if (!override || !name || !column) return '';
  const imported = canonicalCell(workbook.workspace?.portfolio.columns.get(name), row);
  const words = (kept: string): string => typedCell(kept, name, locale) || editsText.empty;
  const time = Date.parse(override.at);
  const who = [override.author || editsText.nobody, ...(Number.isNaN(time) ? [] : [moment(time)])].join(', ');
  return `${column.title}: ${editsText.trail(words(override.value), words(imported), who, override.reason)}`;
}

function refusalOf(column: SheetColumn | undefined): string | undefined {
  if (!column || overrideColumn(column)) return undefined;
  if (column.key.startsWith('f:')) return editsText.formulaColumn(column.title);
  return column.source.from === 'cells' ? editsText.fromFile(column.title) : editsText.computed(column.title);
}

interface AcceptedWrite {
  readonly row: number;
  readonly name: OverrideColumn;
  readonly value: string;
}

type PlaceOf = (row: number, column: number) => { row: number; name: OverrideColumn } | undefined;

function sortOut(
  writes: readonly CellWrite[],
  place: PlaceOf,
  refusal: (row: number, column: number) => string | undefined,
  locale: string,
): { readonly accepted: readonly AcceptedWrite[]; readonly refused: readonly RefusedWrite[] } {
  const accepted: AcceptedWrite[] = [];
  const refused: RefusedWrite[] = [];
  for (const write of writes) {
    const reason = refusal(write.row, write.column);
    const at = place(write.row, write.column);
    const read = at && canonicalOf(write.text, at.name, locale);
    if (reason === undefined && at && read?.ok === true) accepted.push({ ...at, value: read.value });
    else refused.push({ ...write, reason: reason ?? (read?.ok === false ? read.error : '') });
  }
  return { accepted, refused };
}

/** A value that was imported needs no override: typing it back reverts the cell. */
function dispatch({ workbook, portfolio }: EditedSheet, writes: readonly AcceptedWrite[], kind: EditKind): void {
  const imported = workbook.workspace?.portfolio;
  const { author } = workbook.document;
  const at = new Date(workbook.gate.now()).toISOString();
  const changes = writes.flatMap(({ row, name, value }): readonly OverrideChange[] => {
    if (canonicalCell(portfolio.columns.get(name), row) === value) return [];
    const isImported = canonicalCell(imported?.columns.get(name), row) === value;
    const override = isImported ? undefined : { value, author, at, reason: '' };
    return [{ id: idOf(portfolio, row), column: name, override }];
  });
  if (changes.length === 0) return;
  workbook.gate.dispatch({ kind: 'override', changes, what: historyText.edits[kind](changes.length) });
}

function revert({ workbook, portfolio }: EditedSheet, cells: readonly { row: number; name: OverrideColumn }[]): void {
  const changes = cells.flatMap(({ row, name }): readonly OverrideChange[] => {
    const id = idOf(portfolio, row);
    return workbook.overrides.get(id)?.has(name) === true ? [{ id, column: name, override: undefined }] : [];
  });
  if (changes.length === 0) return;
  workbook.gate.dispatch({ kind: 'override', changes, what: historyText.edits.reverted(changes.length) });
}

function idOf(portfolio: Table, row: number): string {
  return idKey(textAt(portfolio.columns.get('subscriptionId'), row));
}
