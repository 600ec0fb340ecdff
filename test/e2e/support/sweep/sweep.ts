/** Opens everything that can be opened and asks axe about each state: light, dark and forced colours, wide and narrow. */
import type { Page } from '@playwright/test';
import { findingsInAllLooks } from '../axe.ts';
import { type Opener, openersIn, press, TOPMOST } from './openers.ts';
import { lookOf, settled } from './settled.ts';

/** A screen, a menu on it, a dialog of the menu, a list in the dialog. */
const DEPTH = 3;
/** What was pressed the first time may have brought what can be pressed the second time. */
const ROUNDS = 3;

export interface Swept {
  /** The ways that were gone, each as the texts that were pressed. */
  readonly states: readonly string[];
  /** What axe found, with the look of the page. */
  readonly findings: readonly { readonly state: string; readonly finding: string }[];
}

/**
 * Sweeps one part of the app, state by state, each from a fresh start.
 * @param start brings the page to its first state from any other
 * @param part where its buttons are sought
 */
export async function sweep(page: Page, start: () => Promise<void>, part: string): Promise<Swept> {
  const swept = { states: [] as string[], findings: [] as { state: string; finding: string }[] };
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const before = seen.size;
    const ways: (readonly Opener[])[] = [[]];
    for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
      if (!(await walk(page, start, part, way))) continue;
      for (const opener of way.length < DEPTH ? await openersIn(page, part) : []) {
        if (seen.has(opener.key)) continue;
        seen.add(opener.key);
        ways.push([...way, opener]);
      }
      const state = way.map(({ key }) => key).join(' › ') || 'as it opens';
      const found = await findingsInAllLooks(page, TOPMOST);
      if (process.env['SWEEP_STATES'] !== undefined) console.log(`  ${state}: ${found.join(' | ')}`);
      swept.states.push(state);
      swept.findings.push(...found.map((finding) => ({ state, finding })));
    }
    if (seen.size === before) break;
  }
  return swept;
}

/** Goes a way from the start; false when its last step shows nothing new. */
async function walk(page: Page, start: () => Promise<void>, part: string, way: readonly Opener[]): Promise<boolean> {
  await closeAll(page);
  await start();
  await settled(page);
  for (const [at, opener] of way.entries()) {
    const before = at === way.length - 1 ? await lookOf(page) : '';
    await openersIn(page, part);
    if (!(await press(page, opener))) return false;
    await settled(page);
    if (before !== '' && (await lookOf(page)) === before) return false;
  }
  return true;
}

/** Closes menus, dialogs and editors. */
async function closeAll(page: Page): Promise<void> {
  for (let tries = 0; tries < 6; tries++) {
    await page.keyboard.press('Escape');
    if ((await page.locator(TOPMOST.join()).count()) === 0) return;
  }
}
