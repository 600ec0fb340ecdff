/** A price list of 2 MB: our way to columns against PapaParse's tokenising alone. */
import Papa from 'papaparse';
import { makeDay } from '../../src/core/days.ts';
import { type ImportSource, importSources } from '../../src/importers/index.ts';
import { makeSample } from '../../src/sample/index.ts';
import { type Finding, atMost } from './measure.ts';

const BYTES = 2_000_000;
const RUNS = 15;
const ID_PREFIX = 'CFQ7TTC0';

/** The sample's newer list, repeated under other product ids until it is as large as a real one. */
export function largePriceList(): string {
  const files = makeSample({ asOf: makeDay(2026, 11, 22) ?? 0, subscriptions: 0 });
  const text = files.find(({ name }) => name === 'Nov_NCE_LicenseBasedPL_GA_US.csv')?.text ?? '';
  const firstLine = text.indexOf('\n') + 1;
  const body = text.slice(firstLine);
  const copies = Math.ceil(BYTES / body.length);
  const parts = Array.from({ length: copies }, (_, copy) =>
    body.replaceAll(ID_PREFIX, `CFQ7TT${copy.toString(36).toUpperCase().padStart(2, '0')}`),
  );
  return text.slice(0, firstLine) + parts.join('');
}

function sourceOf(name: string, text: string): ImportSource {
  const blob = new Blob([text]);
  return { name, size: blob.size, stream: () => blob.stream() };
}

/** Milliseconds of each rival's median run; they take turns after a round that warms up. */
async function medians(rivals: readonly (() => unknown)[]): Promise<readonly number[]> {
  const times: number[][] = rivals.map(() => []);
  for (let round = 0; round <= RUNS; round++) {
    for (const [index, run] of rivals.entries()) {
      const start = performance.now();
      await run();
      if (round > 0) times[index]?.push(performance.now() - start);
    }
  }
  return times.map((own) => own.sort((a, b) => a - b)[Math.floor(own.length / 2)] ?? NaN);
}

/** How much slower than tokenising alone it is to decode, check and type the cells, and to hash the file. */
export async function benchPriceList(): Promise<readonly Finding[]> {
  const text = largePriceList();
  const source = sourceOf('list.csv', text);
  const rows = (await importSources([source])).files[0]?.dataset?.table.rows ?? 0;
  const [tokens = NaN, columns = NaN] = await medians([
    () => Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.length,
    () => importSources([source]),
  ]);
  const measured = `${columns.toFixed(0)} ms against ${tokens.toFixed(0)} ms, ${String(rows)} rows, ${String(text.length)} bytes`;
  return [atMost('price list: to columns ÷ PapaParse alone', columns / tokens, 2, measured)];
}
