/**
 * The editor of one cell. Its input is always there and has the focus while the grid has it, empty and unseen; typing or
 * composing into it opens it. So the first key is typed once, and an input method finds a place to work from the start.
 */
import type { GridHost } from '../host.ts';
import { activeCell, cellCount, type GridCell, rangeOf, sameCell, single } from '../selection.ts';
import { matchingChoices } from './choices.ts';
import type { Editing } from './editing.svelte.ts';

/** What the editor needs of its input. */
export type EditorInput = Pick<HTMLTextAreaElement, 'value' | 'setSelectionRange'>;

interface OpenEditor {
  readonly cell: GridCell;
  /** What the cell held. */
  readonly before: string;
  readonly choices: readonly string[] | undefined;
}

export class CellEditor {
  #open: OpenEditor | undefined = $state.raw();
  text = $state('');
  /** Arrows move the caret; otherwise they end the editing and move on. */
  isCaretFree = $state(false);
  /** Why the text cannot stand in the cell. */
  wrong: string | undefined = $state();
  /** The highlighted choice, −1 for none. */
  picked = $state(-1);
  #isTyped = $state(false);
  input: EditorInput | undefined;
  readonly #host: GridHost;
  readonly #editing: Editing;

  constructor(host: GridHost, editing: Editing) {
    this.#host = host;
    this.#editing = editing;
  }

  /** The choices that go with what was typed. */
  readonly choices: readonly string[] = $derived.by(() =>
    matchingChoices(this.#open?.choices ?? [], this.#isTyped ? this.text : ''),
  );

  /** The cell that is being edited. */
  get cell(): GridCell | undefined {
    return this.#open?.cell;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Opens the editor with what the cell holds, or empty; says why not, when the cell cannot be changed. */
  begin(cell: GridCell, empty = false): void {
    if (!this.#start(cell)) return;
    this.isCaretFree = !empty;
    this.#isTyped = empty;
    this.text = empty ? '' : (this.#open?.before ?? '');
    this.#show();
  }

  /** The input's text has changed: by typing into the unseen input, which opens it, or into the open one. */
  typed(text: string): void {
    if (this.#open === undefined) {
      if (text === '') return;
      if (!this.#start(activeCell(this.#host.selection))) return this.#empty();
      this.isCaretFree = false;
    } else this.#host.view.reveal(this.#open.cell);
    this.text = text;
    this.wrong = undefined;
    this.picked = -1;
    this.#isTyped = true;
  }

  /** Highlights the next choice, which Enter then takes. */
  pickNext(by: 1 | -1): void {
    const count = this.choices.length;
    if (count === 0) return;
    this.picked = this.picked < 0 ? (by > 0 ? 0 : count - 1) : (this.picked + by + count) % count;
    this.wrong = undefined;
  }

  /** Takes a choice and closes. */
  choose(text: string): boolean {
    this.text = text;
    this.picked = -1;
    return this.commit();
  }

  /** Writes the text and closes; false when it cannot stand there, with the reason in `wrong`. @param all into every selected cell */
  commit(all = false): boolean {
    const open = this.#open;
    if (open === undefined) return true;
    const text = this.picked >= 0 ? (this.choices[this.picked] ?? this.text) : this.text;
    const range = rangeOf(this.#host.selection);
    const many = all && cellCount(range) > 1;
    if (!many && text === open.before) {
      this.cancel();
      return true;
    }
    const wrong = this.#host.edits?.check(open.cell.row, open.cell.column, text);
    if (wrong !== undefined) {
      this.wrong = wrong;
      return false;
    }
    this.cancel();
    if (many) this.#editing.writeAll(range, text);
    else this.#editing.write([{ ...open.cell, text }], 'typed');
    return true;
  }

  /** Closes without writing. */
  cancel(): void {
    this.#open = undefined;
    this.wrong = undefined;
    this.picked = -1;
    this.#empty();
  }

  #start(cell: GridCell): boolean {
    const { edits, selection, size } = this.#host;
    if (edits === undefined || cell.row < 0 || cell.row >= size.rows) return false;
    if (this.#editing.refuse(cell)) return false;
    this.#editing.refused = [];
    if (!sameCell(activeCell(selection), cell)) this.#host.select(single(cell));
    this.#host.view.reveal(cell);
    this.picked = -1;
    this.wrong = undefined;
    this.#open = {
      cell,
      before: edits.editText(cell.row, cell.column),
      choices: edits.choices?.(cell.row, cell.column),
    };
    return true;
  }

  /** Puts the text into the input at once, so that the caret stands behind it before the next key comes. */
  #show(): void {
    if (this.input === undefined) return;
    this.input.value = this.text;
    this.input.setSelectionRange(this.text.length, this.text.length);
  }

  #empty(): void {
    this.text = '';
    if (this.input !== undefined) this.input.value = '';
  }
}
