/** The look of the partner who sends a report: a checked colour and a checked picture, nothing else. */
import type { Brand } from '../../../core/report/plan.ts';
import { isBrandColour, isLogo } from '../../../core/report/brand.ts';
import { html, type Html, trustedMarkup } from '../../markup.ts';

/** The colour of the line over the title; it carries no text, so any colour will do. */
export function brandStyle({ colour }: Brand): string {
  return colour !== undefined && isBrandColour(colour) ? `\n:root { --brand: ${colour}; }` : '';
}

/** The logo as a picture inside the page; undefined without one, or when it is none that was checked. */
export function logoHtml({ logo, name }: Brand): Html | undefined {
  if (logo === undefined || !isLogo(logo)) return undefined;
  return html`<img class="logo" alt="${name}" ${trustedMarkup(`src="${logo}"`)} /> `;
}
