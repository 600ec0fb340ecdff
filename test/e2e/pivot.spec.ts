import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

/** Picks an item of a menu with keys alone. */
async function pick(page: Page, button: string, item: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type(item.charAt(0));
  for (let step = 0; step < 12; step++) {
    if (
      await page.getByRole('menuitem', { name: item, exact: true }).evaluate((node) => node === document.activeElement)
    )
      break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

test('a pivot by keyboard: fields, totals, the rows behind a figure, its chart, and back after a reload', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await page.getByRole('link', { name: 'Pivot' }).click();
  const grid = page.getByRole('grid', { name: 'Pivot table Pivot 1' });
  const titles = async (): Promise<string> => (await grid.getByRole('columnheader').allInnerTexts()).join(' ');
  await expect.poll(titles).toMatch(/Extra.*Currency.*Customer/s);
  await expect(page.getByText('Amounts of different currencies are never added')).toBeVisible();

  // Another value, a field over the columns, and the customers away.
  await pick(page, 'Add Subscriptions', 'Add to values');
  await pick(page, 'Add Segment', 'Add to rows');
  await pick(page, 'Options of Customer', 'Remove');
  await expect.poll(titles).toMatch(/Extra.*Subscriptions.*Currency.*Segment/s);
  await grid.focus();
  await page.keyboard.press('Control+End');
  const total = grid.getByRole('row').last();
  await expect(total).toContainText('Total');
  await expect(total).toContainText('mixed');
  await expect(total).toContainText('400');
  await expectAccessible(page);

  // What is behind the total, and behind nothing but that.
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Behind Total' });
  await expect(dialog.getByText('400 subscriptions')).toBeVisible();
  await expect(dialog.getByRole('grid')).toHaveAttribute('aria-rowcount', '401');
  await page.keyboard.press('Escape');

  await page.getByLabel('Chart', { exact: true }).selectOption('Bars');
  const chart = page.getByRole('figure');
  await expect(chart.getByRole('heading')).toContainText('Sum of Extra, Subscriptions by Segment');
  await expect(chart.locator('svg.marks, .picture svg').first()).toBeVisible();
  await expect(chart.getByText(/The largest figure is/)).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save SVG' }).click();
  expect((await saved).suggestedFilename()).toMatch(/Sum-of-Extra.*\.svg$/);
  await expectAccessible(page);

  // A chart of selected cells.
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Chart of the selection…' }).press('Enter');
  const selected = page.getByRole('dialog', { name: 'Chart of the selection' });
  await expect(selected.getByRole('figure')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.reload();
  await expect.poll(titles).toMatch(/Extra.*Subscriptions.*Currency.*Segment/s);
});
