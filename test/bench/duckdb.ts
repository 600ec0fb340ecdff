/** DuckDB-WASM in Node, offline. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as duckdb from '@duckdb/duckdb-wasm/blocking';
import { tableFromArrays, tableToIPC } from '@uwdata/flechette';

type ColumnData = readonly unknown[] | Int32Array | Float64Array | Uint32Array | Uint8Array;
export type Columns = Readonly<Record<string, ColumnData>>;

export interface Database {
  /** Runs one statement and gives its rows. */
  readonly query: (sql: string) => readonly Readonly<Record<string, unknown>>[];
  /** Adds a table; the named columns hold days since 1970 and become dates. */
  readonly load: (name: string, columns: Columns, days?: readonly string[]) => void;
}

/** The part of a result that is used here; its own types come with a package that is not installed. */
interface ArrowTable {
  readonly toArray: () => readonly { readonly toJSON: () => Readonly<Record<string, unknown>> }[];
}

/** A fresh database in memory, on the build that Node's WebAssembly supports best. */
export async function openDatabase(): Promise<Database> {
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
  const bundle = (name: string) => ({ mainModule: join(dist, `duckdb-${name}.wasm`), mainWorker: '' });
  const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate(() => undefined);
  database.open({});
  const connection = database.connect();
  const query: Database['query'] = (sql) => {
    const result: ArrowTable = connection.query(sql);
    return result.toArray().map((row) => row.toJSON());
  };
  const load: Database['load'] = (name, columns, days = []) => {
    const bytes = tableToIPC(tableFromArrays(columns as Record<string, unknown[]>), { format: 'stream' });
    if (bytes === null) throw new Error(`INTERNAL: no Arrow bytes for ${name}`);
    connection.insertArrowFromIPCStream(bytes, { name: `raw_${name}`, create: true });
    const dates = days.map((column) => `DATE '1970-01-01' + CAST(${column} AS INTEGER) AS ${column}`).join(', ');
    query(`CREATE TABLE ${name} AS SELECT *${dates === '' ? '' : ` REPLACE (${dates})`} FROM raw_${name}`);
    query(`DROP TABLE raw_${name}`);
  };
  return { query, load };
}
