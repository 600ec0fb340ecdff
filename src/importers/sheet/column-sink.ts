/** What a column's sink takes and gives. */
import type { ChunkColumn } from '../../core/chunks.ts';
import type { Column } from '../../core/table.ts';
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { Marks } from '../clinic/marked-texts.ts';
import type { ColumnFindings, Conversion, Evidence } from './column-findings.ts';
import type { CellSource } from './plan.ts';
import type { RowBlock } from './row-block.ts';

/** What a distinct cell text was read as. */
export interface Reading<T> extends Marks {
  /** Undefined: empty, or not readable. */
  readonly value: T | undefined;
  readonly problem?: DiagnosticCode;
  readonly conversion?: Conversion;
  readonly evidence?: Evidence;
}

/** The cells of one column, waiting row by row to be kept. All blocks that a sink takes are of texts, or all of bytes. */
export interface ColumnSink {
  readonly findings: ColumnFindings;
  /** Some of the cells that were taken last has something wrong with it. */
  readonly hasProblems: boolean;
  /** Reads a cell of each row; without a source all are empty. */
  take(block: RowBlock, source: CellSource | undefined): void;
  /** What is wrong with a row's cell; undefined when it is fine. Rows are counted from the first that was taken. */
  problemAt(row: number): DiagnosticCode | undefined;
  /** Some cell so far was a word for a total. */
  readonly hasTotals: boolean;
  /** Whether a row's cell is a word for a total. */
  isTotalAt(row: number): boolean;
  /** Tells the clinic in which of the rows that were taken last damaged texts stand. @param apart rows that are no data */
  noteDamage(block: RowBlock, apart: ReadonlySet<number>): void;
  /** Appends these of the rows that were taken; `undefined`: all of them. */
  keep(rows: readonly number[] | undefined): void;
  finish(): Column;
  /** The cells that were kept since the last chunk; whoever takes chunks does not `finish`. */
  takeChunk(): ChunkColumn;
  /** Distinct cell texts that are remembered, and their characters. */
  readonly remembered: { readonly texts: number; readonly characters: number };
  /** Forgets the texts it has seen, so that memory stays bounded; only between a chunk and the next row. */
  forget(): void;
}

/** The values of a sink's readings from a position on. */
export type ValuesFrom<T> = (from: number) => readonly (T | undefined)[];

/** The reading of a cell whose value is its own text, which no one needs as a string yet. */
export const OWN_TEXT: Reading<never> = { value: undefined };
