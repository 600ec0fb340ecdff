import { describe, expect, it, vi } from 'vitest';
import { ChunkCollector } from '../../src/core/chunk-collector.ts';
import { type Chunk, type ChunkWriter, CHUNK_ROWS } from '../../src/core/chunks.ts';
import { exactText } from '../../src/core/exact-column.ts';
import { type Column, type Table, countAt, dayAt, textAt } from '../../src/core/table.ts';
import { stringsOf } from '../../src/core/utf8-texts.ts';
import { type FileReport, type ImportOptions, importSources } from '../../src/importers/index.ts';
import { forgetMany } from '../../src/importers/sheet/forget.ts';

vi.mock('../../src/importers/limits.ts', async (original) => ({
  ...(await original<object>()),
  MAX_REMEMBERED_TEXTS: 70_000,
}));

const HEADER =
  'UsageDate,MeterId,BillingPreTaxTotal,BillingCurrency,Quantity,PricingPreTaxTotal,PricingCurrency,ResourceGroup,Extra';

/** Three chunks, and two. */
const ROWS = 134_000;
const ROWS_AGAIN = 70_000;

/** A daily usage file of some rows. */
function usageFile(rows: number, row: (i: number) => readonly string[], header = HEADER): File {
  const pieces = [`${header}\r\n`];
  for (let i = 0; i < rows; i++) pieces.push(`${row(i).join(',')}\r\n`);
  return new File(pieces, 'usage.csv');
}

async function read(file: File, options: ImportOptions = {}): Promise<FileReport> {
  const source = { name: file.name, size: file.size, stream: () => file.stream() };
  const [report] = (await importSources([source], options)).files;
  if (!report) throw new Error('no report');
  return report;
}

/** Keeps what a bulk file hands over. */
class Recorder implements ChunkWriter {
  chunks: Chunk[] = [];
  restarts = 0;
  private readonly collector = new ChunkCollector();
  async write(chunk: Chunk): Promise<void> {
    this.chunks.push(chunk);
    await this.collector.write(chunk);
  }
  async restart(): Promise<void> {
    this.chunks = [];
    this.restarts++;
    await this.collector.restart();
  }
  table(): Table {
    return this.collector.table();
  }
}

function cell(column: Column | undefined, row: number): unknown {
  if (column?.kind === 'text') return textAt(column, row);
  if (column?.kind === 'exact') return exactText(column, row);
  return column?.kind === 'day' ? column.days[row] : countAt(column, row);
}

const day = (i: number): string => `2026-03-${String(1 + (i % 28)).padStart(2, '0')}`;
const plain = (i: number): readonly string[] => [
  day(i), `meter-${String(i % 50)}`, `${String(i % 977)}.${String(i % 100).padStart(2, '0')}`, i % 3 === 0 ? 'EUR' : 'USD',
  `0.${'1'.repeat(1 + (i % 18))}`, '1.10', 'USD', `rg-${String(i)}`, '',
]; // prettier-ignore

describe('a bulk file', () => {
  it('goes to its writer chunk by chunk, remembers no more texts than allowed, and every row keeps its text', async () => {
    const recorder = new Recorder();
    const kinds: string[] = [];
    const open = (kind: string): ChunkWriter => {
      kinds.push(kind);
      return recorder;
    };
    const report = await read(usageFile(ROWS, plain), { openChunks: open });
    expect(kinds).toStrictEqual(['daily-usage']);
    expect(report.dataset?.chunks).toBe(recorder);
    expect(report.dataset?.table.rows).toBe(0);
    expect(report.dataset?.ledger).toStrictEqual({ read: ROWS, accepted: ROWS, rejected: 0, skipped: 0 });
    expect(recorder.chunks).toHaveLength(3);
    for (const { rows } of recorder.chunks.slice(0, -1)) {
      expect(rows).toBeGreaterThanOrEqual(CHUNK_ROWS);
      expect(rows).toBeLessThan(CHUNK_ROWS + 5000);
    }
    const groups = recorder.chunks.map((chunk) => chunk.columns.get('resourceGroup'));
    expect(groups.map((column) => column?.kind === 'text' && column.mayRepeat)).toStrictEqual([false, false, true]);
    for (const column of groups) expect(column?.kind === 'text' && stringsOf(column.added).length).toBeLessThan(70_002);
    const column = recorder.table().columns.get('resourceGroup');
    for (const row of [0, 1, 65_535, 65_536, 131_072, ROWS - 1]) expect(textAt(column, row)).toBe(`rg-${String(row)}`);
  });

  it('without a writer is collected into a table of the same rows', async () => {
    const recorder = new Recorder();
    await read(usageFile(70_000, plain), { openChunks: () => recorder });
    const { dataset } = await read(usageFile(70_000, plain));
    expect(dataset).not.toHaveProperty('chunks');
    expect(dataset?.table.rows).toBe(70_000);
    const recorded = recorder.table();
    expect([...recorded.columns.keys()]).toStrictEqual([...(dataset?.table.columns.keys() ?? [])]);
    for (const [name, column] of recorded.columns) {
      const other = dataset?.table.columns.get(name);
      const differs = (row: number): boolean => cell(column, row) !== cell(other, row);
      expect(Array.from({ length: 70_000 }, (_, row) => row).find(differs)).toBeUndefined();
    }
  });

  it('keeps every decimal as it was written', async () => {
    const amounts = ['115.2', '115.20', '-0.00', '0.123456789012345678', '123456789012345678901234567890.5', '7', ''];
    const file = usageFile(amounts.length, (i) => [day(i), 'm', '1', 'EUR', amounts[i] ?? '', '', '', '', '']);
    const column = (await read(file)).dataset?.table.columns.get('quantity');
    const texts = amounts.map((_, row) => column?.kind === 'exact' && exactText(column, row));
    expect(texts).toStrictEqual([...amounts.slice(0, -1), undefined]);
  });

  it('is begun again when its dates turn out to be day first, and no row is there twice', async () => {
    const recorder = new Recorder();
    const row = (i: number): readonly string[] => [
      i === ROWS_AGAIN - 1 ? '28/02/2026' : '03/02/2026',
      ...plain(i).slice(1),
    ];
    const report = await read(usageFile(ROWS_AGAIN, row), { openChunks: () => recorder });
    expect(report.state).toBe('read');
    expect(recorder.restarts).toBe(1);
    expect(recorder.table().rows).toBe(ROWS_AGAIN);
    expect(dayAt(recorder.table().columns.get('usageDate'), 0)).toBe(20_487);
  });

  it('that has no invoice number in any row is said to be unbilled', async () => {
    const unbilled = usageFile(70_000, plain);
    const number = (i: number): string => (i === 69_999 ? 'G001' : '');
    const billed = usageFile(
      70_000,
      (i) => [...plain(i).slice(0, -1), number(i)],
      HEADER.replace('Extra', 'InvoiceNumber'),
    );
    const codes = async (file: File) => (await read(file)).diagnostics.map(({ code }) => code);
    expect(await codes(unbilled)).toContain('unbilled');
    expect(await codes(billed)).not.toContain('unbilled');
  });

  it('counts conversions over all chunks, each example once', async () => {
    const row = (i: number): readonly string[] => [day(i), 'm', '" 1,234.50 "', 'EUR', '', '', '', '', ''];
    const report = await read(usageFile(ROWS_AGAIN, row));
    const tidied = report.diagnostics.find(({ code }) => code === 'numbers-tidied');
    expect(tidied?.message).toContain(`${ROWS_AGAIN.toLocaleString('en')} rows`);
    expect(tidied?.message.split('1234.50')).toHaveLength(2);
  });
});

describe('control totals', () => {
  it('are exact, by column of the file and by currency, whatever the digits', async () => {
    const file = usageFile(ROWS_AGAIN, plain);
    const { dataset } = await read(file);
    const cents = { EUR: 0n, USD: 0n };
    for (let i = 0; i < ROWS_AGAIN; i++)
      cents[i % 3 === 0 ? 'EUR' : 'USD'] += BigInt((plain(i)[2] ?? '').replace('.', ''));
    const text = (units: bigint): string =>
      `${String(units / 100n)}.${String(units % 100n).padStart(2, '0')}`.replace(/\.?0+$/, '');
    expect(dataset?.totals?.['BillingPreTaxTotal']).toStrictEqual({ EUR: text(cents.EUR), USD: text(cents.USD) });
    expect(dataset?.totals?.['PricingPreTaxTotal']).toStrictEqual({ USD: String((ROWS_AGAIN * 11) / 10) });
    let quantity = 0n;
    for (let i = 0; i < ROWS_AGAIN; i++) quantity += BigInt((plain(i)[4] ?? '').slice(2).padEnd(18, '0'));
    expect(dataset?.totals?.['Quantity']).toStrictEqual({
      '': `${String(quantity / 10n ** 18n)}.${String(quantity % 10n ** 18n).padStart(18, '0')}`.replace(/0+$/, ''),
    });
  });

  it('leave rejected rows out and take amounts of any size', async () => {
    const amounts = ['1.5', 'x', '-0.25', '99999999999999999999999999999999.125'];
    const file = usageFile(amounts.length, (i) => [day(i), 'm', amounts[i] ?? '', 'EUR', '', '', '', '', '']);
    const { dataset } = await read(file);
    expect(dataset?.ledger.rejected).toBe(1);
    expect(dataset?.totals?.['BillingPreTaxTotal']).toStrictEqual({ EUR: '100000000000000000000000000000000.375' });
  });
});

describe('what columns remember', () => {
  it('is bounded over all of them: the largest begin again', () => {
    const sink = (texts: number, characters: number) => ({ remembered: { texts, characters }, forget: vi.fn() });
    const sinks = [sink(10, 30_000_000), sink(80_000, 10), sink(10, 50_000_000), sink(10, 5)];
    forgetMany(sinks);
    expect(sinks.map(({ forget }) => forget.mock.calls.length)).toStrictEqual([0, 1, 1, 0]);
  });
});
