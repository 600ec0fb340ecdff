/** In Chromium, on the built app: a stretch of the course of a million stored lines is marked by hand; how the screen keeps up. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type BuiltApp, withBuiltApp } from './built-app.ts';
import { dailyUsage } from './daily-usage/file.ts';
import { type Finding, atLeast, atMost } from './measure.ts';

/** Each file stays below the number of rows from which days are rolled up. */
const FILES = 3;
const ROWS = 340_000;
const MOVES = 90;
const LEAST_FRAMES = 30;
const PATIENCE_MS = 240_000;

interface Kept {
  /** Frames a second while the hand moved. */
  readonly frames: number;
  /** The longest time without one, in milliseconds. */
  readonly longest: number;
  /** How often the list showed other days. */
  readonly lists: number;
}

declare global {
  interface Window {
    /** Begins to count; gives what was seen since. */
    watchFrames: () => () => Kept;
    seen: () => Kept;
  }
}

/** Runs in the page. */
function installWatch(): void {
  window.watchFrames = () => {
    const begun = performance.now();
    const seen = { frames: 0, longest: 0, lists: 0 };
    // A method: functions with names of their own would need a helper that the page does not have.
    const watch = {
      last: begun,
      isOn: true,
      frame(now: number): void {
        if (!watch.isOn) return;
        seen.frames++;
        seen.longest = Math.max(seen.longest, now - watch.last);
        watch.last = now;
        requestAnimationFrame((next) => watch.frame(next));
      },
    };
    requestAnimationFrame((now) => watch.frame(now));
    const sum = [...document.querySelectorAll('[role=status]')].find(({ textContent }) =>
      textContent.includes(' groups, '),
    );
    const observer = new MutationObserver(() => seen.lists++);
    if (sum) observer.observe(sum, { subtree: true, childList: true, characterData: true });
    return () => {
      watch.isOn = false;
      observer.disconnect();
      return { ...seen, frames: (seen.frames / (performance.now() - begun)) * 1000 };
    };
  };
}

async function importUsage({ page, app, folder }: BuiltApp): Promise<void> {
  await page.goto(`${app}#/files`);
  for (let file = 1; file <= FILES; file++) {
    const path = join(folder, `usage-${String(file)}.csv`);
    const out = createWriteStream(path);
    for (const piece of dailyUsage(ROWS, file)) if (!out.write(piece)) await once(out, 'drain');
    out.end();
    await once(out, 'finish');
    await page.locator('input[type=file]').first().setInputFiles(path);
    await page.locator('main tbody button', { hasText: `usage-${String(file)}.csv` }).waitFor({ timeout: PATIENCE_MS });
  }
}

async function markDays(page: Page): Promise<Kept> {
  const course = page.locator('figure', { hasText: 'over time by' }).first();
  await course.locator('svg.marks').waitFor({ timeout: PATIENCE_MS });
  const box = await course.getByRole('group').boundingBox();
  if (!box) throw new Error('The course of time has no place on the screen');
  const at = (share: number): Promise<void> => page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
  // What is asked for once is asked for before: the first touch.
  await at(0.1);
  await page.mouse.down();
  await at(0.2);
  await page.waitForTimeout(2000);
  await page.evaluate(() => (window.seen = window.watchFrames()));
  for (let move = 1; move <= MOVES; move++) await at(0.2 + (0.7 * move) / MOVES);
  const kept = await page.evaluate(() => window.seen());
  await page.mouse.up();
  return kept;
}

export function benchBrush(): Promise<readonly Finding[]> {
  return withBuiltApp('the part about marking days', async (built) => {
    const { page } = built;
    await page.addInitScript(installWatch);
    await importUsage(built);
    await page.getByRole('link', { name: 'Azure', exact: true }).click();
    const { frames, longest, lists } = await markDays(page);
    const measured = `${String(FILES * ROWS)} stored lines, ${String(MOVES)} moves; the list changed ${String(lists)} times`;
    return [
      atLeast('azure: marking days, frames a second', frames, LEAST_FRAMES, measured),
      atMost('azure: marking days, longest time without a frame, ms', longest, 100, measured),
    ];
  });
}
