/** Imports a file and deletes it again, many times over, in a real browser: what it stores may not grow. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { headers } from '../../bin/headers.mjs';
import { serve } from '../../bin/serve.mjs';
import { makeDay } from '../../src/core/days.ts';
import { makeBook } from '../../src/sample/index.ts';
import { startKillable } from '../support/killable-browser.ts';
import { choose, listed, open, storedIn } from './app-page.ts';

/** Subscriptions of the file that comes and goes: about 650 kB in the store. */
const ROWS = 3000;
/** Chromium's database takes space back in waves of some MB; a hundred files that stayed would be 65 MB. */
const ROOM_BYTES = 16_000_000;
const OTHER = 'stays.csv';
const FILE = 'goes.csv';

/** Says what came of it; false when a part stayed behind, or the browser says that the cycles have cost space. */
export async function cyclesDoNotGrow(cycles: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'termwise-cycles-'));
  const server = await serve([{ root: 'dist', base: '/', headers }], 0);
  const address = `${server.origin}/#/files`;
  const profile = join(folder, 'profile');
  const file = join(folder, FILE);
  try {
    await writeFile(join(folder, OTHER), portfolio(1, 20));
    await writeFile(file, portfolio(2, ROWS));
    const before = await visit(profile, address, async (page) => {
      await choose(page, [join(folder, OTHER)]);
      await listed(page, 1);
      return storedIn(page);
    });
    let most = 0;
    const left = await visit(profile, address, async (page) => {
      for (let cycle = 0; cycle < cycles; cycle++) {
        await choose(page, [file]);
        await listed(page, 2);
        await remove(page);
        most = Math.max(most, await used(page));
      }
      return storedIn(page);
    });
    const after = await visit(profile, address, used);
    const isRight = left.parts === before.parts && left.orphans === 0 && most <= ROOM_BYTES;
    console.log(
      `${String(cycles)} cycles of import and delete: ${String(left.parts)} parts (${String(before.parts)} before), ` +
        `at most ${String(most)} bytes used after a cycle, ${String(after)} at the end${isRight ? '' : ': WRONG'}`,
    );
    return isRight;
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function portfolio(seed: number, subscriptions: number): string {
  return [...makeBook({ asOf: makeDay(2026, 11, 22) ?? 0, seed, subscriptions }).portfolioCsvChunks()].join('');
}

async function visit<T>(profile: string, address: string, stay: (page: Page) => Promise<T>): Promise<T> {
  const { page, close } = await startKillable(profile);
  try {
    await open(page, address);
    return await stay(page);
  } finally {
    await close();
  }
}

async function remove(page: Page): Promise<void> {
  await page.getByRole('button', { name: FILE, exact: true }).click();
  const details = page.getByRole('region', { name: FILE, exact: true });
  await details.getByRole('button', { name: 'Delete…' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await listed(page, 1);
}

/** Bytes that the origin uses, by the browser's own count. */
async function used(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
}
