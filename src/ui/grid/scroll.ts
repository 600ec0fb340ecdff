/**
 * Vertical scrolling over more pixels than a browser allows. Positions are virtual (row × row height); the element that
 * scrolls is never taller than `MAX_SPACER`, so above that its scroll bar stands for them by a ratio.
 */

/** Firefox stops at about 17.9 million pixels, Chromium at 33.5. */
export const MAX_SPACER = 8_000_000;

export interface ScrollRange {
  /** Virtual height of header, rows and totals. */
  readonly content: number;
  /** Height of the view with header and totals. */
  readonly view: number;
}

/** Height of the element inside the scroller. */
export function spacerHeight({ content }: ScrollRange): number {
  return Math.min(content, MAX_SPACER);
}

/** True when a pixel of the scroll bar is more than a pixel of the content. */
export function isScaled({ content }: ScrollRange): boolean {
  return content > MAX_SPACER;
}

/** The furthest virtual position. */
export function maxTop({ content, view }: ScrollRange): number {
  return Math.max(0, content - view);
}

/** A virtual position within the range. */
export function clampTop(range: ScrollRange, top: number): number {
  return Math.min(maxTop(range), Math.max(0, top));
}

/** The element's `scrollTop` for a virtual position. */
export function toScrollTop(range: ScrollRange, top: number): number {
  return clampTop(range, top) / ratio(range);
}

/** The virtual position for the element's `scrollTop`. */
export function fromScrollTop(range: ScrollRange, scrollTop: number): number {
  return clampTop(range, scrollTop * ratio(range));
}

function ratio(range: ScrollRange): number {
  return isScaled(range) ? maxTop(range) / (MAX_SPACER - range.view) : 1;
}

/** The nearest position to `position` at which `start … end` shows in a view of `size`; the start wins when it is too long. */
export function reveal(position: number, start: number, end: number, size: number): number {
  return Math.min(start, Math.max(position, end - size));
}
