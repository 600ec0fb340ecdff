/** In Chromium, on the built app: from the click on _Run trials_ to the first picture of them, and the longest task meanwhile. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeDay } from '../../../src/core/days.ts';
import { makeBook, makeSample } from '../../../src/sample/index.ts';
import { withBuiltApp } from '../built-app.ts';
import { type Finding, atMost } from '../measure.ts';

const AS_OF = makeDay(2026, 11, 22) ?? 0;
const SUBSCRIPTIONS = 10_000;
const TRIALS = 10_000;
const PATIENCE_MS = 120_000;

/** Runs in the page: milliseconds from the click until a fan is drawn, and the longest task of the main thread. */
function firstFan(): Promise<{ readonly ms: number; readonly task: number }> {
  return new Promise((resolve) => {
    let task = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) task = Math.max(task, duration);
    }).observe({ type: 'longtask' });
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Run trials');
    const start = performance.now();
    const mutations = new MutationObserver(() => {
      const figures = [...document.querySelectorAll('main figure')];
      const fan = figures.find(({ textContent }) => textContent.includes('by month'));
      if (!fan?.querySelector('svg.marks')) return;
      mutations.disconnect();
      const ms = performance.now() - start;
      // Lets the observer hear of the last task.
      setTimeout(() => {
        resolve({ ms, task });
      }, 200);
    });
    mutations.observe(document, { subtree: true, childList: true });
    button?.click();
  });
}

async function prepare(page: Page, folder: string): Promise<void> {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const prices = makeSample({ asOf: AS_OF, subscriptions: 0 }).filter(({ name }) => name.includes('_US'));
  const book = makeBook({ asOf: AS_OF, seed: 1, subscriptions: SUBSCRIPTIONS, twoMarkets: false });
  const portfolio = write('portfolio.csv', [...book.portfolioCsvChunks()].join(''));
  const files = [...prices.map(({ name, text }) => write(name, text)), portfolio];
  await page.locator('input[type=file]').first().setInputFiles(files);
  await page.locator('main tbody button', { hasText: 'portfolio.csv' }).waitFor({ timeout: PATIENCE_MS });
  await page.getByLabel(/^as of/i).fill('2026-11-22');
  await page.getByRole('link', { name: 'Uncertainty', exact: true }).click();
  await page.getByRole('button', { name: 'Late decisions' }).click();
  await page.getByLabel('Trials', { exact: true }).fill(String(TRIALS));
  await page.getByLabel('Trials', { exact: true }).press('Enter');
  await page.waitForTimeout(3000);
}

export function benchFirstFan(): Promise<readonly Finding[]> {
  return withBuiltApp('the first fan', async ({ page, app, folder }) => {
    await page.goto(`${app}#/files`);
    await prepare(page, folder);
    const { ms, task } = await page.evaluate(firstFan);
    const measured = `${String(TRIALS)} trials of ${String(SUBSCRIPTIONS)} subscriptions; longest task ${task.toFixed(0)} ms`;
    return [atMost('trials: seconds to the first fan in Chromium', ms / 1000, 2, measured)];
  });
}
