/** What a compiled formula asks of the place where it stands. */
import type { CallContext } from './function-spec.ts';
import type { Matrix, Scalar } from './value.ts';

/** A rectangle of cells of a sheet, bounds included, counted from 0. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where a formula reads from. Every name is as the user wrote it; sheets are undefined for the formula's own. */
export interface Host extends CallContext {
  /** A single A1 cell; `#REF!` where there is none. */
  cell(sheet: string | undefined, row: number, column: number): Scalar;
  /** A block of A1 cells. Whole columns and rows reach beyond the sheet: the host gives the cells that there are. */
  range(sheet: string | undefined, range: CellRange): Matrix;
  /** The area that spills from a cell (`A1#`); undefined when none does. */
  readonly spill?: (sheet: string | undefined, row: number, column: number) => Matrix | undefined;
  /**
   * A whole column of a table (`Portfolio[Seats]`); undefined when there is none. Table undefined: the formula's own. The
   * same block each time while nothing changes: functions index it once.
   */
  column(table: string | undefined, column: string): Matrix | undefined;
  /** The cell of the formula's own row (`[@Seats]`); undefined when the table has no such column. */
  rowCell(column: string, row: number): Scalar | undefined;
  /** A named value; undefined when there is none. */
  name(name: string): Scalar | Matrix | undefined;
}
