import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { addFiles, fileOf, lineOf, ownFile } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const WRITING = 'Another tab is writing; changes here are off.';

async function nameOf(page: Page): Promise<string> {
  return page.getByRole('textbox', { name: 'Name of the workbook' }).inputValue();
}

test('of two tabs one writes, the other follows, and they change over without losing a word', async ({
  journeyUnderSink: { page: first, address },
}) => {
  await first.goto(address);
  await expect(first.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(first, ownFile('prices.csv'));
  const name = first.getByRole('textbox', { name: 'Name of the workbook' });
  await name.fill('November');
  await name.press('Enter');

  const second = await first.context().newPage();
  await second.goto(`${address}#/files`);
  await expect(second.getByText(WRITING)).toBeVisible();
  await expect(lineOf(second, 'prices.csv')).toBeVisible();
  await expect(second.getByRole('textbox', { name: 'Name of the workbook' })).toBeDisabled();
  await expectAccessible(second);

  // What the first does is seen in the second, the name too.
  await addFiles(first, ownFile('subscriptions.json'));
  await name.fill('December');
  await name.press('Enter');
  await expect(lineOf(second, 'subscriptions.json')).toBeVisible();
  await expect.poll(() => nameOf(second)).toBe('December');

  // Typed a moment before the other takes over: it is stored first.
  await name.fill('January');
  await name.press('Enter');
  await second.getByRole('button', { name: 'Take over' }).press('Enter');
  await expect(second.getByText(WRITING)).toBeHidden();
  await expect(first.getByText(WRITING)).toBeVisible();
  await expect.poll(() => nameOf(second)).toBe('January');

  // A drop in the tab that follows is refused with the reason.
  await addFiles(first, fileOf('late.csv', 'SubscriptionId\n'));
  await expect(first.getByText(WRITING)).not.toHaveCount(0);

  // When the writer is gone, the other may write at once.
  await second.close();
  await expect(first.getByRole('textbox', { name: 'Name of the workbook' })).toBeEnabled();
  await first.reload();
  await expect.poll(() => nameOf(first)).toBe('January');
});

test('a database that is deleted while the page is open is told, and opening again starts from what is known', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, ownFile('prices.csv'));
  await expect(page.getByRole('link', { name: 'Files', exact: true })).toBeVisible();
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('termwise').onsuccess = resolve;
      }),
  );
  await expect(page.getByRole('alert')).toContainText('The stored data was cleared while this page was open');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open again' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('The browser has removed your data');
  await page.getByRole('button', { name: 'Go on without them…' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Go on without them' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
});

test('a page that comes back from the cache opens its data again', async ({ journeyUnderSink: { page, address } }) => {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, ownFile('prices.csv'));
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  const other = await page.context().newPage();
  await other.goto(`${address}#/files`);
  await expect(lineOf(other, 'prices.csv')).toBeVisible();
  // A sleeping page holds nobody up.
  await expect(other.getByText(WRITING)).toBeHidden();
  await other.close();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  // The browser may give the other tab's lock back a moment later: until then the drop is refused in words.
  await expect(async () => {
    await addFiles(page, ownFile('subscriptions.json'));
    await expect(lineOf(page, 'subscriptions.json')).toBeVisible({ timeout: 3000 });
  }).toPass();
});

test('while an older tab does not let go, the page says so and goes on by itself', async ({
  journeyUnderSink: { page, address },
}) => {
  const older = await page.context().newPage();
  await older.goto(new URL('favicon.svg', address).href);
  await older.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('termwise', 1).onsuccess = resolve;
      }),
  );
  await page.goto(address);
  await expect(page.getByText('Close the other tabs; this one goes on by itself.')).toBeVisible();
  await older.close();
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
});

test('a backup that is dropped is offered, and one that was cut is refused', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, ownFile('prices.csv'));
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Backup of the workbook (.termwise)' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const backup = Buffer.concat(chunks);
  await expect(page.getByText('There is no backup yet.')).toBeHidden();
  await addFiles(page, ownFile('subscriptions.json'));
  await expect(page.getByText('Files came in since the last backup.')).toBeVisible();

  await addFiles(page, fileOf('cut.termwise', backup.subarray(0, backup.length - 100)));
  await expect(page.getByText(/cut\.termwise: This backup is cut off .*Nothing was changed\./)).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();

  await addFiles(page, fileOf('march.termwise', backup));
  const dialog = page.getByRole('dialog', { name: 'Restore “march.termwise”?' });
  await expect(dialog).toContainText('Everything that is open now (2 files');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(lineOf(page, 'subscriptions.json')).toBeVisible();
  await addFiles(page, fileOf('march.termwise', backup));
  await dialog.getByRole('button', { name: 'Replace everything' }).press('Enter');
  await expect(lineOf(page, 'subscriptions.json')).toBeHidden();
  await expect(lineOf(page, 'prices.csv')).toBeVisible();
  await page.reload();
  await expect(lineOf(page, 'prices.csv')).toBeVisible();
});
