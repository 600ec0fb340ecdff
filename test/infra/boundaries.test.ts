import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'termwise-boundaries-'));

/** A small tree that breaks some rules and keeps others. */
const files = {
  'src/core/a.ts': "import { b } from '../sim/b.ts';\nexport const a = b;\n",
  'src/sim/b.ts': 'export const b = 1;\n',
  'src/charts/engine.ts': "import { b } from '../sim/b.ts';\nexport const c = b;\n",
  'src/ui/Store.svelte': "<script lang=\"ts\">\n  import Dexie from 'dexie';\n  new Dexie('x');\n</script>\n",
  'src/views/rows.ts': "export const load = () => import('papaparse');\n",
  'src/state/ring-one.ts': "import { two } from './ring-two.ts';\nexport const one = () => two;\n",
  'src/state/ring-two.ts': "import { one } from './ring-one.ts';\nexport const two = () => one;\n",
  'src/sim/types.ts': 'export interface Figures { readonly est: number }\n',
  'src/charts/by-month.ts': "import type { Figures } from '../sim/types.ts';\nexport type Month = Figures;\n",
  'src/storage/store.ts': "import { Dexie } from 'dexie';\nexport const db = new Dexie('x');\n",
  'node_modules/dexie/package.json': '{ "name": "dexie", "main": "index.js" }',
  'node_modules/dexie/index.js': 'export class Dexie {}\n',
  'node_modules/papaparse/package.json': '{ "name": "papaparse", "main": "index.js" }',
  'node_modules/papaparse/index.js': 'export const parse = 1;\n',
  'package.json': '{ "dependencies": { "dexie": "*", "papaparse": "*" } }',
  'tsconfig.json': '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }',
};

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(project, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

test('the import rules find what breaks them, in components and dynamic imports too, and nothing else', () => {
  const program = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const parameters = [program, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, parameters, { cwd: folder, encoding: 'utf8' });
  const { summary } = JSON.parse(stdout) as Cruise;
  // The small tree holds no Svelte, which compiled components import.
  const violations = summary.violations.filter(({ rule }) => rule.name !== 'no-unresolvable');
  expect(violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort()).toEqual([
    'charts-imports: src/charts/engine.ts',
    'core-imports: src/core/a.ts',
    'no-circular: src/state/ring-one.ts',
    'owner-of-dexie: src/ui/Store.svelte',
    'owner-of-papaparse: src/views/rows.ts',
  ]);
});
