import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInDark } from './support/axe.ts';
import { addFiles, fileOf, lineOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const HEADER = 'Produkt;Produkt-ID;SKU ID;Bezeichnung;Laufzeit;Abrechnung;Währung;EK-Preis;UVP;Gültig ab;Gültig bis';
const PRICES = `${HEADER}\nContoso Post;CFQ7TTC0LDPB;0001;Contoso Post;P1Y;Monthly;EUR;1.008,50;1440;01.04.2026;31.12.2026\n`;
const list = fileOf('preise.csv', PRICES);

async function openWith(page: Page, address: string, ...files: Parameters<typeof addFiles>[1][]): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, ...files);
}

test('a distributor’s price list is mapped, remembered, taken away as a recipe and taken over again', async ({
  journeyUnderSink: { page, address },
}) => {
  await openWith(page, address, list);
  const dialog = page.getByRole('dialog', { name: /Which column is which in “preise.csv”/ });
  const kind = dialog.getByLabel('What the file is');
  await expect(kind).toHaveValue('0');
  await expect(kind.locator('option:checked')).toHaveText('Licence price list');
  await expect(dialog.getByText('Still needed: Market.')).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleInDark(page);

  // Another kind has other columns, and none of them leaves nothing to read.
  await kind.selectOption({ label: 'none of these: leave the file out' });
  await expect(dialog.getByRole('button', { name: 'Read the file this way' })).toBeDisabled();
  await expect(dialog.getByRole('group', { name: /Our columns/ })).toBeHidden();
  await kind.selectOption({ label: 'Customers' });
  await expect(dialog.getByLabel('Company name')).toBeVisible();
  await kind.selectOption({ label: 'Licence price list' });

  await dialog.getByLabel('Market', { exact: true }).selectOption({ label: 'one value for all rows…' });
  await dialog.getByLabel('Market, for all rows').fill('DE');
  await expect(dialog.getByRole('cell', { name: '1,008.5' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Read the file this way' }).press('Enter');
  const clinic = page.getByRole('dialog', { name: 'What was found in “preise.csv”' });
  await clinic.getByLabel('Do the same with every file that has this header').check();
  await clinic.getByRole('button', { name: 'Import with these repairs' }).press('Enter');
  await expect(clinic).toBeHidden();
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await expect(lineOf(page, 'preise.csv')).toContainText(/Licence price list, DE, EUR\s*1\s*1\s*0\s*0/);

  await page.getByRole('button', { name: 'Mappings…' }).click();
  const mappings = page.getByRole('dialog', { name: 'Remembered mappings' });
  await expect(mappings.getByRole('row', { name: /Produkt, Produkt-ID, SKU ID/ })).toContainText('Licence price list');
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  const download = page.waitForEvent('download');
  await mappings.getByRole('button', { name: 'Export all (recipe)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^termwise-.*mappings-\d{4}-\d\d-\d\d\.json$/);
  const stream = await file.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Buffer));
  await mappings.getByRole('button', { name: /Delete the mapping of/ }).click();
  await expect(mappings.getByText('Nothing is remembered yet.')).toBeVisible();
  await page.keyboard.press('Escape');

  // The header is unknown again, until the recipe comes along; even when it comes after the file.
  const next = fileOf('mai.csv', PRICES.replace('1.008,50', '1.108,50'));
  await addFiles(page, next);
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the file out' }).click();
  await expect(lineOf(page, 'mai.csv')).toContainText('waits for an answer');
  await addFiles(page, fileOf('recipe.json', Buffer.concat(parts)));
  await expect(lineOf(page, 'recipe.json')).toContainText('taken over');
  await expect(lineOf(page, 'mai.csv')).toContainText(/Licence price list, DE, EUR\s*1\s*1\s*0\s*0/);
});
