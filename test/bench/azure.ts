/** Questions about a million lines of consumption: the engine against DuckDB-WASM on the same rows, and against a limit for people. */
import { makeDay } from '../../src/core/days.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import type { Column, TextColumn } from '../../src/core/table.ts';
import { groupUsage, readUsage } from '../../src/sim/azure/model/index.ts';
import type { UsageQuery } from '../../src/sim/azure/types.ts';
import { openDatabase } from './duckdb.ts';
import { type Finding, atMost, seconds, takeTurns, timed } from './measure.ts';

const ROWS = 1_000_000;
const ROUNDS = 5;
const LIMIT_MS = 300;
const FIRST_DAY = makeDay(2026, 8, 1) ?? 0;
const DAYS = 92;

/** The same numbers in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Rows {
  readonly day: Int32Array;
  readonly customer: Uint32Array;
  readonly subscription: Uint32Array;
  readonly meter: Uint32Array;
  /** In units of 10^-12. */
  readonly cost: Float64Array;
}

function makeRows(): Rows {
  const next = random(7);
  const rows = {
    day: new Int32Array(ROWS),
    customer: new Uint32Array(ROWS),
    subscription: new Uint32Array(ROWS),
    meter: new Uint32Array(ROWS),
    cost: new Float64Array(ROWS),
  };
  for (let row = 0; row < ROWS; row++) {
    const subscription = Math.floor(next() * 2000);
    rows.subscription[row] = subscription;
    rows.customer[row] = subscription % 300;
    rows.day[row] = FIRST_DAY + Math.floor(next() * DAYS);
    rows.meter[row] = Math.floor(next() * next() * 800);
    rows.cost[row] = Math.floor(next() * 1e13);
  }
  return rows;
}

function texts(codes: Uint32Array, prefix: string): TextColumn {
  const most = codes.reduce((a, b) => Math.max(a, b));
  const values = ['', ...Array.from({ length: most + 1 }, (_, code) => `${prefix}-${String(code)}`)];
  return { kind: 'text', codes: codes.map((code) => code + 1), values };
}

function datasetOf({ day, customer, subscription, meter, cost }: Rows): Dataset {
  const same = (text: string): TextColumn => ({
    kind: 'text',
    codes: new Uint32Array(ROWS).fill(1),
    values: ['', text],
  });
  const columns = new Map<string, Column>([
    ['usageDate', { kind: 'day', days: day }],
    ['customerId', texts(customer, 'c')],
    ['entitlementId', texts(subscription, 's')],
    ['meterName', texts(meter, 'm')],
    ['invoiceNumber', same('G1')],
    ['billingCurrency', same('EUR')],
    [
      'billingPreTaxTotal',
      { kind: 'exact', low: cost, high: undefined, places: new Uint8Array(ROWS).fill(12), wide: new Map() },
    ],
  ]);
  const ledger = { read: ROWS, accepted: ROWS, rejected: 0, skipped: 0 };
  return {
    ...{ id: 'usage', kind: 'daily-usage', file: 'usage.csv', sha256: '', bytes: 0, diagnostics: [], order: 0 },
    ledger,
    table: { rows: ROWS, columns },
  };
}

interface Question {
  readonly name: string;
  readonly query: UsageQuery;
  readonly sql: string;
}

const filter = { currency: 'EUR' };
const questions: readonly Question[] = [
  {
    name: 'by customer and day',
    query: { filter, by: ['customer'], period: 'day', measure: 'cost' },
    sql: 'SELECT customer, day, sum(cost) AS cost, count(*) AS n FROM usage GROUP BY ALL',
  },
  {
    name: 'by meter',
    query: { filter, by: ['meter'], measure: 'cost' },
    sql: 'SELECT meter, sum(cost) AS cost, count(*) AS n FROM usage GROUP BY ALL',
  },
  {
    name: 'of one customer by subscription and meter',
    query: {
      filter: { ...filter, only: new Map([['customer', new Set(['c-7'])]]) },
      by: ['subscription', 'meter'],
      measure: 'cost',
    },
    sql: "SELECT subscription, meter, sum(cost) AS cost, count(*) AS n FROM usage WHERE customer = 'c-7' GROUP BY ALL",
  },
];

export async function benchAzure(): Promise<readonly Finding[]> {
  const rows = makeRows();
  const dataset = datasetOf(rows);
  const read = timed(() => readUsage([dataset]));
  const usage = read.value;
  const database = await openDatabase();
  database.load('plain', { ...rows });
  // The same question: texts as they are, and sums that are exact.
  database.query(`CREATE TABLE usage AS SELECT day, 'c-' || customer AS customer, 's-' || subscription AS subscription,
    'm-' || meter AS meter, CAST(cost AS HUGEINT) AS cost FROM plain`);
  const findings = questions.flatMap(({ name, query, sql }) => {
    const best = takeTurns(ROUNDS, {
      engine: () => groupUsage(usage, query).sum,
      database: () => database.query(sql).length,
    });
    const both = `${seconds(best.engine)} against ${seconds(best.database)}, both exact, ${String(ROWS)} lines`;
    return [
      atMost(`azure: ${name}, ms`, best.engine, LIMIT_MS, both),
      atMost(`azure: ${name}, engine ÷ DuckDB-WASM`, best.engine / best.database, 1, both),
    ];
  });
  return [...findings, atMost('azure: joining a million lines, ms', read.ms, 5000, 'once for each state of the files')];
}
