/** What if: a value is sought, taken over and undone; tables, tornado and spider follow; keys, small screens, axe. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const mode = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Question' }).getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('a value is sought and taken over, and tables, tornado and spider follow the scenario', async ({ page, site }) => {
  await page.goto(site.app);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'What if' }).click();
  const now = page.getByText(/^Now [\d,.]+ USD$/);
  await expect(now).toBeVisible();
  const present = (await now.innerText()).replace(/[^\d.,]/g, '');

  // Five per cent more: by keyboard alone.
  const goal = Math.round(Number(present.replaceAll(',', '')) * 1.05);
  await field(page, 'Until Extra against today is').fill(String(goal));
  await page.keyboard.press('Enter');
  const taking = page.getByRole('button', { name: /^Take over/ });
  await expect(taking).toHaveText(/Take over \d+(\.\d+)? %/);
  await expect(page.getByRole('row').filter({ hasText: 'USD' })).toHaveCount(1);
  await taking.click();
  const value = /[\d.]+/.exec(await taking.innerText())?.[0] ?? '';
  await expect(page.getByText(/is .* in the scenario now/)).toBeVisible();
  await expect(field(page, 'EST_Uplift')).toHaveValue(value);
  await expect(taking).toBeDisabled();
  const found = (await page.getByRole('cell').first().innerText()).replace(/\s/g, '');
  await expect(now).toHaveText(`Now ${found} USD`);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(now).toContainText(present);
  await expect(field(page, 'EST_Uplift')).toHaveValue('3');
  await field(page, 'Until Extra against today is').fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^No solution in the range/)).toBeVisible();

  // One input: the row of the present value says the present result.
  await mode(page, 'Table').click();
  await expect(page.getByRole('grid')).toContainText('365 days');
  await page.getByRole('combobox', { name: 'Across' }).selectOption('');
  await page.getByRole('group', { name: 'Values, Down' }).getByRole('button', { name: 'List' }).click();
  await page.getByRole('textbox', { name: 'List, split by ;' }).fill('2; 3; 4.5');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row', { name: /3 %/ });
  await expect(row).toContainText(present);
  await page.getByRole('textbox', { name: 'Break-even at' }).fill(present);
  await expect(page.getByText(/1 of 3 cells are below/)).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^▼/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Export table' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /for programs/ }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain(present.replaceAll(',', ''));
  await expectAccessible(page);

  // A bar leads to the field of its assumption, or to its card.
  await mode(page, 'Tornado').click();
  const bar = page.getByRole('button', { name: /^EST_Uplift: at 1.5 %/ });
  await expect(bar).toBeVisible();
  await bar.focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'EST_Uplift')).toBeFocused();
  await field(page, 'Low (%), EST_Uplift').fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^EST_Uplift: at 0 %/ })).toBeVisible();
  await mode(page, 'Spider').click();
  await expect(page.getByRole('img', { name: /EST_Uplift at 1.5 %: / })).toBeAttached();
  await expectAccessible(page);
  await mode(page, 'Tornado').click();
  await page.getByRole('combobox', { name: 'Add input' }).selectOption('margin.business.percent');
  await page.getByRole('button', { name: /^Margin_Business: at 2 %/ }).press('Enter');
  await expect(field(page, 'Value of Margin of the business')).toBeFocused();
  await page.goBack();
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
});
