/** A browser in a process group of its own, which can be ended at once with all its processes, as a power cut would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from '@playwright/test';
import { findBrowser } from '../../bin/find-browser.mjs';

const flags = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  ...['--disable-sync', '--window-size=1280,900', '--remote-debugging-port=0', 'about:blank'],
];
const PATIENCE = 30_000;

export interface KillableBrowser {
  readonly page: Page;
  /** Ends every process of it without a word. */
  readonly kill: () => Promise<void>;
  /** Lets it end by itself, with all that it has to write. */
  readonly close: () => Promise<void>;
}

/** Starts a browser on a profile folder. */
export async function startKillable(profile: string): Promise<KillableBrowser> {
  const program = findBrowser();
  if (program === undefined) throw new Error('no browser');
  const portFile = join(profile, 'DevToolsActivePort');
  for (const left of [portFile, join(profile, 'SingletonLock')]) rmSync(left, { force: true });
  const child = spawn(program, [`--user-data-dir=${profile}`, ...flags], { detached: true, stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve())); // prettier-ignore
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(portFile)}`);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the browser has no context');
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    kill: async () => {
      endGroup(child);
      await gone;
      await browser.close().catch(() => undefined);
    },
    close: async () => {
      await closeGracefully(browser);
      await Promise.race([gone, new Promise((done) => setTimeout(done, PATIENCE))]);
      endGroup(child);
    },
  };
}

async function closeGracefully(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.close').catch(() => undefined);
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

async function portOf(file: string): Promise<string> {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : undefined;
    if (port !== undefined && port !== '') return port;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the browser does not start');
}
