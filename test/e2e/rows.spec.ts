import { expectAccessible } from './support/axe.ts';
import { addFiles, detailsOf, fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const HEADER =
  'CustomerId,ProductId,SkuId,ChargeType,UnitPrice,EffectiveUnitPrice,BillableQuantity,Subtotal,Total,Currency,InvoiceNumber,Project code';
const ROWS = 70_000;
const idOf = (row: number): string => (row % 3 === 0 ? '007' : `c-${String(row)}`);
const line = (row: number): string =>
  `${idOf(row)},CFQ7TTC0LH18,0001,new,1.50,1.50,1,${String(row)}.20,${String(row)}.20,EUR,G1,P${String(row)}`;
const text = `${HEADER}\r\n${Array.from({ length: ROWS }, (_, row) => line(row)).join('\r\n')}\r\n`;

test('the rows of any file open in the grid, to the last one, with the columns that the user chooses, and leave as they came', async ({
  journeyUnderSink: { page, address },
}) => {
  test.setTimeout(120_000);
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, fileOf('recon.csv', text));
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  const details = await detailsOf(page, 'recon.csv');
  await details.getByRole('button', { name: 'Open rows' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rows of “recon.csv”' });
  await expect(dialog.getByText('70,000 rows as they were read')).toBeVisible();
  const grid = dialog.getByRole('grid');
  await expect(grid.getByText('c-1', { exact: true })).toBeVisible();
  await expectAccessible(page);

  // With the keyboard: from the buttons into the grid, then to its last cell, in a column that Termwise does not know.
  await dialog.getByRole('button', { name: 'Columns' }).focus();
  await page.keyboard.press('Tab');
  await expect(grid).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('columnheader', { name: /Project code/ })).toBeVisible();
  await expect(grid.getByText(`P${String(ROWS - 1)}`, { exact: true })).toBeVisible();

  await dialog.getByRole('button', { name: 'Columns' }).click();
  await dialog.getByRole('checkbox', { name: 'SkuId' }).uncheck();
  await expectAccessible(page);
  await expect(grid.getByRole('columnheader', { name: /SkuId/ })).toHaveCount(0);
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(grid).toBeInViewport();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download rows (CSV)' }).click();
  const stream = await (await download).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Buffer));
  expect(Buffer.concat(parts).toString() === `\uFEFF${text}`).toBe(true);
});
