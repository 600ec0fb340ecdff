/** A price list to columns and PapaParse's tokenising alone, taking turns in a warm worker. */
import Papa from 'papaparse';
import { type ReadContext, openContent } from '../../../src/importers/content.ts';
import { importSources } from '../../../src/importers/index.ts';
import { largePriceList } from './list.ts';

/** What came of the race; times are medians in milliseconds. */
export interface Race {
  readonly tokens: number;
  readonly columns: number;
  /** The whole import: reading the file from the browser and hashing it as well. */
  readonly importing: number;
  readonly rows: number;
  readonly bytes: number;
}

const WARM_UP = 40;
const ROUNDS = 41;

/** Bytes that a browser hands over at a time when a file is read. */
const CHUNK = 1024 * 1024;
const CONTEXT: ReadContext = { answers: new Map(), encoding: undefined, signal: undefined, onRows: () => undefined };

async function* inChunks(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
}

/** Milliseconds of each rival's median run. */
async function medians(rivals: readonly (() => unknown)[]): Promise<readonly number[]> {
  const times: number[][] = rivals.map(() => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [index, run] of rivals.entries()) {
      const start = performance.now();
      await run();
      if (round >= WARM_UP) times[index]?.push(performance.now() - start);
    }
  }
  return times.map((own) => own.sort((a, b) => a - b)[own.length >> 1] ?? NaN);
}

async function race(): Promise<Race> {
  const file = new Blob([largePriceList()]);
  // As one flat string, the best that a tokeniser can be given.
  const text = await file.text();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const source = { name: 'list.csv', size: file.size, stream: () => file.stream() };
  const { files } = await importSources([source]);
  const [tokens = NaN, columns = NaN, importing = NaN] = await medians([
    () => Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.length,
    () => openContent({ file: source.name, open: () => inChunks(bytes) }, CONTEXT),
    () => importSources([source]),
  ]);
  return { tokens, columns, importing, rows: files[0]?.dataset?.table.rows ?? 0, bytes: file.size };
}

void race().then((result) => {
  postMessage(result);
});
