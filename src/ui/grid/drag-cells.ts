/** Dragging over cells: reports the pointer while the button is down, also when it rests beyond an edge. */

const REPEAT_MS = 50;

/**
 * Calls `move` with the pointer's place in the window until the button is let go. While the pointer rests, the calls go
 * on, so that a grid under it can keep scrolling.
 */
export function followPointer(start: PointerEvent, move: (clientX: number, clientY: number) => void): void {
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
  const end = (): void => {
    ending.abort();
  };
  window.addEventListener('pointermove', follow, { signal });
  window.addEventListener('pointerup', end, { signal });
  window.addEventListener('pointercancel', end, { signal });
}
