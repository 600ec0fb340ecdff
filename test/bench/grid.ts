/** In Chromium, the grid alone over a million rows: first paint, frames while it scrolls, and the heap that it holds. */
import type { Page } from 'playwright-core';
import buildProbe from '../e2e/support/build-probe.ts';
import { startSite } from '../e2e/support/site.ts';
import { withPage } from './browser-page.ts';
import { type Finding, atMost } from './measure.ts';

const QUERY = 'grid.html?rows=1000000&columns=40';
const OPENINGS = 7;
const SCREENS = 200;
const PAINT_LIMIT_MS = 100;
const FRAME_LIMIT_MS = 50;
const HEAP_LIMIT_MB = 5;

async function firstPaint(page: Page, address: string): Promise<Finding> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    await page.goto(address);
    await page.waitForFunction(() => window.firstPaint !== undefined);
    times.push(await page.evaluate(() => window.firstPaint ?? NaN));
  }
  const all = times.map((ms) => ms.toFixed(0)).join(', ');
  return atMost('grid: first paint of 1,000,000 × 40, ms', Math.min(...times), PAINT_LIMIT_MS, `openings: ${all}`);
}

/** Runs in the page: a screen further in every frame; milliseconds of each frame, longest first. */
async function scrollScreens(screens: number): Promise<readonly number[]> {
  const scroller = document.querySelector('.grid .scroller');
  if (scroller === null) throw new Error('no grid on the page');
  const frame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const times: number[] = [];
  let last = await frame();
  for (let screen = 0; screen < screens; screen++) {
    const event = new WheelEvent('wheel', { deltaY: scroller.clientHeight, bubbles: true, cancelable: true });
    scroller.dispatchEvent(event);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times.sort((a, b) => b - a);
}

async function scrolling(page: Page): Promise<Finding> {
  // `tsx` gives functions their names by a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (named) => named');
  const times = await page.evaluate(scrollScreens, SCREENS);
  const slow = times.filter((ms) => ms > FRAME_LIMIT_MS).length;
  const [longest = NaN] = times;
  const median = times[times.length >> 1] ?? NaN;
  const measured = `longest ${longest.toFixed(0)} ms, median ${median.toFixed(0)} ms`;
  return atMost(`grid: frames over 50 ms in ${String(SCREENS)} screens`, slow, SCREENS / 100, measured);
}

/** Objects on the page's heap once garbage is gone; the columns' bytes lie outside of it. */
async function heapBytes(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

async function heap(page: Page, address: string): Promise<Finding> {
  const empty = await heapBytes(page, 'about:blank');
  const mb = ((await heapBytes(page, address)) - empty) / 1e6;
  return atMost('grid: heap beside the columns, MB', mb, HEAP_LIMIT_MB, 'page with the grid − empty page');
}

/** Needs a browser; says so when there is none. */
export async function benchGrid(): Promise<readonly Finding[]> {
  await buildProbe();
  const site = await startSite();
  try {
    return await withPage(async (page) => {
      const address = `${site.probe.headers}${QUERY}`;
      return [await firstPaint(page, address), await scrolling(page), await heap(page, address)];
    });
  } finally {
    await site.close();
  }
}
