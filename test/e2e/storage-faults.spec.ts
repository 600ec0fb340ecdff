import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { addFiles, fileOf, lineOf, ownFile, type TestFile } from './support/files.ts';
import { expect, test } from './support/profile.ts';
import { deleteFolder, flipBytes, garblePointer, loseManifest, truncateLog } from './support/storage-faults.ts';

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

const faults = [
  ['the log was cut off', truncateLog, 'The database opens, but the data in it is gone'],
  ['bytes were flipped', flipBytes, 'The stored data was damaged, and the browser threw it away'],
  ['the manifest is lost', loseManifest, 'The browser cannot open its stored data'],
  ['the pointer file is garbage', garblePointer, 'The browser lost the way to its stored data, and threw it away'],
  ['the folder was deleted', deleteFolder, 'The browser has removed your data'],
] as const;

for (const [fault, damage, title] of faults) {
  test(`when ${fault}, it is named, and a backup brings everything back`, async ({ profile }) => {
    let page = await profile.open();
    await fill(page);
    const file = await backup(page);
    await profile.close();
    damage(profile.folder);

    page = await profile.open();
    await expect(page.getByRole('alert')).toContainText(title);
    await expect(page.getByRole('row', { name: /portfolio\.csv Subscriptions, sheet/ })).toBeVisible();
    await expect(page.getByText('The last backup was made today.')).toBeVisible();
    await expectAccessible(page);
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
