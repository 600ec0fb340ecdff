/** Cells of the portfolio are changed with the keyboard alone: the figures follow, and every step can be taken back. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'All subscriptions with their results' });
const SEATS = 10;
const seats = (page: Page, row: number): Locator =>
  grid(page).locator(`[aria-rowindex="${String(row + 1)}"] [role=gridcell][aria-colindex="${String(SEATS)}"]`);

async function openSheet(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await expect(page.getByText('400 rows')).toBeVisible();
}

test('seats are typed, filled, refused, explained, undone and done again after a reload', async ({ page, site }) => {
  await openSheet(page, site.app);
  const [first, second, third] = [1, 2, 3].map((row) => seats(page, row));
  if (!first || !second || !third) throw new Error('no rows');
  const before = await Promise.all([first, second, third].map((cell) => cell.innerText()));
  await first.click();

  await page.keyboard.type('2.5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('whole number');
  await page.keyboard.press('Escape');
  await expect(first).toHaveText(before[0] ?? '');

  await page.keyboard.type('4711');
  await page.keyboard.press('Enter');
  await expect(first).toHaveText('4,711');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText(/^Seats: changed from .* to 4711 by somebody without a name/)).toBeVisible();

  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+D');
  await expect(third).toHaveText('4,711');
  await expect(page.getByRole('button', { name: '3 changed' })).toBeVisible();

  await page.getByRole('button', { name: '3 changed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Changed cells' });
  await dialog
    .getByLabel(/^Reason for/)
    .first()
    .fill('Agreed by phone');
  await dialog
    .getByLabel(/^Reason for/)
    .first()
    .press('Tab');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('list', { name: 'Steps, the newest first' }).getByRole('listitem')).toHaveText([
    /^Reason for/,
    /^Fill 2 cells/,
    /^Change 1 cell/,
    /^Name of the workbook/,
    /^Scenario opened/,
    /^As it was before/,
  ]);
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  await first.click();
  for (let step = 0; step < 2; step++) await page.keyboard.press('Control+Z');
  await expect(third).toHaveText(before[2] ?? '');
  await expect(first).toHaveText('4,711');
  // Stored a moment after the last change.
  await page.waitForTimeout(500);
  await page.reload();
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await expect(first).toHaveText('4,711');
  await page.keyboard.press('Control+Y');
  await expect(third).toHaveText('4,711');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect(first).toHaveText(before[0] ?? '');
});

test('a block from a spreadsheet is pasted in one step, and what cannot stand there is listed', async ({
  page,
  site,
}) => {
  await openSheet(page, site.app);
  await seats(page, 1).click();
  const before = await seats(page, 2).innerText();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '12\r\nmany\r\n"1,234"\r\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(seats(page, 1)).toHaveText('12');
  await expect(seats(page, 2)).toHaveText(before);
  await expect(seats(page, 3)).toHaveText('1,234');
  await expect(page.getByText('many', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(seats(page, 3)).not.toHaveText('1,234');
  await expectAccessible(page);
});
