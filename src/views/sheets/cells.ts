/** An own sheet with its values as far as they are computed: what a screen shows of each cell. */
import type { Format } from '../../core/format.ts';
import type { ComputedSheet } from '../../sheet/calculation/model.ts';
import { isFormula, plainValue } from '../../sheet/calculation/parsed.ts';
import { addressOf } from '../../sheet/calculation/address.ts';
import type { FormulaProblem } from '../../sheet/formula/ast.ts';
import { type FormulaError, type Scalar, isError } from '../../sheet/formula/value.ts';
import type { OwnSheet } from '../../sheet/model/workbook-parts.ts';
import { formatAt, storedAt } from '../../sheet/own/cell-format.ts';
import { shownCell } from '../../sheet/own/shown-cell.ts';

/** What shows of a formula until it is computed. */
const PENDING = '…';

export class ShownSheet {
  readonly sheet: OwnSheet;
  readonly computed: ComputedSheet | undefined;
  readonly format: Format;

  /** @param computed of this sheet, or of what it was a moment ago */
  constructor(sheet: OwnSheet, computed: ComputedSheet | undefined, format: Format) {
    this.sheet = sheet;
    this.computed = computed;
    this.format = format;
  }

  get rows(): number {
    return Math.max(this.sheet.rows, this.computed?.rows ?? 0);
  }

  get columns(): number {
    return Math.max(this.sheet.columns, this.computed?.columns ?? 0);
  }

  stored(row: number, column: number): string {
    return storedAt(this.sheet, row, column);
  }

  /** Undefined while a formula is not computed. */
  value(row: number, column: number): Scalar | undefined {
    const stored = this.stored(row, column);
    if (stored !== '' && !isFormula(stored)) return plainValue(stored);
    const { computed } = this;
    if (!computed) return stored === '' ? null : undefined;
    if (computed.sheet !== this.sheet && storedAt(computed.sheet, row, column) !== stored)
      return stored === '' ? null : undefined;
    return computed.value(row, column);
  }

  text(row: number, column: number): string {
    const value = this.value(row, column);
    return value === undefined ? PENDING : shownCell(value, formatAt(this.sheet.formats, row, column), this.format);
  }

  error(row: number, column: number): FormulaError | undefined {
    const value = this.value(row, column);
    return value !== undefined && isError(value) ? value : undefined;
  }

  problem(row: number, column: number): FormulaProblem | undefined {
    return isFormula(this.stored(row, column)) ? this.computed?.problem(row, column) : undefined;
  }

  /** The address of the cell whose formula fills this one. */
  spilledFrom(row: number, column: number): string | undefined {
    if (this.stored(row, column) !== '') return undefined;
    const from = this.computed?.spilledFrom(row, column);
    return from && addressOf(from.row, from.column);
  }
}
