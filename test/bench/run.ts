/**
 * `npm run bench`: the promises about speed, as ratios within one run. Prints a table and writes bench-results/latest.json.
 * `npm run bench -- exposure price-list first-paint browser assumption azure brush daily-usage roll-up sheet formulas trials first-fan decide what-if invoice` runs only the named parts; `--subscriptions N` for a smaller book.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAzure } from './azure.ts';
import { benchAssumption } from './assumption.ts';
import { benchBrush } from './brush.ts';
import { benchBrowser } from './browser.ts';
import { benchClipboard } from './clipboard.ts';
import { benchDailyUsage, benchRollUp } from './daily-usage/bench.ts';
import { benchDecide } from './decide.ts';
import { benchExposure } from './exposure.ts';
import { benchFirstPaint } from './first-paint.ts';
import { benchFormulas } from './formulas.ts';
import { benchGrid } from './grid.ts';
import { benchInvoice } from './invoice.ts';
import { type Finding, printFindings } from './measure.ts';
import { benchPriceList } from './price-list/bench.ts';
import { benchSheet } from './sheet.ts';
import { benchTrials } from './trials/bench.ts';
import { benchFirstFan } from './trials/first-fan.ts';
import { benchWhatIf } from './what-if.ts';

const RESULTS = join(import.meta.dirname, '../../bench-results');
const SUBSCRIPTIONS = 1_000_000;

const { values, positionals } = parseArgs({
  options: { subscriptions: { type: 'string', default: String(SUBSCRIPTIONS) } },
  allowPositionals: true,
});

const parts: Readonly<Record<string, () => readonly Finding[] | Promise<readonly Finding[]>>> = {
  'price-list': benchPriceList,
  'first-paint': benchFirstPaint,
  clipboard: benchClipboard,
  grid: benchGrid,
  browser: benchBrowser,
  assumption: benchAssumption,
  azure: benchAzure,
  brush: benchBrush,
  'daily-usage': benchDailyUsage,
  'roll-up': benchRollUp,
  sheet: benchSheet,
  formulas: benchFormulas,
  trials: benchTrials,
  'first-fan': benchFirstFan,
  decide: benchDecide,
  'what-if': benchWhatIf,
  invoice: benchInvoice,
  exposure: () => benchExposure(Number(values.subscriptions)),
};

async function main(): Promise<void> {
  const findings: Finding[] = [];
  for (const [name, run] of Object.entries(parts)) {
    if (positionals.length === 0 || positionals.includes(name)) findings.push(...(await run()));
  }
  printFindings(findings);
  mkdirSync(RESULTS, { recursive: true });
  // Other work on the machine makes figures worse, ratios hardly.
  const load = loadavg().map((value) => Number(value.toFixed(1)));
  console.log(`load of the machine (1, 5, 15 minutes): ${load.join(', ')}`);
  const report = { node: process.version, platform: process.platform, load, findings };
  writeFileSync(join(RESULTS, 'latest.json'), `${JSON.stringify(report, undefined, 1)}\n`);
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
}

await main();
