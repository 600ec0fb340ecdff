/** The built app in a browser, for parts of the bench. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSite } from '../e2e/support/site.ts';
import { withPage } from './browser-page.ts';
import type { Finding } from './measure.ts';

export interface BuiltApp {
  readonly page: Page;
  /** The app's address. */
  readonly app: string;
  /** A folder for files, which is deleted afterwards. */
  readonly folder: string;
}

/** Needs a build and a browser; says so, and finds nothing, when one is missing. */
export async function withBuiltApp(
  part: string,
  measure: (app: BuiltApp) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  if (!existsSync(join(import.meta.dirname, '../../dist/index.html'))) {
    console.log(`skipped: ${part} needs a build (npm run build)`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'termwise-bench-'));
  const site = await startSite();
  try {
    return await withPage((page) => measure({ page, app: site.app, folder }));
  } finally {
    await site.close();
    rmSync(folder, { recursive: true });
  }
}
