/** A workbook in which every part of the app has something to show. */
import { expect, type Page } from '@playwright/test';

async function openScreen(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: title, exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
}

/** Opens the sample portfolio. */
export async function openSample(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
}

/** Opens the sample, branches its scenario, decides three subscriptions and runs a few trials. */
export async function openRichWorkbook(page: Page, address: string): Promise<void> {
  await openSample(page, address);
  await openScreen(page, 'Decide');
  await page.getByRole('grid').first().focus();
  for (let rows = 0; rows < 2; rows++) await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Take the best way' }).click();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled();
  await openScreen(page, 'Scenarios');
  await page.getByRole('button', { name: 'New branch' }).click();
  await page.keyboard.type('Uplift 5');
  await page.keyboard.press('Enter');
  const uplift = page.getByRole('textbox', { name: 'Value of EST_Uplift', exact: true });
  await uplift.fill('5');
  await uplift.press('Enter');
  await openScreen(page, 'Uncertainty');
  await page.getByRole('button', { name: 'Late decisions' }).click();
  await page.getByLabel('Trials').first().fill('100');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Run trials' }).click();
  await expect(page.getByText(/^100 trials with seed/)).toBeVisible();
}
