/** The bill against the exports: what differs is listed with its cause, decided about, and the decision undone. */
import { expectAccessible } from './support/axe.ts';
import { addFiles, fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';
import { invoiceFiles } from './support/invoice-files.ts';

const PORTFOLIO = [
  'CustomerId,CustomerName,SubscriptionId,ProductId,SkuId,OfferName,Segment,Market,Currency,Quantity,TermDuration,BillingPlan,CommitmentStartDate,CommitmentEndDate',
  ...['Contoso,13', 'Northwind,5', 'Tailspin,8', 'Relecloud,2'].map((row) => {
    const [name = '', seats = ''] = row.split(',');
    return `c-${name},${name},s-${name}-0001,CFQ7TTC0AAAA,0001,Suite,Commercial,US,USD,${seats},P1Y,Monthly,2026-01-01,2026-12-31`;
  }),
].join('\n');

test('differences of a month have causes and evidence, and what is decided about them is kept', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  const files = [...invoiceFiles(), { name: 'subscriptions.csv', content: PORTFOLIO }];
  await addFiles(page, ...files.map(({ name, content }) => fileOf(name, content)));
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name: 'Invoice check' }).press('Enter');

  const list = page.getByRole('grid', { name: 'Differences, in USD' });
  const row = (customer: string, cause: string): ReturnType<typeof list.getByRole> =>
    list.getByRole('row').filter({ hasText: customer }).filter({ hasText: cause });
  // Ten seats became thirteen on the 20th: that is right. Eight seats were billed as five, two not at all.
  await expect(row('Contoso', 'quantity')).toHaveCount(0);
  await expect(row('Tailspin', 'quantity')).toContainText('−78.75');
  await expect(row('Relecloud', 'missing')).toContainText('−52.50');
  await expect(row('Northwind', 'unknown')).toContainText('+10.00');
  await expect(page.getByRole('region', { name: 'The bill, in USD' })).toContainText('Not decided');

  await page.getByRole('combobox', { name: 'Cause' }).selectOption({ label: 'quantity · 1 · −78.75 USD' });
  await expect(page.getByText('5 seats were billed, there were 8.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'What should have been billed' })).toContainText('prices.csv row 3');
  await expect(page.getByRole('table', { name: 'What was billed' })).toContainText('october.csv, row 8');
  await page.getByRole('button', { name: 'Explain' }).press('Enter');
  await expect(page.getByText('Write in the note what explains it.')).toBeVisible();
  await page.getByLabel('Note').fill('The distributor knows');
  await page.getByRole('button', { name: 'Dispute', exact: true }).press('Enter');
  await expect(row('Tailspin', 'disputed')).toHaveCount(1);
  await expect(page.getByText('disputed: The distributor knows')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect(row('Tailspin', 'disputed')).toHaveCount(0);
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
});
