/** A header that nobody knows, or that has drifted, of any format: what is asked, and what an answer makes of the file. */
import { describe, expect, it } from 'vitest';
import type { FileReport, ImportQuestion, SheetAnswer } from '../../src/importers/index.ts';
import { importOne, plainTable } from './support.ts';

type MappingQuestion = Extract<ImportQuestion, { kind: 'mapping' }>;

function askedOf({ state, questions: [asked] }: FileReport): MappingQuestion {
  if (state !== 'question' || asked?.kind !== 'mapping') throw new Error(`no mapping is asked for: ${state}`);
  return asked;
}

/** What the dialog answers when the user changes nothing, or only this. */
function answerOf({ candidates: [best] }: MappingQuestion, constants: Record<string, string> = {}): SheetAnswer {
  if (!best) throw new Error('no candidate');
  const columns = Object.fromEntries(best.guess.columns.map(({ column, index }) => [column, index]));
  return { kind: best.kind, mapping: { columns, constants } };
}

async function answered(csv: string, constants: Record<string, string> = {}): Promise<FileReport> {
  const asked = askedOf(await importOne('list.csv', csv));
  const answers = new Map([[asked.headerHash, answerOf(asked, constants)]]);
  return importOne('list.csv', csv, { answers });
}

const GERMAN_PRICES =
  'Produkt;Produkt-ID;SKU ID;Bezeichnung;Laufzeit;Abrechnung;Land;Währung;EK-Preis;UVP;Gültig ab;Gültig bis\n' +
  'Contoso Post;CFQ7TTC0LDPB;0001;Contoso Post (Plan 1);P1Y;Monthly;DE;EUR;1.008,50;1440;01.04.2026;31.12.2026\n';
const LICENCE =
  'ProductTitle,ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,Retail Price,EffectiveStartDate,EffectiveEndDate\n' +
  'Contoso Mail,CFQ7TTC0LDPB,0001,Contoso Mail,P1Y,Annual,US,USD,120,150,2026-04-01,2026-12-31\n';

describe('a price list with German names', () => {
  it('is taken for one, with every column that it needs', async () => {
    const { candidates } = askedOf(await importOne('preise.csv', GERMAN_PRICES));
    expect(candidates[0]).toMatchObject({ kind: 'licence-prices', guess: { missing: [] } });
  });

  it('is read as one when the user agrees', async () => {
    const report = await answered(GERMAN_PRICES);
    expect(report).toMatchObject({ state: 'read', kind: 'licence-prices' });
    const table = report.dataset && plainTable(report.dataset.table);
    expect(table).toMatchObject({
      skuId: ['0001'],
      unitPrice: [expect.stringMatching(/^1008\.50*$/)],
      effectiveEnd: ['2026-12-31'],
      termDuration: ['P1Y'],
    });
  });
});

describe('a price list whose header has drifted', () => {
  it('asks for the column that is missing instead of rejecting every row', async () => {
    const asked = askedOf(await importOne('prices.csv', LICENCE));
    expect(asked.candidates[0]).toMatchObject({ kind: 'licence-prices', guess: { missing: [] } });
    expect(await answered(LICENCE)).toMatchObject({ state: 'read', dataset: { ledger: { accepted: 1, rejected: 0 } } });
  });

  it('takes one value for all rows where the file has no such column', async () => {
    const lacking = LICENCE.replace('Market,', '').replace(',US,', ',');
    const asked = askedOf(await importOne('prices.csv', lacking));
    expect(asked.candidates[0]?.guess.missing).toEqual(['market']);
    const report = await answered(lacking, { market: 'CA' });
    expect(report.dataset && plainTable(report.dataset.table)).toMatchObject({ market: ['CA'] });
  });
});

it.each([
  ['customers', 'Kundennummer,Firma,Domäne\n11111111-2222-3333-4444-555555555555,Contoso,contoso.example\n'],
  [
    'promotions',
    'Promo code,Title,Product ID,SKU ID,Term,Discount percent,Start date,End date\nP1,Spring,CFQ7TTC0LDPB,0001,P1Y,10,2026-01-01,2026-06-30\n',
  ],
  [
    'portfolio',
    'Abonnement-ID,Kunde,Produkt,Menge,Laufzeit,Laufzeitende\n11111111-2222-3333-4444-555555555555,Contoso,Mail,5,P1Y,2026-12-31\n',
  ],
  [
    'agreements',
    'Kundennummer,Mandanten-ID,Vereinbarung,Zugestimmt am,Vorname,Nachname,Mail\nK1,11111111-2222-3333-4444-555555555555,MicrosoftCustomerAgreement,2024-05-01,Kim,Example,kim@x.example\n',
  ],
  [
    'own-invoices',
    'Invoice No,Date,Bill To,Description,Qty,Rate,Line Total,Currency,Service Start,Service End\nR1,2026-11-03,Contoso,Mail,5,7.50,37.50,EUR,2026-11-01,2026-11-30\n',
  ],
])('%s under other names are taken for what they are', async (kind, csv) => {
  const { candidates } = askedOf(await importOne('list.csv', csv));
  expect(candidates[0]?.kind).toBe(kind);
});

it('every format offers each of its columns once', async () => {
  const { candidates } = askedOf(await importOne('preise.csv', GERMAN_PRICES));
  for (const { title, columns } of candidates) {
    const names = columns.map(({ name }) => name);
    expect(new Set(names).size, title).toBe(names.length);
  }
});

it('another table is not taken for anything', async () => {
  const { state, diagnostics } = await importOne('odd.csv', 'Colour,Size,Weight\nred,4,10\n');
  expect([state, diagnostics[0]?.code]).toEqual(['refused', 'not-recognised']);
});

it('an answer that names too little is asked again', async () => {
  const asked = askedOf(await importOne('prices.csv', LICENCE));
  const answers = new Map([
    [asked.headerHash, { kind: 'licence-prices', mapping: { columns: { skuId: 2 } } } as const],
  ]);
  expect((await importOne('prices.csv', LICENCE, { answers })).state).toBe('question');
});
