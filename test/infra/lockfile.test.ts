import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lockfile = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');

test('the lockfile names no registry, so that it installs from whichever one is configured', () => {
  expect(lockfile).not.toContain('"resolved"');
  expect(lockfile.match(/registry[^"]*/gi) ?? []).toEqual([]);
});

test('every locked package is pinned by its hash', () => {
  const { packages } = JSON.parse(lockfile) as { readonly packages: Readonly<Record<string, { integrity?: string }>> };
  const loose = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && integrity === undefined);
  expect(loose.map(([path]) => path)).toEqual([]);
});
