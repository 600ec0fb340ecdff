/** Manifests: tokens in them leave no trace, and they are held against the files that were dropped with them. */
import { readFileSync } from 'node:fs';
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type FileReport, importSources } from '../../src/importers/index.ts';
import { importOne, plainTable, sourceOf } from './support.ts';

const FIXTURES = new URL('../fixtures/importers/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, FIXTURES), 'utf8');
const codes = (report: FileReport | undefined) => report?.diagnostics.map(({ code }) => code);

/** All that a report holds, tables included, as one text. */
function everythingIn(report: FileReport): string {
  const table = report.dataset ? plainTable(report.dataset.table) : {};
  return JSON.stringify([report, table], (_key, value: unknown) => (value instanceof Map ? [...value] : value));
}

describe('tokens', () => {
  it.each(['billing-v1', 'billing-v2-from-operation', 'beta-2022', 'cost-management'])('of %s are nowhere', async (name) => {
    const text = read(`manifest/${name}/input.json`);
    expect(text).toMatch(/SECRET/);
    const report = await importOne('manifest.json', text);
    expect(report).toMatchObject({ state: 'read', kind: 'manifest', isConfidential: true });
    expect(everythingIn(report)).not.toMatch(/SECRET|sig=/);
  }); // prettier-ignore

  it('of a manifest that breaks off are nowhere', async () => {
    const text = read('manifest/billing-v1/input.json');
    for (let end = 1; end < text.length; end += 7) {
      const report = await importOne('manifest.json', text.slice(0, end));
      expect(everythingIn(report), `cut at ${String(end)}`).not.toMatch(/SECRET/);
    }
  });

  it('of items that a user maps are nowhere', async () => {
    const item = {
      SubscriptionId: 's-1',
      CustomerName: 'Fabrikam',
      Seats: 5,
      Renewal: '2026-12-31',
      OfferId: 'CFQ7TTC0AAAA:0001:CFQ7TTC0BBBB',
      Link: 'https://store.example/a?sv=1&sig=SECRET',
      sasToken: 'sv=1&sig=SECRET',
    };
    const report = await importOne('x.json', JSON.stringify([item]));
    expect(report.state).toBe('question');
    expect(everythingIn(report)).not.toMatch(/SECRET|sasToken/);
  });
});

const customers = (count: number) =>
  `CustomerId,CustomerName\n${Array.from({ length: count }, (_, i) => `c-${String(i)},Contoso\n`).join('')}`;
const manifest = (run: string, submittedTime: string, blobs: readonly object[]) =>
  JSON.stringify({
    manifestVersion: '2024-04-01',
    exportConfig: { exportName: 'daily', type: 'ActualCost', dataVersion: '2023-12-01-preview' },
    deliveryConfig: { fileFormat: 'Csv', compressionMode: 'None' },
    runInfo: { submittedTime, runId: run, startDate: '2026-03-01T00:00:00', endDate: '2026-03-31T00:00:00Z' },
    blobs,
  });
const part = (run: string, n: number, rows: number, bytes: number) => ({
  blobName: `root/daily/20260301-20260331/${run}/part_${String(n)}_0001.csv`,
  byteCount: bytes,
  dataRowCount: rows,
});

describe('files of a manifest', () => {
  const size = (count: number) => customers(count).length;

  it('are all there, with the rows and sizes that it states', async () => {
    const { files } = await importSources([
      sourceOf('part_0_0001.csv', customers(3)),
      sourceOf('manifest.json', manifest('run-1', '2026-03-05T01:00:00Z', [part('run-1', 0, 3, size(3))])),
    ]);
    expect(codes(files[1])).toEqual(['manifest-complete']);
  });

  it('are missing, or have other rows and sizes', async () => {
    const blobs = [part('run-1', 0, 4, size(4)), part('run-1', 1, 2, size(2))];
    const { files } = await importSources([
      sourceOf('manifest.json', manifest('run-1', '2026-03-05T01:00:00Z', blobs)),
      sourceOf('part_0_0001.csv', customers(3)),
    ]);
    expect(files[0]?.diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ['manifest-missing', { there: 1, count: 2, missing: 'part_1_0001.csv' }],
      ['manifest-differs', { blob: 'part_0_0001.csv', unit: 'rows', stated: '4', found: 3 }],
      ['manifest-differs', { blob: 'part_0_0001.csv', unit: 'bytes', stated: String(size(4)), found: size(3) }],
    ]);
    expect(files[0]?.dataset?.diagnostics).toEqual(files[0]?.diagnostics);
  });

  it('of an older run of the month are refused, since the newest run has their rows', async () => {
    const folder = (run: string, time: string, rows: number) => ({
      [`daily/20260301-20260331/${run}/manifest.json`]: strToU8(manifest(run, time, [part(run, 0, rows, size(rows))])),
      [`daily/20260301-20260331/${run}/part_0_0001.csv`]: strToU8(customers(rows)),
    });
    const archive = zipSync({
      ...folder('run-1', '2026-03-05T01:00:00Z', 2),
      ...folder('run-2', '2026-03-06T01:00:00Z', 3),
    });
    const { files } = await importSources([sourceOf('export.zip', archive)]);
    expect(files.map((report) => [report.state, codes(report), report.dataset?.ledger.read])).toEqual([
      ['read', ['older-run', 'manifest-complete'], 1],
      ['refused', ['older-run-file'], undefined],
      ['read', ['manifest-complete'], 1],
      ['read', [], 3],
    ]);
  });

  it('cannot be told apart when two have the same name', async () => {
    const { files } = await importSources([
      sourceOf('part_0_0001.csv', customers(3)),
      sourceOf('part_0_0001.csv', customers(4)),
      sourceOf('manifest.json', manifest('run-1', '2026-03-05T01:00:00Z', [part('run-1', 0, 3, 9)])),
    ]);
    expect(codes(files[2])).toEqual(['manifest-complete', 'manifest-unclear']);
  });
});
