/** Commands that change cells, and what the grid says about those that stayed as they were. */
import { gridText } from '../../../core/text/en/grid.ts';
import type { GridHost } from '../host.ts';
import { activeCell, cellCount, type GridCell, type GridRange, selectionOf } from '../selection.ts';
import type { CellWrite, EditKind, GridEdits, RefusedWrite } from '../source.ts';
import { type CellTexts, planPaste } from './paste.ts';
import { cellsOf, copyWrites, fillWrites, MOST_WRITES, moveWrites, sameWrites } from './writes.ts';

/** A sentence beside a cell. */
export interface CellNote {
  readonly cell: GridCell;
  readonly text: string;
}

/** Cells that were cut: they move when they are pasted. */
export interface CutMark {
  readonly range: GridRange;
  /** What went to the clipboard. */
  readonly text: string;
}

export class Editing {
  note: CellNote | undefined = $state.raw();
  /** The cells of the last command that stayed as they were. */
  refused: readonly RefusedWrite[] = $state.raw([]);
  cut: CutMark | undefined = $state.raw();
  readonly #host: GridHost;

  constructor(host: GridHost) {
    this.#host = host;
  }

  /** Empties the cells of a range that can be changed; says why when there is none. */
  clear(range: GridRange): void {
    this.#edit(cellCount(range), (edits) => {
      const cells = cellsOf(range);
      const open = cells.filter(({ row, column }) => edits.refusal(row, column) === undefined);
      if (open.length === 0) return void this.refuse(activeCell(this.#host.selection));
      this.write(
        open.map((cell) => ({ ...cell, text: '' })),
        'cleared',
      );
    });
  }

  /** Ctrl+D and Ctrl+R. */
  copyAlong(range: GridRange, along: 'column' | 'row'): void {
    this.#edit(cellCount(range), (edits) => this.write(copyWrites(edits, range, along), 'filled'));
  }

  /** Continues a range into the cells beside it, and selects both. */
  fill(from: GridRange, to: GridRange, copy: boolean): void {
    this.#edit(cellCount(to), (edits) => {
      this.write(fillWrites(edits, from, to, copy), 'filled');
      this.#host.select(selectionOf(union(from, to)));
    });
  }

  /** Moves or copies a range to where its first cell shall stand. */
  move(from: GridRange, to: GridCell, copy: boolean): void {
    this.#edit(cellCount(from), (edits) => {
      const { writes, refused } = moveWrites(edits, from, to, copy);
      if (refused.length > 0) return this.#report(0, refused);
      if (copy || !this.#moveWhole(edits, from, to)) this.write(writes, copy ? 'pasted' : 'moved');
      const rows = to.row - from.top;
      const columns = to.column - from.left;
      const area = { top: to.row, bottom: from.bottom + rows, left: to.column, right: from.right + columns };
      this.#host.select(selectionOf(area));
    });
  }

  /** False where the owner moves cells one by one. */
  #moveWhole(edits: GridEdits, from: GridRange, to: GridCell): boolean {
    if (!edits.move) return false;
    this.cut = undefined;
    edits.move(from, to);
    this.#report(cellCount(from), []);
    return true;
  }

  /**
   * Cells of a clipboard at a selection, which then is what was pasted.
   * @param write what becomes of each; as it is when absent
   */
  paste(cells: CellTexts, at: GridRange, write: (one: CellWrite) => CellWrite = (one) => one): void {
    if (cells.length === 0) return;
    const plan = planPaste(cells, at, this.#host.edits?.room ?? this.#host.size);
    this.#edit(plan.writes.length, () => {
      this.write(plan.writes.map(write), 'pasted', plan.beyond);
      this.#host.select(selectionOf(plan.area));
    });
  }

  /** Writes a text into all cells of a range. */
  writeAll(range: GridRange, text: string): void {
    this.#edit(cellCount(range), () => this.write(sameWrites(range, text), 'typed'));
  }

  /** Hands cells to the owner as one step, and says what came of it. @param beyond what was refused before */
  write(writes: readonly CellWrite[], kind: EditKind, beyond: readonly RefusedWrite[] = []): void {
    const { edits } = this.#host;
    if (edits === undefined || writes.length + beyond.length === 0) return;
    this.cut = undefined;
    const refused = writes.length === 0 ? [] : edits.write(writes, kind);
    this.#report(writes.length - refused.length, [...refused, ...beyond]);
  }

  /** Says beside a cell why it cannot be changed; false when it can. */
  refuse(cell: GridCell): boolean {
    const reason = this.#host.edits?.refusal(cell.row, cell.column);
    this.note = reason === undefined ? undefined : { cell, text: reason };
    return reason !== undefined;
  }

  #edit(cells: number, run: (edits: GridEdits) => void): void {
    const { edits, range, selection } = this.#host;
    if (edits === undefined || range.top < 0) return;
    this.note = undefined;
    this.refused = [];
    if (cells > MOST_WRITES)
      this.note = { cell: activeCell(selection), text: gridText.edit.tooMany(cells, MOST_WRITES) };
    else run(edits);
  }

  #report(changed: number, refused: readonly RefusedWrite[]): void {
    const [only] = refused;
    const alone = changed === 0 && refused.length === 1 && only !== undefined && only.row < this.#host.size.rows;
    if (alone && only.column < this.#host.size.columns) {
      this.note = { cell: { row: only.row, column: only.column }, text: only.reason };
      return;
    }
    this.refused = refused;
    this.#host.say(gridText.edit.done(changed, refused.length));
  }
}

function union(a: GridRange, b: GridRange): GridRange {
  return {
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
  };
}
