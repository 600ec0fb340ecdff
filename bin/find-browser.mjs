// Finds the Chromium that the end-to-end tests drive, or installs one where that can be done without asking.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from './install.mjs';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** What to do when no browser was found and none could be installed. */
export const missingBrowserAdvice =
  'No Chromium or Chrome was found. Install one ("apt-get install chromium", "npx playwright install chromium" or ' +
  'google.com/chrome), or set CHROMIUM to the path of its program, and run the command again.';

/** Where Playwright keeps its own Chromium, whether it is there or not. */
function playwrightBrowser() {
  /** @type {import('@playwright/test')} */
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  return chromium.executablePath();
}

/**
 * The program of an installed Chromium or Chrome: `CHROMIUM`, then the usual places, then Playwright's own.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env['CHROMIUM'];
  if (named) return existsSync(named) ? named : undefined;
  return [...systemBrowsers, playwrightBrowser()].find((path) => existsSync(path));
}

/**
 * Whether a command ran and ended well.
 * @param {string} program
 * @param {readonly string[]} parameters
 */
function succeeds(program, parameters) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, parameters, { stdio: 'inherit', env }).status === 0;
}

/** Installs a browser: Debian's package as root where there is apt-get, otherwise Playwright's own. */
function installBrowser() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const install = ['install', '--yes', '--no-install-recommends', 'chromium'];
    if (succeeds('apt-get', ['update']) && succeeds('apt-get', install)) return;
  }
  succeeds(process.execPath, [join(projectFolder, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
}

/**
 * Like {@link findBrowser}, but installs a browser when there is none.
 * @returns {string | undefined}
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined || process.env['CHROMIUM']) return found;
  console.log('No browser found; installing Chromium for the end-to-end tests …');
  installBrowser();
  return findBrowser();
}
