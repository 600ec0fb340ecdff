import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInDark } from './support/axe.ts';
import { addFiles, fileOf, lineOf, ownFile } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const WRITING = 'Another tab is writing; changes here are off.';

async function nameOf(page: Page): Promise<string> {
  return page.getByRole('textbox', { name: 'Name of the workbook' }).inputValue();
}

/** Where it is said that another tab writes: on top of every screen, before what is said beside the controls. */
function said(page: Page): Locator {
  return page.getByText(WRITING).first();
}

function fileInput(page: Page, text: string): Locator {
  return page.locator('label').filter({ hasText: text }).locator('input[type=file]');
}

/** Yes and no of each SKU that may be an EST offer. */
function twinChoices(page: Page): Locator {
  return page.getByRole('group').getByRole('button', { name: /^(Yes, EST|No)$/ });
}

/** What a user does who clears the data of the site. */
async function clearData(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('termwise').onsuccess = resolve;
      }),
  );
}

/** How many locks the tabs of the app hold together. */
async function locksHeld(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0);
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
  await expect(said(second)).toBeVisible();
  await expect(lineOf(second, 'prices.csv')).toBeVisible();
  await expect(second.getByRole('textbox', { name: 'Name of the workbook' })).toBeDisabled();
  await expectAccessible(second);
  await expectAccessibleInDark(second);

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
  await expect(said(second)).toBeHidden();
  await expect(said(first)).toBeVisible();
  await expect.poll(() => nameOf(second)).toBe('January');

  // A drop in the tab that follows is refused with the reason.
  await first.getByRole('link', { name: 'Portfolio', exact: true }).click();
  await first.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['SubscriptionId\n'], 'late.csv'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  await expect(first.getByRole('alert').filter({ hasText: WRITING })).toBeVisible();

  // When the writer is gone, the other may write at once.
  await second.close();
  await expect(first.getByRole('textbox', { name: 'Name of the workbook' })).toBeEnabled();
  await first.reload();
  await expect.poll(() => nameOf(first)).toBe('January');
});

test('in a tab that follows, whatever would change the workbook is off, and a sentence says why', async ({
  journeyUnderSink: { page: writer, address },
}) => {
  const prices = ownFile('prices.csv').buffer.toString();
  const [, monthly = ''] = prices.split('\n');
  const twin = monthly.replace(',0001,', ',0002,').replace(',USD,12,', ',USD,13,');
  const subscription = 'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate\nsub-1,CFQ7TTC0AAAA,1,25,P1Y,Annual,2026-12-31\n'; // prettier-ignore
  await writer.goto(address);
  await expect(writer.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(writer, fileOf('prices.csv', `${prices}${twin}\n`), fileOf('portfolio.csv', subscription));
  await writer.getByRole('link', { name: 'Files', exact: true }).click();
  await expect(twinChoices(writer).first()).toBeEnabled();

  const page = await writer.context().newPage();
  await page.goto(`${address}#/files`);
  await expect(said(page)).toBeVisible();
  await expect(twinChoices(page).first()).toBeVisible();
  await page
    .getByRole('row')
    .getByRole('button', { name: /\.csv$/ })
    .first()
    .click();
  const onFiles = [
    ...[fileInput(page, 'Add files…'), fileInput(page, 'Restore…'), fileInput(page, 'Replace…')],
    ...['Delete everything…', 'Rename…', 'Delete…'].map((name) => page.getByRole('button', { name, exact: true })),
    page.getByRole('textbox', { name: 'Name of the workbook' }),
    ...(await twinChoices(page).all()),
  ];
  for (const control of onFiles) await expect(control).toBeDisabled();
  await expect(page.getByRole('complementary').getByText(WRITING)).toBeVisible();

  await page.getByRole('link', { name: 'Exposure', exact: true }).click();
  const assumptions = page.getByRole('complementary', { name: 'Assumptions' });
  await expect(assumptions.getByText(WRITING)).toBeVisible();
  for (const name of ['Load…', 'Reset to defaults'])
    await expect(assumptions.getByRole('button', { name, exact: true })).toBeDisabled();
  for (const value of await assumptions.getByRole('textbox').all()) await expect(value).toBeDisabled();

  await page.getByRole('link', { name: 'Report', exact: true }).click();
  const title = page.getByRole('textbox', { name: 'Title', exact: true });
  await expect(title).toBeDisabled();
  await expect(title).toHaveAccessibleDescription(WRITING);
  await expectAccessible(page);
  await expectAccessibleInDark(page);

  // Once it writes itself, everything is on.
  await writer.close();
  await expect(title).toBeEnabled();
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await page
    .getByRole('row')
    .getByRole('button', { name: /\.csv$/ })
    .first()
    .click();
  for (const control of onFiles) await expect(control).toBeEnabled();
  await expect(said(page)).toBeHidden();
});

test('a database that is deleted while the page is open is told, and opening again starts from what is known', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, ownFile('prices.csv'));
  await expect(page.getByRole('link', { name: 'Files', exact: true })).toBeVisible();
  await clearData(page);
  await expect(page.getByRole('alert')).toContainText('The stored data was cleared while this page was open');
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await page.getByRole('button', { name: 'Open again' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('The browser has removed your data');
  await page.getByRole('button', { name: 'Go on without them…' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Go on without them' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
});

test('after data was cleared, a locked backup can be restored at once, or a new workbook begun', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, ownFile('prices.csv'));
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await page.getByRole('button', { name: 'Back up, locked…' }).click();
  const lock = page.getByRole('dialog', { name: 'Lock with a passphrase' });
  await lock.getByLabel('Passphrase').fill('seven green ladders');
  await lock.getByLabel('The same again').fill('seven green ladder');
  await lock.getByRole('button', { name: 'Lock and save' }).click();
  await expect(lock).toContainText('The two are not the same.');
  await expect(lock.getByRole('status')).toContainText(/Strength: (good|strong)/);
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await lock.getByLabel('The same again').fill('seven green ladders');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/\.termwise-locked$/);
  const backup = await readFile(await saved.path());
  expect(backup.includes('prices.csv')).toBe(false);

  await clearData(page);
  await expect(page.getByRole('alert')).toContainText('The stored data was cleared while this page was open');
  await fileInput(page, 'Restore a backup…').setInputFiles([fileOf('back.termwise-locked', backup)]);
  await page.getByRole('dialog').getByLabel('Passphrase').fill('seven green ladder');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('It does not open');
  await page.getByRole('dialog').getByLabel('Passphrase').fill('seven green ladders');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Replace everything' }).press('Enter');
  await expect(lineOf(page, 'prices.csv')).toBeVisible();
  await page.reload();
  await expect(lineOf(page, 'prices.csv')).toBeVisible();

  await clearData(page);
  await page.getByRole('button', { name: 'Delete everything and start anew…' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete and start anew' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, ownFile('subscriptions.json'));
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await expect(lineOf(page, 'subscriptions.json')).toBeVisible();
  await page.reload();
  await expect(lineOf(page, 'subscriptions.json')).toBeVisible();
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
  await expect(said(other)).toBeHidden();
  await other.close();
  // The browser gives the other tab's lock back a moment later.
  await expect.poll(() => locksHeld(page)).toBe(0);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect.poll(() => locksHeld(page)).toBeGreaterThan(0);
  await addFiles(page, ownFile('subscriptions.json'));
  await expect(lineOf(page, 'subscriptions.json')).toBeVisible();
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
  await expectAccessibleInDark(page);
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(lineOf(page, 'subscriptions.json')).toBeVisible();
  await addFiles(page, fileOf('march.termwise', backup));
  await dialog.getByRole('button', { name: 'Replace everything' }).press('Enter');
  await expect(lineOf(page, 'subscriptions.json')).toBeHidden();
  await expect(lineOf(page, 'prices.csv')).toBeVisible();
  await page.reload();
  await expect(lineOf(page, 'prices.csv')).toBeVisible();
});
