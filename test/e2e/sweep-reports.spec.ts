/** Axe over everything that leaves the app as a page: reports of each edition and language, letters and change sheets. */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { EDITIONS, LANGUAGES } from '../../src/core/report/plan.ts';
import { composerText } from '../../src/core/text/en/composer.ts';
import { findingsInAllLooks } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { said } from './support/sweep/said.ts';
import { settled } from './support/sweep/settled.ts';
import { openRichWorkbook } from './support/sweep/workbook.ts';

/** The first rows of a table stand for the others, which only cost time. */
const ROWS = 15;

test('axe finds nothing in any report, letter or change sheet', { tag: '@soak' }, async ({ page, site }, info) => {
  test.setTimeout(60 * 60_000);
  page.setDefaultTimeout(60_000);
  await openRichWorkbook(page, site.app);
  const pages = new Map([...(await reportsOf(page)), ...(await packsOf(page))]);
  const reader = await page.context().newPage();
  const findings: { state: string; finding: string }[] = [];
  for (const [name, html] of pages) {
    const file = info.outputPath(name.replaceAll(/[^\w.]+/g, '-'));
    writeFileSync(file, html);
    await reader.goto(pathToFileURL(file).href);
    await reader.evaluate((rows) => {
      for (const row of document.querySelectorAll(`tbody tr:nth-child(n+${String(rows + 1)})`)) row.remove();
      for (const closed of document.querySelectorAll('details')) closed.open = true;
    }, ROWS);
    findings.push(...(await findingsInAllLooks(reader)).map((finding) => ({ state: name, finding })));
  }
  expect(said('Reports', { states: [...pages.keys()], findings })).toEqual({});
});

/** Saves by a button and gives the bytes. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path());
}

async function reportsOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const reports = new Map<string, string>();
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  for (const edition of EDITIONS) {
    await page.getByLabel('Edition').selectOption(edition);
    for (const language of LANGUAGES) {
      await page.getByLabel('Language').selectOption(composerText.languages[language]);
      const html = (await saved(page, composerText.save)).toString('utf8');
      expect(html).toContain(`lang="${language}`);
      reports.set(`report ${edition} ${language}.html`, html);
    }
  }
  return reports;
}

async function packsOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  await page.getByRole('link', { name: 'Decide', exact: true }).click();
  await expect(page.getByText(/renew by themselves with nothing to gain/)).toBeVisible();
  await settled(page);

  for (const [language, name] of [
    ['en', /^English/],
    ['de', /^German/],
  ] as const) {
    await page.getByRole('button', { name: 'Action pack…' }).click();
    const choice = page.getByRole('combobox', { name: 'Language and formats' });
    await choice.waitFor();
    const option = (await choice.locator('option').allInnerTexts()).find((text) => name.test(text)) ?? '';
    await choice.selectOption(option);
    const files = Object.entries(unzipSync(await saved(page, 'Save action pack')));
    const html = files.filter(([path]) => path.endsWith('.html'));
    expect(html.length).toBeGreaterThan(1);
    for (const [path, bytes] of html.slice(0, 3)) pages.set(`pack ${language} ${path}`, strFromU8(bytes));
  }
  return pages;
}
