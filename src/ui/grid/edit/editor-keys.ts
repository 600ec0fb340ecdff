/** What a key does while a cell is being edited. */
import type { GridHost } from '../host.ts';
import type { CellEditor } from './cell-editor.svelte.ts';
import { stepped } from './step.ts';

type EditorKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const MOVES: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/**
 * What to do with a key: `done` when the editor has dealt with it, `move` when editing has ended and the grid moves by
 * it, `text` when it belongs to the text.
 */
export function editorKey(event: EditorKey, editor: CellEditor, host: GridHost): 'done' | 'move' | 'text' {
  const { key, shiftKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  if (key === 'Escape') {
    editor.cancel();
    return 'done';
  }
  if (key === 'Enter' && !event.altKey) {
    if (editor.commit(ctrl) && !ctrl)
      host.select(stepped(host.selection, { along: 'column', back: shiftKey }, host.size));
    return 'done';
  }
  if (key === 'Tab') {
    if (editor.commit()) host.select(stepped(host.selection, { along: 'row', back: shiftKey }, host.size));
    return 'done';
  }
  if (key === 'F2') {
    editor.isCaretFree = !editor.isCaretFree;
    return 'done';
  }
  if (editor.choices.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
    editor.pickNext(key === 'ArrowDown' ? 1 : -1);
    return 'done';
  }
  if (MOVES.has(key) && !editor.isCaretFree && !event.altKey) return editor.commit() ? 'move' : 'done';
  return 'text';
}
