/** Rows to a canonical table: each row is appended whole or rejected whole, and counted once. */
import { type Chunk, type ChunkColumn, type ChunkWriter, CHUNK_ROWS } from '../../core/chunks.ts';
import type { ControlTotals } from '../../core/schema/dataset.ts';
import { type Column, SOURCE_ROW, type Table, emptyTable, hasCells } from '../../core/table.ts';
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import { type SummedColumn, isTotalRow } from '../clinic/rows/total-row.ts';
import { type BadRow, RowTriage } from '../clinic/rows/triage.ts';
import type { SheetClinic } from '../clinic/sheet-clinic.ts';
import type { RowBatch, Rows } from '../read/rows.ts';
import type { Field, SheetStyle } from './fields.ts';
import type { Findings } from './findings.ts';
import { forgetMany } from './forget.ts';
import type { SheetFormat } from './format.ts';
import { type CellSource, type SheetPlan, cellOf } from './plan.ts';
import { RowView } from './row-view.ts';
import type { BuiltSheet } from './built-sheet.ts';
import { BlockMaker, type RowBlock } from './row-block.ts';
import { Codes } from './waiting.ts';
import { TextSink, sinkOf } from './column-sinks.ts';
import { bulkSinkOf } from './exact-sink.ts';
import type { ColumnSink } from './column-sink.ts';
import { RowFacts } from './row-facts.ts';

/** What a sheet is built by. */
export interface SheetOrder {
  readonly format: SheetFormat;
  readonly plan: SheetPlan;
  readonly style: SheetStyle;
  readonly clinic: SheetClinic;
  /** Whether a row is the header of any format. */
  readonly isKnownHeader: (cells: readonly string[]) => boolean;
}

/**
 * Builds a sheet's table from the rows below its header, or hands its rows on chunk by chunk.
 * @param onRows called after each batch with the number of rows read so far
 * @param chunks takes the rows; undefined: they become a table
 */
export async function buildSheet(
  order: SheetOrder,
  rows: Rows,
  findings: Findings,
  onRows: (read: number) => void = () => undefined,
  chunks?: ChunkWriter,
): Promise<BuiltSheet> {
  const builder = new SheetBuilder(order, findings);
  for await (const batch of rows) {
    builder.addBatch(batch);
    if (chunks && builder.pending >= CHUNK_ROWS) await chunks.write(builder.takeChunk());
    onRows(builder.read);
  }
  if (!chunks) return builder.finish();
  await chunks.write(builder.takeChunk());
  return builder.finishChunks();
}

interface Slot {
  readonly field: Field;
  readonly source: CellSource | undefined;
  readonly sink: ColumnSink;
}

/** Places in a batch. */
interface Sifted {
  /** Undefined: all of them. */
  readonly accepted: readonly number[] | undefined;
  readonly apart: ReadonlySet<number>;
}

const NO_COLUMNS: ReadonlyMap<string, Column> = new Map();

const ALL: Sifted = { accepted: undefined, apart: new Set() };

class SheetBuilder {
  read = 0;
  private accepted = 0;
  /** Accepted rows that have gone on in chunks. */
  private handedOn = 0;
  private skipped = 0;
  private shortRows = 0;
  private lastLine = 0;
  private readonly skippedFor = new Map<DiagnosticCode, number>();
  private readonly width: number;
  private readonly style: SheetStyle;
  private readonly findings: Findings;
  private readonly triage: RowTriage;
  private readonly slots: readonly Slot[];
  private readonly blocks = new BlockMaker();
  private readonly lines = new Codes();
  private readonly rowFacts: RowFacts;
  private readonly filled = new Set<string>();
  private readonly view: RowView;
  private readonly checkRow: ReturnType<NonNullable<SheetFormat['rowCheck']>> | undefined;

  constructor({ format, plan, style, clinic, isKnownHeader }: SheetOrder, findings: Findings) {
    this.style = style;
    this.findings = findings;
    this.triage = new RowTriage(plan.header, clinic, findings, isKnownHeader);
    this.width = plan.header.length;
    const makeSink = format.bulk ? bulkSinkOf : sinkOf;
    const own = plan.fields.map((field) => {
      const source = plan.sources.get(field.name);
      const label = (source && plan.header[source.index]) ?? field.label;
      return { field, source, sink: makeSink(field, style, clinic.column(field, label)) };
    });
    const extra = plan.extras.map(({ index, name }) => {
      const field: Field = { name, label: name.slice(2), keys: [], kind: 'text' };
      return { field, source: { index }, sink: new TextSink(field, clinic.column(field, field.label)) };
    });
    this.slots = [...own, ...extra];
    this.view = new RowView(new Map(own.map(({ field, sink }) => [field.name, sink])));
    this.checkRow = format.rowCheck?.();
    this.rowFacts = new RowFacts(format, plan);
  }

  /** Accepted rows that wait for the next chunk. */
  get pending(): number {
    return this.accepted - this.handedOn;
  }

  /** The rows that were accepted since the last chunk. */
  takeChunk(): Chunk {
    const rows = this.pending;
    this.handedOn = this.accepted;
    const columns = new Map<string, ChunkColumn>([[SOURCE_ROW, { kind: 'count', counts: this.lines.takeAll() }]]);
    for (const { field, sink } of this.slots) columns.set(field.name, sink.takeChunk());
    forgetMany(this.slots.map(({ sink }) => sink));
    this.note(rows, columns);
    return { rows, columns };
  }

  addBatch(batch: RowBatch): void {
    const block = this.blocks.blockOf(batch);
    if (block.count > 0) this.lastLine = block.line(block.count - 1);
    let start = 0;
    for (let i = 0; i < block.count; i++) {
      if (this.hasShape(block, i)) continue;
      this.addRows(block.slice(start, i));
      if (isEmptyLine(block, i)) this.triage.blank(block.line(i));
      else this.takeSurplus(block.row(i), block.line(i));
      start = i + 1;
    }
    this.addRows(start === 0 ? block : block.slice(start, block.count));
  }

  finish(): BuiltSheet {
    const columns = new Map<string, Column>([[SOURCE_ROW, { kind: 'count', counts: this.lines.finish() }]]);
    for (const { field, sink } of this.slots) columns.set(field.name, sink.finish());
    this.note(this.accepted, columns);
    return this.built({ rows: this.accepted, columns }, columns);
  }

  /** After the last chunk. */
  finishChunks(): BuiltSheet {
    return this.built(emptyTable(), NO_COLUMNS);
  }

  private note(rows: number, columns: ReadonlyMap<string, Column | ChunkColumn>): void {
    this.rowFacts.add(rows, columns);
    for (const [name, column] of columns) if (!this.filled.has(name) && hasCells(column)) this.filled.add(name);
  }

  private built(table: Table, columns: ReadonlyMap<string, Column>): BuiltSheet {
    const totals = this.rowFacts.totals();
    this.triage.finish(this.lastLine, (cells) => this.numbersOf(cells, columns, totals));
    if (this.shortRows > 0)
      this.findings.add('warning', 'short-rows', {}, { rows: this.shortRows, columns: this.width });
    for (const [code, rows] of this.skippedFor) this.findings.add('info', code, {}, { rows });
    const { read, accepted, skipped } = this;
    return {
      table,
      facts: { rows: accepted, filled: this.filled },
      totals,
      coverage: this.rowFacts.coverage(),
      ledger: { read, accepted, rejected: this.findings.rejected, skipped: skipped + this.triage.skipped },
      columns: this.slots.map(({ sink }) => sink.findings),
      secondTable: this.triage.secondTable,
    };
  }

  /** The numbers of a row that may be a sum, each beside what it may be the sum of. */
  private numbersOf(
    cells: readonly string[],
    columns: ReadonlyMap<string, Column>,
    totals: ControlTotals = {},
  ): SummedColumn[] {
    return this.slots.flatMap(({ field: { name, kind }, source, sink }) => {
      if (!source || (kind !== 'decimal' && kind !== 'count')) return [];
      const { label } = sink.findings.clinic;
      const column = columns.get(name);
      const all = { rows: this.accepted, sums: Object.values(new Map(Object.entries(totals)).get(label) ?? {}) };
      return { label, cell: cellOf(cells, source), mark: this.style.decimalMarks.get(name) ?? '.', column, all };
    });
  }

  /** Rows with surplus cells are rejected, since a cell may have moved; missing cells at the end are empty. */
  private hasShape(block: RowBlock, i: number): boolean {
    const width = block.width(i);
    if (width === this.width) return width > 1 || !isEmptyLine(block, i);
    if (isEmptyLine(block, i)) return false;
    if (this.isShort(block, width)) this.shortRows++;
    return (
      width < this.width ||
      block
        .row(i)
        .slice(this.width)
        .every((cell) => cell.trim() === '')
    );
  }

  /** Workbooks do not store the empty cells at the end of a row. */
  private isShort({ openEnded }: RowBlock, width: number): boolean {
    return width < this.width && !openEnded;
  }

  private takeSurplus(cells: readonly string[], line: number): void {
    this.read++;
    this.triage.take({ cells, line, problem: 'too-many-cells', label: '', cell: String(cells.length) }, this.accepted);
  }

  /** Column by column, which keeps a column's dictionary at hand while it is in use. */
  private addRows(rows: RowBlock): void {
    if (rows.count === 0) return;
    this.read += rows.count;
    const block = rows.padded(this.width);
    for (const { source, sink } of this.slots) sink.take(block, source);
    const suspects = this.slots.filter(({ sink }) => sink.hasProblems || sink.hasTotals);
    const { accepted, apart } = suspects.length === 0 && !this.checkRow ? ALL : this.sift(rows, suspects);
    for (const { sink } of this.slots) sink.noteDamage(rows, apart);
    this.keep(rows, accepted);
  }

  /** The rows that are accepted, and those that are no data at all (blank, totals, notes), by their place. */
  private sift(rows: RowBlock, suspects: readonly Slot[]): Sifted {
    const accepted: number[] = [];
    const apart = new Set<number>();
    for (let i = 0; i < rows.count; i++) {
      const bad = badRow(i, rows, suspects);
      if (!bad) {
        if (this.checkRow && !this.passesCheck(i, rows.row(i), rows.line(i))) continue;
        this.triage.release();
        accepted.push(i);
      } else if (!this.triage.take(bad, this.accepted + accepted.length)) {
        apart.add(i);
        if (this.isShort(rows, bad.cells.length)) this.shortRows--;
      }
    }
    return { accepted, apart };
  }

  private keep(rows: RowBlock, accepted: readonly number[] | undefined): void {
    this.accepted += accepted?.length ?? rows.count;
    if (!accepted) this.triage.release();
    const lines = this.lines.take(rows.count);
    for (let i = 0; i < rows.count; i++) lines[i] = rows.line(i);
    this.lines.keep(accepted);
    for (const { sink } of this.slots) sink.keep(accepted);
  }

  private passesCheck(i: number, row: readonly string[], line: number): boolean {
    this.view.row = i;
    const verdict = this.checkRow?.(this.view, row, line) ?? 'accept';
    if (verdict === 'accept') return true;
    if (verdict === 'skip') this.skipped++;
    else if ('skip' in verdict) this.skipFor(verdict.skip);
    else this.findings.reject(verdict.code, line, verdict.column, verdict.text, row);
    return false;
  }

  private skipFor(code: DiagnosticCode): void {
    this.skipped++;
    this.skippedFor.set(code, (this.skippedFor.get(code) ?? 0) + 1);
  }
}

function isEmptyLine(block: RowBlock, i: number): boolean {
  return block.width(i) === 1 && block.row(i)[0] === '';
}

/** A row with something wrong in it; a total may have nothing wrong with its cells. */
function badRow(i: number, rows: RowBlock, slots: readonly Slot[]): BadRow | undefined {
  const bad = slots.find(({ sink }) => sink.problemAt(i) !== undefined);
  const slot = bad ?? slots.find(({ sink }) => sink.isTotalAt(i));
  if (!slot) return undefined;
  const cells = rows.row(i);
  if (!bad && !isTotalRow(cells)) return undefined;
  const { field, source, sink } = slot;
  const problem = sink.problemAt(i) ?? 'needs-total-row';
  return { cells, line: rows.line(i), problem, label: field.label, cell: source ? cellOf(cells, source) : '' };
}
