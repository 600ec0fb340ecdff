/** Exposure of a large book: the engine against DuckDB-WASM in float SQL and against plain decimal.js. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMonths, makeDay, monthToText } from '../../src/core/days.ts';
import { minorDigits, minorToText } from '../../src/core/money.ts';
import { makeBook } from '../../src/sample/index.ts';
import { type Simulation, prepareBook, simulate } from '../../src/sim/index.ts';
import { NAIVE_AMOUNTS, type NaiveResult, naiveSimulation } from '../support/naive.ts';
import { priceRows, subscriptionRows } from './book-rows.ts';
import { loadBook } from './duckdb-book.ts';
import { openDatabase } from './duckdb.ts';
import { type Finding, atLeast, atMost, seconds, takeTurns, timed } from './measure.ts';

const AS_OF = makeDay(2026, 11, 22) ?? 0;
const HORIZON = 24;
const SEED = 1;
const ROUNDS = 4;
const NAIVE_SUBSCRIPTIONS = 20_000;
const COMPARED = ['est', 'current', 'renew', 'passed', 'delayed', 'absorbed'] as const;
/** Float rounding puts ties on either side: a cent in some cycles of thousands. */
const FLOAT_ERROR = 1e-6;

const exposureSql = readFileSync(join(import.meta.dirname, 'exposure.sql'), 'utf8');

type SqlRow = Readonly<Record<string, unknown>>;

/** The largest difference of any month's amount, relative to that month's EST. */
function largestDifference(result: Simulation, rows: readonly SqlRow[]): number {
  const byMonth = new Map(rows.map((row) => [`${String(row['month'])} ${String(row['currency'])}`, row]));
  if (byMonth.size !== result.months.length) return Infinity;
  const differences = result.months.flatMap((month) => {
    const row = byMonth.get(`${monthToText(month.month)} ${month.currency}`);
    const scale = 10 ** minorDigits(month.currency);
    return COMPARED.map((name) => Math.abs(month[name] / scale - Number(row?.[name])) / Math.max(1, month.est / scale));
  });
  return Math.max(...differences);
}

/** How many totals of the engine differ from the naive ones, as printed. */
function differingTotals(result: Simulation, naive: readonly (NaiveResult | undefined)[]): number {
  const checks = result.totals.flatMap((totals) => {
    const cycles = naive.flatMap((entry) => (entry?.currency === totals.currency ? entry.cycles : []));
    const digits = minorDigits(totals.currency);
    return NAIVE_AMOUNTS.map((name) => {
      const sum = cycles.reduce((total, cycle) => total + Math.round(cycle[name].toNumber() * 10 ** digits), 0);
      return minorToText(sum, digits) === minorToText(totals[name], digits);
    });
  });
  return checks.filter((equal) => !equal).length;
}

function shares(result: Simulation): string {
  const sum = (name: 'subscriptions' | 'exposed' | 'unpriced'): number =>
    result.totals.reduce((total, entry) => total + entry[name], 0);
  const exposed = ((100 * sum('exposed')) / sum('subscriptions')).toFixed(1);
  return `${String(sum('subscriptions'))} subscriptions, ${exposed} % exposed, ${String(sum('unpriced'))} unpriced`;
}

async function againstDatabase(subscriptions: number): Promise<{ findings: readonly Finding[]; ms: number }> {
  const book = makeBook({ asOf: AS_OF, seed: SEED, subscriptions });
  const datasets = book.datasets();
  const request = { scenario: book.scenario, window: { asOf: AS_OF, horizonMonths: HORIZON } };
  const database = await openDatabase();
  loadBook(database, datasets, book.scenario, AS_OF, addMonths(AS_OF, HORIZON));
  const prepared = prepareBook({ datasets });
  const result = simulate(prepared, request);
  const difference = largestDifference(result, database.query(exposureSql));
  const best = takeTurns(ROUNDS, {
    prepare: () => prepareBook({ datasets }).rows,
    simulate: () => simulate(prepared, request).totals,
    query: () => database.query(exposureSql),
  });
  const ms = best.prepare + best.simulate;
  const both = `${seconds(ms)} (${seconds(best.prepare)} of it indexing) against ${seconds(best.query)}; ${shares(result)}`;
  return {
    ms,
    findings: [
      atMost('exposure: engine ÷ DuckDB-WASM', ms / best.query, 1, both),
      atMost(
        'exposure: largest difference to float SQL',
        difference,
        FLOAT_ERROR,
        'any month and amount, relative to EST',
      ),
    ],
  };
}

function againstDecimal(subscriptions: number, engineMs: number): readonly Finding[] {
  const book = makeBook({ asOf: AS_OF, seed: SEED, subscriptions: NAIVE_SUBSCRIPTIONS });
  const datasets = book.datasets();
  const rows = priceRows(datasets);
  const all = [...subscriptionRows(datasets)];
  const runs = Array.from({ length: 2 }, () => timed(() => naiveSimulation(rows, all, book.scenario, AS_OF, HORIZON)));
  const naiveMs = Math.min(...runs.map(({ ms }) => ms));
  const scaled = (naiveMs * subscriptions) / NAIVE_SUBSCRIPTIONS;
  const measured = `${seconds(naiveMs)} for ${String(NAIVE_SUBSCRIPTIONS)}, scaled to ${seconds(scaled)}, against ${seconds(engineMs)}`;
  const window = { asOf: AS_OF, horizonMonths: HORIZON };
  const result = simulate(prepareBook({ datasets }), { scenario: book.scenario, window });
  return [
    atLeast('exposure: decimal.js ÷ engine', scaled / engineMs, 20, measured),
    atMost(
      'exposure: totals that differ from decimal.js',
      differingTotals(result, runs[0]?.value ?? []),
      0,
      shares(result),
    ),
  ];
}

/** Time and agreement of the three, for a book of this size. */
export async function benchExposure(subscriptions: number): Promise<readonly Finding[]> {
  const { findings, ms } = await againstDatabase(subscriptions);
  return [...findings, ...againstDecimal(subscriptions, ms)];
}
