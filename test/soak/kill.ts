/** Kills the browser at random moments of an import: afterwards all files of the drop are there, or none (two-phase import). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Page, chromium } from '@playwright/test';
import { findBrowser } from '../../bin/find-browser.mjs';
import { headers } from '../../bin/headers.mjs';
import { serve } from '../../bin/serve.mjs';
import { makeDay } from '../../src/core/days.ts';
import { makeBook, makeSample } from '../../src/sample/index.ts';

const SUBSCRIPTIONS = 60_000;
const MAX_WAIT = 15_000;
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-sync'];

/** The files of each drop, in a folder of their own. */
async function writeDrop(folder: string): Promise<readonly string[]> {
  const asOf = makeDay(2026, 11, 22) ?? 0;
  const lists = makeSample({ asOf, subscriptions: 0 }).filter(({ name }) => name.includes('LicenseBasedPL'));
  const portfolio = [...makeBook({ asOf, seed: 1, subscriptions: SUBSCRIPTIONS }).portfolioCsvChunks()].join('');
  const files = [...lists, { name: 'portfolio.csv', text: portfolio }];
  for (const { name, text } of files) await writeFile(join(folder, name), text);
  return files.map(({ name }) => join(folder, name));
}

async function open(profile: string, address: string): Promise<{ context: BrowserContext; page: Page }> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no browser');
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: flags });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await page.getByText(/No workbook open|subscriptions? from \d+ files?/).waitFor();
  return { context, page };
}

/** How many files the app has stored. */
async function storedFiles(page: Page): Promise<number> {
  const status = await page.getByText(/No workbook open|subscriptions? from \d+ files?/).innerText();
  return Number(/from (\d+) files?/.exec(status)?.[1] ?? '0');
}

/** Ends every process of the browser at once, as a power cut would. */
async function kill(context: BrowserContext, profile: string): Promise<void> {
  const { execFileSync } = await import('node:child_process');
  execFileSync('pkill', ['-9', '-f', `user-data-dir=${profile}`]);
  await context.close().catch(() => undefined);
  await rm(join(profile, 'SingletonLock'), { force: true });
}

/** Runs the cycles; gives how many drops survived whole and how many left nothing. Throws on a half one. */
export async function killCycles(cycles: number): Promise<{ readonly whole: number; readonly none: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'termwise-kill-'));
  const server = await serve([{ root: 'dist', base: '/', headers }], 0);
  const outcome = { whole: 0, none: 0 };
  try {
    const drop = await writeDrop(folder);
    for (let cycle = 0; cycle < cycles; cycle++) {
      const profile = join(folder, `profile-${String(cycle)}`);
      const first = await open(profile, `${server.origin}/`);
      await first.page
        .locator('input[type=file]')
        .first()
        .setInputFiles([...drop]);
      await new Promise((done) => setTimeout(done, (MAX_WAIT * (cycle + 1)) / cycles));
      await kill(first.context, profile);
      const second = await open(profile, `${server.origin}/`);
      const files = await storedFiles(second.page);
      await second.context.close();
      await rm(profile, { recursive: true, force: true });
      if (files !== 0 && files !== drop.length) throw new Error(`a half drop: ${String(files)} files after a kill`);
      outcome[files === 0 ? 'none' : 'whole']++;
    }
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
  return outcome;
}
