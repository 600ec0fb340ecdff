/**
 * Every file in every folder of the shared samples ends in the right rows or in a named diagnostic: adding a file or a
 * folder adds a case. What is known of a file stands in `test/fixtures/samples.json`, worked out by hand; the rest is
 * held against another reader.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/core/cell-text.ts';
import { add, fraction, parseExact, toDecimal } from '../../src/core/exact.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { countAt } from '../../src/core/table.ts';
import { type FileReport, importSources } from '../../src/importers/index.ts';
import { sourceOf } from './support.ts';

const SAMPLES = new URL('../../../shared/samples/', import.meta.url).pathname;
const FOLDERS = existsSync(SAMPLES)
  ? readdirSync(SAMPLES).filter((name) => statSync(join(SAMPLES, name)).isDirectory())
  : [];
if (FOLDERS.length === 0) console.log('skipped: the samples ../shared/samples are not here');

/** Kind, accepted, rejected and skipped rows; or the code of the diagnostic that says why there are none. */
type Expected = readonly [kind: string, accepted: number, rejected: number, skipped: number] | string;
const EXPECTED = JSON.parse(readFileSync(new URL('../fixtures/samples.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Expected>
>;

/** On an idle machine a file may take two seconds; here others work too. */
const HANGS = 10_000;

async function imported(path: string): Promise<readonly FileReport[]> {
  return (await importSources([sourceOf(basename(path), new Uint8Array(readFileSync(path)))])).files;
}

describe.each(FOLDERS)('%s', (folder) => {
  const root = join(SAMPLES, folder);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(root, name)).isFile(),
  );
  it.each(names.sort())(
    '%s',
    async (name) => {
      const path = join(root, name);
      const reports = await imported(path);
      expect(reports.length).toBeGreaterThan(0);
      for (const report of reports) balances(report);
      const expected = EXPECTED[`${folder}/${name}`];
      if (expected !== undefined) expect(outcomeOf(reports)).toEqual(expected);
      const [report] = reports;
      if (report?.dataset && /\.(csv|tsv)$/.test(name)) agreesWithAnotherReader(report.dataset, readFileSync(path));
    },
    HANGS,
  );
});

/** Every row is counted once, and what is not read says why. */
function balances({ state, dataset, questions, diagnostics, sha256 }: FileReport): void {
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  const { read, accepted, rejected, skipped } = dataset?.ledger ?? { read: 0, accepted: 0, rejected: 0, skipped: 0 };
  expect(accepted + rejected + skipped).toBe(read);
  expect(dataset?.table.rows ?? 0).toBe(accepted);
  expect(questions.length > 0).toBe(state === 'question');
  if (state === 'refused') expect(diagnostics[0]?.severity).toBe('error');
  for (const { message } of diagnostics) expect(message.length).toBeGreaterThan(0);
}

function outcomeOf([report]: readonly FileReport[]): Expected {
  if (report?.state === 'question') return `question-${report.questions[0]?.kind ?? ''}`;
  if (!report?.dataset) return report?.diagnostics[0]?.code ?? report?.kind ?? '';
  const { kind, ledger } = report.dataset;
  return [kind, ledger.accepted, ledger.rejected, ledger.skipped];
}

/** The rows of a CSV by their line, cut by PapaParse from the whole text at once. */
function rowsByLine(bytes: Uint8Array): ReadonlyMap<number, readonly string[]> {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  const rows = new Map<number, readonly string[]>();
  let line = 1;
  let at = 0;
  Papa.parse<string[]>(text, {
    step: ({ data, meta }) => {
      rows.set(line, data);
      line += [...text.slice(at, meta.cursor).matchAll(/\r\n|\n|\r/g)].length;
      at = meta.cursor;
    },
  });
  return rows;
}

const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Ids, other texts that are kept as they come, and plain numbers are those of the other reader; so are the sums. */
function agreesWithAnotherReader(
  { table, header = [], fileColumns = [], totals = {} }: Dataset | NonNullable<FileReport['dataset']>,
  bytes: Uint8Array,
): void {
  const lines = rowsByLine(bytes);
  const numbers = table.columns.get('#row');
  const sums = new Map<string, ReturnType<typeof fraction>>();
  for (let row = 0; row < table.rows; row++) {
    const line = countAt(numbers, row) ?? 0;
    const cells = lines.get(line) ?? [];
    for (const { column: name, header: title } of fileColumns) {
      const column = table.columns.get(name);
      const at = header.indexOf(title);
      if (!column || at < 0 || header.lastIndexOf(title) !== at) continue;
      const cell = (cells[at] ?? '').trim();
      const ours = cellText(column, row);
      const isKept = name.startsWith('x:') || name.endsWith('Id');
      if (column.kind === 'text' && isKept && cell !== 'NULL')
        expect(ours, `line ${String(line)}, ${title}`).toBe(cell);
      if (column.kind !== 'decimal' && column.kind !== 'exact') continue;
      if (PLAIN.test(cell)) expect(ours, `line ${String(line)}, ${title}`).toBe(cell);
      sums.set(title, add(sums.get(title) ?? fraction(0), parseExact(ours) ?? fraction(0)));
    }
  }
  for (const [title, ofCurrencies] of Object.entries(totals)) {
    const all = Object.values(ofCurrencies).reduce(
      (sum, text) => add(sum, parseExact(text) ?? fraction(0)),
      fraction(0),
    );
    expect(toDecimal(all, 0, 30), title).toBe(toDecimal(sums.get(title) ?? fraction(0), 0, 30));
  }
}

/** Any unknown table becomes a customer list once its header says so: so every odd CSV body meets the sheet builder too. */
it.runIf(FOLDERS.includes('csv-torture'))(
  'odd CSV bodies below a known header balance',
  async () => {
    const root = join(SAMPLES, 'csv-torture');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
    for (const name of files) {
      const header = new TextEncoder().encode('CustomerId,CustomerName\n');
      const body = readFileSync(join(root, name));
      const { files: reports } = await importSources([sourceOf(name, new Uint8Array([...header, ...body]))]);
      const ledger = reports[0]?.dataset?.ledger;
      if (ledger) expect(ledger.accepted + ledger.rejected + ledger.skipped, name).toBe(ledger.read);
      else expect(reports[0]?.diagnostics.length, name).toBeGreaterThan(0);
    }
  },
  60_000,
);
