/** In Chromium, on the built app: one assumption is changed over a large portfolio; how soon figures and charts follow. */
import type { Page } from 'playwright-core';
import { drop, longestTask, observePage, open, SUBSCRIPTIONS, writeInputs } from './browser.ts';
import { withBuiltApp } from './built-app.ts';
import { type Finding, atMost } from './measure.ts';

const FIGURES_LIMIT_MS = 150;
const CHARTS_LIMIT_MS = 500;
const TASK_LIMIT_MS = 50;

/** Milliseconds from the change of a field until the last new pixel of each. */
interface Latency {
  readonly figures: number;
  readonly charts: number;
}

interface Change {
  /** The field's label begins with it. */
  readonly field: string;
  readonly values: readonly string[];
}

const changes: readonly Change[] = [
  { field: 'Bridge days', values: ['30', '45', '60', '75', '90'] },
  { field: 'EST_Uplift', values: ['4', '5', '6', '7', '8'] },
  { field: 'Horizon', values: ['13', '14', '15', '16', '17'] },
];

/** Runs in the page: types a value into a field and watches key figures and charts until nothing has moved for a second. */
async function changeField(page: Page, { field }: Change, value: string): Promise<Latency> {
  const input = page.getByLabel(new RegExp(`^${field}`)).first();
  return input.evaluate(
    (element: HTMLInputElement, text) =>
      new Promise<{ figures: number; charts: number }>((resolve) => {
        const seen = { figures: NaN, charts: NaN };
        const begun = performance.now();
        let last = begun;
        const observer = new MutationObserver((records) => {
          for (const { target } of records) {
            const place = target instanceof Element ? target : target.parentElement;
            const part = place?.closest('figure') ? 'charts' : place?.closest('dl') ? 'figures' : undefined;
            if (part === undefined) continue;
            // The first new figures, the last new picture; what was changed is on screen with the next frame.
            requestAnimationFrame(() => {
              last = performance.now();
              if (part === 'charts' || Number.isNaN(seen.figures)) seen[part] = last - begun;
            });
          }
        });
        const main = document.querySelector('main') ?? document.body;
        observer.observe(main, { subtree: true, childList: true, characterData: true, attributes: true });
        element.focus();
        element.value = text;
        element.dispatchEvent(new Event('input', { bubbles: true }));
        element.dispatchEvent(new Event('change', { bubbles: true }));
        const timer = setInterval(() => {
          if (performance.now() - last < 1500) return;
          clearInterval(timer);
          observer.disconnect();
          resolve(seen);
        }, 100);
      }),
    value,
  );
}

async function measure(page: Page, change: Change): Promise<readonly Finding[]> {
  const latencies: Latency[] = [];
  await longestTask(page);
  for (const value of change.values) latencies.push(await changeField(page, change, value));
  const task = await longestTask(page);
  const median = (part: keyof Latency): number =>
    latencies.map((one) => one[part]).sort((a, b) => a - b)[latencies.length >> 1] ?? NaN;
  const all = (part: keyof Latency): string => latencies.map((one) => one[part].toFixed(0)).join(', ');
  const name = `assumption: ${change.field}, ${String(SUBSCRIPTIONS)} subscriptions`;
  return [
    atMost(`${name}: new key figures, ms`, median('figures'), FIGURES_LIMIT_MS, all('figures')),
    atMost(`${name}: all charts, ms`, median('charts'), CHARTS_LIMIT_MS, all('charts')),
    atMost(`${name}: longest task, ms`, task, TASK_LIMIT_MS, 'over all changes'),
  ];
}

export function benchAssumption(): Promise<readonly Finding[]> {
  return withBuiltApp('the part about assumptions', async ({ page, app, folder }) => {
    const inputs = writeInputs(folder);
    await page.addInitScript(observePage);
    await page.goto(`${app}#/files`);
    for (const name of [...inputs.prices, inputs.portfolio]) await drop(page, folder, name);
    await longestTask(page);
    await open(page, 'Exposure');
    await longestTask(page);
    const findings: Finding[] = [];
    for (const change of changes) findings.push(...(await measure(page, change)));
    return findings;
  });
}
