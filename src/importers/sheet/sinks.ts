/**
 * One sink per column. `take` reads a cell and says what is wrong with it, `keep` appends what was read last, so that a row
 * is appended whole or not at all. Cells repeat, so every reading is remembered by its text.
 */
import { CountBuilder, DayBuilder, DecimalBuilder, FlagBuilder, TextBuilder } from '../../core/column-builders.ts';
import type { Day } from '../../core/days.ts';
import type { Column } from '../../core/table.ts';
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import {
  type DateOrder,
  type Instant,
  type OrderEvidence,
  isNoDate,
  orderEvidence,
  readIso,
  readParted,
} from '../cells/dates.ts';
import { type DecimalMark, type MarkEvidence, isPlainDecimal, markEvidence, readDecimal } from '../cells/decimals.ts';
import { FLAG_WORDS, wordKey } from '../cells/words.ts';
import type { Field } from './fields.ts';

export interface Sink {
  /** Reads a cell; the code of what is wrong with it, undefined when it is fine. */
  take(cell: string): DiagnosticCode | undefined;
  keep(): void;
  finish(): Column;
  /** Absent where cells are plain text. */
  readonly findings?: ColumnFindings;
}

/** What was done to a cell beyond reading it plainly, reported per column. */
export type Conversion = 'decimal' | 'date-order' | 'word' | undefined;

interface Reading<T> {
  readonly value: T | undefined;
  readonly problem: DiagnosticCode | undefined;
  readonly conversion: Conversion;
}

/** What one cell tells about how its column is to be read. */
export type Evidence = OrderEvidence | MarkEvidence;

/** Evidence and conversions that a column's sink gathers. */
export interface ColumnFindings {
  readonly field: Field;
  /** Distinct texts that need an order or a mark to be read, by what they tell; for questions and decisions. */
  readonly evidence: Map<string, Evidence>;
  readonly conversions: Map<Conversion, number>;
}

/** Reads cells through a memo; the base of all sinks but plain text. */
abstract class MemoSink<T> implements Sink {
  readonly findings: ColumnFindings;
  pending: T | undefined;
  private conversion: Conversion;
  private readonly memo = new Map<string, Reading<T>>();
  protected readonly field: Field;

  constructor(field: Field) {
    this.field = field;
    this.findings = { field, evidence: new Map(), conversions: new Map() };
  }

  take(cell: string): DiagnosticCode | undefined {
    let reading = this.memo.get(cell);
    if (reading === undefined) {
      reading = this.readCell(cell);
      this.memo.set(cell, reading);
    }
    this.pending = reading.value;
    this.conversion = reading.conversion;
    return reading.problem;
  }

  keep(): void {
    const { conversions } = this.findings;
    if (this.conversion !== undefined) conversions.set(this.conversion, (conversions.get(this.conversion) ?? 0) + 1);
    this.push(this.pending);
  }

  abstract finish(): Column;
  protected abstract push(value: T | undefined): void;
  protected abstract read(text: string): Reading<T>;

  private readCell(cell: string): Reading<T> {
    const text = cell.trim() === '' ? (this.field.fallback ?? '') : cell.trim();
    if (text === '') return empty(this.field);
    return this.read(text);
  }
}

function empty(field: Field): Reading<never> {
  return { value: undefined, problem: field.required ? 'missing-value' : undefined, conversion: undefined };
}

function good<T>(value: T, conversion?: Conversion): Reading<T> {
  return { value, problem: undefined, conversion };
}

function bad(problem: DiagnosticCode): Reading<never> {
  return { value: undefined, problem, conversion: undefined };
}

/** Texts that need no reading: kept byte for byte, blanks around them included only when nothing else is there. */
export class TextSink implements Sink {
  pending = '';
  private readonly builder = new TextBuilder();
  private readonly field: Field;
  constructor(field: Field) {
    this.field = field;
  }
  take(cell: string): DiagnosticCode | undefined {
    this.pending = cell.trim();
    if (this.pending === '') this.pending = this.field.fallback ?? '';
    return this.pending === '' && this.field.required ? 'missing-value' : undefined;
  }
  keep(): void {
    this.builder.push(this.pending);
  }
  finish(): Column {
    return this.builder.finish();
  }
}

/** Texts some of whose spellings are translated. */
export class WordSink extends MemoSink<string> {
  private readonly builder = new TextBuilder();
  protected push(value: string | undefined): void {
    this.builder.push(value ?? '');
  }
  finish(): Column {
    return this.builder.finish();
  }
  protected read(text: string): Reading<string> {
    const known = this.field.words?.get(wordKey(text)) ?? text;
    const word = this.field.lowerCase ? known.toLowerCase() : known;
    return good(word, word.toLowerCase() === text.toLowerCase() ? undefined : 'word');
  }
}

export class DecimalSink extends MemoSink<string> {
  private readonly builder = new DecimalBuilder();
  private readonly mark: DecimalMark | undefined;
  constructor(field: Field, mark: DecimalMark | undefined) {
    super(field);
    this.mark = mark;
  }
  protected push(value: string | undefined): void {
    this.builder.push(value ?? '');
  }
  finish(): Column {
    return this.builder.finish();
  }
  protected read(text: string): Reading<string> {
    const value = this.mark !== ',' && isPlainDecimal(text) ? text : readDecimal(text, this.mark ?? '.');
    const evidence = markEvidence(text);
    if (evidence !== 'none') this.findings.evidence.set(text, evidence);
    if (value === undefined) return bad('bad-number');
    if (this.field.kind === 'count' && !/^\d+(?:\.0*)?$/.test(value)) return bad('bad-count');
    return good(value, value === text ? undefined : 'decimal');
  }
}

export class DaySink extends MemoSink<Day> {
  private readonly builder = new DayBuilder();
  private readonly order: DateOrder | undefined;
  constructor(field: Field, order: DateOrder | undefined) {
    super(field);
    this.order = order;
  }
  protected push(value: Day | undefined): void {
    this.builder.push(value);
  }
  finish(): Column {
    return this.builder.finish();
  }
  protected read(text: string): Reading<Day> {
    if (isNoDate(text)) return empty(this.field);
    const iso = readIso(text);
    if (iso) return good(this.dayOf(iso));
    const evidence = orderEvidence(text);
    if (evidence !== 'none') this.findings.evidence.set(text, evidence);
    const parted = readParted(text, this.order ?? (evidence === 'dmy' ? 'dmy' : 'mdy'));
    return parted ? good(this.dayOf(parted), 'date-order') : bad('bad-date');
  }
  private dayOf(instant: Instant): Day {
    return this.field.kind === 'period-start' && !instant.midnight ? instant.day + 1 : instant.day;
  }
}

export class FlagSink extends MemoSink<boolean> {
  private readonly builder = new FlagBuilder();
  protected push(value: boolean | undefined): void {
    this.builder.push(value);
  }
  finish(): Column {
    return this.builder.finish();
  }
  protected read(text: string): Reading<boolean> {
    const word = FLAG_WORDS.get(wordKey(text));
    return word === undefined ? bad('bad-flag') : good(word === 'true');
  }
}

/** The line of each row in its source. */
export class LineSink {
  private readonly builder = new CountBuilder();
  push(line: number): void {
    this.builder.push(line);
  }
  finish(): Column {
    return this.builder.finish();
  }
}
