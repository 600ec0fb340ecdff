/** Kills the browser at random moments of an import: the list of files is then exactly the old or the new one. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headers } from '../../bin/headers.mjs';
import { serve } from '../../bin/serve.mjs';
import { makeDay } from '../../src/core/days.ts';
import { makeBook, makeSample } from '../../src/sample/index.ts';
import { startKillable } from '../support/killable-browser.ts';
import { choose, listed, open, storedIn } from './app-page.ts';

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
  try {
    await open(page, scene.address);
    const start = performance.now();
    await choose(page, scene.drop);
    await listed(page, scene.newNames.length);
    return performance.now() - start;
  } finally {
    await kill();
  }
}

async function killOnce(scene: Scene, profile: string, moment: Moment, wait: number): Promise<void> {
  const { page, kill } = await startKillable(profile);
  try {
    await open(page, scene.address);
    await choose(page, scene.drop);
    // On a loaded machine the words may come and go unseen: the drop is listed then.
    const stored = `from ${String(scene.newNames.length)} files`;
    if (moment === 'storing')
      await page
        .getByText(new RegExp(`storing row|${stored}`))
        .first()
        .waitFor();
    if (moment === 'stored') await listed(page, scene.newNames.length);
    await pause(moment === 'any' ? wait : Math.random() * (moment === 'storing' ? 300 : 50));
  } finally {
    await kill();
  }
}

/** Opens the profile again and says which list it holds; in words what else, a part without a dataset included. */
async function whatIsThere(scene: Scene, profile: string): Promise<string> {
  const { page, close } = await startKillable(profile);
  try {
    await open(page, scene.address);
    const { files, orphans } = await storedIn(page);
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

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
