import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { previewMapping } from '../../../src/importers/index.ts';
import {
  type Candidate,
  type MappingQuestion,
  NONE_OF_THESE,
  columnLists,
  draftOfGuess,
  isPortalExport,
  kindOptions,
  mappingOf,
  previewColumns,
  previewRows,
  reasonOf,
  samplesOf,
  selectOptions,
  selectValue,
  sourceOf,
  sourceOfSelect,
  unusedHeaders,
  withSource,
  wordsOf,
} from '../../../src/views/mapping/mapping.ts';
import { importOne } from '../../importers/support.ts';

const FIXTURES = new URL('../../fixtures/importers/mapped/', import.meta.url);

async function questionOf(csv: string): Promise<MappingQuestion> {
  const [asked] = (await importOne('list.csv', csv)).questions;
  if (asked?.kind !== 'mapping') throw new Error('the file asks for no mapping');
  return asked;
}

function bestOf({ candidates: [best] }: MappingQuestion): Candidate {
  if (!best) throw new Error('the question names no format');
  return best;
}

const question = await questionOf(readFileSync(new URL('distributor/input.csv', FIXTURES), 'utf8'));
const candidate = bestOf(question);
const guessed = draftOfGuess(candidate);
const format = createFormat('en-GB');

describe('the mapping dialog', () => {
  test('begins with the guesses, each with samples and a reason', () => {
    expect(samplesOf(question, sourceOf(guessed, 'quantity'))).toBe('25 · 3');
    expect(reasonOf(question, candidate, 'quantity', guessed)).toBe('likely, another name for it, looks like numbers');
    expect(reasonOf(question, candidate, 'skuId', guessed)).toBe('taken from the offer id');
    expect(reasonOf(question, candidate, 'segment', guessed)).toBe('');
  });

  test('warns that a renewal date is often the day after the term', async () => {
    expect(reasonOf(question, candidate, 'commitmentEnd', guessed)).toBe(
      'likely, another name for it, looks like dates; many lists give the day after the last one here',
    );
    const plain = await questionOf('Subscription Id,Offer,Qty,End Date,Term\ns-1,Contoso Mail,5,2026-12-31,P1Y\n');
    expect(reasonOf(plain, bestOf(plain), 'commitmentEnd', draftOfGuess(bestOf(plain)))).toBe(
      'likely, another name for it, looks like dates',
    );
  });

  test('knows the portal’s export, which lacks what a simulation needs', async () => {
    const portal = readFileSync(new URL('portal-export/input.csv', FIXTURES), 'utf8');
    expect(isPortalExport(await questionOf(portal))).toBe(true);
    expect(isPortalExport(question)).toBe(false);
    const complete = portal.replace(/\n/g, ',P1Y\n').replace('P1Y', 'Commitment term');
    expect(isPortalExport(await questionOf(complete))).toBe(false);
  });

  test('what the user picks is a choice of theirs, and every choice survives its select', () => {
    const draft = withSource(guessed, 'segment', sourceOfSelect('constant', 'segment'));
    expect(sourceOf(draft, 'segment')).toEqual({ kind: 'constant', text: 'Commercial' });
    expect(reasonOf(question, candidate, 'segment', draft)).toBe('chosen by you');
    for (const { value } of selectOptions(question, 'market')) {
      expect(selectValue(sourceOfSelect(value, 'market'))).toBe(value);
    }
    expect(selectOptions(question, 'quantity').some(({ value }) => value === 'constant')).toBe(false);
  });

  test('keeps an empty value for all rows out of the mapping', () => {
    const draft = withSource(guessed, 'market', { kind: 'constant', text: '  ' });
    expect(mappingOf(draft)).toEqual(mappingOf(guessed));
  });

  test('names the headers that nothing is read from', () => {
    expect(unusedHeaders(question, guessed)).toEqual([]);
    expect(unusedHeaders(question, withSource(guessed, 'customerName', { kind: 'none' }))).toEqual(['Company name']);
  });

  test('offers every kind of sheet, the likeliest first, and none of them last', () => {
    const options = kindOptions(question);
    expect(options[0]).toEqual({ value: '0', text: 'Subscriptions, sheet' });
    expect(options.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Licence price list', 'Customers', 'Promotions']),
    );
    expect(options.at(-1)?.value).toBe(NONE_OF_THESE);
    expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
  });

  test('puts the needed and the guessed columns of a price list first, under their own names', () => {
    const prices = question.candidates.find(({ kind }) => kind === 'licence-prices');
    if (!prices) throw new Error('no price list among the candidates');
    const { first, others } = columnLists(prices);
    expect(first).toEqual(expect.arrayContaining(['unitPrice', 'erpPrice', 'effectiveStart', 'offerId']));
    expect(others).toContain('tags');
    expect(wordsOf(prices, 'erpPrice').label).toBe('ERP Price');
    expect(wordsOf(candidate, 'quantity').label).toBe('Seats');
  });

  test('previews the rows as the importer would read them', async () => {
    const { header, samples } = question;
    const preview = await previewMapping({ header, samples, answer: { mapping: mappingOf(guessed) } });
    const columns = previewColumns(candidate, guessed);
    expect(columns).toContain('skuId');
    expect(columns).not.toContain('offerId');
    const rows = preview.table ? previewRows(preview.table, columns, format, 1) : [];
    const row = Object.fromEntries(columns.map((column, index) => [column, rows[0]?.[index]]));
    expect(row).toMatchObject({ quantity: '25', termDuration: 'P1Y', commitmentEnd: '2026-12-31', skuId: '0001' });
    expect(preview).toMatchObject({ missing: [], rejects: [], asks: [] });
  });

  test('says what is missing instead of a preview', async () => {
    const { header, samples } = question;
    const mapping = mappingOf(withSource(guessed, 'quantity', { kind: 'none' }));
    const preview = await previewMapping({ header, samples, answer: { mapping } });
    expect(preview).toMatchObject({ missing: ['quantity'], table: undefined });
    expect(preview.required).toContain('commitmentEnd');
  });

  test('previews one of two readings, and says that it will ask', async () => {
    const { header } = question;
    const samples = question.samples.map((row) => row.map((cell) => cell.replace(/^31\/12/, '03/04')));
    const preview = await previewMapping({ header, samples, answer: { mapping: mappingOf(guessed) } });
    expect(preview.asks).toEqual(['date-order']);
    expect(preview.table?.rows).toBe(2);
  });
});
