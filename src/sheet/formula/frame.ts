/** What a closure of a compiled formula runs on. */
import type { Host } from './host.ts';
import { type Matrix, type Scalar, type Value, errorOf } from './value.ts';

/** Where a formula stands, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
  /** Rows of the table, for column formulas. */
  readonly rows?: number;
}

export interface Frame {
  readonly host: Host;
  row: number;
  readonly column: number;
  readonly rows: number;
  /** Values of the names that LET makes. */
  readonly locals: Value[];
  /** What is the same in all rows of a column formula, once it was computed. */
  readonly once: (Value | undefined)[];
}

export type Run = (frame: Frame) => Value;

export function frameAt(host: Host, { row, column, rows = 0 }: Place): Frame {
  return { host, row, column, rows, locals: [], once: [] };
}

/** The cell of a block that belongs to the formula's own row: of a block as long as the table, or of a single cell. */
export function ownCell({ row, rows }: Frame, block: Matrix): Scalar {
  if (block.columns === 1 && block.rows === rows && rows > 0) return block.at(row, 0);
  return block.rows === 1 && block.columns === 1 ? block.at(0, 0) : errorOf('#VALUE!');
}
