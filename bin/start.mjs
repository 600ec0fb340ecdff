// `npm start`: installs and builds what is missing or out of date, serves the app and prints its address.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { headers } from './headers.mjs';
import { ensureInstalled, projectFolder } from './install.mjs';
import { serve } from './serve.mjs';

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'bin'];

/**
 * When a file, or the youngest file of a folder, was last changed (ms); 0 when there is none.
 * @param {string} path
 * @returns {number}
 */
function changedAt(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

function buildIfStale() {
  const builtAt = changedAt(join(projectFolder, 'dist/index.html'));
  if (sources.every((path) => changedAt(join(projectFolder, path)) <= builtAt)) return;
  const vite = join(projectFolder, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build'], { cwd: projectFolder, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  process.exit(1);
}
ensureInstalled();
buildIfStale();
const server = await serve([{ root: join(projectFolder, 'dist'), base: '/', headers }], port);
console.log(`\nTermwise is at ${server.origin}/ (Ctrl+C stops it)`);
