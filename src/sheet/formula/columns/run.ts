/** One evaluation of a column formula: any rows first, the rest in slices. */
import type { Node } from '../ast.ts';
import { type FunctionTable, type RowFormula } from '../compile.ts';
import { type Frame, frameAt } from '../frame.ts';
import type { Host } from '../host.ts';
import { firstCell } from '../matrix.ts';
import { type Scalar, isError } from '../value.ts';
import { valuesOfCells, withoutError } from './closure-values.ts';
import { BLOCK, type Block, NoVectors, type Part, errorCode } from './parts.ts';
import { Planner } from './plan.ts';
import { type FormulaColumn, type FormulaValues, cellAt } from './result.ts';
import type { FormulaTable } from './table.ts';
import { type Writer, writerOf } from './writers.ts';

/** Blocks between two pauses: a few milliseconds' worth by vectors, by closures one block is enough. */
const VECTOR_STEP = 16;

interface Filler {
  /** Computes the rows of one block. */
  fill(from: number, count: number): void;
  values(): FormulaValues;
  readonly blocksPerStep: number;
}

export class ColumnRun {
  readonly rows: number;
  /** Whether the formula runs as vectors; else row by row. */
  readonly isVector: boolean;
  private readonly errors: Uint8Array;
  private readonly done: Uint8Array;
  private readonly filler: Filler;

  constructor(
    ast: Node,
    compiled: RowFormula,
    table: FormulaTable,
    functions: FunctionTable,
    host: Host,
    isDay: boolean,
  ) {
    this.rows = table.rows;
    this.errors = new Uint8Array(table.rows);
    this.done = new Uint8Array(Math.ceil(table.rows / BLOCK));
    const part = planned(ast, table, functions, host);
    this.isVector = part !== undefined;
    this.filler = part
      ? vectorFiller(part, table.rows, this.errors)
      : closureFiller(compiled, host, table.rows, this.errors, isDay);
  }

  /** Computes the rows from `from` to before `to`, unless they are known. */
  ensure(from: number, to: number): void {
    const last = Math.ceil(Math.min(to, this.rows) / BLOCK);
    for (let block = Math.floor(from / BLOCK); block < last; block++) {
      if (this.done[block] === 1) continue;
      const start = block * BLOCK;
      this.filler.fill(start, Math.min(BLOCK, this.rows - start));
      this.done[block] = 1;
    }
  }

  /** A cell, computed now if it is not known. */
  cell(row: number): Scalar {
    this.ensure(row, row + 1);
    return cellAt(this.now(), row);
  }

  /** Computes all rows that are not known, pausing after every few milliseconds' worth. */
  *steps(): Generator<undefined, FormulaColumn> {
    const rows = BLOCK * this.filler.blocksPerStep;
    for (let from = 0; from < this.rows; from += rows) {
      if (from > 0) yield;
      this.ensure(from, from + rows);
    }
    return this.now();
  }

  /** The whole column at once. */
  all(): FormulaColumn {
    this.ensure(0, this.rows);
    return this.now();
  }

  private now(): FormulaColumn {
    return { kind: 'formula', rows: this.rows, values: this.filler.values(), errors: this.errors };
  }
}

function planned(ast: Node, table: FormulaTable, functions: FunctionTable, host: Host): Part | undefined {
  try {
    return new Planner(table, functions, host).plan(ast);
  } catch (error) {
    if (error instanceof NoVectors) return undefined;
    throw error;
  }
}

function vectorFiller(part: Part, rows: number, errors: Uint8Array): Filler {
  const writer = writerOf(part, rows, errors);
  const redo = new Uint8Array(BLOCK);
  return {
    blocksPerStep: VECTOR_STEP,
    values: () => writer.values,
    fill: (from, count) => {
      const block: Block = { from, count, redo, hasRedo: false };
      part.fill(block);
      if (part.errors) errors.set(part.errors.subarray(0, count), from);
      writer.take(from, count);
      if (block.hasRedo) redoRows(block, writer, errors);
    },
  };
}

function redoRows({ from, count, redo }: Block, writer: Writer, errors: Uint8Array): void {
  for (let i = 0; i < count; i++) if (redo[i] === 1) errors[from + i] = writer.takeExact(from + i);
  redo.fill(0);
}

function closureFiller({ run }: RowFormula, host: Host, rows: number, errors: Uint8Array, isDay: boolean): Filler {
  const cells = new Array<Scalar>(rows).fill(null);
  const frame: Frame = frameAt(host, { row: 0, column: 0, rows });
  let known = 0;
  let values: FormulaValues | undefined;
  return {
    blocksPerStep: 1,
    values: () => {
      if (known < rows) return { kind: 'mixed', cells };
      return (values ??= valuesOfCells(cells, isDay));
    },
    fill: (from, count) => {
      for (let row = from; row < from + count; row++) {
        frame.row = row;
        const cell = firstCell(run(frame));
        if (cell !== null && isError(cell)) errors[row] = errorCode(cell);
        cells[row] = withoutError(cell);
      }
      known += count;
    },
  };
}
