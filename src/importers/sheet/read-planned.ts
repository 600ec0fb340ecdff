/** One sheet whose columns are known, from rows to table: read, decide what the cells left open, read again if need be. */
import { headerKey } from '../../core/ids.ts';
import { ChunkCollector } from '../../core/chunk-collector.ts';
import type { ChunkWriter } from '../../core/chunks.ts';
import type { Ledger } from '../../core/diagnostics.ts';
import type { ControlTotals, DatasetKind, FileColumn } from '../../core/schema/dataset.ts';
import type { Table } from '../../core/table.ts';
import { ByteRows } from '../read/byte-csv/byte-rows.ts';
import type { RowBatch, RowNotes, Rows } from '../read/rows.ts';
import type { ImportQuestion, SheetAnswer } from '../types.ts';
import { type BuiltSheet, buildSheet } from './build.ts';
import { reportConversions } from './conversions.ts';
import { PLAIN_STYLE, type SheetStyle } from './fields.ts';
import { Findings } from './findings.ts';
import type { SheetFormat } from './format.ts';
import { type SheetPlan, fileColumns } from './plan.ts';
import { decideStyle } from './style.ts';

/** A sheet that can be read from its start more than once. */
export interface SheetSource {
  readonly file: string;
  open(): Opening;
}

export interface Opening {
  readonly rows: Rows;
  readonly notes: RowNotes;
}

export interface SheetContext {
  /** By header hash. */
  readonly answers: ReadonlyMap<string, SheetAnswer>;
  /** Opens a place for the rows of a bulk sheet; without it they are collected in memory. */
  readonly openChunks?: ((kind: DatasetKind) => ChunkWriter) | undefined;
  /** Called with the rows read so far. */
  readonly onRows: (rows: number, again: boolean) => void;
}

/** What became of a sheet. */
export type SheetOutcome = { readonly findings: Findings } & (
  | {
      readonly state: 'read';
      readonly kind: DatasetKind;
      readonly table: Table;
      readonly ledger: Ledger;
      /** The file's own header, or the keys of its items. */
      readonly header: readonly string[];
      readonly fileColumns: readonly FileColumn[];
      /** Undefined when the format has nothing to add up. */
      readonly totals: ControlTotals | undefined;
      /** Has the rows of a bulk sheet, as the context opened it; `table` is empty then. */
      readonly chunks: ChunkWriter | undefined;
    }
  | { readonly state: 'question'; readonly kind: DatasetKind; readonly questions: readonly ImportQuestion[] }
  | { readonly state: 'refused'; readonly kind: DatasetKind }
);

export interface PlannedSheet {
  readonly format: SheetFormat;
  readonly plan: SheetPlan;
  readonly answer: SheetAnswer;
  /** Header hash, for questions. */
  readonly hash: string;
  /** Position of the header row; -1: there is none. */
  readonly at: number;
}

/** Reads a sheet whose columns are known. */
export async function readPlanned(
  source: SheetSource,
  sheet: PlannedSheet,
  context: SheetContext,
): Promise<SheetOutcome> {
  const { format, answer, hash } = sheet;
  const chunks = format.bulk === true ? (context.openChunks?.(format.kind) ?? new ChunkCollector()) : undefined;
  let pass = await readOnce(source, sheet, PLAIN_STYLE, (rows) => context.onRows(rows, false), chunks);
  const decision = decideStyle(pass.built.columns, answer, format.ambiguous, pass.findings);
  if (decision.questions.length > 0) {
    const questions = decision.questions.map((question) => ({
      ...question,
      headerHash: hash,
      header: sheet.plan.header,
    }));
    return { state: 'question', kind: format.kind, questions, findings: pass.findings };
  }
  if (decision.readAgain) {
    await chunks?.restart();
    pass = await readOnce(source, sheet, decision.style, (rows) => context.onRows(rows, true), chunks);
    decideStyle(pass.built.columns, answer, format.ambiguous, pass.findings);
  }
  const { built, findings } = pass;
  reportConversions(built.columns, decision.style, findings);
  const variant = format.variant?.(new Set(sheet.plan.header.map(headerKey)));
  if (variant !== undefined) findings.add('info', 'variant', {}, { variant });
  const concluded = chunks ? format.concludeBulk?.(built.facts, findings) : format.conclude?.(built.table, findings);
  const collected = chunks instanceof ChunkCollector ? { table: chunks.table(), chunks: undefined } : { table: built.table, chunks }; // prettier-ignore
  const { ledger, totals } = built;
  return { state: 'read', kind: concluded ?? format.kind, ...collected, ledger, totals, header: sheet.plan.header, fileColumns: fileColumns(sheet.plan), findings }; // prettier-ignore
}

/** One pass over the rows below the header. */
async function readOnce(
  source: SheetSource,
  { format, plan, at }: PlannedSheet,
  style: SheetStyle,
  onRows: (rows: number) => void,
  chunks: ChunkWriter | undefined,
): Promise<{ built: BuiltSheet; findings: Findings }> {
  const findings = new Findings(source.file);
  const { rows, notes } = source.open();
  if (at > 0) findings.add('info', 'preamble-skipped', { row: at }, { rows: at });
  for (const header of plan.duplicates) findings.add('warning', 'duplicate-header', { row: at + 1, column: header });
  const built = await buildSheet(format, plan, style, rowsBelow(rows, at), findings, onRows, chunks);
  for (const row of notes.badQuotes) findings.add('warning', 'bad-quotes', { row });
  return { built, findings };
}

/** The rows below the header. */
async function* rowsBelow(rows: Rows, at: number): Rows {
  let first = true;
  for await (const batch of rows) {
    yield first ? rowsFrom(batch, at + 1) : batch;
    first = false;
  }
}

function rowsFrom(batch: RowBatch, start: number): RowBatch {
  if (batch instanceof ByteRows) return batch.slice(start);
  return { rows: batch.rows.slice(start), lines: batch.lines.slice(start) };
}
