/** Copy, cut and paste: by the browser's own events, which ask for no permission, and from the menu. */
import { gridText } from '../../core/text/en/grid.ts';
import { LARGE_COPY, rangeToTsv } from './clipboard.ts';
import type { CellEditor } from './edit/cell-editor.svelte.ts';
import type { Editing } from './edit/editing.svelte.ts';
import { type OwnCopy, ownCopy, pasteOwn } from './edit/own-copy.ts';
import { transposed } from './edit/paste.ts';
import type { GridHost } from './host.ts';
import { activeCell, cellCount, type GridRange, type GridSelection } from './selection.ts';

/** What goes to the clipboard or comes from it. */
export interface ClipboardTexts {
  readonly text: string;
  readonly html: string;
}

/** The owner's way to write cells for the clipboard; without one they are tab-separated text. */
export type CopyCells = (range: GridRange, options: { readonly headers: boolean }) => ClipboardTexts;

export class ClipboardKeys {
  /** The next paste event turns rows into columns. */
  transposesNext = false;
  #warnedFor: GridSelection | undefined;
  /** What was copied last, where copies of this grid's cells are more than what shows. */
  #own: OwnCopy | undefined;
  readonly #host: GridHost;
  readonly #editing: Editing;
  readonly #editor: CellEditor;
  readonly #copyCells: () => CopyCells | undefined;
  readonly #warn: (cells: number | undefined) => void;

  constructor(
    host: GridHost,
    editing: Editing,
    editor: CellEditor,
    owner: { readonly copyCells: () => CopyCells | undefined; readonly warn: (cells: number | undefined) => void },
  ) {
    this.#host = host;
    this.#editing = editing;
    this.#editor = editor;
    this.#copyCells = owner.copyCells;
    this.#warn = owner.warn;
  }

  readonly copied = (event: ClipboardEvent): void => {
    if (this.#editor.isOpen || event.clipboardData === null) return;
    event.preventDefault();
    const texts = this.#texts(false);
    if (texts === undefined) return;
    event.clipboardData.setData('text/plain', texts.text);
    if (texts.html !== '') event.clipboardData.setData('text/html', texts.html);
    this.#afterCopy(texts, event.type === 'cut');
  };

  readonly pasted = (event: ClipboardEvent): void => {
    if (this.#editor.isOpen || event.clipboardData === null) return;
    event.preventDefault();
    const turned = this.transposesNext;
    this.transposesNext = false;
    this.#paste(
      { text: event.clipboardData.getData('text/plain'), html: event.clipboardData.getData('text/html') },
      turned,
    );
  };

  /** Copies from the menu; says which keys do the same where the browser does not allow it. */
  async copy(options: { readonly headers: boolean; readonly cut?: boolean }): Promise<void> {
    const texts = this.#texts(options.headers);
    if (texts === undefined) return;
    const parts: Record<string, Blob> = { 'text/plain': new Blob([texts.text], { type: 'text/plain' }) };
    if (texts.html !== '') parts['text/html'] = new Blob([texts.html], { type: 'text/html' });
    try {
      await navigator.clipboard.write([new ClipboardItem(parts)]);
      this.#afterCopy(texts, options.cut === true);
    } catch {
      this.#advise(options.cut === true ? gridText.edit.cutByKeys : gridText.edit.copyByKeys);
    }
  }

  /** Pastes from the menu; says which keys do the same where the browser does not allow it. */
  async paste(turned: boolean): Promise<void> {
    try {
      const items = await navigator.clipboard.read();
      const read = async (type: string): Promise<string> => {
        const item = items.find(({ types }) => types.includes(type));
        return item === undefined ? '' : (await item.getType(type)).text();
      };
      this.#paste({ text: await read('text/plain'), html: await read('text/html') }, turned);
    } catch {
      this.#advise(turned ? gridText.edit.transposeByKeys : gridText.edit.pasteByKeys);
    }
  }

  #texts(headers: boolean): ClipboardTexts | undefined {
    const { range, selection, source } = this.#host;
    const cells = cellCount(range);
    // The second time the user knows.
    if (cells > LARGE_COPY && this.#warnedFor !== selection) {
      this.#warnedFor = selection;
      this.#warn(cells);
      return undefined;
    }
    this.#warn(undefined);
    const own = range.top < 0 ? undefined : this.#copyCells();
    return own?.(range, { headers }) ?? { text: rangeToTsv(source, range, headers), html: '' };
  }

  #afterCopy({ text }: ClipboardTexts, cut: boolean): void {
    const { range, edits } = this.#host;
    this.#own = edits?.moved && range.top >= 0 ? ownCopy(edits, range, text) : undefined;
    this.#editing.cut = cut && edits !== undefined && range.top >= 0 ? { range, text } : undefined;
    this.#host.say(gridText.edit.copied(cellCount(range), this.#editing.cut !== undefined));
  }

  #paste(clipboard: ClipboardTexts, turned: boolean): void {
    const { edits, range } = this.#host;
    if (edits === undefined || range.top < 0) return;
    const { cut } = this.#editing;
    if (cut !== undefined && sameText(cut.text, clipboard.text)) {
      this.#editing.cut = undefined;
      return this.#editing.move(cut.range, { row: range.top, column: range.left }, false);
    }
    if (this.#own !== undefined && sameText(this.#own.text, clipboard.text))
      return pasteOwn(this.#editing, edits, this.#own, range, turned);
    const cells = edits.parse(clipboard);
    if (cells === undefined) return this.#advise(gridText.edit.nothingToPaste);
    this.#editing.paste(turned ? transposed(cells) : cells, range);
  }

  #advise(text: string): void {
    this.#editing.note = { cell: activeCell(this.#host.selection), text };
  }
}

/** Systems change line ends on the clipboard. */
function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}
