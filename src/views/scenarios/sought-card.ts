/** Which card another screen leads to. */
import type { AssumptionPath } from '../../core/scenario/notes.ts';
import { screenLink } from '../../state/route.svelte.ts';

let sought: AssumptionPath | undefined;

/** Opens the scenarios; their cards put the focus into this one. */
export function openCard(path: AssumptionPath | undefined): void {
  sought = path;
  location.hash = screenLink('scenarios');
}

/** The card that was asked for last, once. */
export function takeSoughtCard(): AssumptionPath | undefined {
  const path = sought;
  sought = undefined;
  return path;
}
