/** Sheets read by bytes and through PapaParse end alike: columns, ledger, rejected rows, diagnostics. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRows } from '../../src/importers/read/csv.ts';
import { decode } from '../../src/importers/read/decode.ts';
import { readCsv } from '../../src/importers/read/read-csv.ts';
import type { RowNotes, Rows } from '../../src/importers/read/rows.ts';
import { readSheet } from '../../src/importers/sheet/read-sheet.ts';
import { runs } from '../support/runs.ts';
import { plainTable } from './support.ts';

const HEADERS = [
  'ProductTitle,ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,ERP Price,EffectiveStartDate,EffectiveEndDate,Note',
  'SubscriptionId,CustomerName,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,AutoRenewEnabled,Status,Note',
  'UsageDate,MeterId,BillingPreTaxTotal,BillingCurrency,Quantity,UnitPrice,ChargeType,Tags,Note',
];

const TEXTS = [
  '',
  ' ',
  'a',
  'B ',
  '\u00A0x',
  'ü',
  '🙂',
  'CFQ7TTC0LH16',
  '0001',
  'P1Y',
  'P1M',
  'monthly',
  'US',
  'EUR',
  'new',
  'say "hi"',
  'x,y',
  'a\r\nb',
  'NULL',
  "O'Neil",
];
const NUMBERS = [
  '1',
  '0',
  '-0',
  '12.50',
  '-3.1',
  '1.234',
  '0.123456789012345',
  '12345678901234567.123456789',
  '007',
  '1,234.5',
  '1.234,5',
  '1E-5',
  '(3)',
  '$4',
  '.5',
  '5.',
  '1'.repeat(31),
  'x',
];
const DAYS = [
  '2026-01-31',
  '1/2/2026',
  '2/1/2026',
  '13/2/2026',
  '2/13/2026 11:59:59 PM',
  '31.12.2026',
  '46023',
  '0001-01-01T00:00:00',
  '2026-02-30',
  'yes',
  'no',
];
const cell = fc.oneof(fc.constantFrom(...TEXTS), fc.constantFrom(...NUMBERS), fc.constantFrom(...DAYS));
/** A row that is accepted under each header. */
const USUAL = [
  ['Title', 'CFQ7TTC0LH16', '0001', 'Sku', 'P1Y', 'Monthly', 'US', 'USD', '12.5', '15', '1/1/2026', '1/1/2027', ''],
  ['sub-1', 'Contoso', 'CFQ7TTC0LH16', '0001', '5', 'P1Y', 'Annual', '2026-12-31', 'True', 'active', ''],
  ['6/30/2026', 'meter', '0.123', 'EUR', '2.000', '0.000000000000000123', 'New', '{ "a": "b" }', ''],
];
/** The usual row with some cells replaced, missing at the end or too many. */
const rowLike = (cells: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.array(fc.tuple(fc.nat(14), cell), { maxLength: 2 }), fc.nat(20)).map(([changes, cut]) => {
    const changed = [...cells];
    for (const [at, text] of changes) if (at <= changed.length) changed[at] = text;
    const shaped =
      cut < 2 ? changed.slice(0, changed.length - 1 - cut) : cut === 2 ? [...changed, '', 'more'] : changed;
    return shaped.map(written).join(',');
  });
const oddLine = fc.constantFrom('', ',,,', 'a,"b"c,d', '"', ' "x",y');
const file = fc
  .nat(HEADERS.length - 1)
  .chain((index) => {
    const row = rowLike(USUAL[index] ?? []);
    const line = fc.oneof({ weight: 15, arbitrary: row }, { weight: 1, arbitrary: oddLine });
    return fc.tuple(fc.constant(HEADERS[index] ?? ''), fc.array(line, { maxLength: 25 }));
  })
  .chain(([header, lines]) =>
    fc.tuple(fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean()).map(([end, hasMark, repeatsHeader]) => {
      const rows = repeatsHeader ? [header, ...lines.slice(0, 3), header, ...lines.slice(3)] : [header, ...lines];
      return (hasMark ? '\uFEFF' : '') + rows.join(end);
    }),
  );

function written(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function* cut(bytes: Uint8Array, piece: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece);
}

async function outcomeOf(open: (notes: RowNotes) => Rows) {
  const source = {
    file: 'f.csv',
    open: () => {
      const notes: RowNotes = { badQuotes: [] };
      return { rows: open(notes), notes };
    },
  };
  const outcome = await readSheet(source, { answers: new Map(), onRows: () => undefined });
  const { findings, ...rest } = outcome;
  return {
    ...rest,
    ...(rest.state === 'read' ? { table: plainTable(rest.table) } : {}),
    diagnostics: findings.diagnostics(),
    count: findings.count,
    rejects: findings.rejects,
  };
}

it('gives the same outcome by bytes as through PapaParse, in blocks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      file,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 400 }),
      async (text, piece, block) => {
        const bytes = new TextEncoder().encode(text);
        const sizes = { first: 4096, others: block };
        const byBytes = await outcomeOf((notes) => readCsv(cut(bytes, piece), undefined, notes, sizes));
        const byPapa = await outcomeOf((notes) => csvRows(decode(cut(bytes, 65_536)), notes));
        expect(byBytes).toEqual(byPapa);
      },
    ),
    { numRuns: runs(500) },
  );
});
