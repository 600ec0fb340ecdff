/** F6 goes round the regions of the page, as in a desktop application. */

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), [tabindex="0"]';

/** The index of the region after the one that has the focus; −1 before any had it. */
export function nextRegion(at: number, count: number, back: boolean): number {
  if (at < 0) return back ? count - 1 : 0;
  return (at + (back ? count - 1 : 1)) % count;
}

/** Moves the focus to the next region that can take it. */
export function focusNextRegion(regions: readonly HTMLElement[], back: boolean): void {
  const usable = regions.filter((region) => region.querySelector(FOCUSABLE) !== null);
  const at = usable.findIndex((region) => region.contains(document.activeElement));
  const next = usable[nextRegion(at, usable.length, back)];
  if (next) firstStop(next)?.focus();
}

/** Where keys begin in a region: its grid, else the first thing that takes the focus. */
export function firstStop(region: HTMLElement): HTMLElement | null {
  return region.querySelector<HTMLElement>('[role=grid]') ?? region.querySelector<HTMLElement>(FOCUSABLE);
}
