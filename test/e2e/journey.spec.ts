/** The main job from the first page to a report, with the keyboard alone, behind a sink that would see any packet leave. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInDark } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { Keys } from './support/keys.ts';

async function openSheet(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(link).toHaveAttribute('aria-current', 'page');
}

async function exportByKeyboard(page: Page, item: string): Promise<Download> {
  const button = page.getByRole('banner').getByRole('button', { name: 'Export' });
  await button.focus();
  await page.keyboard.press('Enter');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).press('Enter'),
  ]);
  return download;
}

test('from the first page to a report, by keyboard, and nothing leaves the machine', async ({
  journeyUnderSink: { page, address },
}) => {
  test.setTimeout(90_000);
  const keys = new Keys(page);
  await keys.openSample(address);
  const exposed = page.getByRole('grid', { name: /^Exposed subscriptions/ });
  const figures = page.getByRole('region', { name: /^Key figures/ });
  const estCost = figures.locator('dl > div', { hasText: 'EST cost' }).getByRole('button');
  await keys.use(estCost);
  const trail = page.getByRole('region', { name: 'Where the figure comes from' });
  await expect(trail).toContainText('EST');

  const before = await estCost.innerText();
  const horizon = page.getByLabel(/^Horizon/);
  await horizon.fill('24');
  await expect(estCost).not.toHaveText(before);

  await openSheet(page, 'Portfolio');
  const sheet = page.getByRole('grid').first();
  await sheet.focus();
  await page.keyboard.press('Control+End');
  // Where cells can be changed, the focus is in the grid's own field.
  await expect(sheet.locator('xpath=..').locator(':focus')).toHaveAttribute('aria-activedescendant', /.+/);

  await openSheet(page, 'Files');
  await expect(page.getByText('customers.json')).toBeVisible();
  await openSheet(page, 'Report');
  await openSheet(page, 'Exposure');

  const report = await exportByKeyboard(page, 'Report (HTML)');
  const html = await readFile(await report.path(), 'utf8');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|http-equiv="refresh"|\son\w+=/i);

  const results = await exportByKeyboard(page, 'Results (JSON)');
  const document = JSON.parse(await readFile(await results.path(), 'utf8')) as {
    horizonMonths: number;
    schema: string;
  };
  expect(document).toMatchObject({ schema: 'termwise/results@1', horizonMonths: 24 });

  await page.reload();
  await expect(exposed).toBeVisible();
  await expect(horizon).toHaveValue('24');
});

test('the report opens from a file, runs nothing and asks for nothing', async ({
  journeyUnderSink,
  context,
}, testInfo) => {
  const { page, address } = journeyUnderSink;
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  const download = await exportByKeyboard(page, 'Report (HTML)');
  const reader = await context.newPage();
  const requests: string[] = [];
  reader.on('request', (request) => requests.push(request.url()));
  const file = testInfo.outputPath('report.html');
  await download.saveAs(file);
  await reader.goto(pathToFileURL(file).href);
  await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
  expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  // The first rows of each table stand for the others, which only cost time.
  await reader.evaluate(() => {
    for (const row of document.querySelectorAll('tbody tr:nth-child(n+21)')) row.remove();
  });
  await expectAccessible(reader);
  await expectAccessibleInDark(reader);
});
