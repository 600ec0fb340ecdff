/** The world of a column formula: its own table, the other tables, names and sheets. */
import type { CallContext } from '../function-spec.ts';
import type { CellRange, Host } from '../host.ts';
import { type Matrix, type Scalar, errorOf } from '../value.ts';
import { cellAt, columnCell, columnMatrix } from './result.ts';
import type { FormulaTable, InputColumn } from './table.ts';

/** What a column formula may read beside its own table. */
export interface FormulaContext extends CallContext {
  /** A named value; undefined when there is none. Names are alike whatever their case. */
  name(name: string): Scalar | Matrix | undefined;
  /** Another table by its name. */
  readonly table?: (name: string) => FormulaTable | undefined;
  /** Cells of own sheets. */
  readonly cell?: (sheet: string, row: number, column: number) => Scalar;
  readonly range?: (sheet: string, range: CellRange) => Matrix;
}

const REF_ERROR = errorOf('#REF!');
const NO_CELL: Matrix = { rows: 1, columns: 1, at: () => REF_ERROR };

const blocks = new WeakMap<InputColumn, Matrix>();

/** The block of a column: the same one as long as the column is the same, so that functions index it once. */
export function blockOf(column: InputColumn, rows: number): Matrix {
  const known = blocks.get(column);
  if (known) return known;
  const made = columnMatrix(column, rows);
  blocks.set(column, made);
  return made;
}

/** Reads columns for closures. Columns are looked up by name once. */
export function columnHost(own: FormulaTable, context: FormulaContext): Host {
  const { asOf, locale, product } = context;
  const columns = new Map<string, InputColumn | undefined>();
  const ownColumn = (name: string): InputColumn | undefined => {
    if (!columns.has(name)) columns.set(name, own.column(name));
    return columns.get(name);
  };
  return {
    asOf,
    locale,
    ...(product && { product }),
    cell: (sheet, row, column) =>
      sheet === undefined ? REF_ERROR : (context.cell?.(sheet, row, column) ?? emptyOr(context, REF_ERROR)),
    range: (sheet, range) => (sheet === undefined ? NO_CELL : (context.range?.(sheet, range) ?? NO_CELL)),
    column: (table, name) => {
      const from = table === undefined ? own : context.table?.(table);
      const column = table === undefined ? ownColumn(name) : from?.column(name);
      return from && column && blockOf(column, from.rows);
    },
    rowCell: (name, row) => {
      const column = ownColumn(name);
      if (column === undefined) return undefined;
      return column.kind === 'formula' ? cellAt(column, row) : columnCell(column, row);
    },
    name: (name) => context.name(name),
  };
}

/** Null of a cell that is empty, the error where there are no sheets at all. */
function emptyOr({ cell }: FormulaContext, error: Scalar): Scalar {
  return cell ? null : error;
}
