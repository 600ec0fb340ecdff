/**
 * Scrolling by touch where the scroll bar stands for more pixels than it has: the browser would move the rows several
 * times as far as the finger. Here they follow it, and glide on when it is lifted.
 */

interface TouchScrolled {
  /** Whether the browser's own scrolling is out of scale. */
  readonly isScaled: boolean;
  scrollBy(left: number, top: number): void;
}

/** Share of the speed that is left after a millisecond. */
const GLIDE = 0.998;
/** Pixels a millisecond at which gliding ends. */
const REST = 0.02;
/** A finger that has rested this long before it is lifted does not throw. */
const HOLD_MS = 60;

interface Finger {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly time: number;
  /** Pixels a millisecond. */
  readonly speedX: number;
  readonly speedY: number;
}

/** Listens on the element that scrolls; gives what ends it. */
export function attachTouchScroll(
  scroller: Pick<HTMLElement, 'addEventListener' | 'removeEventListener'>,
  view: TouchScrolled,
): () => void {
  let finger: Finger | undefined;
  let frame = 0;
  const ending = new AbortController();
  const { signal } = ending;
  const glide = (from: Finger): void => {
    let { speedX, speedY, time } = from;
    const step = (now: number): void => {
      const passed = Math.max(0, now - time);
      time = now;
      view.scrollBy(-speedX * passed, -speedY * passed);
      const left = GLIDE ** passed;
      speedX *= left;
      speedY *= left;
      if (Math.hypot(speedX, speedY) > REST) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };
  const down = (event: Event): void => {
    if (!isTouch(event)) return;
    cancelAnimationFrame(frame);
    // A second finger zooms: that is the browser's.
    finger = view.isScaled && event.isPrimary ? fingerOf(event) : undefined;
  };
  const move = (event: Event): void => {
    if (!isTouch(event) || finger?.id !== event.pointerId) return;
    const next = fingerOf(event, finger);
    view.scrollBy(finger.x - next.x, finger.y - next.y);
    finger = next;
  };
  const up = (event: Event): void => {
    if (!isTouch(event) || finger?.id !== event.pointerId) return;
    if (event.type === 'pointerup' && event.timeStamp - finger.time < HOLD_MS) glide(finger);
    finger = undefined;
  };
  scroller.addEventListener('pointerdown', down, { signal });
  scroller.addEventListener('pointermove', move, { signal });
  scroller.addEventListener('pointerup', up, { signal });
  scroller.addEventListener('pointercancel', up, { signal });
  return () => {
    ending.abort();
    cancelAnimationFrame(frame);
  };
}

function isTouch(event: Event): event is PointerEvent {
  return event instanceof PointerEvent && event.pointerType === 'touch';
}

function fingerOf(event: PointerEvent, before?: Finger): Finger {
  const place = { id: event.pointerId, x: event.clientX, y: event.clientY, time: event.timeStamp };
  if (before === undefined) return { ...place, speedX: 0, speedY: 0 };
  const passed = Math.max(1, place.time - before.time);
  // Half of the last speed evens out single jumps.
  const mix = (last: number, from: number, to: number): number => last / 2 + (to - from) / passed / 2;
  return { ...place, speedX: mix(before.speedX, before.x, place.x), speedY: mix(before.speedY, before.y, place.y) };
}
