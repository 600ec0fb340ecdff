// Installs the locked packages when they are not there. Runs before anything is installed, so it uses Node alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {Readonly<Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>>} Packages */

/**
 * The packages that a lockfile names, without the project itself.
 * @param {string} file relative to the project
 * @returns {Packages}
 */
function packagesIn(file) {
  const { '': _project, ...packages } = JSON.parse(
    readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'),
  ).packages;
  return packages;
}

/** Whether node_modules holds exactly what package-lock.json asks for (npm keeps its own record of what it installed). */
function isInstalled() {
  if (!existsSync(new URL('../node_modules/.package-lock.json', import.meta.url))) return false;
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  const same = (/** @type {string} */ path) =>
    present[path]?.version === wanted[path]?.version && present[path]?.integrity === wanted[path]?.integrity;
  return (
    Object.keys(present).every(same) &&
    Object.entries(wanted).every(
      ([path, { optional, devOptional }]) => (optional ?? devOptional ?? false) || same(path),
    )
  );
}

/** Runs `npm ci` unless everything is there; ends the process with a sentence when that fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json …');
  const command = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...command], { cwd: projectFolder, stdio: 'inherit' })
    : spawnSync('npm', command, { cwd: projectFolder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error('npm could not install the packages. See its message above; the npm registry must be reachable.');
  process.exit(1);
}
