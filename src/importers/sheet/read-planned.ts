/** One sheet whose columns are known, from rows to table: read, decide what the cells left open, read again if need be. */
import { headerKey } from '../../core/ids.ts';
import type { ChunkWriter } from '../../core/chunks.ts';
import type { Ledger } from '../../core/diagnostics.ts';
import type { Coverage } from '../../core/schema/coverage.ts';
import type { ControlTotals, DatasetKind, FileColumn, RolledUp } from '../../core/schema/dataset.ts';
import type { Table } from '../../core/table.ts';
import { type ClinicContext, clinicOrder } from '../clinic/context.ts';
import { findingsOf, noteText } from '../clinic/examine.ts';
import type { Finding } from '../clinic/finding.ts';
import { type ClinicOrder, treatmentOf } from '../clinic/policy.ts';
import { reportFound } from '../clinic/report.ts';
import type { SecondTable } from '../clinic/rows/second-table.ts';
import { SheetClinic } from '../clinic/sheet-clinic.ts';
import { ByteRows } from '../read/byte-csv/byte-rows.ts';
import type { RowBatch, RowNotes, Rows } from '../read/rows.ts';
import { survivesRollUp } from '../rollup/columns.ts';
import { rollUpQuestion } from '../rollup/question.ts';
import type { ImportQuestion, SheetAnswer } from '../types.ts';
import { buildSheet } from './build.ts';
import type { BuiltSheet } from './built-sheet.ts';
import { reportConversions } from './conversions.ts';
import { PLAIN_STYLE, type SheetStyle } from './fields.ts';
import { Findings } from './findings.ts';
import type { SheetFormat } from './format.ts';
import { type SheetPlan, fileColumns } from './plan.ts';
import { rowTarget } from './row-target.ts';
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
  /** See `ImportOptions`. */
  readonly rollUpBeyond?: number | undefined;
  /** Bytes of the file as it came, 0 when they are not known. */
  readonly size?: number;
  /** Called with the rows read so far. */
  readonly onRows: (rows: number, again: boolean) => void;
  /** Undefined: repairs that need no question are applied. */
  readonly clinic?: ClinicContext;
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
      /** What the clinic found, and what was done about it. */
      readonly found: readonly Finding[];
      /** Where another table begins, which is not in this one. */
      readonly secondTable: SecondTable | undefined;
      /** Undefined when the format has nothing to add up. */
      readonly totals: ControlTotals | undefined;
      /** Undefined when the rows do not stand in time. */
      readonly coverage: Coverage | undefined;
      /** Has the rows of a bulk sheet, as the context opened it; `table` is empty then. */
      readonly chunks: ChunkWriter | undefined;
      readonly rolledUp: RolledUp | undefined;
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
  /** Whether a row is the header of any format; undefined: a file of this kind holds one table. */
  readonly isKnownHeader?: (cells: readonly string[]) => boolean;
  /** The first rows below it. */
  readonly head?: readonly (readonly string[])[];
}

/** Reads a sheet whose columns are known. */
export async function readPlanned(
  source: SheetSource,
  sheet: PlannedSheet,
  context: SheetContext,
): Promise<SheetOutcome> {
  const { format, answer, hash, plan } = sheet;
  const order = clinicOrder(context.clinic, source.file, answer.repairs);
  const grounds = { answer, ambiguous: format.ambiguous, order };
  const target = rowTarget(sheet, context.openChunks);
  const chunks = target?.writer;
  const read = async (style: SheetStyle, again: boolean, until = Infinity): Promise<ReadPass> => {
    if (again) await chunks?.restart();
    return readOnce(source, sheet, { style, order, until, chunks }, (rows) => context.onRows(rows, again));
  };
  let pass = await read(PLAIN_STYLE, false);
  const second = pass.built.secondTable;
  const until = second && treatmentOf(order, 'second-table', '') === 'apply' ? second.line : undefined;
  if (until !== undefined) pass = await read(PLAIN_STYLE, true, until);
  const { questions, readAgain, style } = decideStyle(pass.built.columns, grounds, pass.findings);
  if (questions.length > 0) {
    const asked = questions.map((question) => ({ ...question, headerHash: hash, header: plan.header }));
    return { state: 'question', kind: format.kind, questions: asked, findings: pass.findings };
  }
  if (readAgain) {
    pass = await read(style, true, until);
    decideStyle(pass.built.columns, grounds, pass.findings);
  }
  const { built, findings, clinic } = pass;
  if (second) clinic.noteTable(second);
  const found = findingsOf(built.columns, style, clinic);
  if (order.reopen === true || found.some(({ blocking }) => blocking)) {
    const question = { kind: 'clinic', headerHash: hash, header: plan.header, found } as const;
    return { state: 'question', kind: format.kind, questions: [question], findings };
  }
  const rollUp = rollUpQuestion(source.file, sheet, context, built.ledger.accepted);
  if (rollUp) return { state: 'question', kind: format.kind, questions: [rollUp], findings };
  reportConversions(built.columns, style, findings);
  reportFound(found, findings);
  const variant = format.variant?.(new Set(plan.header.map(headerKey)));
  if (variant !== undefined) findings.add('info', 'variant', {}, { variant });
  const concluded = chunks
    ? format.concludeBulk?.(built.facts, findings)
    : format.conclude?.(built.table, findings, plan);
  const arrived = (await target?.finish(built, findings)) ?? { table: built.table, chunks: undefined, rolledUp: undefined }; // prettier-ignore
  const { ledger, totals, coverage } = built;
  const rest = {
    ledger,
    totals,
    coverage,
    header: plan.header,
    fileColumns: fileColumns(plan).filter(({ column }) => !arrived.rolledUp || survivesRollUp(column)),
    findings,
    found,
    secondTable: second,
  };
  return { state: 'read', kind: concluded ?? format.kind, ...arrived, ...rest };
}

/** How one pass over the rows is made. */
interface Pass {
  readonly style: SheetStyle;
  readonly order: ClinicOrder;
  /** The line at which another table begins. */
  readonly until: number;
  readonly chunks: ChunkWriter | undefined;
}

interface ReadPass {
  readonly built: BuiltSheet;
  readonly findings: Findings;
  readonly clinic: SheetClinic;
}

/** One pass over the rows below the header. */
async function readOnce(
  source: SheetSource,
  { format, plan, at, isKnownHeader = () => false }: PlannedSheet,
  { style, order, until, chunks }: Pass,
  onRows: (rows: number) => void,
): Promise<ReadPass> {
  const findings = new Findings(source.file);
  const clinic = new SheetClinic(order);
  const { rows, notes } = source.open();
  if (at > 0) {
    findings.add('info', 'preamble-skipped', { row: at }, { rows: at });
    clinic.count('preamble', at);
  }
  for (const header of plan.duplicates) findings.add('warning', 'duplicate-header', { row: at + 1, column: header });
  const sheet = { format, plan, style, clinic, isKnownHeader };
  const built = await buildSheet(sheet, rowsBetween(rows, at, until), findings, onRows, chunks);
  for (const row of notes.badQuotes) findings.add('warning', 'bad-quotes', { row });
  noteText(notes, clinic);
  return { built, findings, clinic };
}

/** The rows below the header and above the line at which another table begins. */
async function* rowsBetween(rows: Rows, at: number, until: number): Rows {
  let first = true;
  for await (const batch of rows) {
    const below = first ? rowsOf(batch, at + 1) : batch;
    first = false;
    const count = until === Infinity ? -1 : below.lines.findIndex((line) => line >= until);
    yield count < 0 ? below : rowsOf(below, 0, count);
    if (count >= 0) return;
  }
}

function rowsOf(batch: RowBatch, from: number, to?: number): RowBatch {
  if (batch instanceof ByteRows) return batch.slice(from, to);
  return { ...batch, rows: batch.rows.slice(from, to), lines: batch.lines.slice(from, to) };
}
