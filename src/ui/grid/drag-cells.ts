/** Dragging over cells: reports the pointer while the button is down, also when it rests beyond an edge. */

const REPEAT_MS = 50;

/**
 * Calls `move` with the pointer's place in the window until the button is let go. While the pointer rests, the calls go
 * on, so that a grid under it can keep scrolling.
 * @param end called once, with what let it go; undefined when the drag was broken off by Escape or the browser
 */
export function followPointer(
  start: PointerEvent,
  move: (clientX: number, clientY: number) => void,
  end?: (event: PointerEvent | undefined) => void,
): void {
  let last = start;
  const ending = new AbortController();
  const { signal } = ending;
  const timer = setInterval(() => {
    move(last.clientX, last.clientY);
  }, REPEAT_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
  });
  const follow = (event: PointerEvent): void => {
    last = event;
    move(event.clientX, event.clientY);
  };
  const finish = (event: PointerEvent | undefined): void => {
    ending.abort();
    end?.(event);
  };
  window.addEventListener('pointermove', follow, { signal });
  window.addEventListener('pointerup', finish, { signal });
  window.addEventListener('pointercancel', () => finish(undefined), { signal });
  if (end === undefined) return;
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    finish(undefined);
  };
  window.addEventListener('keydown', escape, { signal, capture: true });
}
