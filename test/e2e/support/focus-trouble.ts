/** What is wrong with where the focus is now: a function that runs in the page. */

/** Empty when the focus is on something that is on screen, is not covered, and shows that it has the focus. */
export function focusTrouble(): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'nothing has the focus';
  const pointed = focused.getAttribute('aria-activedescendant');
  const active = pointed === null ? null : document.getElementById(pointed);
  // A file's real input lies unseen behind its label; a grid and its field for typing point at the cell.
  const shown = active ?? focused.closest('label:has(input[type=file])') ?? focused;
  const name = `${shown.tagName.toLowerCase()} “${(shown.getAttribute('aria-label') ?? shown.textContent).trim().slice(0, 40)}”`;
  const box = shown.getBoundingClientRect();
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  if (right - left < 1 || bottom - top < 1) return `${name} has the focus, but is not on screen`;
  const points = [0.5, 0.1, 0.9].map((share) => [left + (right - left) * share, top + (bottom - top) * share] as const);
  const isUncovered = points.some(([x, y]) => {
    const above = document.elementFromPoint(x, y);
    return above !== null && (shown.contains(above) || above.contains(focused));
  });
  if (!isUncovered) return `${name} has the focus, but something lies over it`;
  // Fields with their label in the frame show the ring around both.
  const rung = [shown, focused, focused.parentElement, focused.parentElement?.parentElement].filter(
    (one) => one !== null && one !== undefined,
  );
  const hasRing = rung.some((element) => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && opacity !== '0';
  });
  const isMarked = active !== null && getComputedStyle(active).boxShadow !== 'none';
  // The button inside it that opens the calendar has a ring of the browser's own.
  const isInside = focused.matches('input[type=date]:not(:focus-visible)');
  return hasRing || isMarked || isInside ? '' : `${name} has the focus, but does not show it`;
}
