import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { makeBook, makeSample } from '../../src/sample/index.ts';
import { day } from '../support/simulation.ts';
import { expectAccessible, expectAccessibleInForcedColours } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'All subscriptions with their results' });
const header = (page: Page, title: string): Locator => grid(page).getByRole('columnheader', { name: title });
const dialog = (page: Page): Locator => page.getByRole('dialog');
/** Rows are counted with the header and the row of totals. */
const rowCount = async (page: Page): Promise<number> => Number(await grid(page).getAttribute('aria-rowcount')) - 2;
const menuItem = (page: Page, name: string): Locator => page.getByRole('menuitem', { name });

async function arrange(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Arrange' }).click();
  await menuItem(page, item).click();
}

async function openSheet(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('link', { name: 'Portfolio' })).toBeVisible();
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await expect(page.getByText('400 rows')).toBeVisible();
}

/** The texts of a column in the rows that are drawn, from the top. */
async function column(page: Page, index: number, of = grid(page)): Promise<readonly string[]> {
  const rows = await of.locator('[aria-rowindex]:not(.totals)').all();
  const cells = await Promise.all(
    rows.map(async (row) => ({
      at: Number(await row.getAttribute('aria-rowindex')),
      text: await row.locator(`[role=gridcell][aria-colindex="${String(index)}"]`).allInnerTexts(),
    })),
  );
  return cells.sort((a, b) => a.at - b.at).flatMap(({ text }) => text);
}

/** What Ctrl+C puts on the clipboard: read from the event, since reading the clipboard itself needs a permission. */
async function copied(page: Page): Promise<string> {
  const seen = await page.evaluateHandle(() => {
    const texts: string[] = [];
    window.addEventListener('copy', (event) => texts.push(event.clipboardData?.getData('text/plain') ?? ''));
    return texts;
  });
  await page.keyboard.press('Control+C');
  await expect.poll(() => seen.evaluate((texts) => texts.length)).toBe(1);
  return seen.evaluate((texts) => texts[0] ?? '');
}

async function addFilter(page: Page, columnTitle: string): Promise<void> {
  await page.getByRole('button', { name: 'Add filter' }).click();
  await dialog(page).getByLabel('Column').selectOption(columnTitle);
}

const SEATS = 10;

test('headers sort, Shift adds a key, filters narrow and chips take them off', async ({
  journeyUnderSink: { page, address },
}) => {
  await openSheet(page, address);
  await header(page, 'Seats').click();
  await expect(header(page, 'Seats')).toHaveAttribute('aria-sort', 'ascending');
  await header(page, 'Seats').click();
  await expect(header(page, 'Seats')).toHaveAttribute('aria-sort', 'descending');
  await expect(async () => {
    const seats = (await column(page, SEATS)).map((text) => Number(text.replaceAll(',', '')));
    expect(seats.length).toBeGreaterThan(10);
    expect(seats).toEqual(seats.toSorted((a, b) => b - a));
  }).toPass();
  await header(page, 'Customer').click({ modifiers: ['Shift'] });
  await expect(header(page, 'Customer')).toHaveAttribute('aria-sort', 'ascending');
  await expect(header(page, 'Seats')).toHaveAttribute('aria-sort', 'descending');

  await addFilter(page, 'Outcome');
  await dialog(page).getByRole('button', { name: 'None' }).click();
  await dialog(page).getByLabel('▲ drifts into EST').check();
  await dialog(page).getByRole('button', { name: 'Apply filter' }).click();
  await expect(page.getByText(/^\d+ of 400 rows$/)).toBeVisible();
  const drifting = await rowCount(page);
  expect(drifting).toBeLessThan(400);
  await addFilter(page, 'Seats');
  await dialog(page).getByLabel('From').fill('100');
  await dialog(page).getByRole('button', { name: 'Apply filter' }).click();
  await expect.poll(() => rowCount(page)).toBeLessThan(drifting);
  const seats = (await column(page, SEATS)).map((text) => Number(text.replaceAll(',', '')));
  expect(Math.min(...seats)).toBeGreaterThanOrEqual(100);
  // How the sheet is arranged is part of the document: it outlives the page, and can be undone after that.
  await expect.poll(() => rowCount(page)).toBe(await rowCount(page));
  const filtered = await rowCount(page);
  await page.waitForTimeout(1500);
  await page.reload();
  await expect.poll(() => rowCount(page)).toBe(filtered);
  await expect(header(page, 'Seats')).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('button', { name: 'Undo: Filter Seats' }).click();
  await expect.poll(() => rowCount(page)).toBe(drifting);
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page.getByText('400 rows')).toBeVisible();
  await page.getByLabel('Find').fill('no such thing');
  await expect(page.getByText(/No subscription passes/)).toBeVisible();
});

test('a subscription without a price says so instead of showing 0', async ({ page, site }) => {
  await openSheet(page, site.app);
  await addFilter(page, 'Notes');
  await dialog(page).getByRole('button', { name: 'Condition' }).click();
  await dialog(page).getByLabel('Value', { exact: true }).fill('No price');
  await dialog(page).getByLabel('Value', { exact: true }).press('Enter');
  await expect(page.getByText(/^\d of 400 rows$/)).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  const reason = grid(page)
    .getByRole('gridcell', { name: /No price: / })
    .first();
  await expect(reason).toBeVisible();
  await expect(grid(page).getByRole('gridcell', { name: '—' }).first()).toBeVisible();
});

test('keys move, select and copy; widths are remembered', async ({ journeyUnderSink: { page, address } }) => {
  await openSheet(page, address);
  await page.keyboard.press('F6');
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key);
  const lines = (await copied(page))
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split('\t'));
  expect(lines).toHaveLength(2);
  expect(lines.map(([customer]) => customer)).toEqual((await column(page, 2)).slice(0, 2));
  expect(lines.every((cells) => cells.length === 2)).toBe(true);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+ArrowDown');
  await expect(grid(page).locator('[aria-rowindex="401"]')).toBeVisible();
  await page.keyboard.press('Control+Home');
  const width = async (): Promise<number> => (await header(page, 'Customer').boundingBox())?.width ?? 0;
  const before = await width();
  for (let press = 0; press < 4; press++) await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(width).toBe(before + 32);
  // Stored a moment after the last change.
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(grid(page)).toBeVisible();
  await expect.poll(width).toBe(before + 32);
});

test('rows group with subtotals, cells are marked and formatted, and columns are hidden, by keyboard too', async ({
  page,
  site,
}) => {
  await openSheet(page, site.app);
  await grid(page).focus();
  await page.getByRole('button', { name: 'Arrange' }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await dialog(page).getByRole('button', { name: 'Add a level' }).press('Enter');
  await dialog(page).getByLabel('Group by').selectOption('Outcome');
  await dialog(page).getByRole('button', { name: 'Group', exact: true }).press('Enter');
  const groups = page.getByRole('treegrid', { name: 'All subscriptions with their results' });
  await expect(groups).toBeVisible();
  await arrange(page, 'Close all groups');
  const counts = await column(page, 2, groups);
  const sum = counts.reduce((all, text) => all + Number(/\((\d+)/.exec(text)?.[1] ?? /(\d+)\D*$/.exec(text)?.[1]), 0);
  expect(sum).toBe(400);
  await arrange(page, 'Conditional marks…');
  await dialog(page).getByRole('button', { name: 'Add a mark' }).click();
  await dialog(page).getByLabel('Column').selectOption('Seats');
  await dialog(page).getByLabel('Marks').selectOption('Bars by size');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Apply' }).click();
  await expectAccessibleInForcedColours(page);
  await arrange(page, 'Group with subtotals…');
  await dialog(page).getByRole('button', { name: 'Remove level 1' }).click();
  await dialog(page).getByRole('button', { name: 'Group', exact: true }).click();
  await arrange(page, 'Formats…');
  await dialog(page).getByLabel('Column').selectOption('Term end');
  await dialog(page).getByLabel('Format', { exact: true }).selectOption('Month');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Apply' }).click();
  await arrange(page, 'Columns…');
  await dialog(page).getByRole('checkbox', { name: 'Product id' }).uncheck();
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await expect(header(page, 'Product id')).toHaveCount(0);
  await arrange(page, 'Columns…');
  await dialog(page).getByRole('button', { name: 'Show all' }).click();
  await page.keyboard.press('Escape');
  await expect(header(page, 'Product id')).toBeVisible();
});

test.describe('100,000 subscriptions', () => {
  const asOf = day('2026-11-22');
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
  test.afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('are counted, and the last one is a key away', async ({ page, site }) => {
    test.setTimeout(120_000);
    const portfolio = join(folder, 'portfolio.csv');
    const book = makeBook({ asOf, seed: 7, subscriptions: 100_000 });
    writeFileSync(portfolio, [...book.portfolioCsvChunks()].join(''));
    const lists = makeSample({ asOf, subscriptions: 50 }).filter(({ name }) => name.includes('LicenseBasedPL'));
    for (const { name, text } of lists) writeFileSync(join(folder, name), text);
    await page.goto(site.app);
    const files = [...lists.map(({ name }) => join(folder, name)), portfolio];
    await page.locator('input[type=file]').first().setInputFiles(files);
    await page.getByRole('link', { name: 'Portfolio' }).click({ timeout: 60_000 });
    await expect(page.getByText('100,000 rows', { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '100002');
    await grid(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+ArrowDown');
    await expect(grid(page).locator('[aria-rowindex="100001"]')).toBeVisible();
    const last = await column(page, 2);
    expect(last.at(-1)).not.toBe('');
    await header(page, 'Line').click();
    await header(page, 'Line').click();
    await expect(header(page, 'Line')).toHaveAttribute('aria-sort', 'descending');
    await page.keyboard.press('Control+Home');
    await expect(grid(page).locator('[aria-rowindex="2"]')).toBeVisible();
    // Sorted backwards by line, the last subscription is the first.
    await expect.poll(async () => (await column(page, 2))[0]).toBe(last.at(-1));
  });
});

test('axe finds nothing on the sheet and its dialogs', { tag: '@soak' }, async ({ page, site }) => {
  // Axe looks at every cell that is drawn; a few rows are like all others.
  await page.setViewportSize({ width: 1000, height: 420 });
  await openSheet(page, site.app);
  await expectAccessible(page);
  await addFilter(page, 'Outcome');
  await expectAccessible(page);
});
