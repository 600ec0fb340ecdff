/**
 * One sink per column. `take` reads the cells of some rows, `keep` appends those of the rows that are accepted, so that a row
 * is appended whole or not at all. Cells repeat: each distinct text is read once, rows only hold its number.
 */
import type { ChunkColumn, Utf8Texts } from '../../core/chunks.ts';
import type { Column } from '../../core/table.ts';
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import { type ColumnClinic, plainly } from '../clinic/column-clinic.ts';
import { MarkedTexts } from '../clinic/marked-texts.ts';
import { isTotalWord } from '../clinic/rows/total-row.ts';
import { ByteRows } from '../read/byte-csv/byte-rows.ts';
import { partPlace } from '../read/byte-csv/parts.ts';
import { SeenTexts } from '../read/byte-csv/seen-texts.ts';
import { textsOf } from '../read/byte-csv/utf8.ts';
import type { ColumnFindings, Conversion, Evidence } from './column-findings.ts';
import { type ColumnSink, OWN_TEXT, type Reading, type ValuesFrom } from './column-sink.ts';
import type { Field } from './fields.ts';
import { type CellSource, cellOf } from './plan.ts';
import type { RowBlock } from './row-block.ts';
import { Codes } from './waiting.ts';

/** How many texts of one kind of evidence are kept, to show with a question. */
const SAMPLES = 5;

export abstract class Sink<T = unknown> implements ColumnSink {
  readonly findings: ColumnFindings;
  hasProblems = false;
  protected readonly field: Field;
  protected readonly clinic: ColumnClinic;
  private readonly marks = new MarkedTexts();
  /** Every cell so far is its own value: no two readings are equal. */
  protected isLiteral = true;
  /** Position in `readings` by cell text, for blocks of texts. */
  private readonly known = new Map<string, number>();
  /** The cells of blocks of bytes; their numbers are positions in `readings`. */
  private seen = new SeenTexts();
  private readonly readings: Reading<T>[] = [];
  /** The cell text of each reading, for blocks of texts; empty for those that were replaced. */
  private readonly cells: string[] = [];
  /** Position of the reading that came after each reading the last time. */
  private readonly followers: number[] = [];
  /** Of each reading; beside them, because every cell asks for it. */
  private readonly problems: (DiagnosticCode | undefined)[] = [];
  private characters = 0;
  private readonly rows = new Codes();
  /** Position in `readings` of each row that was taken last. */
  protected taken: Uint32Array = new Uint32Array(0);
  /** Position in `readings` of the last cell that was taken. */
  private last = 0;

  constructor(field: Field, clinic: ColumnClinic) {
    this.field = field;
    this.clinic = clinic;
    this.findings = { field, clinic, evidence: new Map(), conversions: new Map() };
  }

  take(block: RowBlock, source: CellSource | undefined): void {
    this.taken = this.rows.take(block.count);
    this.hasProblems = false;
    if (block instanceof ByteRows) this.takeBytes(block, source);
    else this.takeTexts(block.rows, source);
  }

  private takeTexts(rows: readonly (readonly string[])[], source: CellSource | undefined): void {
    const { known, problems, cells, followers, taken } = this;
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
    this.hasProblems = hasProblems;
  }

  protected takeBytes(block: ByteRows, source: CellSource | undefined): void {
    const { seen, followers, problems, taken } = this;
    const { view } = block;
    const { cells, first, step } = block.columnOf(source?.index);
    if (seen.count === 0) this.learnBytes(block, 0, 0);
    let hasProblems = false;
    let position = this.last;
    for (let i = 0, at = first; i < taken.length; i++, at += step) {
      let start = cells[at] ?? 0;
      let end = cells[at + 1] ?? 0;
      if (source?.part !== undefined) [start, end] = partPlace(block.block.bytes, start, end, source.part);
      if (!seen.is(position, view, start, end)) {
        let next = followers[position] ?? 0;
        if (!seen.is(next, view, start, end)) {
          next = seen.find(view, start, end);
          if (next < 0) next = this.learnBytes(block, start, end);
          followers[position] = next;
        }
        position = next;
      }
      hasProblems ||= problems[position] !== undefined;
      taken[i] = position;
    }
    this.last = position;
    this.hasProblems = hasProblems;
  }

  problemAt(row: number): DiagnosticCode | undefined {
    return this.problems[this.taken[row] ?? 0];
  }

  get hasTotals(): boolean {
    return this.marks.hasTotals;
  }

  isTotalAt(row: number): boolean {
    return this.marks.isTotal(this.taken[row] ?? 0);
  }

  noteDamage(block: RowBlock, apart: ReadonlySet<number>): void {
    this.marks.noteRows(block, this.taken, apart);
  }

  valueAt(row: number): T | undefined {
    const position = this.taken[row] ?? 0;
    const reading = this.readings[position];
    return reading === OWN_TEXT ? this.ownValue(this.cellText(position)) : reading?.value;
  }

  replace(row: number, value: T): void {
    if (this.seen.count > 0) this.seen.skip();
    this.taken[row] = this.add('', { value });
  }

  keep(rows: readonly number[] | undefined): void {
    this.rows.keep(rows);
  }

  finish(): Column {
    const codes = this.rows.finish();
    if (this.readings.some(({ conversion }) => conversion !== undefined)) this.countConversions(codes);
    return this.columnOf(codes, this.values());
  }

  /** Whether these bytes are their own value, without spaces around them; such cells are not read as strings. */
  protected isOwnText(_bytes: Uint8Array, _start: number, _end: number): boolean {
    return false;
  }

  /** The value of a cell that is its own. */
  protected ownValue(_text: string): T | undefined {
    return undefined;
  }

  takeChunk(): ChunkColumn {
    const codes = this.rows.takeAll();
    if (this.readings.some(({ conversion }) => conversion !== undefined)) this.countConversions(codes);
    return this.chunkOf(codes, (from) => this.values(from));
  }

  get remembered(): { readonly texts: number; readonly characters: number } {
    return { texts: this.readings.length, characters: this.characters };
  }

  forget(): void {
    this.known.clear();
    for (const list of [this.readings, this.cells, this.followers, this.problems]) list.length = 0;
    this.marks.forget();
    this.seen = new SeenTexts();
    this.characters = 0;
    this.last = 0;
  }

  /** Reads a text that is not blank. */
  protected abstract read(text: string): Reading<T>;
  /** The column of all rows: `values[codes[row]]`; values may repeat, `values[0]` is that of an empty cell. */
  protected abstract columnOf(codes: Uint32Array, values: readonly (T | undefined)[]): Column;

  /** Like `columnOf`, for the rows of a chunk: texts bring what their dictionary gains, decimals are exact. */
  protected abstract chunkOf(codes: Uint32Array, valuesFrom: ValuesFrom<T>): ChunkColumn;

  protected empty(isWord = false): Reading<T> {
    const told = isWord && this.field.tellsChanges === true ? ({ conversion: 'blank' } as const) : undefined;
    return { value: undefined, ...(this.field.required && { problem: 'missing-value' }), ...told };
  }

  private learn(cell: string): number {
    if (this.readings.length === 0 && cell !== '') this.learn('');
    const position = this.add(cell, this.readingOf(cell));
    this.known.set(cell, position);
    return position;
  }

  /** The position of a cell's reading, for sinks that read most cells in their own way. */
  protected positionOf(block: ByteRows, start: number, end: number): number {
    const known = this.seen.find(block.view, start, end);
    const position = known < 0 ? this.learnBytes(block, start, end) : known;
    this.hasProblems ||= this.problems[position] !== undefined;
    return position;
  }

  /** Adds a reading that is no cell's. */
  protected addUnseen(block: ByteRows): number {
    if (this.seen.count === 0) this.learnBytes(block, 0, 0);
    this.seen.skip();
    return this.add('', OWN_TEXT);
  }

  /** The texts that were learned from a position on, when each is its own value (the empty one at 0 aside). */
  protected ownTexts(from: number): Utf8Texts | undefined {
    for (let i = Math.max(from, 1); i < this.readings.length; i++) if (this.readings[i] !== OWN_TEXT) return undefined;
    return this.seen.count > from && !this.readings[0]?.value ? this.seen.slice(from) : undefined;
  }

  private learnBytes(block: ByteRows, start: number, end: number): number {
    const isOwn =
      end > start && this.isOwnText(block.block.bytes, start, end) && !this.clinic.isSuspect(block.block, start, end);
    const reading = isOwn ? OWN_TEXT : this.readingOf(block.textBetween(start, end));
    this.seen.add(block.view, start, end);
    this.characters += end - start;
    return this.add('', reading);
  }

  private readingOf(cell: string): Reading<T> {
    const trimmed = cell.trim();
    const isWord = this.field.blanks?.test(trimmed) === true;
    const isBlank = trimmed === '' || isWord || this.field.blankNumbers?.test(trimmed) === true;
    const { text, damages, problem } = isBlank ? plainly(this.field.fallback ?? '') : this.clinic.examine(trimmed);
    const reading = text === '' ? this.empty(isWord) : this.read(text);
    if (reading.evidence !== undefined && reading.evidence !== 'none') this.note(reading.evidence, text);
    this.isLiteral &&= (reading.value ?? '') === cell;
    const isTotal = isTotalWord(text);
    if (damages.length === 0 && !isTotal) return reading;
    return { ...reading, ...(problem && { problem }), isTotal, damages: [...damages, ...(reading.damages ?? [])] };
  }

  /** The values of the readings from a position on. */
  private values(from = 0): (T | undefined)[] {
    const readings = from === 0 ? this.readings : this.readings.slice(from);
    if (!readings.includes(OWN_TEXT)) return readings.map(({ value }) => value);
    const { bytes, ends } = this.seen.slice(from);
    const texts = textsOf(bytes, ends);
    return readings.map((reading, i) => (reading === OWN_TEXT ? this.ownValue(texts[i] ?? '') : reading.value));
  }

  private cellText(position: number): string {
    if (this.seen.count === 0) return this.cells[position] ?? '';
    const { bytes, ends } = this.seen.slice(position, position + 1);
    return textsOf(bytes, ends)[0] ?? '';
  }

  /** Gives the position of the new reading. */
  private add(cell: string, reading: Reading<T>): number {
    this.cells.push(cell);
    this.characters += cell.length;
    this.problems.push(reading.problem);
    this.followers.push(0);
    this.marks.add(this.readings.length, reading);
    return this.readings.push(reading) - 1;
  }

  protected note(evidence: Evidence, text: string): void {
    const samples = this.findings.evidence.get(evidence);
    if (samples === undefined) this.findings.evidence.set(evidence, [text]);
    else if (samples.length < SAMPLES && !samples.includes(text)) samples.push(text);
  }

  /** Whether there are too few samples yet of what a cell tells. */
  protected wants(evidence: Evidence): boolean {
    return (this.findings.evidence.get(evidence)?.length ?? 0) < SAMPLES;
  }

  private countConversions(codes: Uint32Array): void {
    const rows = new Uint32Array(this.readings.length);
    for (const code of codes) rows[code] = (rows[code] ?? 0) + 1;
    for (const [position, { conversion, value }] of this.readings.entries()) {
      const count = rows[position] ?? 0;
      if (conversion === undefined || count === 0) continue;
      const text = this.cellText(position).trim();
      this.convert(conversion, count, conversion === 'blank' ? text : `${text} → ${this.show(value)}`);
    }
  }

  private convert(conversion: Conversion, rows: number, example: string): void {
    const converted = this.findings.conversions.get(conversion) ?? { rows: 0, examples: [] };
    converted.rows += rows;
    if (converted.examples.length < SAMPLES && !converted.examples.includes(example)) converted.examples.push(example);
    this.findings.conversions.set(conversion, converted);
  }

  /** A value as a message shows it. */
  protected show(value: T | undefined): string {
    return String(value);
  }
}
