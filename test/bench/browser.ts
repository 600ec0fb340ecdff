/** In Chromium, on the built app: drop to queryable, and the main thread's long tasks while it imports and recalculates. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeDay } from '../../src/core/days.ts';
import { makeBook, makeSample } from '../../src/sample/index.ts';
import { withBuiltApp } from './built-app.ts';
import { type Finding, atMost } from './measure.ts';
import { largePriceList } from './price-list/list.ts';

const AS_OF = makeDay(2026, 11, 22) ?? 0;
export const SUBSCRIPTIONS = 100_000;
/** Large lists dropped one after another; the first ones warm the app up. */
const LISTS = 8;
const WARM_UP = 3;
const DROP_LIMIT_MS = 400;
const TASK_LIMIT_MS = 50;
const FIRST_DRAWING_LIMIT_MS = 250;
/** Milliseconds without work after which the page has come to rest. */
const REST_MS = 1500;
const PATIENCE_MS = 120_000;

declare global {
  interface Window {
    /** Durations of the long tasks seen so far, in milliseconds. */
    benchTasks: number[];
    /** Milliseconds from the choice of a file until the table of files names it. */
    benchDrop: (name: string) => Promise<number>;
  }
}

/** Runs in the page before its own scripts. */
export function observePage(): void {
  window.benchTasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.benchTasks.push(entry.duration);
  });
  observer.observe({ type: 'longtask', buffered: true });
  window.benchDrop = (name) =>
    new Promise((resolve) => {
      document.addEventListener(
        'change',
        () => {
          const start = performance.now();
          const mutations = new MutationObserver(() => {
            const names = [...document.querySelectorAll('main tbody button')];
            if (!names.some(({ textContent }) => textContent.includes(name))) return;
            mutations.disconnect();
            resolve(performance.now() - start);
          });
          mutations.observe(document, { subtree: true, childList: true, characterData: true });
        },
        { capture: true, once: true },
      );
    });
}

/** Runs in the page. */
function isCalculating(): boolean {
  return document.querySelector('.app > :last-child')?.textContent.includes('Calculating') ?? true;
}

export async function drop(page: Page, folder: string, name: string): Promise<number> {
  const listed = page.evaluate((wanted) => window.benchDrop(wanted), name);
  await page.locator('input[type=file]').first().setInputFiles(join(folder, name));
  return listed;
}

/** The longest main-thread task since the last call, once the page has come to rest. */
export async function longestTask(page: Page): Promise<number> {
  // Playwright's own waiting searches the whole document in every frame, which would be measured too.
  do await page.waitForTimeout(REST_MS);
  while (await page.evaluate(isCalculating));
  return page.evaluate(() => {
    const longest = Math.max(0, ...window.benchTasks);
    window.benchTasks.length = 0;
    return longest;
  });
}

export async function open(page: Page, screen: string): Promise<void> {
  await page.getByRole('link', { name: screen, exact: true }).click();
  await page.getByRole('grid').first().waitFor({ timeout: PATIENCE_MS });
}

async function changeAsOf(page: Page, asOf: string): Promise<number> {
  await page.getByLabel(/^as of/i).fill(asOf);
  return longestTask(page);
}

/** Names of the files in a folder. */
export interface Inputs {
  readonly folder: string;
  /** The prices of the portfolio's products. */
  readonly prices: readonly string[];
  readonly lists: readonly string[];
  readonly portfolio: string;
}

/** Writes the inputs of the measurement into a folder. */
export function writeInputs(folder: string): Inputs {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  const sample = makeSample({ asOf: AS_OF, subscriptions: 0 });
  const list = largePriceList();
  const book = makeBook({ asOf: AS_OF, seed: 1, subscriptions: SUBSCRIPTIONS, twoMarkets: false });
  return {
    folder,
    prices: sample.filter(({ name }) => name.includes('_US')).map(({ name, text }) => write(name, text)),
    // Lists with the same bytes would be noticed and not stored again.
    lists: Array.from({ length: LISTS }, (_, i) => write(`list-${String(i)}.csv`, `${list}${'\r\n'.repeat(i)}`)),
    portfolio: write('portfolio.csv', [...book.portfolioCsvChunks()].join('')),
  };
}

function task(name: string, ms: number, limit: number): Finding {
  return atMost(`browser: longest task, ${name}, ms`, ms, limit, `${String(SUBSCRIPTIONS)} subscriptions`);
}

async function measureDrops(page: Page, { folder, prices, lists }: Inputs): Promise<Finding> {
  for (const name of prices) await drop(page, folder, name);
  const times: number[] = [];
  for (const name of lists) times.push(await drop(page, folder, name));
  const warm = times.slice(WARM_UP).sort((a, b) => a - b);
  const name = 'browser: 2 MB price list, drop to queryable, ms';
  const drops = times.map((ms) => ms.toFixed(0)).join(', ');
  return atMost(name, warm[warm.length >> 1] ?? NaN, DROP_LIMIT_MS, `drops: ${drops}; median from the fourth on`);
}

async function measureTasks(page: Page, { folder, portfolio }: Inputs): Promise<readonly Finding[]> {
  await longestTask(page);
  await drop(page, folder, portfolio);
  const importing = await longestTask(page);
  await open(page, 'Exposure');
  const drawing = await longestTask(page);
  const exposure = await changeAsOf(page, '2026-12-15');
  await open(page, 'Portfolio');
  await longestTask(page);
  const sheet = await changeAsOf(page, '2027-01-15');
  return [
    task('import', importing, TASK_LIMIT_MS),
    task('first drawing of the charts', drawing, FIRST_DRAWING_LIMIT_MS),
    task('another as-of, charts', exposure, TASK_LIMIT_MS),
    task('another as-of, sheet', sheet, TASK_LIMIT_MS),
  ];
}

export function benchBrowser(): Promise<readonly Finding[]> {
  return withBuiltApp('the browser part', async ({ page, app, folder }) => {
    const inputs = writeInputs(folder);
    await page.addInitScript(observePage);
    await page.goto(`${app}#/files`);
    return [await measureDrops(page, inputs), ...(await measureTasks(page, inputs))];
  });
}
