/** The field of an assumption on screen. */

/** Puts the focus into the field that `data-assumption` names; false when there is none to be seen. */
export function focusAssumption(path: string, within: ParentNode = document): boolean {
  const field = [...within.querySelectorAll<HTMLElement>('[data-assumption]')].find(
    (one) => one.dataset['assumption'] === path,
  );
  const control = field?.querySelector<HTMLElement>('input, select, button, a');
  if (!control) return false;
  control.scrollIntoView({ block: 'nearest' });
  control.focus();
  // A panel that is folded away takes no focus.
  return document.activeElement === control;
}
