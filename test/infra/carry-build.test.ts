import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { carryBuild } from '../../bin/carry-build.mjs';

const folder = mkdtempSync(join(tmpdir(), 'termwise-carry-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sums = () => readFileSync(join(folder, 'SHA256SUMS'), 'utf8');

test('the same files give the same bytes, another byte gives another build, and every file is listed with its hash', () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<p>Größe</p>');
  writeFileSync(join(folder, 'assets/a.js'), 'export const a = 1;');
  writeFileSync(join(folder, 'icon.png'), new Uint8Array([0x89, 0xff, 0x00]));
  carryBuild(folder);
  const first = sums();
  carryBuild(folder);
  expect(sums()).toBe(first);
  for (const line of first.trimEnd().split('\n')) {
    const [hash, path = ''] = line.split('  ');
    expect(createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')).toBe(hash); // prettier-ignore
  }
  expect(first.match(/\S+$/gm)).toEqual(['assets/a.js', 'build-hashes.js', 'icon.png', 'index.html', 'sw.js']);
  writeFileSync(join(folder, 'assets/a.js'), 'export const a = 2;');
  carryBuild(folder);
  expect(sums()).not.toBe(first);
});
