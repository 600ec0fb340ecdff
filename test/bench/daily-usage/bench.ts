/** Daily usage: our import against DuckDB-WASM reading the same file, in the same browser. */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { serve } from '../../../bin/serve.mjs';
import { withPage } from '../browser-page.ts';
import { type Finding, atMost, seconds } from '../measure.ts';
import { dailyUsage } from './file.ts';
import type { Imported } from './import.worker.ts';
// The page's `window.raceOurs` and `window.raceDuckdb`.
import type {} from './page.ts';

const ROOT = import.meta.dirname;
const BUILT = join(ROOT, '../../../node_modules/.cache/termwise-bench-usage');
const ROWS = 200_000;
const ROUNDS = 3;

async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir: BUILT,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: join(ROOT, 'page.html') },
    },
  });
}

async function writeUsage(path: string, rows: number): Promise<number> {
  const out = createWriteStream(path);
  for (const piece of dailyUsage(rows)) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  return statSync(path).size;
}

/** Rivals take turns, so that a busy moment of the machine hits both; each one's best time counts. */
async function race(page: Page): Promise<Readonly<Record<'ours' | 'duckdb', Imported>>> {
  let ours: Imported = { ms: Infinity, rows: 0 };
  let duckdb = ours;
  for (let round = 0; round < ROUNDS; round++) {
    const theirs = await page.evaluate(() => window.raceDuckdb());
    const own = await page.evaluate(() => window.raceOurs('columns'));
    console.log(`round ${String(round)}: DuckDB ${seconds(theirs.ms)}, ours ${seconds(own.ms)}`);
    if (theirs.ms < duckdb.ms) duckdb = theirs;
    if (own.ms < ours.ms) ours = own;
  }
  if (ours.rows !== ROWS || duckdb.rows !== ROWS) throw new Error(`rows: ${String(ours.rows)}, ${String(duckdb.rows)}`);
  return { ours, duckdb };
}

function findingOf(bytes: number, { ours, duckdb }: Readonly<Record<'ours' | 'duckdb', Imported>>): Finding {
  const speed = ({ ms }: Imported): string => `${seconds(ms)}, ${(bytes / ms / 1000).toFixed(0)} MB/s`;
  const measured = `${speed(ours)} against ${speed(duckdb)}; ${String(ROWS)} rows × 55 columns, ${String(bytes)} bytes`;
  return atMost('daily usage: import ÷ DuckDB-WASM', ours.ms / duckdb.ms, 1, measured);
}

export async function benchDailyUsage(): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'termwise-usage-'));
  const duckdb = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
  await buildPage();
  const mounts = [
    { root: duckdb, base: '/duckdb/', headers: {} },
    { root: BUILT, base: '/', headers: {} },
  ];
  const server = await serve(mounts, 0);
  try {
    const path = join(folder, 'usage.csv');
    const bytes = await writeUsage(path, ROWS);
    return await withPage(async (page) => {
      await page.goto(`${server.origin}/page.html`);
      await page.locator('input').setInputFiles(path);
      return [findingOf(bytes, await race(page))];
    });
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  }
}
