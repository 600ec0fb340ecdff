/** In Chromium, on the built app: drop to queryable, and the main thread's long tasks while it imports and recalculates. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { findBrowser, missingBrowserAdvice } from '../../bin/find-browser.mjs';
import { makeDay } from '../../src/core/days.ts';
import { makeBook, makeSample } from '../../src/sample/index.ts';
import { startSite } from '../e2e/support/site.ts';
import { type Finding, atMost } from './measure.ts';
import { largePriceList } from './price-list/list.ts';

const AS_OF = makeDay(2026, 11, 22) ?? 0;
const SUBSCRIPTIONS = 100_000;
const DROP_LIMIT_MS = 400;
const TASK_LIMIT_MS = 50;
const PATIENCE_MS = 120_000;

declare global {
  interface Window {
    /** Durations of the long tasks seen so far, in milliseconds. */
    benchTasks: number[];
  }
}

/** Runs in the page before its own scripts. */
function observeLongTasks(): void {
  window.benchTasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.benchTasks.push(entry.duration);
  });
  observer.observe({ type: 'longtask', buffered: true });
}

/** What the page shows that the benchmark acts on. */
const screen = {
  fileInput: (page: Page) => page.locator('input[type=file]').first(),
  /** The row of an imported file on the Files screen, there once it is stored. */
  importedFile: (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first(),
  asOf: (page: Page) => page.getByLabel(/as-of/i).first(),
  /** Present while a recalculation runs. */
  busy: (page: Page) => page.locator('[aria-busy=true]'),
};

async function dropAndWait(page: Page, file: string, name: string): Promise<number> {
  const start = performance.now();
  await screen.fileInput(page).setInputFiles(file);
  await screen.importedFile(page, name).waitFor({ timeout: PATIENCE_MS });
  return performance.now() - start;
}

/** The longest main-thread task since the last call. */
async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const longest = Math.max(0, ...window.benchTasks);
    window.benchTasks.length = 0;
    return longest;
  });
}

function writeInputs(folder: string): { warm: string; list: string; portfolio: string } {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const [warm] = makeSample({ asOf: AS_OF, subscriptions: 0 });
  const book = makeBook({ asOf: AS_OF, seed: 1, subscriptions: SUBSCRIPTIONS, twoMarkets: false });
  return {
    warm: write('warm.csv', warm?.text ?? ''),
    list: write('list.csv', largePriceList()),
    portfolio: write('portfolio.csv', [...book.portfolioCsvChunks()].join('')),
  };
}

async function measure(page: Page, address: string, folder: string): Promise<readonly Finding[]> {
  const files = writeInputs(folder);
  await page.addInitScript(observeLongTasks);
  await page.goto(address);
  await dropAndWait(page, files.warm, 'warm.csv');
  const drop = await dropAndWait(page, files.list, 'list.csv');
  await longestTask(page);
  await dropAndWait(page, files.portfolio, 'portfolio.csv');
  const importing = await longestTask(page);
  await screen.asOf(page).fill('2026-12-15');
  await screen.busy(page).waitFor({ state: 'detached', timeout: PATIENCE_MS });
  const recalculating = await longestTask(page);
  return [
    atMost('browser: 2 MB price list, drop to queryable, ms', drop, DROP_LIMIT_MS, 'warm worker'),
    atMost(
      'browser: longest task while importing, ms',
      importing,
      TASK_LIMIT_MS,
      `${String(SUBSCRIPTIONS)} subscriptions`,
    ),
    atMost('browser: longest task while recalculating, ms', recalculating, TASK_LIMIT_MS, 'another as-of'),
  ];
}

/** Needs a build and a browser; says so when one is missing. */
export async function benchBrowser(): Promise<readonly Finding[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined || !existsSync(join(import.meta.dirname, '../../dist/index.html'))) {
    console.log(`skipped: the browser part needs a build (npm run build) and a browser. ${missingBrowserAdvice}`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'termwise-bench-'));
  const site = await startSite();
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    return await measure(await browser.newPage(), site.app, folder);
  } finally {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  }
}
