/** Two rivals for one file: DuckDB-WASM into its own memory, and our import. Each runs in a worker of its own. */
import * as duckdb from '@duckdb/duckdb-wasm';
import { offerHashes } from '../../../src/workers/hash-port.ts';
import type { Imported, Task } from './import.worker.ts';

declare global {
  interface Window {
    /** Milliseconds and rows of DuckDB reading the chosen file into a table. */
    raceDuckdb: () => Promise<Imported>;
    raceOurs: (task: Task['kind']) => Promise<Imported>;
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

window.raceOurs = (kind) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('import.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Imported>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      reject(new Error(message));
    };
    offerHashes(
      worker,
      () => new Worker(new URL('../../../src/workers/hash.worker.ts', import.meta.url), { type: 'module' }),
    );
    worker.postMessage({ kind, file: chosenFile() } satisfies Task);
  });
