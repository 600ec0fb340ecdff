/** Rows to a canonical table: each row is appended whole or rejected whole, and counted once. */
import type { Ledger } from '../../core/diagnostics.ts';
import { type Column, SOURCE_ROW, type Table } from '../../core/table.ts';
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { RowBatch, Rows } from '../read/rows.ts';
import type { Field, SheetStyle } from './fields.ts';
import type { Findings } from './findings.ts';
import type { SheetFormat } from './format.ts';
import { type CellSource, type SheetPlan, cellOf } from './plan.ts';
import { RowView } from './row-view.ts';
import { Codes } from './codes.ts';
import { TextSink, sinkOf } from './column-sinks.ts';
import type { ColumnFindings, Sink } from './sinks.ts';

export interface BuiltSheet {
  readonly table: Table;
  readonly ledger: Ledger;
  /** Per column that reads more than text: evidence and conversions. */
  readonly columns: readonly ColumnFindings[];
}

/**
 * Builds a sheet's table from the rows below its header.
 * @param onRows called after each batch with the number of rows read so far
 */
export async function buildSheet(
  format: SheetFormat,
  plan: SheetPlan,
  style: SheetStyle,
  rows: Rows,
  findings: Findings,
  onRows: (read: number) => void = () => undefined,
): Promise<BuiltSheet> {
  const builder = new SheetBuilder(format, plan, style, findings);
  for await (const batch of rows) {
    builder.addBatch(batch);
    onRows(builder.read);
  }
  return builder.finish();
}

interface Slot {
  readonly field: Field;
  readonly source: CellSource | undefined;
  readonly sink: Sink;
}

interface BadCell {
  readonly problem: DiagnosticCode;
  readonly label: string;
  readonly cell: string;
}

class SheetBuilder {
  read = 0;
  private accepted = 0;
  private skipped = 0;
  private shortRows = 0;
  private readonly width: number;
  private readonly plan: SheetPlan;
  private readonly findings: Findings;
  private readonly slots: readonly Slot[];
  private readonly lines = new Codes();
  private readonly view: RowView;
  private readonly checkRow: ReturnType<NonNullable<SheetFormat['rowCheck']>> | undefined;

  constructor(format: SheetFormat, plan: SheetPlan, style: SheetStyle, findings: Findings) {
    this.plan = plan;
    this.findings = findings;
    this.width = plan.header.length;
    const own = plan.fields.map((field) => ({
      field,
      source: plan.sources.get(field.name),
      sink: sinkOf(field, style),
    }));
    const extra = plan.extras.map(({ index, name }) => slotOfExtra(index, name));
    this.slots = [...own, ...extra];
    this.view = new RowView(new Map(own.map(({ field, sink }) => [field.name, sink])));
    this.checkRow = format.rowCheck?.();
  }

  addBatch({ rows, lines }: RowBatch): void {
    let start = 0;
    for (const [i, row] of rows.entries()) {
      if (this.hasShape(row)) continue;
      this.addRows({ rows: rows.slice(start, i), lines: lines.slice(start, i) });
      if (!isEmptyLine(row)) this.rejectSurplus(row, lines[i] ?? 0);
      start = i + 1;
    }
    this.addRows(start === 0 ? { rows, lines } : { rows: rows.slice(start), lines: lines.slice(start) });
  }

  finish(): BuiltSheet {
    if (this.shortRows > 0)
      this.findings.add('warning', 'short-rows', {}, { rows: this.shortRows, columns: this.width });
    const columns = new Map<string, Column>([[SOURCE_ROW, { kind: 'count', counts: this.lines.finish() }]]);
    for (const { field, sink } of this.slots) columns.set(field.name, sink.finish());
    const { read, accepted, skipped } = this;
    return {
      table: { rows: accepted, columns },
      ledger: { read, accepted, rejected: this.findings.rejected, skipped },
      columns: this.slots.map(({ sink }) => sink.findings),
    };
  }

  /** Rows with surplus cells are rejected, since a cell may have moved; missing cells at the end are empty. */
  private hasShape(row: readonly string[]): boolean {
    if (isEmptyLine(row)) return false;
    if (row.length === this.width) return true;
    if (row.length < this.width) this.shortRows++;
    return row.slice(this.width).every((cell) => cell.trim() === '');
  }

  private rejectSurplus(row: readonly string[], line: number): void {
    this.read++;
    this.findings.reject('too-many-cells', line, '', String(row.length), row);
  }

  /** Column by column, which keeps a column's dictionary at hand while it is in use. */
  private addRows({ rows, lines }: RowBatch): void {
    this.read += rows.length;
    for (const { source, sink } of this.slots) sink.take(rows, source);
    const suspects = this.slots.filter(({ sink }) => sink.hasProblems);
    if (suspects.length === 0 && !this.checkRow) return this.keep(lines, undefined);
    const accepted: number[] = [];
    rows.forEach((row, i) => {
      if (this.isAccepted(i, row, lines[i] ?? 0, suspects)) accepted.push(i);
    });
    this.keep(
      accepted.map((i) => lines[i] ?? 0),
      accepted,
    );
  }

  private keep(lines: readonly number[], accepted: readonly number[] | undefined): void {
    this.accepted += lines.length;
    this.lines.take(lines.length).set(lines);
    this.lines.keep(undefined);
    for (const { sink } of this.slots) sink.keep(accepted);
  }

  private isAccepted(i: number, row: readonly string[], line: number, suspects: readonly Slot[]): boolean {
    const bad = firstBadCell(i, row, suspects);
    if (bad === undefined) return this.passesCheck(i, row, line);
    this.rejectUnlessIdle(bad, row, line);
    return false;
  }

  /** Blank rows and repeated headers are skipped; all other rows with a problem are rejected. */
  private rejectUnlessIdle({ problem, label, cell }: BadCell, row: readonly string[], line: number): void {
    if (row.every((text) => text.trim() === '')) {
      this.skipped++;
    } else if (row.every((text, i) => text === this.plan.header[i])) {
      this.skipped++;
      this.findings.add('warning', 'repeated-header', { row: line });
    } else {
      this.findings.reject(problem, line, label, cell, row);
    }
  }

  private passesCheck(i: number, row: readonly string[], line: number): boolean {
    this.view.row = i;
    const verdict = this.checkRow?.(this.view, row, line) ?? 'accept';
    if (verdict === 'skip') this.skipped++;
    else if (verdict !== 'accept') this.findings.reject(verdict.code, line, verdict.column, verdict.text, row);
    return verdict === 'accept';
  }
}

function isEmptyLine(row: readonly string[]): boolean {
  return row.length === 1 && row[0] === '';
}

function firstBadCell(i: number, row: readonly string[], slots: readonly Slot[]): BadCell | undefined {
  for (const { field, source, sink } of slots) {
    const problem = sink.problemAt(i);
    if (problem !== undefined) return { problem, label: field.label, cell: source ? cellOf(row, source) : '' };
  }
  return undefined;
}

function slotOfExtra(index: number, name: string): Slot {
  const field: Field = { name, label: name.slice(2), keys: [], kind: 'text' };
  return { field, source: { index }, sink: new TextSink(field) };
}
