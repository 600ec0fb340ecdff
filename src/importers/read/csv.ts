/** Text to rows: PapaParse's tokeniser, fed batch by batch with delimiter and line end fixed. */
import Papa from 'papaparse/papaparse.js';
import { BATCH_CHARS, HEAD_CHARS, MAX_COLUMNS, MAX_DIAGNOSTICS, MAX_ROW_CHARS } from '../limits.ts';
import { type Dialect, sniffDialect } from './dialect.ts';
import { Refusal } from './refusal.ts';
import { type RowBatch, type RowNotes, type Rows, countEnds } from './rows.ts';

/**
 * The rows of a CSV text that comes in pieces of any size; cells are texts exactly as written.
 * Refuses rows longer than `MAX_ROW_CHARS` (a quote that never closes). Notes go into `notes` as they are met.
 */
export async function* csvRows(text: AsyncIterable<string>, notes: RowNotes, batchChars = BATCH_CHARS): Rows {
  let rest = '';
  let fresh = '';
  let reader: BatchReader | undefined;
  for await (const piece of text) {
    fresh += piece;
    if (fresh.length < (reader ? batchChars : Math.min(batchChars, HEAD_CHARS))) continue;
    reader ??= readerOf(fresh, false, notes);
    const batch = reader.read(rest + fresh, false);
    rest = reader.rest;
    fresh = '';
    if (batch.rows.length > 0) yield batch;
  }
  reader ??= readerOf(fresh, true, notes);
  const last = reader.read(rest + fresh, true);
  if (last.rows.length > 0) yield last;
}

function readerOf(head: string, complete: boolean, notes: RowNotes): BatchReader {
  return new BatchReader(sniffDialect(head, complete), notes);
}

/** Tokenises text piece by piece and keeps what is not yet a whole row. */
export class BatchReader {
  rest = '';
  /** The line on which the next row begins. */
  line: number;
  private skip: number;
  private readonly newline: string;
  private readonly notes: RowNotes;
  private readonly parser: InstanceType<typeof Papa.Parser>;

  constructor(dialect: Dialect, notes: RowNotes, line = 1) {
    this.line = line;
    this.parser = new Papa.Parser({ delimiter: dialect.delimiter, newline: dialect.newline });
    this.newline = dialect.newline;
    this.skip = dialect.skip;
    this.notes = notes;
  }

  read(input: string, complete: boolean): RowBatch {
    const text = this.withoutSepLine(input);
    const { data, errors, meta } = this.parser.parse(text, 0, !complete);
    this.rest = complete ? '' : text.slice(meta.cursor);
    if (this.rest.length > MAX_ROW_CHARS) throw new Refusal('row-too-long', { limit: MAX_ROW_CHARS }, this.line);
    if (complete && isBlank(data.at(-1))) data.pop();
    const lines = this.numberLines(data, complete ? text : text.slice(0, meta.cursor));
    for (const error of errors) {
      const line = lines[error.row];
      if (line !== undefined && this.notes.badQuotes.length < MAX_DIAGNOSTICS) this.notes.badQuotes.push(line);
    }
    for (const [i, row] of data.entries()) this.tidy(row, lines[i]);
    return { rows: data, lines };
  }

  private withoutSepLine(input: string): string {
    if (this.skip === 0) return input;
    const text = input.slice(this.skip);
    this.notes.sepLine = input.slice(0, this.skip).trim();
    this.skip = 0;
    this.line = 2;
    return text;
  }

  /** The first line of each row; rows with line ends inside their cells take several. */
  private numberLines(rows: readonly (readonly string[])[], text: string): number[] {
    const lines: number[] = [];
    const ends = countOf(text, this.newline);
    const single = ends <= rows.length - (text.endsWith(this.newline) ? 0 : 1);
    if (single && this.newline === '\n') countEnds(this.notes, countOf(text, '\r\n'), ends);
    for (const row of rows) {
      lines.push(this.line);
      this.line += 1;
      if (!single) for (const cell of row) this.line += countOf(cell, this.newline);
    }
    return lines;
  }

  /** Drops the `\r` of a CRLF from the row's last cell. */
  private tidy(row: string[], line: number | undefined): void {
    if (row.length > MAX_COLUMNS) throw new Refusal('too-many-columns', { limit: MAX_COLUMNS }, line);
    const last = row[row.length - 1];
    if (last !== undefined && this.newline === '\n' && last.endsWith('\r')) row[row.length - 1] = last.slice(0, -1);
  }
}

function isBlank(row: readonly string[] | undefined): boolean {
  return row?.length === 1 && (row[0] === '' || row[0] === '\r');
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
}
