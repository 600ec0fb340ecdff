import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

/** All levels that we promise; `wcag22aa` switches on the target-size rule, which never runs without it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules that look at colours: all that the other scheme can change. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/**
 * Runs rules, named by their tags or one by one, in the page itself: no frame of another origin is in it.
 * @param within selectors of parts, the first that is there is looked at alone
 */
async function findings(
  page: Page,
  rules: readonly string[],
  within: readonly string[] = [],
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ runOnly, within }) => {
      const { axe: runner } = window as unknown as { readonly axe: { run: typeof axe.run } };
      const part = within.map((selector) => [...document.querySelectorAll(selector)].at(-1)).find((found) => found);
      const { violations } = await runner.run(part ?? document, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    },
    { runOnly: [...rules], within },
  );
}

/** What axe finds on the page as it is now: one line per element, the rule first. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  return findings(page, tags);
}

/** Expects that axe finds nothing on the page in the light scheme; in the soak in the dark too. A sweep in the soak sees every screen in both. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await axeFindings(page), 'axe, light').toEqual([]);
  if (process.env['SOAK'] !== undefined) await expectAccessibleInDark(page);
  await page.emulateMedia({ colorScheme: null });
}

/** Expects that axe finds nothing against the colours of the dark scheme. */
export async function expectAccessibleInDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findings(page, rulesOfColours), 'axe, dark').toEqual([]);
  await page.emulateMedia({ colorScheme: null });
}

/** Expects that axe finds nothing against the colours of the page when the system forces its own. */
export async function expectAccessibleInForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await findings(page, rulesOfColours), 'axe, forced colours').toEqual([]);
  await page.emulateMedia({ forcedColors: null });
}

const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [1280, 400] as const;

/**
 * What axe finds in light, dark and forced colours, at 1280 and at 400 pixels: the look first.
 * @param within selectors of parts, the first that is there is looked at alone
 */
export async function findingsInAllLooks(page: Page, within: readonly string[] = []): Promise<readonly string[]> {
  const all: string[] = [];
  const look = async (name: string, rules: readonly string[]): Promise<void> => {
    all.push(...(await findings(page, rules, within)).map((finding) => `${name}, ${finding}`));
  };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await look(`${colorScheme} at ${String(width)}`, colorScheme === 'light' ? tags : rulesOfColours);
    }
    await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
    await look(`forced colours at ${String(width)}`, rulesOfColours);
    await page.emulateMedia({ forcedColors: null });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return all;
}
