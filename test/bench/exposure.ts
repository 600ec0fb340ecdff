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
import { type Finding, atLeast, atMost, fastest, seconds } from './measure.ts';

const AS_OF = makeDay(2026, 11, 22) ?? 0;
const HORIZON = 24;
const SEED = 1;
const NAIVE_SUBSCRIPTIONS = 20_000;
const COMPARED = ['est', 'current', 'renew', 'passed', 'delayed', 'absorbed'] as const;
/** Float rounding puts ties on either side: a cent in some cycles of thousands. */
const FLOAT_ERROR = 1e-6;

const exposureSql = readFileSync(join(import.meta.dirname, 'exposure.sql'), 'utf8');

type Book = ReturnType<typeof makeBook>;

function runEngine(book: Book, runs: number): { prepareMs: number; ms: number; result: Simulation } {
  const datasets = book.datasets();
  const prepared = fastest(1, () => prepareBook({ datasets }));
  const request = { scenario: book.scenario, window: { asOf: AS_OF, horizonMonths: HORIZON } };
  const simulated = fastest(runs, () => simulate(prepared.value, request));
  return { prepareMs: prepared.ms, ms: simulated.ms, result: simulated.value };
}

type SqlRow = Readonly<Record<string, unknown>>;

async function runDatabase(book: Book, runs: number): Promise<{ ms: number; rows: readonly SqlRow[] }> {
  const database = await openDatabase();
  loadBook(database, book.datasets(), book.scenario, AS_OF, addMonths(AS_OF, HORIZON));
  const { ms, value } = fastest(runs, () => database.query(exposureSql));
  return { ms, rows: value };
}

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
  const engine = runEngine(book, 3);
  const database = await runDatabase(book, 3);
  const ms = engine.prepareMs + engine.ms;
  const both = `${seconds(ms)} (${seconds(engine.prepareMs)} of it indexing) against ${seconds(database.ms)}; ${shares(engine.result)}`;
  const difference = largestDifference(engine.result, database.rows);
  return {
    ms,
    findings: [
      atMost('exposure: engine ÷ DuckDB-WASM', ms / database.ms, 1, both),
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
  const naive = fastest(1, () => naiveSimulation(rows, all, book.scenario, AS_OF, HORIZON));
  const scaled = (naive.ms * subscriptions) / NAIVE_SUBSCRIPTIONS;
  const measured = `${seconds(naive.ms)} for ${String(NAIVE_SUBSCRIPTIONS)}, scaled to ${seconds(scaled)}, against ${seconds(engineMs)}`;
  const differing = differingTotals(runEngine(book, 1).result, naive.value);
  return [
    atLeast('exposure: decimal.js ÷ engine', scaled / engineMs, 20, measured),
    atMost(
      'exposure: totals that differ from decimal.js',
      differing,
      0,
      `${String(NAIVE_SUBSCRIPTIONS)} subscriptions`,
    ),
  ];
}

/** Time and agreement of the three, for a book of this size. */
export async function benchExposure(subscriptions: number): Promise<readonly Finding[]> {
  const { findings, ms } = await againstDatabase(subscriptions);
  return [...findings, ...againstDecimal(subscriptions, ms)];
}
