/** A customer is erased in the dialog: no record of the real browser's database holds them afterwards, and other tabs follow. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

/** Which of the words stand in what the browser stores: records, their bytes as texts, compressed files unpacked, notes. */
async function storedWords(page: Page, words: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (wanted) => {
    const texts: string[] = [localStorage, sessionStorage].map((notes) => JSON.stringify(Object.entries(notes)));
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('no answer'));
      });
    const bytes = (buffer: ArrayBuffer): void => {
      for (const encoding of ['utf-8', 'windows-1252', 'utf-16le'])
        texts.push(new TextDecoder(encoding).decode(buffer));
    };
    const take = async (value: unknown): Promise<void> => {
      if (typeof value === 'string') texts.push(value);
      else if (value instanceof ArrayBuffer) {
        bytes(value);
        const [one, two] = new Uint8Array(value);
        if (one !== 0x1f || two !== 0x8b) return;
        const plain = new Blob([value]).stream().pipeThrough(new DecompressionStream('gzip'));
        bytes(await new Response(plain).arrayBuffer());
      } else if (value instanceof Map) for (const entry of value) await take(entry);
      else if (typeof value === 'object' && value !== null)
        for (const entry of Object.entries(value).flat()) await take(entry);
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name));
      const records: unknown[] = [];
      for (const table of db.objectStoreNames) {
        records.push(
          await asked(db.transaction(table).objectStore(table).getAll()),
          await asked(db.transaction(table).objectStore(table).getAllKeys()),
        );
      }
      db.close();
      await take(records);
    }
    return wanted.filter((word) => texts.some((text) => text.toLowerCase().includes(word.toLowerCase())));
  }, words);
}

test('a customer is erased from every stored byte, in all tabs', async ({ journeyUnderSink: { page, address } }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Scenarios' }).click();
  await page.getByRole('button', { name: 'New branch' }).press('Enter');
  await page.keyboard.type('Worst for Alpine Ski House');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  const other = await page.context().newPage();
  await other.goto(address);
  await expect(other.getByText('400 subscriptions', { exact: false }).first()).toBeVisible();

  await page.bringToFront();
  await page.getByRole('button', { name: 'Erase a customer…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Erase a customer' });
  await dialog.getByLabel('Find a customer').fill('alpine');
  const customer = dialog.getByLabel('Customer', { exact: true });
  await customer.selectOption({ index: 1 });
  const label = (await customer.locator('option:checked').textContent()) ?? '';
  const id = /\(([^)]+)\)/.exec(label)?.[1] ?? '';
  const words = ['Alpine Ski House', id, id.replaceAll('-', '')].filter((word) => word !== '');
  expect(id).toMatch(/^[0-9a-f-]{36}$/i);
  expect(await storedWords(page, words)).toStrictEqual(words.slice(0, 2));
  await dialog.getByRole('button', { name: 'Show what would go' }).press('Enter');
  await expect(dialog.getByRole('row', { name: /^Names of scenarios/ })).toContainText('1');
  await expectAccessible(page);
  await dialog.getByRole('checkbox').press('Space');
  await dialog.getByRole('button', { name: 'Erase for good' }).press('Enter');
  const done = page.getByRole('dialog', { name: 'The customer is erased' });
  await expect(done).toContainText(/[1-9]\d* rows in \d+ files/);
  expect(await storedWords(page, words)).toStrictEqual([]);
  await expect(other.getByText('384 subscriptions', { exact: false }).first()).toBeVisible();
  await done.getByRole('button', { name: 'Reload the page' }).press('Enter');
  await expect(page.getByText('384 subscriptions', { exact: false }).first()).toBeVisible();
  expect(await storedWords(page, words)).toStrictEqual([]);
  await page.getByRole('button', { name: 'customers.json' }).press('Enter');
  await expect(page.getByText(/1 row of one customer erased on/)).toBeVisible();
});
