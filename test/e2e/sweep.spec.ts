/** Axe over every state of every screen that a press or two can reach. The screens are those of the app's own tabs. */
import type { Page } from '@playwright/test';
import { SCREENS } from '../../src/views/screens.ts';
import { findingsInAllLooks } from './support/axe.ts';
import { addFiles, importerFile, ownFile, type TestFile } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';
import { said } from './support/sweep/said.ts';
import { settled } from './support/sweep/settled.ts';
import { sweep } from './support/sweep/sweep.ts';
import { openRichWorkbook } from './support/sweep/workbook.ts';

const SOAK = { tag: '@soak' };
/** In minutes: on a busy machine; a screen has up to a hundred states, and each is looked at six times. */
const LONGEST = 60;

/** Opens a screen anew, as it is before anything is pressed on it. */
async function reopen(page: Page, name: string): Promise<void> {
  const other = name === 'files' ? 'report' : 'files';
  for (const next of [other, name]) {
    await page.evaluate((hash) => (location.hash = hash), `#/${next}`);
    await expect(page.locator(`nav a[aria-current=page][href="#/${next}"]`)).toBeAttached();
    await settled(page);
  }
}

test.beforeEach(({ page }) => {
  page.setDefaultTimeout(60_000);
});

for (const { name, title } of SCREENS) {
  test(`axe finds nothing on ${title}, whatever is opened`, SOAK, async ({ page, site }) => {
    test.setTimeout(LONGEST * 60_000);
    await openRichWorkbook(page, site.app);
    expect(said(title, await sweep(page, () => reopen(page, name), 'main'))).toEqual({});
  });
}

test('axe finds nothing in the bar, the trail and their dialogs', SOAK, async ({ page, site }) => {
  test.setTimeout(LONGEST * 60_000);
  await openRichWorkbook(page, site.app);
  const withFigure = async (): Promise<void> => {
    await reopen(page, 'exposure');
    await page
      .getByRole('region', { name: /^Key figures/ })
      .getByRole('button')
      .nth(2)
      .click();
  };
  expect(said('Bar and trail', await sweep(page, withFigure, 'header, .trail'))).toEqual({});
});

test('axe finds nothing before a workbook is open', SOAK, async ({ page, site }) => {
  test.setTimeout(LONGEST * 60_000);
  const session = await page.context().newCDPSession(page);
  const first = async (): Promise<void> => {
    await page.goto('about:blank');
    await session.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'all' });
    await page.goto(site.app);
    await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  };
  expect(said('First screen', await sweep(page, first, 'body'))).toEqual({});
});

const SCARCE: readonly (readonly [string, readonly TestFile[]])[] = [
  ['prices alone', [ownFile('prices.csv')]],
  ['subscriptions alone', [ownFile('subscriptions.json')]],
  ['customers alone', [importerFile('customers/api', 'customers.json')]],
];

for (const [what, files] of SCARCE) {
  test(`axe finds nothing on any screen with ${what}`, SOAK, async ({ page, site }) => {
    test.setTimeout(LONGEST * 60_000);
    await page.goto(site.app);
    await addFiles(page, ...files);
    await expect(page.getByRole('navigation', { name: 'Sheets' }).getByRole('link').first()).toBeVisible();
    const links = await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link').allInnerTexts();
    expect(links).toEqual(SCREENS.map(({ title }) => title));
    const findings: { state: string; finding: string }[] = [];
    for (const { name, title } of SCREENS) {
      await reopen(page, name);
      findings.push(...(await findingsInAllLooks(page)).map((finding) => ({ state: title, finding })));
    }
    expect(said(what, { states: links, findings })).toEqual({});
  });
}
