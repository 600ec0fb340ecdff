/** The cells of an own sheet while they are computed: what stands where, and what blocks spill over which places. */
import type { FormulaProblem } from '../formula/ast.ts';
import { type CompiledFormula, type FunctionTable, compile } from '../formula/compile.ts';
import type { CellRange, Host } from '../formula/host.ts';
import { nameKey } from '../formula/needs.ts';
import { type Matrix, type Scalar, type Value, errorOf, isMatrix } from '../formula/value.ts';
import type { OwnSheet } from '../model/workbook-parts.ts';
import { addressOf, placeOf } from './address.ts';
import type { ComputedSheet } from './model.ts';
import { isFormula, parsedFormula, plainValue } from './parsed.ts';

/** How far a sheet can reach. */
export const MOST_ROWS = 10_000;
export const MOST_COLUMNS = 200;

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly formula: CompiledFormula | undefined;
  readonly problem: FormulaProblem | undefined;
}

interface Spill {
  readonly source: Cell;
  readonly matrix: Matrix;
}

/** The id of a cell among all that is computed. */
export function cellId(sheet: string, address: string): string {
  return JSON.stringify(['cell', nameKey(sheet), address]);
}

export class SheetCells {
  readonly sheet: OwnSheet;
  private readonly cells = new Map<string, Cell>();
  private readonly values = new Map<string, Scalar>();
  /** What fills a place, by its address: of the round at hand, and of the one before. */
  private filled = new Map<string, Spill>();
  private before = new Map<string, Spill>();

  constructor(sheet: OwnSheet, functions: FunctionTable) {
    this.sheet = sheet;
    for (const [address, text] of Object.entries(sheet.cells)) {
      const place = placeOf(address);
      if (!place || text === '') continue;
      const parsed = isFormula(text) ? parsedFormula(text) : undefined;
      const formula = parsed?.ok === true ? compile(parsed.value, functions) : undefined;
      const problem = parsed?.ok === false ? parsed.error : formula?.problems[0];
      this.cells.set(address, { ...place, address, formula, problem });
      if (!formula) this.values.set(address, parsed ? errorOf('#NAME?') : plainValue(text));
    }
  }

  /** The formulas of the sheet. */
  *formulas(): Generator<{ readonly address: string; readonly formula: CompiledFormula }> {
    for (const { address, formula } of this.cells.values()) if (formula) yield { address, formula };
  }

  /** The value of a cell as far as it is computed; null where nothing stands. */
  at(row: number, column: number): Scalar {
    const address = addressOf(row, column);
    const own = this.values.get(address);
    if (own !== undefined) return own;
    const spill = this.filled.get(address) ?? this.before.get(address);
    if (!spill || this.cells.has(address)) return null;
    const [r, c] = [row - spill.source.row, column - spill.source.column];
    return r < spill.matrix.rows && c < spill.matrix.columns ? spill.matrix.at(r, c) : null;
  }

  /** A block of cells; whole columns and rows end where the sheet does. */
  block({ top, left, bottom, right }: CellRange): Matrix {
    const rows = Math.max(1, Math.min(bottom, Math.max(this.sheet.rows - 1, top)) - top + 1);
    const columns = Math.max(1, Math.min(right, Math.max(this.sheet.columns - 1, left)) - left + 1);
    return { rows, columns, at: (row, column) => this.at(top + row, left + column) };
  }

  /** What spills from a cell; undefined when nothing does. */
  spillAt(row: number, column: number): Matrix | undefined {
    const address = addressOf(row, column);
    for (const { source, matrix } of this.filled.values()) if (source.address === address) return matrix;
    return undefined;
  }

  /** Begins a round: formulas count as not computed. */
  begin(): void {
    for (const { address, formula } of this.cells.values()) if (formula) this.values.delete(address);
    this.before = this.filled;
    this.filled = new Map();
  }

  /** Computes a cell. @param host reads everything, this sheet's cells as its own */
  compute(address: string, host: Host): void {
    const cell = this.cells.get(address);
    if (cell?.formula) this.settle(cell, cell.formula.evaluate(host, cell));
  }

  fail(address: string): void {
    this.values.set(address, errorOf('#CYCLE!'));
  }

  private settle(cell: Cell, value: Value): void {
    if (!isMatrix(value)) {
      this.values.set(cell.address, value);
      return;
    }
    const fits = cell.row + value.rows <= MOST_ROWS && cell.column + value.columns <= MOST_COLUMNS;
    const places = fits ? placesOf(cell, value) : [];
    const isFree = fits && !places.some((address) => this.cells.has(address) || this.filled.has(address));
    this.values.set(cell.address, isFree ? value.at(0, 0) : errorOf('#SPILL!'));
    if (isFree) for (const address of places) this.filled.set(address, { source: cell, matrix: value });
  }

  /** True when the blocks lie where they lay in the round before, so that nothing has to be computed again. */
  hasSettled(): boolean {
    if (this.before.size !== this.filled.size) return false;
    for (const [address, { source }] of this.filled)
      if (this.before.get(address)?.source.address !== source.address) return false;
    return true;
  }

  /** Adds the ids of the formulas behind a range: of its cells, and of what spills into it. */
  addNeeds(ids: Set<string>, { top, left, bottom, right }: CellRange): void {
    const size = (bottom - top + 1) * (right - left + 1);
    // The smaller of the two is walked: the range, or all that stands in the sheet.
    if (size <= this.cells.size + this.filled.size) {
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) this.addNeed(ids, addressOf(row, column));
      return;
    }
    for (const address of [...this.cells.keys(), ...this.filled.keys()]) {
      const place = placeOf(address);
      if (!place || place.row < top || place.row > bottom || place.column < left || place.column > right) continue;
      this.addNeed(ids, address);
    }
  }

  private addNeed(ids: Set<string>, address: string): void {
    const cell = this.cells.get(address) ?? this.filled.get(address)?.source;
    if (cell?.formula) ids.add(cellId(this.sheet.name, cell.address));
  }

  computed(): ComputedSheet {
    return {
      sheet: this.sheet,
      value: (row, column) => this.at(row, column),
      problem: (row, column) => this.cells.get(addressOf(row, column))?.problem,
      spilledFrom: (row, column) => this.filled.get(addressOf(row, column))?.source,
    };
  }
}

/** The places that a block fills beside its own cell. */
function placesOf({ row, column }: Cell, { rows, columns }: Matrix): readonly string[] {
  const places: string[] = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) if (r > 0 || c > 0) places.push(addressOf(row + r, column + c));
  return places;
}
