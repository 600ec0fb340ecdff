/** LibreOffice without a window: what it reads in files that we write. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAMS = [process.env['SOFFICE'], '/usr/bin/soffice', '/usr/bin/libreoffice'];

/** Where it is installed; undefined: nowhere that we know. */
export function officeProgram(): string | undefined {
  return PROGRAMS.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** It reads no more than 255 names at once, and says nothing of the others. */
const AT_ONCE = 200;

/**
 * Converts files into a folder; gives what it said.
 * @param to its name of a format, with the options of a filter
 * @param how further options
 */
export function convert(
  program: string,
  to: string,
  files: readonly string[],
  folder: string,
  how: readonly string[] = [],
): string {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const said: string[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const run = spawnSync(program, [profile, '--headless', ...how, '--convert-to', to, '--outdir', folder, ...some], {
      encoding: 'utf8',
      timeout: 300_000,
    });
    said.push(run.stderr);
  }
  return said.join('');
}

/** A folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'termwise-office-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
