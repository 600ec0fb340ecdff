import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lockfile = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');

test('the lockfile names no registry, so that it installs from whichever one is configured', () => {
  expect(lockfile).not.toContain('"resolved"');
  expect(lockfile.match(/registry[^"]*/gi) ?? []).toEqual([]);
});

interface Package {
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(lockfile) as { readonly packages: Readonly<Record<string, Package>> };

test('every locked package is pinned by its hash', () => {
  const loose = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && integrity === undefined);
  expect(loose.map(([path]) => path)).toEqual([]);
});

// npm leaves out what the registry could not give, and then refuses to install from its own lockfile.
test('the programs of other platforms are locked too', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});
