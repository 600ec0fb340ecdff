/** Finding and replacing: what was asked for, what was found, and where in it the user is. */
import { gridText } from '../../../core/text/en/grid.ts';
import type { Editing } from '../edit/editing.svelte.ts';
import { MOST_WRITES } from '../edit/writes.ts';
import type { GridHost } from '../host.ts';
import { activeCell, type GridCell, single } from '../selection.ts';
import type { CellWrite, GridEdits, RefusedWrite } from '../source.ts';
import { type FindCells, type FindOptions, nearestMatch, replaced } from './matches.ts';

export class Finder {
  text = $state('');
  replacement = $state('');
  wholeCell = $state(false);
  matchCase = $state(false);
  /** Only in the column where the user is. */
  oneColumn = $state(false);
  found: readonly GridCell[] = $state.raw([]);
  /** The place of the current match among them, −1 before the user has gone to one. */
  at = $state(-1);
  isSearching = $state(false);
  readonly #host: GridHost;
  readonly #editing: Editing;

  constructor(host: GridHost, editing: Editing) {
    this.#host = host;
    this.#editing = editing;
  }

  get options(): FindOptions {
    const { wholeCell, matchCase, oneColumn } = this;
    return { wholeCell, matchCase, ...(oneColumn ? { column: activeCell(this.#host.selection).column } : {}) };
  }

  /** What was found, in words. */
  readonly outcome = $derived.by(() => {
    if (this.text === '') return '';
    if (this.isSearching) return gridText.find.searching;
    return this.found.length === 0 ? gridText.find.none : gridText.find.place(this.at + 1, this.found.length);
  });

  /** Searches; the answer of an aborted search is dropped. */
  async search(
    find: FindCells,
    { text, options }: { readonly text: string; readonly options: FindOptions },
    signal: AbortSignal,
  ): Promise<void> {
    this.isSearching = text !== '';
    const found = text === '' ? [] : await find.search(text, options, signal);
    if (signal.aborted) return;
    this.found = found;
    this.at = this.at < 0 ? -1 : Math.min(this.at, found.length - 1);
    this.isSearching = false;
  }

  /** Goes to the next match, or to the one before; from the active cell at first. */
  go(by: 1 | -1): void {
    const count = this.found.length;
    if (count === 0) return this.#host.say(this.outcome);
    if (this.at < 0) {
      const near = nearestMatch(this.found, activeCell(this.#host.selection));
      this.at = by > 0 ? near : (near - 1 + count) % count;
    } else this.at = (this.at + by + count) % count;
    const cell = this.found[this.at];
    if (cell !== undefined) this.#host.select(single(cell));
    this.#host.say(this.outcome);
  }

  /** Replaces the current match and goes to the next. */
  replaceOne(): void {
    const { edits } = this.#host;
    const cell = this.found[this.at];
    if (edits === undefined) return;
    if (cell === undefined) return this.go(1);
    const { writes, refused } = this.#replacements(edits, [cell]);
    this.#editing.write(writes, 'replaced', refused);
    this.found = this.found.filter((one) => one !== cell);
    this.at -= 1;
    this.go(1);
  }

  /** Replaces every match as one step. */
  replaceAll(): void {
    const { edits } = this.#host;
    if (edits === undefined || this.found.length === 0) return;
    if (this.found.length > MOST_WRITES) {
      const text = gridText.edit.tooMany(this.found.length, MOST_WRITES);
      this.#editing.note = { cell: activeCell(this.#host.selection), text };
      return;
    }
    const { writes, refused } = this.#replacements(edits, this.found);
    this.#editing.write(writes, 'replaced', refused);
    this.at = -1;
  }

  /** A cell can be shown in other words than it is typed; where the text is not in what is typed, it stays. */
  #replacements(
    edits: GridEdits,
    cells: readonly GridCell[],
  ): { readonly writes: readonly CellWrite[]; readonly refused: readonly RefusedWrite[] } {
    const writes: CellWrite[] = [];
    const refused: RefusedWrite[] = [];
    for (const { row, column } of cells) {
      const before = edits.editText(row, column);
      const text = replaced(before, this.text, this.replacement, this.options);
      const reason = edits.refusal(row, column) ?? (text === undefined ? gridText.find.otherwise : undefined);
      if (text !== undefined && reason === undefined) writes.push({ row, column, text });
      else refused.push({ row, column, text: before, reason: reason ?? '' });
    }
    return { writes, refused };
  }
}
