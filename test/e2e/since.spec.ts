/** Since last time: from one snapshot to two, its parts, its trail, its export; keys, small screens, axe. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { addFiles, detailsOf, fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const grid = (page: Page): Locator => page.getByRole('grid');
const summary = (page: Page): Locator => page.getByRole('region', { name: 'What changed, in words' });
const rowCount = (page: Page): Locator => page.getByText(/^[\d,]+ of [\d,]+ rows$/);
const sheet = (page: Page, name: string): Locator => page.getByRole('navigation').getByRole('link', { name });

/** The sample with its export of last month, on the screen. */
async function openBoth(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  await sheet(page, 'Since last time').click();
  await page.getByRole('button', { name: 'Add last month’s export of the sample' }).click();
  await expect(summary(page)).toContainText(/\d+ new, \d+ gone, \d+ changed, \d+ as before/);
}

test('last month’s export shows what changed, and changes no figure of the portfolio', async ({
  journeyUnderSink: { page, address },
}) => {
  await openBoth(page, address);
  await expect(page.getByRole('contentinfo')).toContainText('400 subscriptions');
  await expect(summary(page)).toContainText('switched to auto-renew');
  const [, changed = ''] = /(\d+) changed/.exec(await summary(page).innerText()) ?? [];
  await page.getByRole('combobox', { name: 'Change' }).selectOption('seats');
  await expect(rowCount(page)).toHaveText(/^[1-9]\d* of /);
  await expect(grid(page)).toContainText(/seats [\d,]+ → [\d,]+/);
  expect(Number(changed)).toBeGreaterThan(10);
  await page
    .getByRole('group', { name: 'Part' })
    .getByRole('button', { name: /^Prices/ })
    .click();
  await expect(page.getByRole('grid', { name: 'List prices that moved' })).toContainText('▲ rose');
  await page
    .getByRole('group', { name: 'Part' })
    .getByRole('button', { name: /^Promotions/ })
    .click();
  await expect(page.getByRole('grid', { name: 'Promotions that moved' })).toBeVisible();
  await sheet(page, 'Files').click();
  await expect(page.getByRole('row', { name: /subscriptions-.*older snapshot/ })).toBeVisible();
});

test('an amount opens its trail with the keyboard, the rows are exported, and axe finds nothing, wide or at 400 px', async ({
  page,
  site,
}) => {
  await openBoth(page, site.app);
  await page.getByRole('combobox', { name: 'Change' }).selectOption('auto-renew-on');
  await grid(page).focus();
  for (const key of ['Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  await expect(page.getByRole('region', { name: 'Where the figure comes from' })).toContainText('Extra');
  await page.keyboard.press('Enter');
  const steps = page.getByRole('dialog', { name: /^Extra/ });
  await expect(steps).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(steps).toBeHidden();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export (CSV)' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/since-last-time-.*\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  const [shown = ''] = (await rowCount(page).innerText()).split(' ');
  expect(lines).toHaveLength(Number(shown) + 1);
  expect(lines[1]).toContain('auto-renew-on');

  await expectAccessible(page);
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(grid(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  await expectAccessible(page);
});

test('a file dropped later is the next snapshot, until the user says that it counts besides', async ({
  page,
  site,
}) => {
  const header =
    'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,Segment,Market,Currency';
  const csv = (...ids: readonly string[]): string =>
    [header, ...ids.map((id) => `${id},CFQ7TTC0LDPB,0001,5,P1Y,Monthly,2027-12-31,Commercial,US,USD`), ''].join('\n');
  await page.goto(site.app);
  await addFiles(page, fileOf('october.csv', csv('a', 'b', 'c')));
  await expect(page.getByRole('contentinfo')).toContainText('3 subscriptions');
  await sheet(page, 'Since last time').click();
  await expect(page.getByRole('heading', { name: 'No second snapshot of subscriptions yet' })).toBeVisible();
  await sheet(page, 'Files').click();
  await addFiles(page, fileOf('november.csv', csv('b', 'c', 'd', 'e')));
  await expect(page.getByRole('contentinfo')).toContainText('4 subscriptions');
  const details = await detailsOf(page, 'november.csv');
  await expect(details).toContainText('The next snapshot of “october.csv”.');
  await details.getByRole('combobox', { name: 'Counts as' }).selectOption('besides');
  await expect(page.getByRole('contentinfo')).toContainText('5 subscriptions');
});
