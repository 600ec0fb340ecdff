/** Daily usage in a browser: our import against DuckDB-WASM reading the same file, its memory, large files, reopening. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { serve } from '../../../bin/serve.mjs';
import type { ChunkColumn, ChunkWriter } from '../../../src/core/chunks.ts';
import { makeDay } from '../../../src/core/days.ts';
import { importSources } from '../../../src/importers/index.ts';
import { makeBook } from '../../../src/sample/index.ts';
import { withPage } from '../browser-page.ts';
import { type Finding, atMost, seconds } from '../measure.ts';
import { dailyUsage } from './file.ts';
import type { Timed } from './page.ts';

const ROOT = import.meta.dirname;
const BUILT = join(ROOT, '../../../node_modules/.cache/termwise-bench-usage');
const ROWS = 200_000;
const ROUNDS = 3;
/** Memory is measured when it is asked for, not at the next occasion. */
const EAGER_MEMORY = ['--enable-blink-features=ForceEagerMeasureMemory'];
/** The large file against the usual one. */
const TIMES = 5;
const REOPENED_ROWS = 1_000_000;
const ROLLED_ROWS = 5_000_000;
/** The file of those rows has nine times as many. */
const MOST_MEGABYTES = 512;

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
  return writePieces(path, dailyUsage(rows));
}

/** Gives the size of the file. */
async function writePieces(path: string, pieces: Iterable<string>): Promise<number> {
  const out = createWriteStream(path);
  for (const piece of pieces) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  return statSync(path).size;
}

/** Rivals take turns, so that a busy moment of the machine hits both; each one's best time counts. */
async function race(page: Page, bytes: number): Promise<Finding> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(msOf(await page.evaluate(() => window.raceDuckdb()), ROWS));
    ours.push(msOf(await page.evaluate(() => window.raceOurs()), ROWS));
  }
  const best = Math.min(...ours);
  const rival = Math.min(...theirs);
  const speed = (ms: number): string => `${seconds(ms)}, ${(bytes / ms / 1000).toFixed(0)} MB/s`;
  const all = ours.map((ms, i) => `${seconds(ms)} / ${seconds(theirs[i] ?? NaN)}`).join(', ');
  const measured = `${speed(best)}, storing included, against ${speed(rival)}; all rounds: ${all}`;
  return atMost('daily usage: file to stored ÷ DuckDB-WASM', best / rival, 1, measured);
}

/** How much slower a byte of a file is that is `TIMES` as large. */
async function largeFile(page: Page, folder: string, bytes: number): Promise<Finding> {
  const small = msOf(await page.evaluate(() => window.raceOurs()), ROWS);
  const path = join(folder, 'large.csv');
  const largeBytes = await writeUsage(path, TIMES * ROWS);
  await page.locator('input').setInputFiles(path);
  const large = msOf(await page.evaluate(() => window.raceOurs()), TIMES * ROWS);
  const measured = `${seconds(large)} for ${(largeBytes / 1e9).toFixed(2)} GB, ${seconds(small)} for ${(bytes / 1e9).toFixed(2)} GB`;
  return atMost('daily usage: 1 GB ÷ 200 MB, time per byte', large / largeBytes / (small / bytes), 1.1, measured);
}

/** The most memory in use during an import, beyond what the page had before, against the columns that come of it. */
async function peakMemory(page: Page, path: string): Promise<Finding> {
  const columns = await columnBytes(path);
  const { grown, samples } = await whileImporting(page, false);
  const measured = `${megabytes(grown)} against ${megabytes(columns)} of columns; measureUserAgentSpecificMemory, ${String(samples)} samples`;
  return atMost('daily usage: peak memory ÷ decoded columns', grown / columns, 2, measured);
}

interface Watched extends Timed {
  /** Bytes beyond what the page had before, at most. */
  readonly grown: number;
  readonly samples: number;
}

async function whileImporting(page: Page, rollUp: boolean): Promise<Watched> {
  const before = await page.evaluate(() => window.memory());
  const importing = page.evaluate((rolled) => window.raceOurs(rolled), rollUp);
  const state = { isDone: false };
  void importing.then(() => (state.isDone = true));
  let peak = 0;
  let samples = 0;
  while (!state.isDone) {
    peak = Math.max(peak, await page.evaluate(() => window.memory()));
    samples++;
  }
  return { ...(await importing), grown: peak - before, samples };
}

/** As many rows as a large partner has in a month, rolled up: memory against that of a fifth of them. */
async function rolledUp(page: Page, folder: string): Promise<readonly Finding[]> {
  const path = join(folder, 'rolled.csv');
  const watched: Watched[] = [];
  for (const rows of [ROLLED_ROWS / TIMES, ROLLED_ROWS]) {
    await writePieces(path, dailyUsage(rows, 1, true));
    await page.locator('input').setInputFiles(path);
    const found = await whileImporting(page, true);
    msOf(found, rows);
    watched.push(found);
  }
  const [small, large] = watched;
  if (!small || !large) return [];
  const words = ({ ms, rows, grown }: Watched): string =>
    `${String(rows)} rows in ${seconds(ms)}, ${megabytes(grown)} at most`;
  const measured = `${words(large)}; ${words(small)}`;
  return [
    atMost('roll-up: 5,000,000 rows ÷ 1,000,000, time per row', large.ms / small.ms / TIMES, 1.2, measured),
    atMost('roll-up: 5,000,000 rows, MB at most', large.grown / 1e6, MOST_MEGABYTES, measured),
  ];
}

/** Bytes of the typed arrays and dictionaries that a file becomes. */
async function columnBytes(path: string): Promise<number> {
  let bytes = 0;
  const counting: ChunkWriter = {
    write: (chunk) => {
      for (const column of chunk.columns.values()) bytes += bytesOf(column);
      return Promise.resolve();
    },
    restart: () => Promise.resolve(),
  };
  const stream = (): ReadableStream<Uint8Array> => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  await importSources([{ name: 'usage.csv', size: statSync(path).size, stream }], { openChunks: () => counting });
  return bytes;
}

function bytesOf(column: ChunkColumn): number {
  const arrays: unknown[] = Object.values(column);
  if (column.kind === 'text' && 'bytes' in column.added) arrays.push(column.added.bytes, column.added.ends);
  if (column.kind === 'text' && !('bytes' in column.added))
    arrays.push(new TextEncoder().encode(column.added.join('')));
  return arrays.reduce<number>((sum, array) => sum + (ArrayBuffer.isView(array) ? array.byteLength : 0), 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function msOf({ ms, rows }: Timed, expected: number): number {
  if (rows !== expected) throw new Error(`${String(rows)} rows instead of ${String(expected)}`);
  return ms;
}

/** A portfolio of a million rows: opened again by a new engine, against its import. */
async function reopening(page: Page, folder: string): Promise<Finding> {
  const path = join(folder, 'portfolio.csv');
  const asOf = makeDay(2026, 11, 22) ?? 0;
  const book = makeBook({ asOf, seed: 1, subscriptions: REOPENED_ROWS, twoMarkets: false });
  await writePieces(path, book.portfolioCsvChunks());
  await page.locator('input').setInputFiles(path);
  const imported = msOf(await page.evaluate(() => window.raceOurs()), REOPENED_ROWS);
  const reopened = msOf(await page.evaluate(() => window.reopen()), REOPENED_ROWS);
  const measured = `${seconds(reopened)} against ${seconds(imported)}; ${String(REOPENED_ROWS)} rows × 21 columns, all read`;
  return atMost('reopening ÷ import', reopened / imported, 0.1, measured);
}

export function benchDailyUsage(): Promise<readonly Finding[]> {
  return withUsagePage(async (page, folder) => {
    const path = join(folder, 'usage.csv');
    const bytes = await writeUsage(path, ROWS);
    await page.locator('input').setInputFiles(path);
    const raced = await race(page, bytes);
    const memory = await peakMemory(page, path);
    return [raced, memory, await largeFile(page, folder, bytes), await reopening(page, folder)];
  });
}

/** Writes files of up to 4.5 GB: a part of its own. */
export function benchRollUp(): Promise<readonly Finding[]> {
  return withUsagePage(rolledUp);
}

async function withUsagePage(
  measure: (page: Page, folder: string) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'termwise-usage-'));
  const duckdb = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
  await buildPage();
  // Memory is told to isolated pages only.
  const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
  const mounts = [
    { root: duckdb, base: '/duckdb/', headers },
    { root: BUILT, base: '/', headers },
  ];
  const server = await serve(mounts, 0);
  try {
    return await withPage(async (page) => {
      await page.goto(`${server.origin}/page.html`);
      return measure(page, folder);
    }, EAGER_MEMORY);
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  }
}
