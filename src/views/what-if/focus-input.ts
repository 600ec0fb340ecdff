/** From a bar to where its assumption is set. */

/** Puts the focus into the field of an assumption, by its path; false where no field of it is on screen. */
export function focusInput(path: string): boolean {
  const field = [...document.querySelectorAll<HTMLElement>('[data-assumption]')].find(
    (one) => one.dataset['assumption'] === path,
  );
  const control = field?.querySelector<HTMLElement>('input, select, button, a');
  control?.scrollIntoView({ block: 'nearest' });
  control?.focus();
  return control !== undefined && control !== null;
}
