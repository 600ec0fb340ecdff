/** Links to the parts of the obligations, and to a rule in its part. */
import { screenLink } from '../../state/route.svelte.ts';

const SCREEN = 'obligations';

/** @param section a name in `sections.ts` */
export function sectionLink(section: string): string {
  return screenLink(SCREEN, section);
}

/** Where a rule stands with its source. @param id a rule of the book of obligations */
export function ruleLink(id: string): string {
  return screenLink(SCREEN, 'rules', id);
}
