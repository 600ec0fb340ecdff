// After a build: writes what lets it work offline and be checked: sw.js, build-hashes.js and SHA256SUMS.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { zlibSync } from 'fflate';
import { headers } from './headers.mjs';
import { mediaTypes } from './serve.mjs';
import { serviceWorkerText } from './service-worker.mjs';

/** Written from the others, or meant for the host alone. */
const apart = ['sw.js', 'SHA256SUMS', 'build-hashes.js', '_headers', 'staticwebapp.config.json'];

/** @param {string | Buffer} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The paths of a folder's files, with slashes, in a fixed order.
 * @param {string} folder
 */
function pathsOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/**
 * How the service worker carries a file: packed by zlib, in base64. Plain text would make a script of 7 MB, which a private window has no room for.
 * fflate packs to the same bytes on every machine.
 * @param {string} path
 * @param {Buffer} bytes
 */
function carriedFile(path, bytes) {
  const packed = zlibSync(bytes, { level: 9 });
  return {
    type: mediaTypes[extname(path)] ?? 'application/octet-stream',
    packed: Buffer.from(packed).toString('base64'),
  };
}

/**
 * Adds the three files to a built folder. The same folder gives the same bytes.
 * @param {string} folder
 */
export function carryBuild(folder) {
  const paths = pathsOf(folder).filter((path) => !apart.includes(path));
  const files = paths.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
  const hashes = files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) }));
  const id = sha256(hashes.map(({ path, sha256: hash }) => `${hash}  ${path}\n`).join(''));
  const list = `export const build = ${JSON.stringify({ id, files: hashes }, undefined, 1)};\n`;
  writeFileSync(join(folder, 'build-hashes.js'), list);
  const carried = [...files, { path: 'build-hashes.js', bytes: Buffer.from(list) }];
  const entries = carried.map(({ path, bytes }) => [path, carriedFile(path, bytes)]);
  writeFileSync(join(folder, 'sw.js'), serviceWorkerText({ id, headers, files: Object.fromEntries(entries) }));
  const sums = pathsOf(folder).filter((path) => path !== 'SHA256SUMS');
  writeFileSync(
    join(folder, 'SHA256SUMS'),
    sums.map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`).join(''),
  );
}
