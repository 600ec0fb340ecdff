import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';

/** A file as a test drops it. */
export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file of the given bytes. */
export function fileOf(name: string, content: string | Uint8Array): TestFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

/** One of `test/e2e/files`. */
export function ownFile(name: string): TestFile {
  return fileOf(name, readFileSync(new URL(`../files/${name}`, import.meta.url)));
}

/** The input of one of the importers' fixtures, under a name of its own. */
export function importerFile(folder: string, name: string): TestFile {
  const extension = name.slice(name.lastIndexOf('.'));
  return fileOf(name, readFileSync(new URL(`../../fixtures/importers/${folder}/input${extension}`, import.meta.url)));
}

/** Chooses files with the page's own input. */
export async function addFiles(page: Page, ...files: readonly TestFile[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
}

/** The line of a file on the Files screen. */
export function lineOf(page: Page, file: string): Locator {
  const name = basename(file);
  return page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
}

/** Opens the details of a file and gives them. */
export async function detailsOf(page: Page, file: string): Promise<Locator> {
  await page.getByRole('button', { name: file, exact: true }).click();
  return page.getByRole('region', { name: file, exact: true });
}
