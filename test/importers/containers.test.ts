/** Files inside files, and files that are not what they seem. */
import { gzipSync, strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { importSources } from '../../src/importers/index.ts';
import { importOne, plainTable, sourceOf } from './support.ts';

const CUSTOMERS = 'CustomerId,CustomerName\nc-1,Fabrikam\nc-2,Contoso\n';
const NAMES = ['Fabrikam', 'Contoso'];
const names = (report: Awaited<ReturnType<typeof importOne>>) =>
  report.dataset && plainTable(report.dataset.table)['customerName'];
const codes = (report: Awaited<ReturnType<typeof importOne>>) => report.diagnostics.map(({ code }) => code);

describe('gzip', () => {
  const packed = gzipSync(strToU8(CUSTOMERS));

  it('is told by its bytes, whatever the name', async () => {
    expect(names(await importOne('list.csv', packed))).toEqual(NAMES);
  });
  it('reads all members, in chunks of any size', async () => {
    const half = CUSTOMERS.indexOf('c-2') + 2;
    const members = new Uint8Array([
      ...gzipSync(strToU8(CUSTOMERS.slice(0, half))),
      ...gzipSync(strToU8(CUSTOMERS.slice(half))),
    ]);
    for (const chunk of [1, 7, 64, 4096]) {
      const { files } = await importSources([sourceOf('x.gz', members, chunk)]);
      expect(files[0]?.dataset?.ledger.accepted, `chunks of ${String(chunk)}`).toBe(2);
    }
  });
  it.each([
    ['cut off', packed.slice(0, -6)],
    ['cut off in the middle', packed.slice(0, 30)],
    ['with a wrong checksum', packed.map((byte, i) => (i === packed.length - 7 ? byte ^ 1 : byte))],
    ['with junk behind it', new Uint8Array([...packed, 1, 2, 3, 4, 5, 6, 7, 8])],
  ])('is refused when %s', async (_name, bytes) => {
    const report = await importOne('x.gz', bytes);
    expect([report.state, codes(report)]).toEqual(['refused', ['damaged-gzip']]);
  });
  it('is refused inside gzip', async () => {
    expect(codes(await importOne('x.gz', gzipSync(packed)))).toEqual(['nested-archive']);
  });
  it('is refused when it is a bomb', async () => {
    const report = await importOne('x.gz', gzipSync(strToU8(CUSTOMERS + 'c-3,Fabrikam\n'.repeat(2_000_000))));
    expect([report.state, codes(report)]).toEqual(['refused', ['zip-bomb']]);
  });
});

describe('zip', () => {
  const archive = zipSync({
    'a.csv': strToU8(CUSTOMERS),
    'folder/b.txt': strToU8('nothing here'),
    'empty.csv': new Uint8Array(0),
  });

  it('gives a report for each file inside', async () => {
    const { files } = await importSources([sourceOf('drop.zip', archive)]);
    expect(files.map(({ file, state, kind }) => [file, state, kind])).toEqual([
      ['drop.zip/a.csv', 'read', 'customers'],
      ['drop.zip/folder/b.txt', 'refused', 'unknown'],
      ['drop.zip/empty.csv', 'refused', 'unknown'],
    ]);
    expect(files[0]).toMatchObject({ bytes: CUSTOMERS.length, sha256: (await importOne('a.csv', CUSTOMERS)).sha256 });
  });
  it.each([
    ['cut off', archive.slice(0, 60), 'damaged-zip'],
    ['inside itself', zipSync({ 'inner.zip': archive }), 'nested-archive'],
    ['a bomb', zipSync({ 'bomb.csv': new Uint8Array(40 * 1024 * 1024) }), 'zip-bomb'],
  ])('is refused when %s', async (_name, bytes, code) => {
    const report = await importOne('x.zip', bytes);
    expect([report.state, codes(report)]).toEqual(['refused', [code]]);
  });
  it('is refused when a file inside has a wrong checksum', async () => {
    const stored = zipSync({ 'a.csv': [strToU8(CUSTOMERS), { level: 0 }] });
    const at = stored.findIndex((_, i) => new TextDecoder().decode(stored.subarray(i, i + 8)) === 'Fabrikam');
    expect(
      codes(
        await importOne(
          'x.zip',
          stored.map((byte, i) => (i === at ? 0x58 : byte)),
        ),
      ),
    ).toEqual(['damaged-zip']);
  });
});

describe('workbook', () => {
  const portfolio = [
    [
      'SubscriptionId',
      'ProductId',
      'SkuId',
      'Quantity',
      'TermDuration',
      'BillingPlan',
      'CommitmentEndDate',
      'IsTrial',
      'PricePaidPerSeatMonth',
    ],
    ['sub-1', 'CFQ7TTC0AAAA', '0001', 25, 'P1Y', 'Annual', new Date('2026-12-31'), false, 18.48],
  ];
  const customers = [
    ['CustomerId', 'CustomerName'],
    ['c-1', 'Fabrikam'],
  ];

  it('reads dates, numbers and flags as typed cells', async () => {
    const report = await importOne('x.xlsx', await writeXlsx({ sheets: [{ name: 'Subscriptions', rows: portfolio }] }));
    expect(report.dataset && plainTable(report.dataset.table)).toMatchObject({
      '#row': ['2'], skuId: ['0001'], quantity: ['25'], commitmentEnd: ['2026-12-31'], isTrial: ['no'], pricePaid: ['18.48'],
    }); // prettier-ignore
  });
  it('reads dates that lost their format and stand as day numbers', async () => {
    const rows = portfolio.map((row) => row.map((cell) => (cell instanceof Date ? 46387 : cell)));
    const report = await importOne('x.xlsx', await writeXlsx({ sheets: [{ name: 'Subscriptions', rows }] }));
    expect(report.dataset && plainTable(report.dataset.table)).toMatchObject({ commitmentEnd: ['2026-12-31'] });
    expect(codes(report)).toEqual(['serials-read']);
  });
  it('reads every sheet that it recognises and names the others', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Read me', rows: [['Hello', 'reader']] },
        { name: 'Mine', rows: portfolio },
        { name: 'Theirs', rows: customers },
      ],
    });
    const { files } = await importSources([sourceOf('book.xlsx', bytes)]);
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([
      ['book.xlsx/Mine', 'portfolio'],
      ['book.xlsx/Theirs', 'customers'],
    ]);
    expect(files[0]?.diagnostics).toMatchObject([{ code: 'other-sheets', params: { others: 'Read me' } }]);
  });
});

it.each([
  ['old Excel', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'old-excel'],
  ['cut Parquet', [0x50, 0x41, 0x52, 0x31, 0x15], 'damaged-parquet'],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd, 0x04], 'unsupported-container'],
])('says what to do with %s', async (_name, bytes, code) => {
  expect(codes(await importOne('portfolio.csv', new Uint8Array(bytes)))).toEqual([code]);
});

it.each([
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'binary data, a PDF document'],
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'binary data, a PNG picture'],
  ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 16], 'binary data, a JPEG picture'],
  ['GIF', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0], 'binary data, a GIF picture'],
  ['exe', [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0], 'binary data, a program for Windows'],
  ['NUL bytes', [0x61, 0x62, 0, 0xfe, 0x80, 0, 0, 0x63], 'binary data'],
  ['NUL bytes between ASCII', [0x61, 0x62, 0, 0x63, 0x64, 0, 0, 0x65], 'binary data'],
])('does not ask for the encoding of binary data (%s)', async (_name, bytes, found) => {
  const report = await importOne('portfolio.csv', new Uint8Array(bytes));
  expect(report).toMatchObject({ state: 'refused', questions: [], diagnostics: [{ code: 'not-recognised' }] });
  expect(report.diagnostics[0]?.params['found']).toBe(found);
});

it('reads a table with a stray NUL byte', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `c-${String(i)},Contoso ${String(i)}\n`).join('');
  const report = await importOne('customers.csv', `CustomerId,CustomerName\n${rows}c-x,Fabri\u0000kam\n`);
  expect(report.dataset?.ledger.accepted).toBe(41);
});

it('names a file that went away while it was read', async () => {
  const gone = {
    name: 'x.csv',
    size: 10,
    stream: () => new ReadableStream<Uint8Array>({ pull: (c) => c.error(new Error('gone')) }),
  };
  const { files } = await importSources([gone]);
  expect(files[0]).toMatchObject({
    state: 'refused',
    sha256: '',
    diagnostics: [{ code: 'unreadable', params: { reason: 'gone' } }],
  });
});

it('stops when it is cancelled', async () => {
  const controller = new AbortController();
  const rows = Array.from({ length: 50_000 }, (_, i) => `c-${String(i)},Fabrikam ${String(i)}\n`).join('');
  const running = importSources([sourceOf('x.csv', `CustomerId,CustomerName\n${rows}`)], {
    signal: controller.signal,
    onProgress: ({ bytesRead }) => {
      if (bytesRead > 300_000) controller.abort();
    },
  });
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
});
