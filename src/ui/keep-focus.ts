/** Keeps the focus in the page: when what has it goes away, what comes into its place takes it. */

/** What can take it without beginning to type into something. */
const TAKES_IT = '[role=grid], a[href], button:not([disabled]), summary, [tabindex="0"]';
/** Parts that the focus does not leave by itself: what is to come in them may still be on its way. */
const BOUNDS = 'main, header, nav, dialog';

/** Where an element with the focus stood. */
interface Place {
  readonly element: HTMLElement;
  /** The dialog or menu that it is in. */
  readonly over: Element | null;
  /** What it is in, from the inside out, each with how many stood before it there that can take the focus. */
  readonly around: readonly { readonly part: HTMLElement; readonly before: number }[];
}

function placeOf(element: HTMLElement, root: HTMLElement): Place {
  const before = [...root.querySelectorAll(TAKES_IT)].filter(
    (other) => (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const around: { part: HTMLElement; before: number }[] = [];
  for (let part = element.parentElement; part !== null && root.contains(part); part = part.parentElement) {
    const within = part;
    around.push({ part, before: before.filter((other) => within.contains(other)).length });
  }
  return { element, over: element.closest('dialog, [role=menu]'), around };
}

/** In the smallest part that is still there and has something to take the focus: what has come into the place. */
function successor({ around }: Place): HTMLElement | undefined {
  for (const { part, before } of around) {
    if (!part.isConnected) continue;
    const takers = [...part.querySelectorAll<HTMLElement>(TAKES_IT)].filter(isShown);
    const next = takers[Math.min(before, takers.length - 1)];
    if (next !== undefined || part.matches(BOUNDS)) return next;
  }
  return undefined;
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** It cannot have the focus any more. (A press on nothing takes it from what still can.) */
function isGone(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled') || !isShown(element);
}

/** Attach it to the root of the app. */
export function keepFocus(root: HTMLElement): () => void {
  let last: Place | undefined;
  let lastOnPage: Place | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    last = placeOf(target, root);
    if (last.over === null) lastOnPage = last;
  }
  function mend(): void {
    timer = undefined;
    const { activeElement } = document;
    if (last === undefined || !isGone(last.element)) return;
    if (activeElement !== null && activeElement !== document.body && !isGone(activeElement)) return;
    const place = last.over !== null && isGone(last.over) ? lastOnPage : last;
    if (place === undefined) return;
    if (isGone(place.element)) successor(place)?.focus();
    else place.element.focus();
  }

  root.addEventListener('focusin', remember);
  // Dialogs and menus give the focus back by themselves, a moment after they have closed.
  const watcher = new MutationObserver(() => {
    timer ??= setTimeout(mend);
  });
  watcher.observe(root, { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden', 'open'] });
  return () => {
    root.removeEventListener('focusin', remember);
    watcher.disconnect();
    clearTimeout(timer);
  };
}
