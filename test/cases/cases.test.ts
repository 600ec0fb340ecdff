/** Worked cases: every field that an `expected.json` holds, from files through importers and engine to the results document. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importAll, resultsOf, sourceOfFile } from '../support/import-files.ts';

interface Expected {
  readonly asOf: string;
  readonly horizonMonths: number;
}

const OURS = join(import.meta.dirname, '../fixtures/cases');
const SHARED = join(import.meta.dirname, '../../../shared/cases');

interface Folder {
  readonly name: string;
  readonly folder: string;
}

function foldersIn(root: string): readonly Folder[] {
  const entries = readdirSync(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => ({ name, folder: join(root, name) }));
}

async function check({ folder }: Folder): Promise<void> {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  const inputs = readdirSync(folder).filter((name) => name.endsWith('.csv') || name === 'scenario.json');
  const imported = await importAll(inputs.sort().map((name) => sourceOfFile(join(folder, name))));
  expect(resultsOf(imported, expected.asOf, expected.horizonMonths)).toMatchObject(expected);
}

describe('our own cases, worked out by hand in their notes.md', () => {
  it.each(foldersIn(OURS))('$name', check);
});

const hasShared = existsSync(SHARED);
if (!hasShared) console.log(`skipped: no worked cases at ${SHARED}`);

describe.skipIf(!hasShared)('the worked cases beside the repository', () => {
  it.each(hasShared ? foldersIn(SHARED) : [])('$name', check);
});
