/** Kills the browser at random moments of an import: the list of files is then exactly the old or the new one. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { headers } from '../../bin/headers.mjs';
import { serve } from '../../bin/serve.mjs';
import { makeDay } from '../../src/core/days.ts';
import { makeBook, makeSample } from '../../src/sample/index.ts';
import { startKillable } from '../support/killable-browser.ts';

const OPEN = /No workbook open|subscriptions? from \d+ files?/;

/** When the browser is killed: at a share of an import's usual time, once rows are being stored, or once all is shown as stored. */
export type Moment = 'any' | 'storing' | 'stored';

export interface KillPlan {
  readonly cycles: number;
  readonly moment: Moment;
  /** Rows of the largest file of the drop. */
  readonly rows: number;
  /** Folder of the built app. */
  readonly app?: string;
}

export interface KillOutcome {
  readonly old: number;
  readonly new: number;
  /** What was found instead of either list, or beside it. */
  readonly wrong: readonly string[];
}

interface Scene {
  readonly address: string;
  /** A profile in which the old list is stored. */
  readonly profile: string;
  readonly folder: string;
  readonly drop: readonly string[];
  readonly oldNames: readonly string[];
  readonly newNames: readonly string[];
}

/** Runs the cycles, each on a copy of the same profile. */
export async function killCycles(plan: KillPlan): Promise<KillOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'termwise-kill-'));
  const server = await serve([{ root: plan.app ?? 'dist', base: '/', headers }], 0);
  try {
    const scene = await prepare(folder, `${server.origin}/#/files`, plan.rows);
    const usual = plan.moment === 'any' ? await usualTime(scene) : 0;
    const outcome = { old: 0, new: 0, wrong: [] as string[] };
    for (let cycle = 0; cycle < plan.cycles; cycle++) {
      const profile = await copyOf(scene, String(cycle));
      await killOnce(scene, profile, plan.moment, ((cycle + Math.random()) / plan.cycles) * usual);
      const found = await whatIsThere(scene, profile);
      if (found === 'old' && plan.moment === 'stored') outcome.wrong.push('an acknowledged drop is gone');
      else if (found === 'old' || found === 'new') outcome[found]++;
      else outcome.wrong.push(found);
      await rm(profile, { recursive: true, force: true });
    }
    return outcome;
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepare(folder: string, address: string, rows: number): Promise<Scene> {
  const asOf = makeDay(2026, 11, 22) ?? 0;
  const portfolio = (seed: number, subscriptions: number): string =>
    [...makeBook({ asOf, seed, subscriptions }).portfolioCsvChunks()].join('');
  const lists = makeSample({ asOf, subscriptions: 0 }).filter(({ name }) => name.includes('LicenseBasedPL'));
  const drop = [...lists, { name: 'portfolio.csv', text: portfolio(1, rows) }];
  const old = { name: 'old.csv', text: portfolio(2, 20) };
  for (const { name, text } of [...drop, old]) await writeFile(join(folder, name), text);
  const profile = join(folder, 'profile');
  const browser = await startKillable(profile);
  await open(browser.page, address);
  await choose(browser.page, [join(folder, old.name)]);
  await listed(browser.page, 1);
  await browser.close();
  const newNames = [old.name, ...drop.map(({ name }) => name)].sort();
  return { address, profile, folder, drop: drop.map(({ name }) => join(folder, name)), oldNames: [old.name], newNames };
}

async function copyOf({ profile, folder }: Scene, name: string): Promise<string> {
  const copy = join(folder, `copy-${name}`);
  await cp(profile, copy, { recursive: true, filter: (path) => !path.includes('Singleton') });
  return copy;
}

/** Milliseconds from the drop until it is listed. */
async function usualTime(scene: Scene): Promise<number> {
  const profile = await copyOf(scene, 'usual');
  const { page, kill } = await startKillable(profile);
  await open(page, scene.address);
  const start = performance.now();
  await choose(page, scene.drop);
  await listed(page, scene.newNames.length);
  const time = performance.now() - start;
  await kill();
  return time;
}

async function killOnce(scene: Scene, profile: string, moment: Moment, wait: number): Promise<void> {
  const { page, kill } = await startKillable(profile);
  await open(page, scene.address);
  await choose(page, scene.drop);
  if (moment === 'storing') await page.getByText(/Storing row/).waitFor();
  if (moment === 'stored') await listed(page, scene.newNames.length);
  await pause(moment === 'any' ? wait : Math.random() * (moment === 'storing' ? 300 : 50));
  await kill();
}

/** Opens the profile again and says which list it holds; in words what else, a part without a dataset included. */
async function whatIsThere(scene: Scene, profile: string): Promise<string> {
  const { page, close } = await startKillable(profile);
  try {
    await open(page, scene.address);
    // `tsx` gives functions their names by a helper that the page does not have.
    await page.evaluate('globalThis.__name ??= (named) => named');
    const { files, orphans } = await page.evaluate(readStore);
    const damaged = await page.getByRole('row').filter({ hasText: /\bdamaged\b/ }).count(); // prettier-ignore
    const names = [...files].sort().join();
    if (orphans > 0) return `${String(orphans)} parts that no dataset names`;
    if (damaged > 0) return `${String(damaged)} damaged of ${names}`;
    if (names === scene.oldNames.join()) return 'old';
    return names === scene.newNames.join() ? 'new' : `half a drop: ${names}`;
  } finally {
    await close();
  }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByText(OPEN).waitFor();
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
}

async function choose(page: Page, files: readonly string[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
}

async function listed(page: Page, files: number): Promise<void> {
  await page.getByText(new RegExp(`from ${String(files)} files?`)).waitFor({ timeout: 120_000 });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** In the page: the names of the stored datasets, and how many parts belong to none. */
async function readStore(): Promise<{ readonly files: readonly string[]; readonly orphans: number }> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(request.error?.message));
      };
    });
  const db = await asked(indexedDB.open('termwise'));
  const stores = db.transaction(['datasets', 'parts']);
  const manifests = (await asked(stores.objectStore('datasets').getAll())) as {
    batch: string;
    info: { file: string };
  }[];
  const keys = (await asked(stores.objectStore('parts').getAllKeys())) as [string, number][];
  db.close();
  const batches = new Set(manifests.map(({ batch }) => batch));
  return {
    files: manifests.map(({ info }) => info.file),
    orphans: keys.filter(([batch]) => !batches.has(batch)).length,
  };
}
