import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

test('a price change, a block of clauses and a notice, from the keyboard', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  await page.getByRole('link', { name: 'Who pays' }).click();
  const panel = async (name: string): Promise<void> => {
    await page.getByRole('group', { name: 'Part', exact: true }).getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };
  const rises = page.getByRole('region', { name: 'Price rises in USD' });
  const est = rises.getByRole('row', { name: /^EST/ });
  await expect(est).toBeVisible();
  const before = await est.innerText();

  // A bar filters, and the filter shows as a chip that takes it away again.
  await page
    .getByRole('figure', { name: 'Who pays, by customer' })
    .getByRole('button', { name: /absorbed/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(est).not.toHaveText(before, { useInnerText: true });
  await page.getByRole('button', { name: 'Remove all' }).press('Enter');
  await expect(est).toHaveText(before, { useInnerText: true });
  await expectAccessible(page);

  await panel('Price changes');
  const changes = page.getByRole('grid', { name: /^Price changes/ });
  await page.getByRole('button', { name: 'Add change' }).press('Enter');
  const extra = changes.getByRole('row').nth(1).getByRole('gridcell').nth(11);
  await expect(extra).toHaveText(/^\s*\+[\d,]+\.\d\d$/);
  const fivePercent = await extra.innerText();
  await changes.focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await expect(extra).not.toHaveText(fivePercent);
  await expect(extra).toHaveText(/^\s*\+[\d,]+\.\d\d$/);

  await panel('Clauses');
  const clauses = page.getByRole('grid', { name: /^Clauses/ });
  await page.getByRole('button', { name: 'Paste a block…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Paste clauses' });
  await dialog.getByRole('textbox').evaluate((box) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Customer\tPass-through\tNotice days\nCoho Winery\tyes\t45\nNobody Ltd\tyes\t10\n');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(dialog.getByText('1 matched')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Nobody Ltd/ })).toContainText('No customer of the portfolio');
  await dialog.getByRole('button', { name: 'Take over' }).press('Enter');
  await expect(clauses.getByRole('row', { name: /Coho Winery/ })).toContainText('45');

  await panel('Notices');
  const notices = page.getByRole('grid', { name: 'Notice letters' });
  await expect(notices.getByRole('row').nth(1)).toContainText(/overdue|given too late/);
  await expect(page.getByText(/^\d+ overdue, \d+ due$/)).toBeVisible();
  await expectAccessible(page);

  // Each change was a step of its own.
  await page.getByRole('button', { name: /^Undo: Paste clauses of 1 customer/ }).press('Enter');
  await panel('Clauses');
  await expect(clauses.getByRole('row', { name: /Coho Winery/ })).not.toContainText('45');
});
