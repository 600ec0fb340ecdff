/** Consecutive rows as the sheet builder takes them, of texts or of bytes. */
import { ByteRows, toByteRows } from '../read/byte-csv/byte-rows.ts';
import type { RowBatch } from '../read/rows.ts';

/** Rows of texts. */
export class TextRows {
  readonly count: number;
  readonly rows: readonly (readonly string[])[];
  /** Rows may end before their last empty cells. */
  readonly openEnded: boolean;
  private readonly lines: readonly number[];

  constructor({ rows, lines, openEnded = false }: RowBatch) {
    this.count = rows.length;
    this.rows = rows;
    this.lines = lines;
    this.openEnded = openEnded;
  }

  line(row: number): number {
    return this.lines[row] ?? 0;
  }

  width(row: number): number {
    return this.rows[row]?.length ?? 0;
  }

  row(row: number): readonly string[] {
    return this.rows[row] ?? [];
  }

  slice(from: number, to: number): TextRows {
    const { openEnded } = this;
    return new TextRows({ rows: this.rows.slice(from, to), lines: this.lines.slice(from, to), openEnded });
  }

  /** Cells that are missing at the end of a row are empty wherever texts are read. */
  padded(): this {
    return this;
  }
}

export type RowBlock = TextRows | ByteRows;

/** Makes all blocks of a sheet alike: of bytes if the first one is. */
export class BlockMaker {
  private ofBytes: boolean | undefined;

  blockOf(batch: RowBatch): RowBlock {
    this.ofBytes ??= batch instanceof ByteRows;
    if (!this.ofBytes) return new TextRows(batch);
    return batch instanceof ByteRows ? batch : toByteRows(batch);
  }
}
