import type { Locator, Page } from '@playwright/test';
import { axeFindings, expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'All subscriptions with their results' });
/** Where the grid keeps the focus. */
const cells = (page: Page): Locator => page.getByLabel('Cells of All subscriptions with their results');
const header = (page: Page, title: RegExp): Locator => grid(page).getByRole('columnheader', { name: title });
const line = (page: Page): Locator => page.getByRole('combobox', { name: /Formula/ });
const region = (page: Page): Locator => page.getByRole('region', { name: 'Formula of a column' });
const cell = (page: Page, row: number, at: string | null): Locator =>
  grid(page).locator(`[role=row][aria-rowindex="${String(row)}"] [role=gridcell][aria-colindex="${at ?? ''}"]`);

/** The figure in the first row of a column. */
async function figure(page: Page, title: RegExp): Promise<number> {
  const at = await header(page, title).getAttribute('aria-colindex');
  return Number((await cell(page, 2, at).innerText()).replaceAll(/[^\d.-]/g, ''));
}

test('a computed column by keyboard: completed, checked, named, renamed, and undone', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await expect(page.getByText('400 rows')).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press('ArrowRight');

  // A named value, refused outside of its range.
  await page.getByRole('button', { name: 'Named values…' }).first().press('Enter');
  const names = page.getByRole('dialog', { name: 'Named values' });
  await names.getByLabel('Name', { exact: true }).fill('Growth');
  await names.getByRole('combobox', { name: 'Value' }).fill('120');
  await names.getByLabel('Unit').fill('%');
  await names.getByLabel('At most').fill('100');
  await page.keyboard.press('Enter');
  await expect(names.getByRole('status')).toContainText('100 % or less');
  await names.getByRole('combobox', { name: 'Value' }).fill('50');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(names.getByRole('rowheader', { name: 'Growth' })).toBeVisible();
  await page.keyboard.press('Escape');

  // Completion, argument help, the place of a problem, a preview.
  await page.getByRole('button', { name: 'Add column with formula' }).press('Enter');
  await expect(line(page)).toBeFocused();
  await page.keyboard.type('rou');
  await expect(page.getByRole('option', { name: /^ROUND / })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Tab');
  await expect(line(page)).toHaveValue('=ROUND(');
  await page.keyboard.type('[@sea');
  await page.keyboard.press('Enter');
  await page.keyboard.type('*(1+gro');
  await page.keyboard.press('Tab');
  await expect(line(page)).toHaveValue('=ROUND([@Seats]*(1+Growth');
  await page.keyboard.type('),');
  await expect(region(page).locator('[aria-current]')).toHaveText(/digits|places/i);
  await expect(region(page).getByRole('status')).toContainText('At place');
  await expect(line(page)).toHaveAttribute('aria-invalid', 'true');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.type('1)');
  await expect(region(page).getByRole('status')).toContainText('First rows');
  await page.keyboard.press('Enter');
  await expect(cells(page)).toBeFocused();
  await expect(header(page, /^Formula/)).toBeVisible();
  const seats = await figure(page, /^Seats/);
  expect(await figure(page, /^Formula/)).toBeCloseTo(seats * 1.5, 5);

  // The line shows the formula of the selected column; another column reads this one, by a name that changes.
  await page.keyboard.press('ArrowRight');
  await expect(line(page)).toHaveValue('=ROUND([@Seats]*(1+Growth),1)');
  await page.getByRole('button', { name: 'Add column with formula' }).press('Enter');
  await page.keyboard.type('[@Formula]*2');
  await page.keyboard.press('Enter');
  await expect(header(page, /^Formula 2/)).toBeVisible();
  expect(await figure(page, /^Formula 2/)).toBeCloseTo(seats * 3, 5);
  await line(page).focus();
  await region(page).getByLabel('Title').fill('Grown');
  await page.keyboard.press('Enter');
  await expect(header(page, /^Grown/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(line(page)).toHaveValue('=[@Grown]*2');

  // A ring is named; Escape leaves all as it was; undo takes the renaming back.
  await page.keyboard.press('ArrowLeft');
  await line(page).fill('=[@[Formula 2]]');
  await expect(region(page).getByRole('status')).toContainText('Grown → Formula 2 → Grown');
  await page.keyboard.press('Escape');
  await expect(cells(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(header(page, /^Grown/)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(line(page)).toHaveValue('=[@Formula]*2');

  // A function out of the list.
  await line(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.type('+');
  await region(page).getByRole('button', { name: 'Functions…' }).press('Enter');
  const functions = page.getByRole('dialog', { name: 'Functions' });
  await functions.getByLabel('Search functions').fill('extended service');
  await expect(functions.getByRole('heading', { name: /^EST\.PRICE\(/ })).toBeVisible();
  await expectAccessible(page);
  await functions.getByRole('button', { name: 'Insert' }).press('Enter');
  await expect(line(page)).toHaveValue('=[@Formula]*2+EST.PRICE(');
  await expect(line(page)).toBeFocused();
  await page.keyboard.press('Escape');

  // What reads a deleted column is an error; undo brings all back. A name is changed beside the assumptions, within its range.
  await header(page, /^Formula(?! 2)/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete column' }).press('Enter');
  await expect(grid(page).getByText('#REF!').first()).toBeVisible();
  await cells(page).press('Control+z');
  await expect(header(page, /^Formula(?! 2)/)).toBeVisible();
  await page.getByRole('link', { name: 'Exposure' }).click();
  const growth = page.getByRole('complementary', { name: 'Assumptions' }).getByLabel('Growth');
  await growth.fill('101');
  await growth.press('Enter');
  await expect(page.getByText('It must be 100 % or less. Kept 50 %.')).toBeVisible();
  await growth.fill('100');
  await growth.press('Enter');
  await expect(growth).toHaveValue('100 %');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await expect(async () => expect(await figure(page, /^Formula 2/)).toBeCloseTo(seats * 4, 5)).toPass();
});
