import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'All subscriptions with their results' });
const dialog = (page: Page): Locator => page.getByRole('dialog');

async function pick(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function exported(page: Page, item: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export table' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('what is on screen is what is exported, and is kept as a view', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await expect(page.getByText('400 rows')).toBeVisible();
  await page.getByRole('button', { name: 'Add filter' }).click();
  await dialog(page).getByLabel('Column').selectOption('Outcome');
  await dialog(page).getByRole('button', { name: 'None' }).click();
  await dialog(page).getByLabel('▲ drifts into EST').check();
  await dialog(page).getByRole('button', { name: 'Apply filter' }).click();
  await expect(page.getByText(/^\d+ of 400 rows$/)).toBeVisible();
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByRole('menuitem', { name: 'Columns…' }).click();
  await dialog(page).getByRole('checkbox', { name: 'Product id' }).uncheck();
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  const rows = Number(await grid(page).getAttribute('aria-rowcount')) - 2;

  const csv = await exported(page, 'CSV for programs');
  expect(csv.name).toMatch(/^termwise-.*portfolio-\d{4}-\d\d-\d\d\.csv$/);
  const lines = csv.bytes.toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toContain('Customer,Subscription id,Product,SKU,Segment');
  expect(lines).toHaveLength(1 + rows + 1);
  expect(lines.slice(1, -1).every((line) => line.includes('▲ drifts into EST'))).toBe(true);

  const xlsx = await exported(page, 'XLSX with formats');
  const [sheet] = (await readXlsx(new Uint8Array(xlsx.bytes))).sheets;
  expect(sheet?.name).toBe('Portfolio');
  expect(sheet?.rows).toHaveLength(1 + rows + 1);
  expect(sheet?.rows[0]?.slice(0, 4)).toEqual(['Customer', 'Subscription id', 'Product', 'SKU']);
  const shown = grid(page).locator('[aria-rowindex="2"] [role=gridcell][aria-colindex="2"]');
  expect(sheet?.rows[1]?.[0]).toBe(await shown.innerText());

  await pick(page, 'Views', 'Save as a view…');
  await dialog(page).getByLabel('Name').fill('Drifting');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'View: Drifting' })).toBeVisible();
  const saved = page.waitForEvent('download');
  await pick(page, 'View: Drifting', 'Save “Drifting” to a file');
  const file = await (await saved).path();
  await pick(page, 'View: Drifting', 'As the table begins');
  await expect(page.getByText('400 rows')).toBeVisible();
  // Stored a moment after the last change.
  await page.waitForTimeout(1500);
  await page.reload();
  await pick(page, 'Views', 'Drifting');
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(String(rows + 2));
  await expect(grid(page).getByRole('columnheader', { name: 'Product id' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Remove .*Outcome/ }).click();
  await expect(page.getByRole('button', { name: 'View: Drifting (changed)' })).toBeVisible();
  await pick(page, 'View: Drifting (changed)', 'Delete “Drifting”');
  await pick(page, 'Views', 'Add a view from a file…');
  await page.locator('dialog input[type=file]').setInputFiles(file);
  await expect(dialog(page).getByText('The view “Drifting” was added and opened.')).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(String(rows + 2));

  // A pivot goes the same way, and leads back to the rows behind its figures.
  await page.getByRole('link', { name: 'Pivot' }).click();
  const pivot = page.getByRole('grid', { name: 'Pivot table Pivot 1' });
  await expect(pivot).toBeVisible();
  const figures = (await exported(page, 'CSV for programs')).bytes.toString('utf8').trimEnd().split('\r\n');
  expect(figures).toHaveLength(Number(await pivot.getAttribute('aria-rowcount')));
  await pivot.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  const customer = await pivot.locator('[aria-rowindex="2"] [role=gridcell][aria-colindex="3"]').innerText();
  await dialog(page).getByRole('button', { name: 'Show in Portfolio' }).click();
  await expect(page.getByText(`Customer: ${customer}`)).toBeVisible();
});
