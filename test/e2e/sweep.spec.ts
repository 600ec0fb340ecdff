/** Axe over every state of every screen that a press or two can reach. The screens are those of the app's own tabs. */
import type { Page } from '@playwright/test';
import { SCREENS } from '../../src/views/screens.ts';
import { expect, test } from './support/fixtures.ts';
import { type Swept, sweep } from './support/sweep/sweep.ts';

const SOAK = { tag: '@soak' };

/** In minutes: a screen has up to fifty states, and each is looked at six times. */
const LONGEST = 20;

async function openSample(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
}

/** Opens a screen anew, as it is before anything is pressed on it. */
async function reopen(page: Page, name: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), '#/nowhere');
  await expect(page.locator('main h1, main h2').first()).toBeVisible();
  await page.evaluate((hash) => (location.hash = hash), `#/${name}`);
}

/** One line for each element, with the first state in which it was found and how many more there are. */
function byElement(findings: Swept['findings']): Readonly<Record<string, string>> {
  const states = new Map<string, string[]>();
  for (const { state, finding } of findings) states.set(finding, [...(states.get(finding) ?? []), state]);
  return Object.fromEntries(
    [...states].map(([finding, [first = '', ...more]]) => [finding, `${first} and ${String(more.length)} more`]),
  );
}

function report(what: string, { states, findings }: Swept): void {
  console.log(`${what}: ${String(states.length)} states, ${String(findings.length)} findings`);
  if (process.env['SWEEP_STATES'] !== undefined) console.log(states.map((state) => `  ${state}`).join('\n'));
  expect(byElement(findings)).toEqual({});
}

for (const { name, title } of SCREENS) {
  test(`axe finds nothing on ${title}, whatever is opened`, SOAK, async ({ page, site }) => {
    test.setTimeout(LONGEST * 60_000);
    await openSample(page, site.app);
    report(title, await sweep(page, () => reopen(page, name), 'main'));
  });
}
