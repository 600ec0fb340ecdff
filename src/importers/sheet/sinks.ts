/**
 * One sink per column. `take` reads the cells of some rows, `keep` appends those of the rows that are accepted, so that a row
 * is appended whole or not at all. Cells repeat: each distinct text is read once, rows only hold its number.
 */
import type { Column } from '../../core/table.ts';
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { OrderEvidence } from '../cells/dates.ts';
import type { MarkEvidence } from '../cells/decimals.ts';
import { Codes } from './codes.ts';
import type { Field } from './fields.ts';
import { type CellSource, cellOf } from './plan.ts';

/** What was done to a cell beyond reading it plainly, reported per column. */
export type Conversion = 'decimal' | 'fraction' | 'date-order' | 'date-serial' | 'word';

/** What one cell tells about how its column is to be read; `written`: a date column has more than day numbers. */
export type Evidence = OrderEvidence | MarkEvidence | 'serial' | 'written';

/** Rows whose cell was converted in one way, and a few of the texts with what they were read as. */
export interface Converted {
  rows: number;
  readonly examples: string[];
}

/** What a column's sink learns beside the values. */
export interface ColumnFindings {
  readonly field: Field;
  /** By what they tell, a few of the texts that need an order or a mark to be read. */
  readonly evidence: Map<Evidence, string[]>;
  readonly conversions: Map<Conversion, Converted>;
}

/** What a distinct cell text was read as. */
export interface Reading<T> {
  /** Undefined: empty, or not readable. */
  readonly value: T | undefined;
  readonly problem?: DiagnosticCode;
  readonly conversion?: Conversion;
  readonly evidence?: Evidence;
}

/** How many texts of one kind of evidence are kept, to show with a question. */
const SAMPLES = 5;

export abstract class Sink<T = unknown> {
  readonly findings: ColumnFindings;
  /** Some of the cells that were taken last has something wrong with it. */
  hasProblems = false;
  protected readonly field: Field;
  /** Every cell so far is its own value: no two readings are equal. */
  protected isLiteral = true;
  /** Position in `readings` by cell text. */
  private readonly known = new Map<string, number>();
  private readonly readings: Reading<T>[] = [];
  /** The cell text of each reading; empty for those that were replaced. */
  private readonly cells: string[] = [];
  /** Position of the reading that came after each reading the last time. */
  private readonly followers: number[] = [];
  /** Of each reading; beside them, because every cell asks for it. */
  private readonly problems: (DiagnosticCode | undefined)[] = [];
  private readonly rows = new Codes();
  /** Position in `readings` of each row that was taken last. */
  private taken: Uint32Array = new Uint32Array(0);

  constructor(field: Field) {
    this.field = field;
    this.findings = { field, evidence: new Map(), conversions: new Map() };
  }

  /** Reads a cell of each row; without a source all are empty. */
  take(rows: readonly (readonly string[])[], source: CellSource | undefined): void {
    const { known, problems, cells, followers } = this;
    const taken = this.rows.take(rows.length);
    let hasProblems = false;
    let last: string | undefined;
    let position = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      const cell = source === undefined || row === undefined ? '' : cellOf(row, source);
      // Comparing two texts is cheaper than looking one up, and neighbours are often equal, or follow each other again.
      if (cell !== last) {
        const expected = followers[position] ?? 0;
        const next = cell === cells[expected] ? expected : (known.get(cell) ?? this.learn(cell));
        followers[position] = next;
        position = next;
        last = cell;
        hasProblems ||= problems[position] !== undefined;
      }
      taken[i] = position;
    }
    this.taken = taken;
    this.hasProblems = hasProblems;
  }

  /** What is wrong with a row's cell; undefined when it is fine. Rows are counted from the first that was taken. */
  problemAt(row: number): DiagnosticCode | undefined {
    return this.problems[this.taken[row] ?? 0];
  }

  valueAt(row: number): T | undefined {
    return this.readings[this.taken[row] ?? 0]?.value;
  }

  replace(row: number, value: T): void {
    this.taken[row] = this.add('', { value });
  }

  /** Appends these of the rows that were taken; `undefined`: all of them. */
  keep(rows: readonly number[] | undefined): void {
    this.rows.keep(rows);
  }

  finish(): Column {
    const codes = this.rows.finish();
    if (this.readings.some(({ conversion }) => conversion !== undefined)) this.countConversions(codes);
    return this.columnOf(
      codes,
      this.readings.map(({ value }) => value),
    );
  }

  /** Reads a text that is not blank. */
  protected abstract read(text: string): Reading<T>;
  /** The column of all rows: `values[codes[row]]`; values may repeat, `values[0]` is that of an empty cell. */
  protected abstract columnOf(codes: Uint32Array, values: readonly (T | undefined)[]): Column;

  protected empty(): Reading<T> {
    return this.field.required ? { value: undefined, problem: 'missing-value' } : { value: undefined };
  }

  private learn(cell: string): number {
    if (this.readings.length === 0 && cell !== '') this.learn('');
    const trimmed = cell.trim();
    const isBlank = trimmed === '' || this.field.blanks?.has(trimmed);
    const text = isBlank ? (this.field.fallback ?? '') : trimmed;
    const reading = text === '' ? this.empty() : this.read(text);
    if (reading.evidence !== undefined && reading.evidence !== 'none') this.note(reading.evidence, text);
    const position = this.add(cell, reading);
    this.isLiteral &&= (reading.value ?? '') === cell;
    this.known.set(cell, position);
    return position;
  }

  /** Gives the position of the new reading. */
  private add(cell: string, reading: Reading<T>): number {
    this.cells.push(cell);
    this.problems.push(reading.problem);
    this.followers.push(0);
    return this.readings.push(reading) - 1;
  }

  private note(evidence: Evidence, text: string): void {
    const samples = this.findings.evidence.get(evidence);
    if (samples === undefined) this.findings.evidence.set(evidence, [text]);
    else if (samples.length < SAMPLES) samples.push(text);
  }

  private countConversions(codes: Uint32Array): void {
    const rows = new Uint32Array(this.readings.length);
    for (const code of codes) rows[code] = (rows[code] ?? 0) + 1;
    for (const [cell, position] of this.known) {
      const { conversion, value } = this.readings[position] ?? {};
      const count = rows[position] ?? 0;
      if (conversion !== undefined && count > 0)
        this.convert(conversion, count, `${cell.trim()} → ${this.show(value)}`);
    }
  }

  private convert(conversion: Conversion, rows: number, example: string): void {
    const converted = this.findings.conversions.get(conversion) ?? { rows: 0, examples: [] };
    converted.rows += rows;
    if (converted.examples.length < SAMPLES) converted.examples.push(example);
    this.findings.conversions.set(conversion, converted);
  }

  /** A value as a message shows it. */
  protected show(value: T | undefined): string {
    return String(value);
  }
}
