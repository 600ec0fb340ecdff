import { expectAccessible } from './support/axe.ts';
import { addFiles, detailsOf, fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const HEADER =
  'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,Segment,Market,Currency,Cost centre';
const ROWS = [
  's1,CFQ7TTC0LH18,0001,5,P1Y,Annual,2026-12-31,Commercial,DE,EUR,007',
  's2,CFQ7TTC0LH18,0001,5,P1Y,Annual,2026-12-31,Commercial,DE,EUR,1E5',
];
const list = fileOf('list.csv', `${HEADER}\n${ROWS.join('\n')}\n`);

test('a column that Termwise does not know shows in the sheet when asked for, after a reload too, and leaves as it came', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, list);
  await page.getByRole('link', { name: 'Portfolio', exact: true }).click();
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByRole('menuitem', { name: 'Columns…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Cost centre' }).check();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  // Ctrl+End goes to the last cell, which is the new column's.
  const grid = page.getByRole('grid');
  await grid.getByRole('gridcell', { name: 's1' }).click();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('columnheader', { name: /Cost centre/ })).toBeVisible();
  await expect(grid.getByText('007', { exact: true })).toBeVisible();
  await expect(grid.getByText('1E5', { exact: true })).toBeVisible();

  await page.reload();
  await grid.getByRole('gridcell', { name: 's1' }).click();
  await page.keyboard.press('Control+End');
  await expect(grid.getByText('1E5', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Files', exact: true }).click();
  const details = await detailsOf(page, 'list.csv');
  const download = page.waitForEvent('download');
  await details.getByRole('button', { name: 'Download rows (CSV)' }).click();
  const stream = await (await download).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Buffer));
  expect(Buffer.concat(parts).toString()).toBe(`\uFEFF${HEADER}\r\n${ROWS.join('\r\n')}\r\n`);
});
