/** Where a floating list goes: under its anchor, above it when there is no room, over it where both are short; always inside the window. */

interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 8;
const GAP = 2;

/** Left and top in pixels of the window for something of `size`. */
export function placeUnder(anchor: Box, size: Size, view: Size): { left: number; top: number } {
  const left = Math.max(MARGIN, Math.min(anchor.left, view.width - size.width - MARGIN));
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const lowest = view.height - MARGIN - size.height;
  if (below <= lowest) return { left, top: below };
  return { left, top: above >= MARGIN ? above : Math.max(MARGIN, lowest) };
}
