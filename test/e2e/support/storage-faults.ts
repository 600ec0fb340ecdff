/** Faults of a browser's database, made in the files of a profile whose browser is closed. */
import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the browser's database; there is one origin in the profile. */
function database(profile: string): string {
  const all = join(profile, 'Default/IndexedDB');
  const folder = readdirSync(all).find((name) => name.endsWith('.leveldb'));
  if (folder === undefined) throw new Error('no database in the profile');
  return join(all, folder);
}

function files(profile: string, pattern: RegExp): readonly string[] {
  const folder = database(profile);
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  if (names.length === 0) throw new Error(`no ${String(pattern)} in the profile`);
  return names.map((name) => join(folder, name));
}

/** Enough of a log to hold that the database was made, and nothing that was stored in it. */
const KEPT_BYTES = 3000;
/** A record of a log begins with a checksum, its length (2 bytes) and its type. */
const RECORD_HEAD = 7;

/** Cuts the log between two records: after a cut inside of one, Chromium writes on behind it and can't read that next time. */
export function truncateLog(profile: string): void {
  for (const file of files(profile, /\.log$/)) {
    const log = readFileSync(file);
    let end = 0;
    for (let next = 0; next <= KEPT_BYTES && next + RECORD_HEAD <= log.length;) {
      end = next;
      next += RECORD_HEAD + log.readUInt16LE(next + 4);
    }
    truncateSync(file, end);
  }
}

export function flipBytes(profile: string): void {
  for (const file of files(profile, /\.(log|ldb)$/)) {
    const bytes = readFileSync(file);
    for (let at = 100; at < bytes.length; at += 1000) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
  }
}

export function loseManifest(profile: string): void {
  for (const file of files(profile, /^MANIFEST/)) rmSync(file);
}

export function garblePointer(profile: string): void {
  for (const file of files(profile, /^CURRENT$/)) writeFileSync(file, 'garbage\u0000\u0001');
}

export function deleteFolder(profile: string): void {
  rmSync(join(profile, 'Default/IndexedDB'), { recursive: true });
}

/** Chromium keeps values above 64 kB in files of their own, in a folder beside the database. */
function largeRecords(profile: string): readonly string[] {
  const all = join(profile, 'Default/IndexedDB');
  const folder = readdirSync(all).find((name) => name.endsWith('.blob'));
  if (folder === undefined) throw new Error('no large records in the profile');
  return readdirSync(join(all, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

export function loseLargeRecords(profile: string): void {
  for (const file of largeRecords(profile)) rmSync(file);
}

export function cutLargeRecords(profile: string): void {
  for (const file of largeRecords(profile)) truncateSync(file, 1000);
}
