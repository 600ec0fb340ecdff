/** A price list of 2 MB, in a warm worker of a browser: our way to columns against PapaParse's tokenising alone. */
import { join } from 'node:path';
import { build } from 'vite';
import { serve } from '../../../bin/serve.mjs';
import { withPage } from '../browser-page.ts';
import { type Finding, atMost } from '../measure.ts';
import type { Race } from './race.worker.ts';
// The page's `window.runRace`.
import type {} from './page.ts';

const ROOT = import.meta.dirname;
const BUILT = join(ROOT, '../../../node_modules/.cache/termwise-bench');

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

function findingOf({ tokens, columns, importing, rows, bytes }: Race): Finding {
  const times = `${columns.toFixed(1)} ms against ${tokens.toFixed(1)} ms (${importing.toFixed(1)} ms with file and hash)`;
  const size = `${String(rows)} rows, ${String(bytes)} bytes, warm worker in Chromium`;
  return atMost('price list: to columns ÷ PapaParse alone', columns / tokens, 2, `${times}; ${size}`);
}

/** How much slower than tokenising a text alone it is to decode bytes, recognise and check the list and type its cells. */
export async function benchPriceList(): Promise<readonly Finding[]> {
  return withPage(async (page) => {
    await buildPage();
    const server = await serve([{ root: BUILT, base: '/', headers: {} }], 0);
    try {
      await page.goto(`${server.origin}/page.html`);
      return [findingOf(await page.evaluate(() => window.runRace()))];
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
}
