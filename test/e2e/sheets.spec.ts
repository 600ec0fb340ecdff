import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

/** A cell by its address, as it shows. */
function cell(page: Page, address: string): Locator {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  const column = letter.charCodeAt(0) - 63;
  const rows = page.getByRole('grid', { name: /^Cells of/ }).locator(`[aria-rowindex="${String(Number(row) + 1)}"]`);
  return rows.locator(`[role=gridcell][aria-colindex="${String(column)}"]`);
}

/** Types a text into each cell of a column, from the active one down. */
async function type(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

test('a sheet by keyboard: numbers, a formula filled down, an error, a block that spills, undo', async ({
  journeyUnderSink: { page, address },
}) => {
  // Axe looks at every cell that is drawn; a few are like all others.
  await page.setViewportSize({ width: 900, height: 480 });
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await page.getByRole('link', { name: 'Sheets' }).click();
  await page.getByRole('button', { name: 'New sheet', exact: true }).last().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Cells of Sheet 1' })).toBeVisible();
  await page.getByRole('grid', { name: 'Cells of Sheet 1' }).focus();

  await type(page, ['3', '1', '2', '0001', '12 %']);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await type(page, ['=A1*10']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+D');
  await expect(cell(page, 'B3')).toHaveText('20');
  await expect(cell(page, 'A4')).toHaveText('0001');
  await expect(cell(page, 'A5')).toHaveText('12%');

  // An error says why, a block fills the cells below and gives its own cell to change.
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
  await type(page, ['=A1/A9', '=SORT(A1:A3)']);
  await expect(cell(page, 'C1')).toHaveText('#DIV/0!');
  await expect(cell(page, 'C4')).toHaveText('3');
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('C1 #DIV/0!')).toBeVisible();
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown');
  await expect(page.getByText('C3 filled from C2')).toBeVisible();
  await page.keyboard.type('x');
  await expect(page.getByRole('alert').filter({ hasText: 'Filled by the formula in C2' })).toBeVisible();
  await expectAccessible(page);

  // Rows that come above move what the formulas read; undo takes them away again.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Insert 1 row above' }).press('Enter');
  await expect(cell(page, 'C5')).toHaveText('3');
  await page.keyboard.press('Control+Z');
  await expect(cell(page, 'C4')).toHaveText('3');
  await expect(cell(page, 'B3')).toHaveText('20');
  await page.keyboard.press('Control+Z');
  await expect(cell(page, 'C4')).toHaveText('');

  // The formula line completes names, and writes to the cell that it was begun for.
  const line = page.getByRole('combobox', { name: 'Formula line A1' });
  await line.focus();
  await line.fill('=SUM(Portf');
  await page.keyboard.type('o');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Seat');
  await page.keyboard.press('Enter');
  await page.keyboard.type(')>0');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'A1')).toHaveText('TRUE');

  // A block from another program.
  await page.getByRole('button', { name: 'New sheet from clipboard' }).focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: 'Paste here' });
  await box.evaluate((node) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Customer\tId\tSeats\r\nBakery\t0007\t1,250\r\nMill\t0012\t40\r\n');
    node.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('checkbox', { name: 'The first row holds headings' })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Limits');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Cells of Limits' })).toBeVisible();
  await expect(cell(page, 'B2')).toHaveText('0007');
  await expect(cell(page, 'C2')).toHaveText('1250');
});
