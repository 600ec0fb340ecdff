/** What a key means in a formula line. */
export type LineVerb = 'next' | 'previous' | 'take' | 'dismiss' | 'suggest' | 'cancel' | 'commit';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'isComposing'>;

/** Undefined: the key is the input's own. @param completing candidates show */
export function lineKey(event: Key, completing: boolean): LineVerb | undefined {
  const { key } = event;
  if (event.isComposing) return undefined;
  const isAsking = (key === 'ArrowDown' && event.altKey) || (key === ' ' && event.ctrlKey);
  if (isAsking && !completing) return 'suggest';
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined;
  switch (key) {
    case 'Enter':
      return completing ? 'take' : 'commit';
    case 'Tab':
      return completing ? 'take' : undefined;
    case 'Escape':
      return completing ? 'dismiss' : 'cancel';
    case 'ArrowDown':
      return completing ? 'next' : undefined;
    case 'ArrowUp':
      return completing ? 'previous' : undefined;
    default:
      return undefined;
  }
}
