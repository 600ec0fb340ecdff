/** What a workbook computes beside the engine: named values, computed columns and own sheets, which read each other. */
import type { Day } from '../../core/days.ts';
import type { FormulaProblem } from '../formula/ast.ts';
import type { FormulaColumn } from '../formula/columns/result.ts';
import type { FormulaTable, InputColumn } from '../formula/columns/table.ts';
import type { FunctionTable } from '../formula/compile.ts';
import type { CallContext } from '../formula/function-spec.ts';
import type { Unit } from '../formula/units/unit.ts';
import type { Matrix, Scalar } from '../formula/value.ts';
import type { ColumnFormula, NamedValue, OwnSheet } from '../model/workbook-parts.ts';

/** The table whose columns are computed, without the computed ones. */
export interface BaseTable {
  /** Its name in formulas. */
  readonly name: string;
  readonly rows: number;
  /** An imported column by its title, whatever its case. */
  column(title: string): InputColumn | undefined;
  /** What the numbers of a column count. */
  unit(title: string): Unit;
}

export interface CalculationInput {
  readonly table: BaseTable;
  readonly formulas: readonly ColumnFormula[];
  readonly names: readonly NamedValue[];
  readonly sheets: readonly OwnSheet[];
  /** Names that the product gives, such as `EST_Uplift`; whatever their case. */
  given(name: string): Scalar | undefined;
  readonly functions: FunctionTable;
  readonly asOf: Day;
  /** BCP 47. */
  readonly locale: string;
  readonly product?: CallContext['product'];
}

export interface ComputedColumn {
  readonly formula: ColumnFormula;
  readonly column: FormulaColumn;
  /** What is wrong with the formula as such; undefined when it could be computed. */
  readonly problem: FormulaProblem | undefined;
  /** What its numbers count. */
  readonly unit: Unit;
}

export interface ComputedName {
  readonly name: NamedValue;
  readonly value: Scalar | Matrix;
  readonly problem: FormulaProblem | undefined;
}

/** A sheet with its values. */
export interface ComputedSheet {
  readonly sheet: OwnSheet;
  /** How many rows and columns it has together with what spills beyond its edge. */
  readonly rows: number;
  readonly columns: number;
  /** The value of a cell; null beyond the sheet's edge and where nothing stands. */
  value(row: number, column: number): Scalar;
  /** What is wrong with a cell's formula; undefined when it could be computed. */
  problem(row: number, column: number): FormulaProblem | undefined;
  /** The cell whose formula fills this one too; undefined when it stands for itself. */
  spilledFrom(row: number, column: number): { readonly row: number; readonly column: number } | undefined;
}

export interface Calculated {
  /** By the key of the formula. */
  readonly columns: ReadonlyMap<string, ComputedColumn>;
  /** By the name in small letters. */
  readonly names: ReadonlyMap<string, ComputedName>;
  /** By the id of the sheet. */
  readonly sheets: ReadonlyMap<string, ComputedSheet>;
  /** The table with its computed columns, as formulas read it. */
  readonly table: FormulaTable;
}
