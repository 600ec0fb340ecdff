/** The app in a browser as the long runs use it. */
import type { Page } from '@playwright/test';

const OPEN = /No workbook open|subscriptions? from \d+ files?/;

/** What the page's database holds. */
interface StoredInPage {
  readonly files: readonly string[];
  /** Parts that no dataset names. */
  readonly orphans: number;
  readonly parts: number;
}

/** Opens the app and waits until its workbook is open. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByText(OPEN).waitFor();
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
}

/** Chooses files with the page's own input, by their paths: the browser reads them from the disk, as a user's. */
export async function choose(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const expression = "document.querySelector('input[type=file]')";
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (result.objectId === undefined) throw new Error('no input for files');
  await session.send('DOM.setFileInputFiles', { files: [...files], objectId: result.objectId });
  await session.detach();
}

/** Waits until the figures come from that many files. */
export async function listed(page: Page, files: number): Promise<void> {
  await page.getByText(new RegExp(`from ${String(files)} files?`)).waitFor({ timeout: 120_000 });
}

/** Reads the page's database behind the app's back. */
export async function storedIn(page: Page): Promise<StoredInPage> {
  // `tsx` gives functions their names by a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (named) => named');
  return page.evaluate(readStore);
}

/** In the page. */
async function readStore(): Promise<StoredInPage> {
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
  const stores = db.transaction(['datasets', 'parts']);
  const manifests = (await asked(stores.objectStore('datasets').getAll())) as {
    batch: string;
    info: { file: string };
  }[];
  const keys = (await asked(stores.objectStore('parts').getAllKeys())) as [string, number][];
  db.close();
  const batches = new Set(manifests.map(({ batch }) => batch));
  return {
    files: manifests.map(({ info }) => info.file),
    orphans: keys.filter(([batch]) => !batches.has(batch)).length,
    parts: keys.length,
  };
}
