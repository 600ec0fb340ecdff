/** Files that hold the same days twice are asked about before they count, and gaps between months are shown. */
import { expectAccessible, expectAccessibleInDark } from './support/axe.ts';
import { addFiles, detailsOf, fileOf, lineOf, type TestFile } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const HEADER = 'CustomerId,UsageDate,MeterId,ResourceUri,Quantity,BillingPreTaxTotal,BillingCurrency';

function usage(name: string, month: string, from: number, to: number): TestFile {
  const days = Array.from({ length: to - from + 1 }, (_, i) => `${month}-${String(from + i).padStart(2, '0')}`);
  return fileOf(name, `${[HEADER, ...days.map((day) => `c-1,${day},meter,/r/vm,24,100.25,EUR`)].join('\n')}\n`);
}

test('days that are there already are asked about, and the newer file may take the older one’s place', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, usage('june-so-far.csv', '2026-06', 1, 14));
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await expect(lineOf(page, 'june-so-far.csv')).toContainText(/Daily rated usage, unbilled\s*14\s*14\s*0\s*0/);

  await addFiles(page, usage('june.csv', '2026-06', 1, 30));
  const dialog = page.getByRole('dialog', { name: '“june.csv” has rows that are there already' });
  await expect(dialog.getByRole('row', { name: /june-so-far\.csv/ })).toContainText(
    /14 days.*14.*1,403\.50 EUR.*100.*0/,
  );
  await expect(dialog.getByText('The new file covers every day of “june-so-far.csv”')).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await dialog.getByRole('button', { name: 'Leave the new file out' }).press('Enter');
  await expect(lineOf(page, 'june.csv')).toContainText('waits for an answer');

  await (await detailsOf(page, 'june.csv')).getByRole('button', { name: 'Answer the question…' }).press('Enter');
  await dialog.getByRole('button', { name: 'Replace the older file' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(lineOf(page, 'june.csv')).toContainText(/30\s*30\s*0\s*0/);
  await expect(lineOf(page, 'june-so-far.csv')).toBeHidden();
  const details = await detailsOf(page, 'june.csv');
  await expect(details.getByText(/30 days with rows, 1 customer/)).toBeVisible();
  await expect(details.getByRole('row', { name: /Same period twice/ })).toContainText('with “june-so-far.csv”');

  await addFiles(page, usage('august.csv', '2026-08', 1, 31));
  const august = await detailsOf(page, 'august.csv');
  await expect(august.getByText(/No file is about July 2026, between “june.csv” and “august.csv”/)).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleInDark(page);
});
