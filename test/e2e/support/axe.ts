import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** All levels that we promise; `wcag22aa` switches on the target-size rule, which never runs without it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules that look at colours: all that the other scheme can change. */
const ruleOfColours = ['color-contrast', 'link-in-text-block'];

/** In the page itself (no frame of another origin is in it), which takes half the time of the other mode. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true);

async function findings(builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** What axe finds on the page as it is now: one line per element, the rule first. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  return findings(axe(page).withTags(tags));
}

/** Expects that axe finds nothing on the page, in the light and in the dark scheme. */
export async function expectAccessible(page: Page): Promise<void> {
  // Without motion: a colour that is still fading has the contrast of neither theme.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await axeFindings(page), 'axe, light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await findings(axe(page).withRules(ruleOfColours)), 'axe, dark').toEqual([]);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
