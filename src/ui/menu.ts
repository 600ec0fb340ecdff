/** What a menu holds, and where a key takes the focus inside it. */
import type { IconName } from './icons.ts';

export interface MenuItem {
  readonly text: string;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  /** Keys that do the same, shown at the end of the line. */
  readonly keys?: string;
  /** A line above: the start of another group. */
  readonly ruled?: boolean;
  readonly onPick: () => void;
}

/**
 * The index of the item that `key` leads to, undefined when the key means nothing here.
 * @param at the focused item, -1 for none
 */
export function nextItem(key: string, at: number, texts: readonly string[]): number | undefined {
  const count = texts.length;
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return key.length === 1 && key !== ' ' ? nextStartingWith(key, at, texts) : undefined;
  }
}

function nextStartingWith(letter: string, at: number, texts: readonly string[]): number | undefined {
  const wanted = letter.toLocaleLowerCase();
  for (let step = 1; step <= texts.length; step++) {
    const index = (at + step + texts.length) % texts.length;
    if (texts[index]?.toLocaleLowerCase().startsWith(wanted) === true) return index;
  }
  return undefined;
}
