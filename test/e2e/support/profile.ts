/** A browser with a profile of its own on the disk, which outlives it: to be closed, damaged and opened again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type LaunchOptions, type Page, chromium } from '@playwright/test';
import { expect, test as base } from './fixtures.ts';

export interface Profile {
  readonly folder: string;
  /** The app's address. */
  readonly address: string;
  /** Starts the browser and opens the app in it. */
  readonly open: () => Promise<Page>;
  /** Closes the browser and opens the app in a new one. */
  readonly reopen: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

async function start(folder: string, options: LaunchOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...options,
    ...{ locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' },
    // As in playwright.config.ts: storing the app would cost every start a second.
    serviceWorkers: 'block',
  });
}

/** Playwright's `test` with a profile that is deleted at the end. */
export const test = base.extend<{ readonly profile: Profile }>({
  profile: async ({ launchOptions, site }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'termwise-profile-'));
    let context: BrowserContext | undefined;
    const close = async (): Promise<void> => {
      await context?.close();
      context = undefined;
    };
    const open = async (): Promise<Page> => {
      context = await start(folder, launchOptions);
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(site.app);
      return page;
    };
    await use({
      folder,
      address: site.app,
      open,
      close,
      reopen: async () => {
        await close();
        return open();
      },
    });
    await close();
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect };
