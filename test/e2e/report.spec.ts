import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Download, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { axeFindings, expectAccessible, expectAccessibleInDark } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const inputs = ['portfolio.csv', 'pricelist.csv'].map((name) =>
  join(root, 'test/fixtures/cases/bridge-and-drift', name),
);
const AS_OF = '2026-11-22';

/** Opens the app on the fixture's files, as of its day, with the report screen. */
async function openReport(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('input[type=file]').first().setInputFiles(inputs);
  await page.getByLabel('As of').fill(AS_OF);
  await page.getByRole('link', { name: 'Report' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('EST cost');
  await expect(page.getByText('Calculating')).toBeHidden();
}

async function download(page: Page, name: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFileSync(await (await waiting).path());
}

test('the report is one inert file that shows what the preview shows, in the language and look that were chosen', async ({
  journeyUnderSink: { page, address },
}) => {
  await openReport(page, address);
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await page.getByLabel('Title').fill('Renewals of Contoso');
  await page.getByLabel('Language').selectOption('German');
  await page.getByLabel('Numbers and dates').selectOption('German');
  await page.getByLabel('Your company').fill('Northwind Cloud');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Von Northwind Cloud');
  await expect(preview).toContainText('Zusammenfassung');
  await expect(preview).toHaveAttribute('aria-busy', 'false');
  const shown = await preview.getByText('Renewals of Contoso').locator('xpath=ancestor::*[@class="page"]').innerText();
  const html = (await download(page, 'Save report')).toString('utf8');
  expect(html).not.toMatch(/<script|<iframe|<link|\son[a-z]+=|javascript:/i);
  expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'/);
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const reader = await page.context().newPage();
  const asked: string[] = [];
  const dialogs: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  reader.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await reader.goto(pathToFileURL(file).href);
  expect(asked).toEqual([pathToFileURL(file).href]);
  expect(dialogs).toEqual([]);
  expect(await reader.evaluate(() => document.scripts.length)).toBe(0);
  expect(words(await reader.locator('body').innerText())).toEqual(words(shown));
  await expectAccessible(reader);
  await reader.emulateMedia({ forcedColors: 'active' });
  expect(await axeFindings(reader), 'axe, forced colours').toEqual([]);
  await reader.emulateMedia({ forcedColors: null });
  await expectFits(reader);
  await reader.close();
  rmSync(folder, { recursive: true });
});

/** Between the margins of A4 and of Letter, in pixels of CSS; and a phone, on which tables scroll by themselves. */
const WIDTHS = [
  { media: 'print', width: 687 },
  { media: 'print', width: 710 },
  { media: 'screen', width: 360 },
] as const;

/** Nothing of the page is cut at its right edge, on paper or on a phone. */
async function expectFits(page: Page): Promise<void> {
  for (const { media, width } of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media });
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest, `${media} at ${String(width)} px`).toBeLessThanOrEqual(width);
  }
  await page.emulateMedia({ media: null });
}

/** Layout differs between a window and a part of one. */
function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

test('a consultant’s report has no names, and its key puts them back; a customer’s has that customer alone', async ({
  journeyUnderSink: { page, address },
}) => {
  await openReport(page, address);
  await page.getByLabel('Edition').selectOption('consultant');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('What was removed');
  await expect(preview).not.toContainText(/Alder Works|Birch Lane|sub-drifting/);
  const saved: Download[] = [];
  page.on('download', (file) => saved.push(file));
  await page.getByRole('button', { name: 'As CSV', exact: true }).click();
  await expect.poll(() => saved.length).toBe(2);
  const [zip, key] = await Promise.all(saved.map(async (file) => readFileSync(await file.path())));
  const sheets = Object.entries(unzipSync(zip ?? new Uint8Array()));
  const [, exposed] = sheets.find(([name]) => name.includes('exposed-subscriptions')) ?? [];
  expect(sheets.every(([, sheet]) => !/Alder|Birch|drifting/.test(strFromU8(sheet)))).toBe(true);

  await page.getByRole('button', { name: 'Put names back…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put real names back' });
  const choose = (button: string, name: string, buffer: Buffer) =>
    dialog
      .getByText(button)
      .locator('input')
      .setInputFiles([{ name, mimeType: 'text/plain', buffer }]);
  await choose('Choose the file…', 'exposed.csv', Buffer.from(exposed ?? new Uint8Array()));
  await choose('Choose the key…', 'key.json', key ?? Buffer.alloc(0));
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save with names' }).click();
  await expect(dialog.getByRole('status')).toContainText(/Names put back: [1-9]/);
  await expect.poll(() => saved.length).toBe(3);
  expect(readFileSync((await saved[2]?.path()) ?? '', 'utf8')).toMatch(/Birch Lane[^]*sub-drifting/);
  await dialog.getByRole('button', { name: 'Close' }).first().click();

  await page.getByLabel('Edition').selectOption('customer');
  await expect(preview).toContainText('Prepared for Alder Works');
  await expect(preview).not.toContainText(/Birch Lane|sub-drifting|Margin|Absorbed/);
  await page.getByRole('button', { name: 'One file for each customer…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Customers: 2.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save the zip' }).click();
  await expect.poll(() => saved.length).toBe(4);
  const reports = unzipSync(readFileSync((await saved[3]?.path()) ?? ''));
  expect(Object.keys(reports)).toEqual(['report-alder-works.html', 'report-birch-lane.html']);
  expect(strFromU8(reports['report-alder-works.html'] ?? new Uint8Array())).not.toContain('Birch Lane');
});

test('results come as XLSX, CSV and JSON, the JSON byte for byte that of the headless runner', async ({
  journeyUnderSink: { page, address },
}) => {
  await openReport(page, address);
  const xlsx = await download(page, 'Save results as XLSX');
  expect(xlsx.subarray(0, 2).toString()).toBe('PK');
  const csv = (await download(page, 'Save subscriptions as CSV')).toString('utf8');
  expect(csv).toContain('sub-');
  expect((await download(page, 'Save months as CSV')).toString('utf8')).toMatch(/\d{4}-\d\d/);
  expect(JSON.parse((await download(page, 'Save scenario')).toString('utf8'))).toMatchObject({
    schema: 'termwise/scenario@1',
  });
  expect((await download(page, 'Save import log')).length).toBeGreaterThan(0);
  const json = await download(page, 'Save results as JSON');
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const out = join(folder, 'results.json');
  const command = ['--import', 'tsx', 'bin/model.ts', '--in', ...inputs, '--as-of', AS_OF, '--out', out];
  expect(spawnSync(process.execPath, command, { cwd: root }).status).toBe(0);
  expect(json.equals(readFileSync(out))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('the theme is a choice that stays, and the counter opens how to check it', async ({ page, site }) => {
  await page.goto(site.app);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: /requests? to (an)?other origins?/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('keys go round the regions and skip to the sheet', async ({ page, site }) => {
  await openReport(page, site.app);
  await page.getByRole('link', { name: 'Exposure' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the sheet' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('navigation', { name: 'Sheets' }).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('grid')).toBeFocused();
});
