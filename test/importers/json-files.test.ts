/** JSON files as a whole: what stands far behind the first items counts like what stands among them. */
import { gzipSync, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import type { ChunkWriter } from '../../src/core/chunks.ts';
import { importOne, plainTable } from './support.ts';

const customer = (i: number, more: object = {}) => ({
  id: `c-${String(i)}`,
  companyProfile: { companyName: `Contoso ${String(i)}`, domain: 'contoso.example' },
  ...more,
});
const customers = Array.from({ length: 600 }, (_, i) => customer(i));

it('keeps keys that only late items have', async () => {
  const report = await importOne('x.json', JSON.stringify([...customers, customer(600, { relationship: 'reseller' })]));
  const table = report.dataset && plainTable(report.dataset.table);
  expect(report.dataset?.ledger).toEqual({ read: 601, accepted: 601, rejected: 0, skipped: 0 });
  expect(table?.['x:relationship']?.slice(-2)).toEqual([null, 'reseller']);
  expect(table?.['#row']?.slice(-2)).toEqual(['600', '601']);
});

it('empties the place of bulk rows before it reads again with more columns', async () => {
  const usage = (i: number, more: object = {}) => ({
    UsageDate: '2026-03-01',
    MeterId: 'm',
    BillingPreTaxTotal: 0.1,
    BillingCurrency: 'EUR',
    PricingPreTaxTotal: 0.1,
    Quantity: i,
    ...more,
  });
  const lines = Array.from({ length: 500 }, (_, i) => JSON.stringify(usage(i, i === 499 ? { Tag: 'late' } : {})));
  let opened = 0;
  const rows: number[] = [];
  const columns = new Set<string>();
  const writer: ChunkWriter = {
    write: (chunk) => {
      rows.push(chunk.rows);
      for (const name of chunk.columns.keys()) columns.add(name);
      return Promise.resolve();
    },
    restart: () => {
      rows.length = 0;
      columns.clear();
      return Promise.resolve();
    },
  };
  const openChunks = () => {
    opened++;
    return writer;
  };
  const report = await importOne('x.json', lines.join('\n'), { openChunks });
  expect(report).toMatchObject({ state: 'read', kind: 'daily-usage', dataset: { ledger: { accepted: 500 } } });
  expect([opened, rows.reduce((sum, count) => sum + count, 0), columns.has('x:Tag')]).toEqual([1, 500, true]);
});

it('hears what an envelope says behind its list', async () => {
  const items = Array.from({ length: 300 }, (_, i) => ({
    id: `s-${String(i)}`,
    offerId: 'CFQ7TTC0LH18:0001:CFQ7TTC0K971',
    quantity: 1,
    commitmentEndDate: '2026-12-31T00:00:00Z',
    termDuration: 'P1Y',
    billingCycle: 'annual',
    autoRenewEnabled: true,
  }));
  const links = { self: { uri: '/customers/11111111-2222-3333-4444-555555555555/subscriptions' }, next: { uri: '/x' } };
  const report = await importOne('x.json', JSON.stringify({ items, links }));
  expect(new Set(report.dataset && plainTable(report.dataset.table)['customerId'])).toEqual(
    new Set(['11111111-2222-3333-4444-555555555555']),
  );
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['one-page-only']);
});

it('reads JSON lines in several gzip members, cut within an item', async () => {
  const lines = customers.map((item) => JSON.stringify(item)).join('\n');
  const parts = [lines.slice(0, 5003), lines.slice(5003, 20_000), lines.slice(20_000)];
  const report = await importOne(
    'part-0.json.gz',
    new Uint8Array(parts.flatMap((part) => [...gzipSync(strToU8(part))])),
  );
  expect(report.dataset?.ledger.accepted).toBe(600);
});

it('counts what is no object, and says that a key occurs twice', async () => {
  const [one] = customers;
  const twice = JSON.stringify(one).replace('{', '{"id":"other",');
  const report = await importOne('x.json', `[${twice},17,"text",[]]`);
  expect(report.dataset?.ledger).toEqual({ read: 4, accepted: 1, rejected: 0, skipped: 3 });
  expect(report.dataset && plainTable(report.dataset.table)['customerId']).toEqual(['c-0']);
  expect(report.diagnostics.map(({ code, params }) => [code, params])).toEqual([
    ['items-not-objects', { rows: 3 }],
    ['duplicate-key', { key: 'id' }],
  ]);
});

it('is refused, with line and character, when it breaks off far behind the first items', async () => {
  const text = customers.map((item) => JSON.stringify(item)).join('\n');
  const report = await importOne('x.json', text.slice(0, -5));
  expect(report).toMatchObject({ state: 'refused', diagnostics: [{ code: 'bad-json', row: 600 }] });
});
