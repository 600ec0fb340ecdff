import { createHash } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInDark } from './support/axe.ts';
import { addFiles, detailsOf, fileOf, lineOf, ownFile, type TestFile } from './support/files.ts';
import { expect, test } from './support/profile.ts';
import {
  deleteFolder,
  flipBytes,
  garblePointer,
  loseLargeRecords,
  loseManifest,
  cutLargeRecords,
  truncateLog,
} from './support/storage-faults.ts';

const SHEET = fileOf(
  'portfolio.csv',
  `SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate\n${Array.from({ length: 400 }, (_, i) => `sub-${String(i)},CFQ7TTC0AAAA,1,25,P1Y,Annual,2026-12-31\n`).join('')}`,
);

/** Imports two files and waits until both are stored. */
async function fill(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, ownFile('prices.csv'), SHEET);
  await expectStored(page);
}

async function expectStored(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  for (const file of ['prices.csv', 'portfolio.csv']) await expect(lineOf(page, file)).toBeVisible();
}

/** Makes a backup and gives it as a file to restore. */
async function backup(page: Page): Promise<TestFile> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up…' }).click();
  const file = await download;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return fileOf(file.suggestedFilename(), Buffer.concat(chunks));
}

async function restore(page: Page, file: TestFile): Promise<void> {
  await page.getByText('Restore a backup…').locator('input').setInputFiles([file]);
  const dialog = page.getByRole('dialog', { name: /^Restore “/ });
  await expect(dialog).toContainText('The backup is whole. It holds 2 files');
  await dialog.getByRole('button', { name: 'Replace everything' }).press('Enter');
}

/** How far the check of the stored chunks is. */
function checked(page: Page): Locator {
  return page.locator('dl > div').filter({ hasText: 'Chunks checked' }).locator('dd');
}

/** Faults of which others of the same family stay in `npm test`. */
const SOAK = { tag: '@soak' };

const faults = [
  ['the log was cut off', truncateLog, 'The database opens, but the data in it is gone', SOAK],
  ['bytes were flipped', flipBytes, 'The stored data was damaged, and the browser threw it away', SOAK],
  ['the manifest is lost', loseManifest, 'The browser cannot open its stored data', SOAK],
  [
    'the pointer file is garbage',
    garblePointer,
    'The browser lost the way to its stored data, and threw it away',
    SOAK,
  ],
  ['the folder was deleted', deleteFolder, 'The browser has removed your data', SOAK],
] as const;

for (const [fault, damage, title, details] of faults) {
  test(`when ${fault}, it is named, and a backup brings everything back`, details, async ({ profile }) => {
    let page = await profile.open();
    await fill(page);
    const file = await backup(page);
    await profile.close();
    damage(profile.folder);

    page = await profile.open();
    await expect(page.getByRole('alert')).toContainText(title);
    await expect(page.getByRole('row', { name: /portfolio\.csv Subscriptions, sheet/ })).toBeVisible();
    await expect(page.getByText('The last backup was made today.')).toBeVisible();
    if (damage === truncateLog) await expectAccessible(page);
    if (damage === truncateLog) await expectAccessibleInDark(page);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText(title);

    await restore(page, file);
    await expectStored(page);
    await profile.close();
    page = await profile.open();
    await expectStored(page);
    await expect(page.getByRole('alert')).toBeHidden();
  });
}

test('when one chunk has changed, its file is damaged, the others stay usable, and the same file puts it back', async ({
  profile,
}) => {
  let page = await profile.open();
  await fill(page);
  await page.goto('about:blank');
  await page.goto(new URL('favicon.svg', profile.address).href);
  await page.evaluate(flipChunkOf, 'portfolio.csv');
  page = await profile.reopen();

  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await expect(lineOf(page, 'portfolio.csv')).toContainText('damaged');
  await expect(lineOf(page, 'prices.csv')).toContainText(/read/);
  const details = await detailsOf(page, 'portfolio.csv');
  await expect(details).toContainText('What the browser gave back is not what was stored');
  await expectAccessible(page);
  await expectAccessibleInDark(page);

  // Another file under the same name does not take its place.
  const choose = details.locator('input[type=file]');
  await choose.setInputFiles([fileOf('portfolio.csv', `${SHEET.buffer.toString()}\n`)]);
  await expect(details.getByText('This is not the file that was imported as “portfolio.csv”')).toBeVisible();
  await expect(lineOf(page, 'portfolio.csv').first()).toContainText('damaged');
  await choose.setInputFiles([SHEET]);
  await expect(lineOf(page, 'portfolio.csv').first()).toContainText(/400\s*400\s*0\s*0/);
  await page.reload();
  await expect(lineOf(page, 'portfolio.csv')).toContainText(/400\s*400\s*0\s*0/);
});

for (const [fault, damage, details] of [
  ['is gone', loseLargeRecords, {}],
  ['was cut', cutLargeRecords, SOAK],
] as const)
  test(
    `when a chunk ${fault} that is not read at the start, the check finds it, and the same file puts it back`,
    details,
    async ({ profile }) => {
      let page = await profile.open();
      const digits = (i: number): string => createHash('sha256').update(String(i)).digest('hex');
      const large = fileOf(
        'large.csv',
        `SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,Note\n${Array.from({ length: 4000 }, (_, i) => `sub-${String(i)},CFQ7TTC0AAAA,1,25,P1Y,Annual,2026-12-31,${digits(i)}\n`).join('')}`,
      );
      await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
      await addFiles(page, ownFile('prices.csv'), large);
      await page.getByRole('link', { name: 'Files', exact: true }).click();
      await expect(checked(page)).toHaveText(/^\s*(\d+) of \1\s*$/);
      await profile.close();
      damage(profile.folder);

      page = await profile.open();
      await page.getByRole('link', { name: 'Files', exact: true }).click();
      await expect(checked(page)).toHaveText(/^\s*(\d+) of \1, \d+ damaged\s*$/);
      await expect(lineOf(page, 'large.csv')).toContainText('damaged');
      await expect(lineOf(page, 'prices.csv')).toContainText(/read/);
      await expect(page.getByText(/“large\.csv” is damaged/)).toBeVisible();
      const details = await detailsOf(page, 'large.csv');
      await expect(details).toContainText('What the browser gave back is not what was stored');
      await details.locator('input[type=file]').setInputFiles([large]);
      await expect(lineOf(page, 'large.csv').first()).toContainText(/4,000/);
      await expect(checked(page)).toHaveText(/^\s*(\d+) of \1\s*$/);
    },
  );

/** In the page: changes a byte in the middle of each part of a dataset. */
async function flipChunkOf(file: string): Promise<void> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(request.error?.message));
      };
    });
  const db = await asked(indexedDB.open('termwise'));
  const stores = db.transaction(['datasets', 'parts'], 'readwrite');
  const manifests = (await asked(stores.objectStore('datasets').getAll())) as {
    batch: string;
    info: { file: string };
  }[];
  const batch = manifests.find(({ info }) => info.file === file)?.batch ?? '';
  const parts = (await asked(stores.objectStore('parts').getAll(IDBKeyRange.bound([batch, 0], [batch, 1e9])))) as {
    bytes: ArrayBuffer;
  }[];
  for (const part of parts) {
    const bytes = new Uint8Array(part.bytes);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    stores.objectStore('parts').put(part);
  }
  await new Promise((resolve) => (stores.oncomplete = resolve));
  db.close();
}
