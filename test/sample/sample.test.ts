import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { trapTexts } from '../../src/core/text/en/sample.ts';
import { type SampleFile, makeBook, makeSample, traps, trapsPage } from '../../src/sample/index.ts';
import { checkRounding } from '../../src/sim/azure/credit/check.ts';
import { creditOf } from '../../src/sim/azure/credit/credit.ts';
import { readUsage } from '../../src/sim/azure/model/index.ts';
import { importAll, sourceOfText } from '../support/import-files.ts';

type Row = Readonly<Record<string, string>>;

const day = (text: string): number => parseDay(text) ?? NaN;
const asOf = day('2026-11-22');

function rowsOf(files: readonly SampleFile[], name: string): readonly Row[] {
  const file = files.find((candidate) => candidate.name === name);
  return Papa.parse<Row>((file?.text ?? '').slice(file?.text.startsWith('\uFEFF') ? 1 : 0), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

function itemsOf(files: readonly SampleFile[], name: string): readonly Readonly<Record<string, unknown>>[] {
  const text = files.find((file) => file.name === name)?.text ?? '{"items":[]}';
  return (JSON.parse(text) as { items: Readonly<Record<string, unknown>>[] }).items;
}

const number = (row: Row | undefined, column: string): number => Number(row?.[column]);

/** Half up to cents, on amounts that a float holds well enough to say which cent is meant. */
const cents = (amount: number): number => Math.round(amount * 100 + 1e-7) / 100;

describe('the sample', () => {
  const files = makeSample({ asOf });
  const newer = rowsOf(files, 'Nov_NCE_LicenseBasedPL_GA_US.csv');
  const older = rowsOf(files, 'Oct_NCE_LicenseBasedPL_GA_US.csv');

  it('is the same bytes for the same seed, and others for another seed', () => {
    expect(makeSample({ asOf })).toEqual(files);
    expect(makeSample({ asOf, seed: 8 })).not.toEqual(files);
  });

  it('holds 400 subscriptions of 40 customers in real formats', () => {
    const german = rowsOf(files, 'portfolio-germany.csv');
    expect(itemsOf(files, 'subscriptions.json').length + german.length).toBe(400);
    expect(itemsOf(files, 'customers.json')).toHaveLength(40);
    expect(new Set(german.map((row) => row['Currency']))).toEqual(new Set(['EUR']));
    expect(files[0]?.text).toMatch(/^\uFEFFChangeIndicator,.*,PreviousValues\r\n/);
    for (const list of [newer, older]) expect(list.length).toBeGreaterThan(250);
  });

  it('gives every subscription id once', () => {
    const ids = itemsOf(files, 'subscriptions.json').map((item) => item['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps the relations between the rows of a SKU', () => {
    const key = (row: Row, plan: string): string => [row['ProductId'], row['SkuId'], row['Segment'], plan].join();
    const byKey = new Map(
      newer.map((row) => [key(row, `${row['TermDuration'] ?? ''}/${row['BillingPlan'] ?? ''}`), row]),
    );
    const annual = newer.filter((row) => row['TermDuration'] === 'P1Y' && row['BillingPlan'] === 'Annual');
    expect(annual.length).toBeGreaterThan(80);
    for (const row of annual) {
      for (const column of ['UnitPrice', 'ERP Price']) {
        const price = number(row, column);
        expect(number(byKey.get(key(row, 'P1Y/Monthly')), column)).toBe(cents(12 * cents((price / 12) * 1.05)));
        const months = byKey.get(key(row, 'P1M/Monthly'));
        const windows365 = row['SkuTitle']?.startsWith('Windows 365') ?? false;
        if (months && !windows365) expect(number(months, column)).toBe(cents((price / 12) * 1.2));
        const triennial = byKey.get(key(row, 'P3Y/Triennial'));
        if (triennial) expect(number(triennial, column)).toBe(cents(3 * price));
      }
    }
    expect(annual.some((row) => !byKey.has(key(row, 'P1M/Monthly')))).toBe(true);
  });

  it('writes the previous values of changed rows as the older list has them', () => {
    const changed = newer.filter((row) => row['ChangeIndicator'] === 'Change');
    expect(changed.length).toBeGreaterThan(20);
    for (const row of changed) {
      const was = older.find((old) =>
        ['ProductId', 'SkuId', 'TermDuration', 'BillingPlan', 'Segment'].every((name) => old[name] === row[name]),
      );
      expect(row['PreviousValues']).toBe(
        `{'ERP Price': '${was?.['ERP Price'] ?? ''}', 'UnitPrice': '${was?.['UnitPrice'] ?? ''}'}`,
      );
    }
  });

  it('moves with as-of', () => {
    const later = makeSample({ asOf: day('2027-03-05') });
    const nextEnd = (sample: readonly SampleFile[]): string =>
      itemsOf(sample, 'subscriptions.json')
        .map((item) => String(item['commitmentEndDate']))
        .sort()[0] ?? '';
    expect(later[1]?.name).toBe('Mar_NCE_LicenseBasedPL_GA_US.csv');
    expect(nextEnd(files)).toBe('2026-11-22T23:59:59Z');
    expect(nextEnd(later)).toBe('2027-03-05T23:59:59Z');
  });

  it('lets about three in ten subscriptions drift or go to EST', () => {
    const items = itemsOf(files, 'subscriptions.json');
    const drifting = items.filter((item) => item['autoRenewEnabled'] === false && item['status'] === 'active');
    expect(drifting.length / items.length).toBeGreaterThan(0.25);
    expect(drifting.length / items.length).toBeLessThan(0.45);
  });

  it('holds daily usage of Azure, billed and not, where earned credit is lost on one customer', async () => {
    const usageFiles = files.filter(({ name }) => name.startsWith('azure-daily-usage'));
    const { datasets } = await importAll(usageFiles.map(({ name, text }) => sourceOfText(name, text)));
    const usage = readUsage(datasets);
    expect(usage.rows).toBeGreaterThan(2000);
    expect(usage.rows).toBeLessThanOrEqual(3000);
    expect(usage.facts).toMatchObject({ currencies: ['USD', 'EUR'], to: asOf - 1, replaced: [] });
    expect(creditOf(usage, 'USD').losses).toMatchObject([
      { kind: 'lost', level: 'customer', names: ['Alpine Ski House'], from: asOf - 20, to: asOf - 1, days: 20 },
    ]);
    expect(checkRounding(usage, 'EUR').shares.map(({ rounding }) => rounding)).toEqual(['exact']);
    expect(makeSample({ asOf: day('2026-12-01') }).some(({ name }) => name.includes('unbilled'))).toBe(false);
  });

  it('gives one CSV with every subscription on request', () => {
    expect(rowsOf(makeSample({ asOf, format: 'portfolio' }), 'portfolio.csv')).toHaveLength(400);
  });
});

describe('the planted traps', () => {
  const files = makeSample({ asOf });
  const planted = traps({ asOf });
  const text = files.map((file) => file.text).join('\n');
  const item = (trap: string): Readonly<Record<string, unknown>> | undefined => {
    const id = planted.find((entry) => entry.id === trap)?.subscriptionIds[0];
    return itemsOf(files, 'subscriptions.json').find((candidate) => candidate['id'] === id);
  };

  it('are at least a dozen, each with its texts, and all stand in the files', () => {
    expect(planted.map((trap) => trap.id)).toEqual(Object.keys(trapTexts));
    expect(planted.length).toBeGreaterThanOrEqual(12);
    for (const trap of planted) {
      const ids = [...trap.subscriptionIds, ...trap.customerIds];
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(text).toContain(id);
    }
  });

  it('are what they say', () => {
    expect(item('est-despite-flag')).toMatchObject({
      autoRenewEnabled: true,
      scheduledActions: [{ actionType: 'RenewToExtendedServiceTerm' }],
    });
    expect(item('cancel-despite-flag')).toMatchObject({
      autoRenewEnabled: true,
      scheduledActions: [{ actionType: 'Cancel' }],
    });
    expect(item('ends-today')).toMatchObject({ commitmentEndDate: '2026-11-22T23:59:59Z' });
    expect(item('month-end')).toMatchObject({ commitmentEndDate: '2027-01-30T23:59:59Z' });
    expect(item('suspended')).toMatchObject({ status: 'suspended' });
    expect(item('trial')).toMatchObject({ isTrial: true, billingCycle: 'none' });
    expect(item('promotion-dies')).toHaveProperty('promotionId');
    expect(item('legacy-instruction')).toHaveProperty('scheduledNextTermInstructions.quantity');
    expect(String(item('old-grace')?.['effectiveStartDate']) < '2025-04-01').toBe(true);
    expect(text).toContain('"=HYPERLINK(');
  });

  it('are listed in docs/sample.md', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/sample.md'), 'utf8');
    expect(page).toBe(trapsPage(asOf));
  });
});

describe('a book', () => {
  const book = makeBook({ asOf, seed: 1, subscriptions: 5000 });

  it('is the same in chunks of text and as tables', () => {
    const rows = Papa.parse<Row>([...book.portfolioCsvChunks()].join(''), { header: true, skipEmptyLines: true }).data;
    const portfolio = book.datasets().at(-1)?.table;
    const ids = portfolio?.columns.get('subscriptionId');
    expect(rows).toHaveLength(5000);
    expect(portfolio?.rows).toBe(5000);
    expect(
      ids?.kind === 'text' && rows.every((row, index) => row['SubscriptionId'] === ids.values[ids.codes[index] ?? 0]),
    ).toBe(true);
  });
});
