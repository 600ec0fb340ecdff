/** Rows whose cells are places in a block of UTF-8 bytes; texts are made of them only when they are asked for. */
import type { RowBatch } from '../rows.ts';
import { isAscii, textOf } from './utf8.ts';

/** What the rows of a block are made of. */
export interface BlockCells {
  /** UTF-8, checked. */
  readonly bytes: Uint8Array;
  /** No byte of a cell is beyond ASCII. */
  readonly isAscii: boolean;
  /** Start and end of each cell in `bytes`, one pair after the other. */
  readonly cells: Uint32Array;
  /** Number of the first cell of each row, and behind them the number behind the last cell. */
  readonly firsts: Uint32Array;
  /** The line on which each row begins. */
  readonly starts: Uint32Array;
}

const NO_CELL = new Uint32Array(2);

export class ByteRows implements RowBatch {
  readonly openEnded = false;
  readonly count: number;
  readonly block: BlockCells;
  readonly view: DataView;
  private texts: readonly (readonly string[])[] | undefined;
  private whole: string | undefined;

  constructor(block: BlockCells) {
    this.block = block;
    this.count = block.starts.length;
    this.view = new DataView(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength);
  }

  /** All rows as texts, made at the first call. */
  get rows(): readonly (readonly string[])[] {
    this.texts ??= Array.from({ length: this.count }, (_, row) => this.row(row));
    return this.texts;
  }

  get lines(): readonly number[] {
    return [...this.block.starts];
  }

  line(row: number): number {
    return this.block.starts[row] ?? 0;
  }

  /** Number of cells in a row. */
  width(row: number): number {
    return (this.block.firsts[row + 1] ?? 0) - (this.block.firsts[row] ?? 0);
  }

  /** The cells of a row as texts. */
  row(row: number): string[] {
    const first = this.block.firsts[row] ?? 0;
    return Array.from({ length: this.width(row) }, (_, i) => this.cell(first + i));
  }

  /** The text between two places of the block. */
  textBetween(start: number, end: number): string {
    return textOf(this.block.bytes.subarray(start, end));
  }

  /** Where the cells of one column stand in `cells`, in rows of one width; without a column, in no bytes at all. */
  columnOf(index: number | undefined): { readonly cells: Uint32Array; readonly first: number; readonly step: number } {
    if (index === undefined) return { cells: NO_CELL, first: 0, step: 0 };
    const { cells, firsts } = this.block;
    return { cells, first: 2 * ((firsts[0] ?? 0) + index), step: 2 * this.width(0) };
  }

  /** Some of the rows, over the same bytes. */
  slice(from: number, to = this.count): ByteRows {
    const { firsts, starts } = this.block;
    return new ByteRows({ ...this.block, firsts: firsts.subarray(from, to + 1), starts: starts.subarray(from, to) });
  }

  /** The same rows with `width` cells each: cells that a row lacks are empty, those that it has too many are left out. */
  padded(width: number): ByteRows {
    if (this.isRectangle(width)) return this;
    const { cells, firsts } = this.block;
    const padded = new Uint32Array(2 * width * this.count);
    for (let row = 0; row < this.count; row++) {
      const first = 2 * (firsts[row] ?? 0);
      padded.set(cells.subarray(first, first + 2 * Math.min(width, this.width(row))), 2 * width * row);
    }
    const starting = Uint32Array.from({ length: this.count + 1 }, (_, row) => row * width);
    return new ByteRows({ ...this.block, cells: padded, firsts: starting });
  }

  private isRectangle(width: number): boolean {
    for (let row = 0; row < this.count; row++) if (this.width(row) !== width) return false;
    return true;
  }

  /** The text of a cell by its number in the block. */
  private cell(cell: number): string {
    const { bytes, cells } = this.block;
    const start = cells[2 * cell] ?? 0;
    const end = cells[2 * cell + 1] ?? 0;
    this.whole ??= isAscii(bytes, 0, bytes.length) ? textOf(bytes) : '';
    return this.whole === '' ? this.textBetween(start, end) : this.whole.slice(start, end);
  }
}

/** Rows of texts as rows of bytes. */
export function toByteRows({ rows, lines }: RowBatch): ByteRows {
  const encoder = new TextEncoder();
  const encoded = rows.flatMap((row) => row.map((cell) => encoder.encode(cell)));
  const bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
  const cells = new Uint32Array(2 * encoded.length);
  let at = 0;
  for (const [cell, text] of encoded.entries()) {
    bytes.set(text, at);
    cells[2 * cell] = at;
    cells[2 * cell + 1] = at += text.length;
  }
  const firsts = new Uint32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) firsts[i + 1] = (firsts[i] ?? 0) + row.length;
  return new ByteRows({ bytes, isAscii: isAscii(bytes, 0, at), cells, firsts, starts: Uint32Array.from(lines) });
}
