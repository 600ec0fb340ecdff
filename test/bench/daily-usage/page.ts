/** Two rivals for one file: DuckDB-WASM into its own memory, and the app's engine into the browser's database. */
import * as duckdb from '@duckdb/duckdb-wasm';
import type { EngineJobs, ImportRequest } from '../../../src/workers/engine-jobs.ts';
import { offerHashes } from '../../../src/workers/hash-port.ts';
import type { Runner } from '../../../src/workers/runner.ts';
import { workerRunner } from '../../../src/workers/worker-runner.ts';

/** Milliseconds, and the rows that were read. */
export interface Timed {
  readonly ms: number;
  readonly rows: number;
}

declare global {
  interface Window {
    /** DuckDB reads the chosen file into a table. */
    raceDuckdb: () => Promise<Timed>;
    /**
     * The engine imports the chosen file: from the drop until it is stored and listed. Whatever was stored is deleted first.
     * `rollUp`: what to do with more rows than are kept one by one; the rows are those that were read in both cases.
     */
    raceOurs: (rollUp?: boolean) => Promise<Timed>;
    /** A new engine opens what the last import stored, rows included. */
    reopen: () => Promise<Timed>;
    /** Bytes in use after a collection, workers included. */
    memory: () => Promise<number>;
  }
  interface Performance {
    measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
  }
}

function chosenFile(): File {
  const file = document.querySelector<HTMLInputElement>('input')?.files?.[0];
  if (!file) throw new Error('no file was chosen');
  return file;
}

/** The module under its media type, which our own server does not know: the app has no such files. */
async function wasmUrl(path: string): Promise<string> {
  const response = await fetch(path);
  return URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: 'application/wasm' }));
}

window.raceDuckdb = async () => {
  const worker = new Worker(new URL('/duckdb/duckdb-browser-eh.worker.js', location.href));
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(await wasmUrl('/duckdb/duckdb-eh.wasm'));
  await database.open({});
  const connection = await database.connect();
  const start = performance.now();
  const protocol = duckdb.DuckDBDataProtocol.BROWSER_FILEREADER;
  await database.registerFileHandle('usage.csv', chosenFile(), protocol, true);
  await connection.query(`CREATE TABLE usage AS SELECT * FROM read_csv('usage.csv', header = true)`);
  const ms = performance.now() - start;
  const counted = await connection.query('SELECT count(*)::INTEGER AS n FROM usage');
  const [row] = counted.toArray() as readonly { readonly n: number }[];
  await connection.close();
  await database.terminate();
  return { ms, rows: row?.n ?? 0 };
};

function startEngine(): Runner<EngineJobs> {
  return workerRunner<EngineJobs>(() => {
    const engine = new Worker(new URL('../../../src/workers/engine.worker.ts', import.meta.url), { type: 'module' });
    const hash = (): Worker =>
      new Worker(new URL('../../../src/workers/hash.worker.ts', import.meta.url), { type: 'module' });
    offerHashes(engine, hash);
    return engine;
  });
}

async function deleteStored(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  }
}

/** The chosen file, asked for as the app does. */
function requestOf(answers: ImportRequest['answers']): ImportRequest {
  const file = chosenFile();
  return {
    files: [{ name: file.name, blob: file }],
    answers,
    encodings: new Map(),
    clinic: { mode: 'ask', choices: new Map() },
    between: new Map(),
  };
}

window.raceOurs = async (rollUp = false) => {
  await deleteStored();
  const engine = startEngine();
  await engine.run('open', undefined);
  let start = performance.now();
  let outcome = await engine.run('importFiles', requestOf(new Map()));
  const [question] = outcome.files[0]?.questions ?? [];
  if (question?.kind === 'roll-up') {
    // The time of the user's answer is nobody's.
    start = performance.now();
    outcome = await engine.run(
      'importFiles',
      requestOf(new Map([[question.headerHash, { rollUp: rollUp ? [] : false }]])),
    );
  }
  const ms = performance.now() - start;
  engine.close();
  if (outcome.refusal) throw new Error(JSON.stringify(outcome.refusal));
  return { ms, rows: outcome.files[0]?.ledger.accepted ?? 0 };
};

window.reopen = async () => {
  const engine = startEngine();
  const start = performance.now();
  await engine.run('open', undefined);
  const ms = performance.now() - start;
  const { entries } = await engine.run('workspace', undefined);
  engine.close();
  const [entry] = entries;
  return { ms, rows: entry?.state === 'ready' ? entry.info.ledger.accepted : 0 };
};

window.memory = async () => (await performance.measureUserAgentSpecificMemory()).bytes;
