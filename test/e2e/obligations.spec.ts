import { expectAccessible } from './support/axe.ts';
import { addFiles, fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';
import { yearOfInvoices } from './support/year-of-invoices.ts';

test('a role is held against its floor by keyboard: what if a customer leaves, requirements, models side by side', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  const billed = yearOfInvoices({ Contoso: '60000.00', Fabrikam: '24000.50' }, '2025-11');
  await addFiles(page, fileOf('year.csv', billed));
  await page.getByLabel('As of', { exact: true }).fill('2026-11-10');
  const sheets = page.getByRole('navigation', { name: 'Sheets' });
  await sheets.getByRole('link', { name: 'Obligations' }).press('Enter');
  await page.getByRole('button', { name: 'Role and floors' }).press('Enter');
  await expect(page.getByRole('heading', { name: /^Which role do you have/ })).toBeVisible();
  await page.getByLabel('Role', { exact: true }).selectOption('Direct bill');
  const kpis = page.getByRole('region', { name: 'Where the role stands' });
  await expect(kpis).toContainText('1,008,006.00');
  await page.getByRole('button', { name: 'Your facts' }).press('Enter');
  await page.getByRole('grid', { name: 'What the floor is counted by' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('Feb');
  await page.keyboard.press('Enter');
  await expect(kpis).toContainText('by 28 Feb 2027');
  await page.getByRole('button', { name: 'Floor', exact: true }).press('Enter');
  await expect(page.getByRole('table', { name: 'Why' })).toContainText('comes out 8,006.00 USD above the floor');
  await expect(page.getByRole('figure')).toContainText('Never below the floor; closest to it in October 2026');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'What if', exact: true }).press('Enter');
  await page.getByLabel('Contoso leaves').press('Space');
  const without = page.getByRole('region', { name: 'Without those who leave' });
  // December to February without Contoso's 60,000.00 a month.
  await expect(without).toContainText('828,006.00');
  await expect(without).toContainText('December 2026');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Requirements', exact: true }).press('Enter');
  await page.getByLabel('Months as a transacting reseller').fill('12');
  await page.getByLabel('Months as a transacting reseller').press('Tab');
  await expect(page.getByRole('grid', { name: 'Requirements' })).toContainText('12 of 12');
  await expect(kpis).toContainText('8 requirements without a proof');

  await page.getByRole('button', { name: 'Licensing' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Licensing models', exact: true })).toContainText(
    'discontinued in 2022',
  );
  await page
    .getByRole('table', { name: /^The three roles/ })
    .getByRole('link', { name: 'R-141' })
    .press('Enter');
  await expect(page.getByRole('heading', { name: /R-141/ })).toBeFocused();
});
