/** Column formulas of an exported table: which of them Excel can have. */
import type { Day } from '../../core/days.ts';
import type { Result } from '../../core/result.ts';
import { columnLetters } from '../tabular/xlsx-values.ts';
import type { RawCell, TableExport } from '../../core/table-export.ts';

/** A named value of the workbook. */
export interface ExportName {
  readonly name: string;
  readonly text: string;
  readonly raw?: RawCell | undefined;
  readonly unit: string;
  readonly note: string;
}

/** As `sheet/formula-export` has them; handed in, since exporters do not know the sheet. */
export interface FormulaPlaces {
  column(table: string | undefined, title: string): string | undefined;
  readonly rows?: { readonly first: number; readonly last: number } | undefined;
  readonly cells?: boolean | undefined;
  name(name: string): boolean;
  readonly asOf: Day;
}
export interface WrittenFormula {
  at(row: number): string;
  readonly rowColumns: readonly string[];
  readonly names: readonly string[];
}
export type Translate = (formula: string, places: FormulaPlaces) => Result<WrittenFormula, string>;

export interface FormulaContext {
  /** What TODAY means. */
  readonly asOf: Day;
  readonly translate: Translate;
  /** The name of the table in formulas, such as `Portfolio`. */
  readonly tableName: string;
  readonly names: readonly ExportName[];
  /** No filter hides rows: formulas over whole columns mean the same in the file. */
  readonly hasAllRows: boolean;
}

/** What became of a formula. */
export interface FormulaResult {
  /** The title of its column, or the address of its cell. */
  readonly title: string;
  readonly formula: string;
  readonly written: Result<WrittenFormula, string>;
}

export interface ColumnResult extends FormulaResult {
  readonly index: number;
  /** Columns of the own row that it reads. */
  readonly reads: readonly number[];
}

/** The formulas of the table's columns, translated or with the reason why not. */
export function translateColumns(table: TableExport, context: FormulaContext | undefined): readonly ColumnResult[] {
  if (context === undefined) return [];
  const places = placesOf(table, context);
  return table.columns.flatMap(({ formula, title }, index) => {
    if (formula === undefined) return [];
    const written = context.translate(formula, places);
    const reads = written.ok ? written.value.rowColumns.map((letters) => indexOf(letters, table)) : [];
    return [{ index, title, formula, written, reads }];
  });
}

/** The formula of a free cell. */
export function translateCell(formula: string, title: string, context: FormulaContext): FormulaResult {
  const names = new Set(context.names.map(({ name }) => name.toLowerCase()));
  const places: FormulaPlaces = {
    column: () => undefined,
    cells: true,
    name: (name) => names.has(name.toLowerCase()),
    asOf: context.asOf,
  };
  return { title, formula, written: context.translate(formula, places) };
}

/** The names that formulas use in the file. */
export function namesUsed(results: readonly FormulaResult[], { names }: FormulaContext): readonly ExportName[] {
  const used = new Set(
    results.flatMap(({ written }) => (written.ok ? written.value.names.map((name) => name.toLowerCase()) : [])),
  );
  return names.filter(({ name }) => used.has(name.toLowerCase()));
}

function indexOf(letters: string, table: TableExport): number {
  return table.columns.findIndex((_, index) => columnLetters(index) === letters);
}

function placesOf(table: TableExport, context: FormulaContext): FormulaPlaces {
  const byTitle = new Map(
    table.columns.map(({ title }, index) => [title.toLowerCase(), columnLetters(index)]).reverse() as [
      string,
      string,
    ][],
  );
  const names = new Set(context.names.map(({ name }) => name.toLowerCase()));
  const own = context.tableName.toLowerCase();
  const dataRows = context.hasAllRows ? leadingDataRows(table) : 0;
  return {
    column: (name, title) =>
      name === undefined || name.toLowerCase() === own ? byTitle.get(title.toLowerCase()) : undefined,
    rows: dataRows > 0 ? { first: 2, last: dataRows + 1 } : undefined,
    name: (name) => names.has(name.toLowerCase()),
    asOf: context.asOf,
  };
}

/** How many rows stand before the totals at the end; 0 when there are others among them. */
function leadingDataRows(table: TableExport): number {
  const kindAt = (row: number): string => table.rowKind?.(row).kind ?? 'data';
  let last = table.rows;
  while (last > 0 && kindAt(last - 1) === 'total') last -= 1;
  for (let row = 0; row < last; row += 1) if (kindAt(row) !== 'data') return 0;
  return last;
}
