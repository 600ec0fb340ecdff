/** From a bar to where its assumption is set. */
import { screenLink } from '../../state/route.svelte.ts';

/** Puts the focus into the field of an assumption, by its path; the cards of the scenario open where none is on screen. */
export function goToInput(path: string): void {
  const field = [...document.querySelectorAll<HTMLElement>('[data-assumption]')].find(
    (one) => one.dataset['assumption'] === path,
  );
  const control = field?.querySelector<HTMLElement>('input, select, button, a');
  if (!control) {
    location.hash = screenLink('scenarios');
    return;
  }
  control.scrollIntoView({ block: 'nearest' });
  control.focus();
}
