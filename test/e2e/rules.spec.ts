/** The rule book: a preset as one step, a value with its reason, a currency shock and sums in one currency. */
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

test('a rule book is gone by, changed, dated and undone', async ({ journeyUnderSink: { page, address } }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  const extra = page
    .getByRole('region', { name: /^Key figures/ })
    .getByRole('button')
    .nth(3);
  const before = await extra.innerText();
  await page.getByRole('button', { name: 'Rule book and currencies…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rule book and currencies' });

  await dialog.getByRole('button', { name: 'Go by “Uplift 5 %”' }).press('Enter');
  const monthly = dialog.getByRole('group', { name: 'EST uplift on the monthly price' });
  await expect(monthly).toContainText('differs from the book, 3 %');
  await expect(monthly.getByRole('textbox', { name: 'Value in %' })).toHaveValue('5');
  await monthly.getByRole('textbox', { name: 'Reason' }).fill('What if');
  await page.keyboard.press('Tab');
  await expect(extra).not.toHaveText(before);

  await dialog.getByRole('textbox', { name: 'Name for the values as they stand' }).fill('Five');
  await page.keyboard.press('Enter');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save “Five” as a file' }).press('Enter'),
  ]);
  await dialog.getByRole('button', { name: 'Remove “Five”' }).press('Enter');
  await dialog.getByLabel('Add rules from a file…').setInputFiles(await file.path());
  await dialog.getByRole('button', { name: 'Go by “Today”' }).click();
  await expect(dialog.getByRole('button', { name: 'Go by “Five”' })).toBeVisible();
  await expect(extra).toHaveText(before);

  await dialog.getByLabel('Add rules from a file…').setInputFiles({
    name: 'rules.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      '{"schema":"termwise/rules@1","name":"Bad","values":[{"key":"upliftMonthly","value":"4","source":"x"}]}',
    ),
  });
  await expect(dialog.getByRole('alert')).toContainText('values[0].value must be a share');

  const shocks = dialog.getByRole('form', { name: 'Currency shocks' });
  await shocks.getByRole('textbox', { name: 'Currency' }).fill('eur');
  await page.keyboard.press('Enter');
  await expect(shocks).toContainText('A percentage above −100');
  await shocks.getByRole('textbox', { name: 'Percent' }).fill('10');
  await shocks.getByLabel('From').fill('2026-12-01');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('EUR: +10 % from 1 Dec 2026');
  await dialog.getByRole('button', { name: 'Edit the shock on EUR from 2026-12-01' }).press('Enter');
  await expect(shocks.getByRole('textbox', { name: 'Currency' })).toBeFocused();
  await shocks.getByRole('textbox', { name: 'Percent' }).fill('12');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('EUR: +12 % from 1 Dec 2026');
  await expect(dialog).not.toContainText('+10 %');
  await dialog.getByRole('combobox', { name: 'Reporting currency' }).selectOption('USD');
  await expectAccessible(page);
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^All currencies in USD|^Warning: No rate of/).first()).toBeVisible();
});
