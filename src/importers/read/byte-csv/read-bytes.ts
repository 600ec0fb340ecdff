/** Rows of a CSV file in UTF-8, block by block; PapaParse reads the stretches that break the rules. */
import { MAX_COLUMNS, MAX_ROW_CHARS } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';
import { BatchReader } from '../csv.ts';
import { Refusal } from '../refusal.ts';
import { type RowBatch, type RowNotes, type Rows, countEnds } from '../rows.ts';
import { ByteRows } from './byte-rows.ts';
import { SPARE_BYTES, Scanner } from './scan.ts';
import { undouble } from './unescape.ts';
import { isAscii, textOf, unitsOf } from './utf8.ts';

/** How the bytes of a file are to be read. */
export interface ByteDialect {
  /** One ASCII character. */
  readonly delimiter: string;
  /** Bytes to skip at the start: byte order mark and `sep=` line. */
  readonly skip: number;
  /** The line on which the first row begins. */
  readonly line: number;
}

/** How many bytes are read at a time. The first block is held while the file is read, so it is smaller. */
export interface BlockSizes {
  readonly first: number;
  readonly others: number;
}

/** The rows of a file whose lines end in `\n` or CRLF, the same for whatever pieces `bytes` come in. */
export async function* byteRows(bytes: Bytes, dialect: ByteDialect, notes: RowNotes, sizes: BlockSizes): Rows {
  const reader = new BlockReader(dialect, notes);
  let block = new Uint8Array(sizes.first + SPARE_BYTES);
  let filled = 0;
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length;) {
      const taken = piece.subarray(at, at + block.length - SPARE_BYTES - filled);
      block.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < block.length - SPARE_BYTES) continue;
      yield* reader.read(block, filled, false);
      const rest = block.subarray(reader.rest, filled);
      block = new Uint8Array(Math.max(sizes.others, rest.length + sizes.others) + SPARE_BYTES);
      block.set(rest);
      filled = rest.length;
    }
  }
  yield* reader.read(block, filled, true);
}

/** Reads block after block, each beginning with the row that the one before had not whole. */
class BlockReader {
  /** Where the first row begins that the last block had not whole. */
  rest = 0;
  private skip: number;
  private line: number;
  private readonly delimiter: string;
  private readonly notes: RowNotes;
  private readonly scanner: Scanner;

  constructor({ delimiter, skip, line }: ByteDialect, notes: RowNotes) {
    this.delimiter = delimiter;
    this.skip = skip;
    this.line = line;
    this.notes = notes;
    this.scanner = new Scanner(delimiter.charCodeAt(0));
  }

  *read(block: Uint8Array, filled: number, final: boolean): Iterable<RowBatch> {
    this.rest = this.skip;
    this.skip = 0;
    for (;;) {
      const from = this.rest;
      const end = this.scanner.scan(block, from, filled, final);
      this.rest = this.scanner.rest;
      const ascii = isAscii(block, from, this.rest);
      if (!ascii) textOf(block.subarray(from, this.rest));
      if (this.scanner.rows > 0) yield this.found(block, ascii);
      if (end !== 'odd') break;
      const odd = this.readOdd(block.subarray(this.rest, filled), final);
      if (odd.rows.length > 0) yield odd;
      else break;
    }
    if (filled - this.rest > MAX_ROW_CHARS && unitsOf(block.subarray(this.rest, filled)) > MAX_ROW_CHARS)
      throw new Refusal('row-too-long', { limit: MAX_ROW_CHARS }, this.line);
  }

  /** The rows that the scanner found, out of its hands. */
  private found(bytes: Uint8Array, ascii: boolean): ByteRows {
    const { rows, cells, firsts, inner, doubled, crlf, ends } = this.scanner;
    countEnds(this.notes, crlf, ends);
    const count = firsts[rows] ?? 0;
    for (const cell of doubled) {
      // Those of a row that is not whole will be read again.
      if (cell < count) cells[2 * cell + 1] = undouble(bytes, cells[2 * cell] ?? 0, cells[2 * cell + 1] ?? 0);
    }
    const starts = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      starts[row] = this.line;
      if ((firsts[row + 1] ?? 0) - (firsts[row] ?? 0) > MAX_COLUMNS)
        throw new Refusal('too-many-columns', { limit: MAX_COLUMNS }, this.line);
      this.line += 1 + (inner[row] ?? 0);
    }
    return new ByteRows({
      bytes,
      isAscii: ascii,
      cells: cells.slice(0, 2 * count),
      firsts: firsts.slice(0, rows + 1),
      starts,
    });
  }

  /** The whole rows of a stretch that begins with one that breaks the rules. */
  private readOdd(stretch: Uint8Array, final: boolean): RowBatch {
    const whole = final ? stretch : stretch.subarray(0, wholeCharacters(stretch));
    const text = textOf(whole);
    const reader = new BatchReader({ delimiter: this.delimiter, newline: '\n', skip: 0 }, this.notes, this.line);
    const batch = reader.read(text, final);
    this.line = reader.line;
    const read = text.slice(0, text.length - reader.rest.length);
    this.rest += read.length === text.length ? whole.length : new TextEncoder().encode(read).length;
    return batch;
  }
}

/** How many bytes there are up to a character that may be cut off at their end. */
function wholeCharacters(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at > 0 && at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return (bytes[at] ?? 0) >= 0xc0 ? at : bytes.length;
}
