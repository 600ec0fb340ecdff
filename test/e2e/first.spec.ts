import { expectAccessible, expectAccessibleInDark } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

test('the first screen says where the files come from, and hands out the template', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByText('Where do I get these files?').click();
  await expect(page.getByRole('row', { name: /Price list, licences/ })).toContainText('pricesheets');
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  for (const [button, name] of [
    ['Template (XLSX)', /\.xlsx$/],
    ['Template (CSV)', /\.csv$/],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    expect((await download).suggestedFilename()).toMatch(name);
  }
});

test('how to check the promise is explained, by keyboard and on a narrow screen', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto(address);
  const link = page.getByRole('button', { name: 'How to check this yourself' });
  await link.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('0 requests to other origins');
  await expect(dialog).toContainText("connect-src 'none'");
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the sample opens, and its traps lead to where they stand', async ({ journeyUnderSink: { page, address } }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await page.getByRole('button', { name: 'What is planted in the sample' }).click();
  const dialog = page.getByRole('dialog', { name: 'What is planted in the sample' });
  await expect(dialog.getByRole('listitem')).toHaveCount(20);
  await expectAccessible(page);
  await dialog.getByRole('link', { name: 'Show: A suspended subscription with auto-renew off' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/#\/portfolio$/);
});
