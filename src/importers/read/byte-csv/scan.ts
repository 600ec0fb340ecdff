/** Finds the cells of well-formed CSV in UTF-8 bytes: positions only, no text and no object per cell. */
import { QUOTE, NEWLINE, RETURN } from './ascii.ts';

/** Bytes behind the last one that `scan` overwrites. */
export const SPARE_BYTES = 2;

/**
 * How a scan ended: all is read; the last row is cut off; or a row breaks the rules, by text behind a closing quote or a
 * quote that never closes.
 */
export type ScanEnd = 'complete' | 'cut' | 'odd';

/** Finds rows, block by block. What it found is overwritten by the next scan. */
export class Scanner {
  /** Start and end of each cell, one pair after the other. */
  cells = new Uint32Array(1024);
  /** Number of the first cell of each row, and behind them the number of all cells. */
  firsts = new Uint32Array(256);
  /** Line ends inside the cells of each row. */
  inner = new Uint32Array(256);
  /** Numbers of the cells with doubled quotes. */
  doubled: number[] = [];
  rows = 0;
  /** Line ends behind rows, and those of them that are CRLF. */
  ends = 0;
  crlf = 0;
  /** Where the first row begins that is not among those found. */
  rest = 0;
  private breaks = 0;
  private isDoubled = false;
  private readonly delimiter: number;

  constructor(delimiter: number) {
    this.delimiter = delimiter;
  }

  /**
   * Finds whole rows from `from`, where a row begins, to `end`.
   * @param bytes has `SPARE_BYTES` behind `end`, for sentinels
   * @param final the file ends at `end`, so the last row needs no line end
   */
  scan(bytes: Uint8Array, from: number, end: number, final: boolean): ScanEnd {
    const { delimiter } = this;
    this.rows = 0;
    this.ends = 0;
    this.crlf = 0;
    this.rest = from;
    this.doubled = [];
    this.breaks = 0;
    this.firsts[0] = 0;
    bytes[end] = NEWLINE;
    bytes[end + 1] = QUOTE;
    let at = from;
    for (let cell = 0; at < end || cell > (this.firsts[this.rows] ?? 0); cell++) {
      if (2 * cell + 2 > this.cells.length) this.cells = grown(this.cells);
      let start = at;
      let stop = at;
      let next: number | undefined;
      if (bytes[at] === QUOTE) {
        start++;
        stop = this.closingQuote(bytes, start);
        if (stop >= end) return final ? 'odd' : 'cut';
        if (this.isDoubled) this.doubled.push(cell);
        at = stop + 1;
        next = bytes[at];
        if (next === RETURN) next = bytes[++at];
        if (at >= end && (!final || at > stop + 1)) return final ? 'odd' : 'cut';
        if (next !== delimiter && next !== NEWLINE) return 'odd';
        if (next === delimiter && at > stop + 1) return 'odd';
      } else {
        next = bytes[at];
        while (next !== delimiter && next !== NEWLINE) next = bytes[++at];
        stop = at;
      }
      if (next !== delimiter) {
        if (at >= end && !final) return 'cut';
        if (stop > start && bytes[stop - 1] === RETURN) stop--;
        if (at < end) {
          this.ends++;
          if (bytes[at - 1] === RETURN) this.crlf++;
        }
      }
      this.cells[2 * cell] = start;
      this.cells[2 * cell + 1] = stop;
      at++;
      if (next !== delimiter) this.endRow(cell, at, end);
      if (at > end) break;
    }
    return 'complete';
  }

  /** The place of the quote that closes a cell, and what the cell holds besides; beyond the end if there is none. */
  private closingQuote(bytes: Uint8Array, start: number): number {
    this.isDoubled = false;
    for (let at = start; ; at += 2) {
      let byte = bytes[at];
      while (byte !== QUOTE && byte !== undefined) {
        if (byte === NEWLINE) this.breaks++;
        byte = bytes[++at];
      }
      if (bytes[at + 1] !== QUOTE) return at;
      this.isDoubled = true;
    }
  }

  private endRow(lastCell: number, next: number, end: number): void {
    if (this.rows + 2 > this.firsts.length) {
      this.firsts = grown(this.firsts);
      this.inner = grown(this.inner);
    }
    const first = this.firsts[this.rows] ?? 0;
    const isBlankEnd = next > end && first === lastCell && this.cells[2 * first] === this.cells[2 * first + 1];
    this.rest = Math.min(next, end);
    this.inner[this.rows] = this.breaks;
    this.breaks = 0;
    // What stands behind the last line end is a row only if there is anything.
    if (isBlankEnd) return;
    this.rows++;
    this.firsts[this.rows] = lastCell + 1;
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(2 * array.length);
  bigger.set(array);
  return bigger;
}
