/** Pages of a dataset's rows, column by column: read when they are looked at, and the oldest forgotten. */

/** Rows that are read together. */
export const PAGE_ROWS = 500;
/** Pages of a column that are kept; a screen shows some dozen columns of two pages at most. */
const MAX_KEPT = 600;
/** Pages that are asked for at once: what was scrolled past is not read. */
const MAX_ASKED = 3;

/** Cells that can be read and kept at once. */
export const READABLE_CELLS = 100_000;

export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  /** Names of columns. */
  readonly columns: readonly string[];
}

export interface PageRequest {
  readonly from: number;
  readonly count: number;
  readonly columns: readonly string[];
}

/** Texts column by column in the order of the request; undefined when nothing more can be read. */
export type ReadPage = (request: PageRequest) => Promise<readonly (readonly string[])[] | undefined>;

export class RowPages {
  private readonly readPage: ReadPage;
  private readonly onArrival: () => void;
  private readonly kept = new Map<string, readonly string[]>();
  private readonly wanted = new Map<number, Set<string>>();
  private reading = false;
  private ended = false;

  constructor(readPage: ReadPage, onArrival: () => void) {
    this.readPage = readPage;
    this.onArrival = onArrival;
  }

  /** The text of a cell; undefined while it is being read. */
  text(row: number, column: string): string | undefined {
    const page = Math.floor(row / PAGE_ROWS);
    const cells = this.kept.get(keyOf(page, column));
    if (cells === undefined) this.want(page, column, MAX_ASKED);
    return cells?.[row - page * PAGE_ROWS];
  }

  /** Whether all cells of a range are there; asks for those that are not. Of at most `READABLE_CELLS`. */
  has({ top, bottom, columns }: CellRange): boolean {
    let missing = 0;
    for (let page = Math.floor(Math.max(0, top) / PAGE_ROWS); page * PAGE_ROWS <= bottom; page++)
      for (const column of columns) {
        if (this.kept.has(keyOf(page, column))) continue;
        missing++;
        this.want(page, column, Infinity);
      }
    return missing === 0;
  }

  /** @param most pages that may wait; what was asked for first gives way */
  private want(page: number, column: string, most: number): void {
    if (this.ended) return;
    const names = this.wanted.get(page) ?? new Set();
    this.wanted.delete(page);
    this.wanted.set(page, names.add(column));
    for (const first of this.wanted.keys()) {
      if (this.wanted.size <= most) break;
      this.wanted.delete(first);
    }
    if (this.reading) return;
    this.reading = true;
    // All cells of one drawing are asked for together.
    queueMicrotask(() => void this.read());
  }

  /** The page asked for last is read first. */
  private async read(): Promise<void> {
    for (let last = this.lastWanted(); last !== undefined && !this.ended; last = this.lastWanted())
      await this.readColumns(last.page, last.columns);
    this.reading = false;
  }

  private lastWanted(): { readonly page: number; readonly columns: readonly string[] } | undefined {
    const last = [...this.wanted].at(-1);
    if (last === undefined) return undefined;
    const [page, columns] = last;
    this.wanted.delete(page);
    return { page, columns: [...columns] };
  }

  private async readColumns(page: number, columns: readonly string[]): Promise<void> {
    const cells = await this.readPage({ from: page * PAGE_ROWS, count: PAGE_ROWS, columns });
    this.ended = cells === undefined;
    if (cells === undefined) return;
    for (const [index, column] of columns.entries()) this.kept.set(keyOf(page, column), cells[index] ?? []);
    for (const key of this.kept.keys()) {
      if (this.kept.size <= MAX_KEPT) break;
      this.kept.delete(key);
    }
    this.onArrival();
  }
}

function keyOf(page: number, column: string): string {
  return `${String(page)} ${column}`;
}
