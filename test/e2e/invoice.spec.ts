import { expectAccessible } from './support/axe.ts';
import { addFiles, fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';
import { invoiceFiles, OWN_INVOICES } from './support/invoice-files.ts';

test('an invoice is checked by keyboard: lines that do not add up, EST that was billed, own invoices, a proration', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await addFiles(page, ...[...invoiceFiles(), OWN_INVOICES].map(({ name, content }) => fileOf(name, content)));
  const sheets = page.getByRole('navigation', { name: 'Sheets' });
  await sheets.getByRole('link', { name: 'Invoice check' }).press('Enter');
  await page.getByLabel('As of', { exact: true }).fill('2026-10-21');
  await page.getByRole('button', { name: 'Lines' }).press('Enter');

  const odd = page.getByRole('grid', { name: 'Lines that do not add up, in USD' });
  await expect(odd.getByRole('row')).toHaveCount(3);
  await expect(odd).toContainText('+10.00');
  await expect(page.getByRole('region', { name: 'Lines in USD' })).toContainText('1 line, 0.03 without signs');
  await page.getByLabel('Leave out up to, USD a line').fill('0,01');
  await page.getByLabel('Leave out up to, USD a line').press('Tab');
  await expect(page.getByText('“0,01” is not a number.')).toBeVisible();
  await page.getByLabel('Leave out up to, USD a line').fill('0.01');
  await page.getByLabel('Leave out up to, USD a line').press('Tab');
  await expect(odd.getByRole('row')).toHaveCount(4);
  await odd.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'The line as its file has it' })).toContainText('october.csv, row 8');

  const invoices = page.getByRole('grid', { name: 'Invoices, and what they say of themselves' });
  await invoices.focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('1600.00');
  await page.keyboard.press('Enter');
  await expect(invoices).toContainText('19.15');
  await expect(page.getByText('somethingnew (not published: kept as it is)')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Lines with an odd rate' })).toContainText('1.2');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'EST billed' }).press('Enter');
  const est = page.getByRole('grid', { name: 'Subscriptions billed EST, in USD' });
  await expect(est).toContainText('Fabrikam');
  // 25 seats at 30.90 with 11 of 31 days left.
  await expect(page.getByText('Cancelled today, 11 days come back: 274.11 USD')).toBeVisible();
  await est.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'Northwind · Suite' })).toBeVisible();
  await expect(page.getByText('The price alone says so')).toBeVisible();
  await expect(page.getByRole('region', { name: 'EST billed, in USD' })).toContainText('+251.10');
  await expect(page.getByRole('grid', { name: 'By customer, in USD' })).toContainText('+232.50');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Month on month' }).press('Enter');
  await expect(
    page.getByRole('figure', { name: /^From the bill of September 2026 to that of October 2026/ }),
  ).toBeVisible();
  await page.getByLabel('Step').selectOption('changes');
  await expect(page.getByRole('table', { name: /^Lines of / })).toContainText('october.csv');
  await page.getByRole('button', { name: 'Refund windows' }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Open on 21 Oct 2026' })).toContainText('274.11');

  await page.getByRole('button', { name: 'Own invoices' }).press('Enter');
  const own = page.getByRole('grid', { name: 'Both sides by customer and product, USD' });
  await expect(own).toContainText('Below cost');
  await page.getByLabel('Means').selectOption('Fabrikam');
  await page.getByRole('button', { name: 'Remember' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Remembered names' })).toContainText('fabrikam inc');
  await page.getByLabel('Show').selectOption('Fine (2)');
  await expect(page.getByText('Joined by your word for the customer, the item’s exact name.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Lines: Fabrikam' })).toContainText('own.csv, row 3');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Proration' }).press('Enter');
  await page.getByLabel('Take a price from').fill('suite commercial');
  await expect(page.getByLabel('Found').getByRole('option')).toHaveCount(5);
  await page.getByLabel('Price of a seat and cycle, USD').fill('10.08');
  await page.getByLabel('Term began on').fill('2026-06-18');
  await page.getByLabel('Day of the change').fill('2026-06-20');
  await page.getByLabel('Seats after').fill('12');
  await expect(page.getByText('+18.81 USD, or +18.80 USD in all')).toBeVisible();
  await expect(page.getByText('Seats at the end of June 2026')).toContainText('12.');
  await page.getByLabel('What happens').selectOption('it is cancelled at once');
  await expect(page.getByText('the day of cancelling is charged')).toBeVisible();
  await page.getByLabel('Term began on').fill('2026-06-30');
  await expect(page.getByText('The day is before the term began.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
});
