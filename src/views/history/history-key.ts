/** The keys of undo and redo. */

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'target' | 'defaultPrevented'
>;

/** Fields that undo typing by themselves. */
const TYPED_IN =
  'textarea:not([data-app-undo]), [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=button], [type=file], [data-app-undo])';

/** What a key press asks of the history; undefined when it means something else, or belongs to the field it was pressed in. */
export function historyKey(event: KeyPress): 'undo' | 'redo' | undefined {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return undefined;
  if (event.target instanceof Element && event.target.closest(TYPED_IN)) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : undefined;
}
