/** Scenarios side by side: a branch against its base, in figures, charts and subscriptions; keys, small screens, axe. */
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

test('a branch stands beside its base, with every difference in figures, charts and subscriptions', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Scenarios' }).click();
  const view = page.getByRole('group', { name: 'View' });
  await view.getByRole('button', { name: 'Side by side' }).press('Enter');
  await expect(view.getByRole('button', { name: 'Side by side' })).toBeFocused();
  // With one scenario, it stands beside what it would be under another rule book.
  const figures = page.getByRole('region', { name: /^Key figures by scenario/ });
  await expect(figures).toContainText('As of February 2026');
  await page.getByRole('checkbox', { name: 'Uplift 5 %' }).check();
  await expect(figures.getByRole('row', { name: /^Extra / })).toContainText(/▲ \+[\d,.]+/);

  await view.getByRole('button', { name: 'Tree and assumptions' }).press('Enter');
  await page.getByRole('button', { name: 'New branch' }).press('Enter');
  await page.keyboard.type('Short bridge');
  await page.keyboard.press('Enter');
  await view.getByRole('button', { name: 'Side by side' }).press('Enter');
  await page.getByRole('checkbox', { name: 'As of February 2026' }).uncheck();
  await page.getByRole('checkbox', { name: 'Uplift 5 %' }).uncheck();
  await page.getByRole('checkbox', { name: 'Short bridge' }).check();
  await expect(figures.getByRole('row', { name: /^Extra / })).toContainText('=');
  await expect(page.getByText('No subscription differs between these scenarios.')).toBeVisible();

  await page.getByLabel('Bridge days').fill('31');
  await page.getByLabel('Bridge days').press('Enter');
  await expect(figures.getByRole('row', { name: /^Extra / })).toContainText(/▼ −[\d,.]+ \(−[\d.]+%\)/);
  await page.getByText('What they say differently', { exact: true }).press('Enter');
  await expect(page.getByRole('row', { name: /Bridge_Days/ })).toContainText(/none\s*31 d/);
  await expect(page.getByRole('figure', { name: /^Extra by month and scenario/ })).toContainText(
    /Short bridge lies furthest from Base: −/,
  );
  const customers = page.getByRole('figure', { name: /^Extra by customer, from Base to Short bridge/ });
  await expect(customers).toContainText(/\d+ customers differ\./);
  const grid = page.getByRole('grid', { name: /^Subscriptions by scenario/ });
  await expect(grid).toContainText('± Short bridge');
  await expectAccessible(page);

  // A customer of the bridge is the customer of the list, and the list goes along as it stands.
  const second = customers.getByRole('button', { name: /^[^:]+: −/ }).first();
  const customer = ((await second.getAttribute('aria-label')) ?? '').split(':')[0] ?? '';
  await second.click();
  await expect(page.getByRole('searchbox', { name: 'Find' })).toHaveValue(customer);
  await expect(grid).toContainText(customer);
  await page.getByRole('button', { name: 'Export table' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^CSV for programs/ }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.split('\n')[0]).toMatch(/Customer,Product,"?Extra, Base \(...\)"?,"?Extra, Short bridge/);
  expect(csv).toContain(customer);

  // The choice is the workbook's: it is still there after another look at the tree.
  await page.getByRole('combobox', { name: 'Against' }).selectOption('Short bridge');
  await view.getByRole('button', { name: 'Tree and assumptions' }).press('Enter');
  await view.getByRole('button', { name: 'Side by side' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Against' }).locator('option:checked')).toHaveText('Short bridge');
  await expect(figures.getByRole('row', { name: /^Extra / })).toContainText(/▲ \+[\d,.]+/);
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(page.locator('body')).toHaveJSProperty('scrollWidth', 400);
});
