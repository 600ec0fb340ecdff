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

/** Whether node_modules holds all that package-lock.json asks for (npm keeps its own record of what it installed). */
function isInstalled() {
  if (!existsSync(new URL('../node_modules/.package-lock.json', import.meta.url))) return false;
  const present = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, integrity, optional, devOptional }]) => {
      const found = present[path];
      // Optional packages are those of other platforms: absent, or as locked.
      if (found === undefined) return optional ?? devOptional ?? false;
      return found.version === version && found.integrity === integrity;
    },
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
