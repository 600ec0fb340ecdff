/** The cells of an own sheet while they are computed: what stands where, and what blocks spill over which places. */
import type { FormulaProblem } from '../formula/ast.ts';
import type { FunctionTable } from '../formula/compile.ts';
import type { CellRange, Host } from '../formula/host.ts';
import { nameKey } from '../formula/needs.ts';
import { type Matrix, type Scalar, type Value, errorOf, isError, isMatrix } from '../formula/value.ts';
import type { OwnSheet } from '../model/workbook-parts.ts';
import { addressOf, placeOf } from './address.ts';
import { type CellFormula, compiledCell } from './compiled-cell.ts';
import { FormulaRows } from './formula-rows.ts';
import type { ComputedSheet } from './model.ts';
import { isFormula, plainValue } from './parsed.ts';
import { MOST_COLUMNS, MOST_ROWS } from './sheet-size.ts';

export interface FormulaCell extends CellFormula {
  readonly row: number;
  readonly column: number;
}

interface Spill {
  readonly row: number;
  readonly column: number;
  readonly matrix: Matrix;
}

/** The id of a cell among all that is computed. */
export function cellId(sheet: string, row: number, column: number): string {
  return JSON.stringify(['cell', nameKey(sheet), row, column]);
}

/** The id of a group of formulas; see `FormulaRows`. */
export function groupId(sheet: string, column: number, at: number): string {
  return JSON.stringify(['cells', nameKey(sheet), column, at]);
}

/** Cells are known by one number. */
function keyOf(row: number, column: number): number {
  return row * MOST_COLUMNS + column;
}

export class SheetCells {
  readonly sheet: OwnSheet;
  /** Formulas that could be read, in the order of the sheet's record. */
  readonly formulas: readonly FormulaCell[];
  readonly rows: FormulaRows;
  private readonly problems = new Map<number, FormulaProblem>();
  /** Of cells that stand in a ring, in the round at hand. */
  private rings = new Map<number, FormulaProblem>();
  /** Places where something stands by itself. */
  private readonly taken = new Set<number>();
  private readonly values = new Map<number, Scalar>();
  /** The blocks of the round at hand and of the one before by their first cell, and the places that they fill. */
  private spills = new Map<number, Spill>();
  private before = new Map<number, Spill>();
  private filled = new Map<number, Spill>();
  private filledBefore = new Map<number, Spill>();
  /** Ranges that were asked for: the same block each time, so that functions index it once. */
  private blocks = new Map<string, Matrix>();
  /** Formulas whose block never came to rest. */
  private readonly restless = new Set<number>();
  private readonly lastRow: number;
  private readonly lastColumn: number;

  constructor(sheet: OwnSheet, functions: FunctionTable) {
    this.sheet = sheet;
    const formulas: FormulaCell[] = [];
    let [lastRow, lastColumn] = [sheet.rows - 1, sheet.columns - 1];
    for (const [address, text] of Object.entries(sheet.cells)) {
      const place = placeOf(address);
      if (!place || text === '' || place.row >= MOST_ROWS || place.column >= MOST_COLUMNS) continue;
      const key = keyOf(place.row, place.column);
      lastRow = Math.max(lastRow, place.row);
      lastColumn = Math.max(lastColumn, place.column);
      this.taken.add(key);
      if (!isFormula(text)) {
        this.values.set(key, plainValue(text));
        continue;
      }
      const { formula, problem } = compiledCell(text, functions);
      if (problem) this.problems.set(key, problem);
      if (formula) formulas.push({ ...place, formula, problem });
      else this.values.set(key, errorOf('#NAME?'));
    }
    [this.lastRow, this.lastColumn] = [lastRow, lastColumn];
    this.formulas = formulas;
    this.rows = new FormulaRows(formulas);
  }

  /** The value of a cell as far as it is computed; null where nothing stands. */
  at(row: number, column: number): Scalar {
    if (column >= MOST_COLUMNS) return null;
    const key = keyOf(row, column);
    const own = this.values.get(key);
    if (own !== undefined) return own;
    if (this.taken.has(key)) return null;
    const spill = this.filled.get(key) ?? this.stillFilled(key);
    return spill ? (spill.matrix.at(row - spill.row, column - spill.column) ?? 0) : null;
  }

  /** What filled a place in the round before, while its formula is not computed anew. */
  private stillFilled(key: number): Spill | undefined {
    const spill = this.filledBefore.get(key);
    return spill && !this.values.has(keyOf(spill.row, spill.column)) ? spill : undefined;
  }

  /** A block of cells; whole columns and rows end where the sheet does. */
  block({ top, left, bottom, right }: CellRange): Matrix {
    const lastRow = bottom < MOST_ROWS ? bottom : this.extent('row');
    const lastColumn = right < MOST_COLUMNS ? right : this.extent('column');
    const rows = Math.max(lastRow - top, 0) + 1;
    const columns = Math.max(lastColumn - left, 0) + 1;
    const key = [top, left, rows, columns].join(' ');
    const known = this.blocks.get(key);
    if (known) return known;
    const made: Matrix = { rows, columns, at: (row, column) => this.at(top + row, left + column) };
    this.blocks.set(key, made);
    return made;
  }

  /** The last row or column, with what spills beyond. */
  private extent(axis: 'row' | 'column'): number {
    let last = axis === 'row' ? this.lastRow : this.lastColumn;
    for (const spills of [this.spills, this.before])
      for (const { row, column, matrix } of spills.values())
        last = Math.max(last, axis === 'row' ? row + matrix.rows - 1 : column + matrix.columns - 1);
    return last;
  }

  /** What spills from a cell, also when it is no more than that cell; undefined where no formula gives a value. */
  spillAt(row: number, column: number): Matrix | undefined {
    const key = keyOf(row, column);
    const spill = this.spills.get(key);
    if (spill) return spill.matrix;
    const value = this.values.get(key);
    const isFormulaCell = this.formulas.some((cell) => cell.row === row && cell.column === column);
    if (value === undefined || isError(value) || !isFormulaCell) return undefined;
    return this.block({ top: row, bottom: row, left: column, right: column });
  }

  /** Begins a round: formulas count as not computed. */
  begin(): void {
    for (const { row, column } of this.formulas) this.values.delete(keyOf(row, column));
    [this.before, this.filledBefore] = [this.spills, this.filled];
    this.spills = new Map();
    this.filled = new Map();
    this.blocks = new Map();
    this.rings = new Map();
  }

  /** Computes a cell. @param host reads everything, this sheet's cells as its own */
  compute(cell: FormulaCell, host: Host): void {
    if (cell.formula) this.settle(cell, cell.formula.evaluate(host, cell));
  }

  /** @param words say which ring the cell stands in */
  fail({ row, column }: FormulaCell, words: string): void {
    const key = keyOf(row, column);
    this.values.set(key, errorOf('#CYCLE!'));
    this.rings.set(key, { start: 0, end: this.sheet.cells[addressOf(row, column)]?.length ?? 0, words });
  }

  private settle({ row, column }: FormulaCell, value: Value): void {
    const key = keyOf(row, column);
    if (!isMatrix(value)) {
      this.values.set(key, value ?? 0);
      return;
    }
    const isInside = row + value.rows <= MOST_ROWS && column + value.columns <= MOST_COLUMNS;
    const fits = isInside && !this.restless.has(key);
    const places = fits ? placesOf(row, column, value) : [];
    const isFree = fits && !places.some((place) => this.taken.has(place) || this.filled.has(place));
    this.values.set(key, isFree ? (value.at(0, 0) ?? 0) : errorOf('#SPILL!'));
    if (!isFree) return;
    const spill = { row, column, matrix: value };
    this.spills.set(key, spill);
    for (const place of places) this.filled.set(place, spill);
  }

  /** True when the blocks lie where they lay in the round before, so that nothing has to be computed again. */
  hasSettled(): boolean {
    return this.moving().length === 0;
  }

  /** Lets nothing spill any more that changed its block in the last round, such as `=A:A` below the first row. */
  refuseMoving(): void {
    for (const key of this.moving()) this.restless.add(key);
  }

  private moving(): readonly number[] {
    const keys = new Set([...this.spills.keys(), ...this.before.keys()]);
    return [...keys].filter((key) => {
      const [now, before] = [this.spills.get(key)?.matrix, this.before.get(key)?.matrix];
      return now?.rows !== before?.rows || now?.columns !== before?.columns;
    });
  }

  /** Adds the ids of the formulas behind a range: of its cells, and of what spilled into it in the round before. */
  addNeeds(ids: Set<string>, range: CellRange): void {
    const { name } = this.sheet;
    this.rows.walk(
      range,
      (row, column) => ids.add(cellId(name, row, column)),
      (column, at) => ids.add(groupId(name, column, at)),
    );
    for (const { row, column, matrix } of this.spills.values()) {
      const isApart =
        row > range.bottom ||
        row + matrix.rows <= range.top ||
        column > range.right ||
        column + matrix.columns <= range.left;
      if (!isApart) ids.add(cellId(name, row, column));
    }
  }

  computed(): ComputedSheet {
    return {
      sheet: this.sheet,
      rows: this.extent('row') + 1,
      columns: this.extent('column') + 1,
      value: (row, column) => this.at(row, column),
      problem: (row, column) => this.rings.get(keyOf(row, column)) ?? this.problems.get(keyOf(row, column)),
      spilledFrom: (row, column) => this.filled.get(keyOf(row, column)),
    };
  }
}

/** The places that a block fills beside its own cell. */
function placesOf(row: number, column: number, { rows, columns }: Matrix): readonly number[] {
  const places: number[] = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) if (r > 0 || c > 0) places.push(keyOf(row + r, column + c));
  return places;
}
