/** What is imported, stored and exported again: the same rows, every id and every amount byte by byte. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { guardFormula } from '../../src/core/formula-guard.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { csvColumns, csvHeader, csvLines } from '../../src/exporters/dataset-csv.ts';
import { type FileReport, type ImportOptions, importSources } from '../../src/importers/index.ts';
import { datasetsOf } from '../../src/workers/datasets-from-reports.ts';
import { plainTable, sourceOf } from '../importers/support.ts';
import { opened, valueOf } from '../storage/support/store-fixture.ts';

/** The dataset of a report after a stay in the store. */
async function stored(reports: readonly FileReport[]): Promise<readonly Dataset[]> {
  const read = reports.flatMap(({ dataset, rejects }) => (dataset ? [{ dataset, rejects }] : []));
  const datasets = datasetsOf(read, 0);
  const store = await opened();
  valueOf(await store.addAll(datasets));
  const back: Dataset[] = [];
  for (const { id } of datasets) back.push(valueOf(await store.load(id)));
  return back;
}

function csvOf(dataset: Dataset): string {
  const columns = csvColumns(dataset.table.columns.keys(), dataset.fileColumns);
  return csvHeader(columns) + [...csvLines(columns, dataset.table)].join('');
}

/** Cells of a CSV by another reader than ours. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
}

/** A table without its line numbers and the apostrophes that keep texts from running as formulas. */
function comparable(dataset: Pick<Dataset, 'table'>): unknown {
  const { '#row': _, ...columns } = plainTable(dataset.table);
  const unguarded = (cell: string | null): string | null =>
    cell !== null && cell.startsWith("'") && guardFormula(cell.slice(1)) === cell ? cell.slice(1) : cell;
  return Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells.map(unguarded)]));
}

const FIXTURES = new URL('../fixtures/importers/', import.meta.url).pathname;
const folders = readdirSync(FIXTURES).flatMap((format) =>
  readdirSync(join(FIXTURES, format)).map((name) => `${format}/${name}`),
);

describe('every fixture that is a sheet', () => {
  it.each(folders)('%s', async (folder) => {
    const path = join(FIXTURES, folder);
    const input = readdirSync(path).find((name) => /^input\.(csv|tsv)$/.test(name));
    const options = join(path, 'options.json');
    if (input === undefined || existsSync(options)) return;
    const { files } = await importSources([sourceOf(input, new Uint8Array(readFileSync(join(path, input))))]);
    for (const dataset of await stored(files)) {
      if (dataset.table.rows === 0) continue;
      const again = await importSources([sourceOf('again.csv', csvOf(dataset))]);
      const [report] = again.files;
      expect(report?.kind).toBe(dataset.kind);
      expect(report?.dataset?.ledger).toMatchObject({ accepted: dataset.table.rows, rejected: 0 });
      expect(report?.dataset && comparable(report.dataset)).toEqual(comparable(dataset));
    }
  });
});

const HOSTILE_IDS = [
  ...['007', '1E5', '12e3', '0e12', '9007199254740993', '1234567890123456789', '+4912345', 'MAR1', '1-2', '-5'],
  ...['=1+1', '@id', '1f0e4c5a-7c9b-4f5e-9d3a-0b1c2d3e4f50', 'CFQ7TTC0LH18:0001', 'a,b', 'a"b', 'Ünïcode', '１２３'],
];
const RECON =
  'CustomerId,ProductId,SkuId,ChargeType,UnitPrice,EffectiveUnitPrice,BillableQuantity,Subtotal,Total,Currency,InvoiceNumber,Note';

function recon(rows: readonly { id: string; amount: string }[]): string {
  const lines = rows.map(({ id, amount }) => {
    const cell = `"${id.replaceAll('"', '""')}"`;
    return `${cell},CFQ7TTC0LH18,0001,new,${amount},${amount},1,${amount},${amount},EUR,G1,${cell}`;
  });
  return `${RECON}\r\n${lines.join('\r\n')}\r\n`;
}

async function roundTrip(name: string, csv: string, options: ImportOptions = {}): Promise<[Dataset, string]> {
  const { files } = await importSources([sourceOf(name, csv)], options);
  const [dataset] = await stored(files);
  if (!dataset) throw new Error(`nothing was read: ${JSON.stringify(files[0]?.diagnostics)}`);
  return [dataset, csvOf(dataset)];
}

/** What a user says whose ids begin with an apostrophe of their own: leave them. */
const KEEP_APOSTROPHES: ImportOptions = {
  clinic: {
    mode: 'apply',
    choices: new Map([
      [
        'recon.csv',
        ['CustomerId', 'Note'].map((column) => ({ code: 'guard-apostrophe', column, treatment: 'leave' }) as const),
      ],
    ]),
  },
};

describe('ids and amounts of a bulk file (I-17, I-20)', () => {
  it('come out byte by byte, a guard before what a spreadsheet would run', async () => {
    const amounts = [
      '115.2',
      '115.20',
      '0.000000000000000001',
      '-12.50',
      '1008',
      '12345678901234567.123456789012345678',
      '0',
    ];
    const rows = HOSTILE_IDS.map((id, i) => ({ id, amount: amounts[i % amounts.length] ?? '' }));
    const [, csv] = await roundTrip('recon.csv', recon(rows));
    const [header = [], ...cells] = cellsOf(csv);
    expect(header).toEqual(RECON.split(','));
    const columns = (name: string): string[] => cells.map((row) => row[header.indexOf(name)] ?? '');
    expect(columns('CustomerId')).toEqual(HOSTILE_IDS.map(guardFormula));
    expect(columns('Note')).toEqual(HOSTILE_IDS.map(guardFormula));
    for (const name of ['UnitPrice', 'Subtotal', 'Total'])
      expect(columns(name)).toEqual(rows.map(({ amount }) => amount));
  });

  it('whatever they are', async () => {
    const id = fc
      .oneof(fc.constantFrom(...HOSTILE_IDS), fc.stringMatching(/^[A-Za-z0-9:.\-+=,;"' ]{1,24}$/))
      .map((text) => text.trim());
    const amount = fc.stringMatching(/^-?(0|[1-9]\d{0,17})(\.\d{1,18})?$/);
    const rows = fc.array(fc.record({ id: id.filter((text) => text !== ''), amount }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const [, csv] = await roundTrip('recon.csv', recon(given), KEEP_APOSTROPHES);
        const [header = [], ...cells] = cellsOf(csv);
        const at = (name: string): number => header.indexOf(name);
        expect(cells.map((row) => [row[at('CustomerId')], row[at('Subtotal')]])).toEqual(
          given.map((row) => [guardFormula(row.id), row.amount]),
        );
      }),
      { numRuns: runs(40), examples: [[["'-", '-', "'=1", "''5"].map((text) => ({ id: text, amount: '1' }))]] },
    );
  });

  it('apostrophes of a careful export are taken off when the user agrees, and come back on the way out', async () => {
    const [dataset, csv] = await roundTrip('recon.csv', recon([{ id: "'-5", amount: '1.20' }]));
    expect(dataset.repairs).toContainEqual({ code: 'guard-apostrophe', column: 'CustomerId', rows: 1, applied: true });
    const [header = [], row = []] = cellsOf(csv);
    expect(row[header.indexOf('CustomerId')]).toBe("'-5");
  });
});

describe('ids and amounts of a small file', () => {
  it('keep their zeros and their written digits', async () => {
    const header =
      'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,PricePaidPerSeatMonth,Nr';
    const prices = ['12.5', '12.50', '0.1234567890123', '7'];
    const rows = prices.map((price, i) => `00${String(i)},CFQ7TTC0LH18,0001,5,P1Y,Annual,2026-12-31,${price},1E5`);
    const [, csv] = await roundTrip('list.csv', `${header}\n${rows.join('\n')}\n`);
    expect(csv).toBe(`\uFEFF${header}\r\n${rows.join('\r\n')}\r\n`);
  });
});
