/** Prices of commitments out of both kinds of Azure price lists. */
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { type PriceSearch, commitmentPrices } from '../../../src/sim/azure/plan/prices.ts';
import { importAll, sourceOfText } from '../../support/import-files.ts';

const SHEET_HEADER =
  'MeterId,MeterName,MeterRegion,Product,UnitOfMeasure,TierMinimumUnits,EffectiveStartDate,EffectiveEndDate,UnitPrice,BasePrice,MarketPrice,Currency,Term,PriceType,SkuId,ProductId';
const sheetRow = (
  meter: string,
  price: string,
  term: string,
  type: string,
  more: { tier?: string; from?: string } = {},
) =>
  [
    ...[`id-${meter}`, meter, 'EU West', 'VM Dsv5', '1 Hour', more.tier ?? '0', more.from ?? '2026-10-01T00:00:00Z'],
    ...['9999-12-31T23:59:59Z', price, '1', '1', 'USD', term, type, '00FV', 'DZH318Z0BBBB'],
  ].join(',');
const SHEET = sourceOfText(
  'sheet.csv',
  `${[
    SHEET_HEADER,
    sheetRow('D2', '0.2', '', 'Consumption'),
    sheetRow('D2', '0.1', '', 'Consumption', { tier: '100' }),
    sheetRow('D2', '0.15', 'P1Y', 'SavingsPlan'),
    sheetRow('D4', '0.15', 'P1Y', 'SavingsPlan'),
    sheetRow('D2', '640', 'P3Y', 'Reservation'),
    sheetRow('D2', '650', 'P3Y', 'Reservation', { from: '2026-11-01T00:00:00Z' }),
    sheetRow('D2', '700', 'P3Y', 'Reservation', { from: '2027-11-01T00:00:00Z' }),
    sheetRow('D2', '300', 'P1Y', 'Reservation'),
  ].join('\n')}\n`,
);
const PLAN = sourceOfText(
  'plan.csv',
  [
    'ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,MeterIds,MeterType,Tags',
    'Reserved VM,DZH318Z0AAAA,003J,"Reserved VM Instance, D2 v3, EU West, 3 Years",Microsoft,,1 Hour,P3Y,DE,EUR,1234.5,,,2026-10-01T00:00:00Z,9999-11-30T23:59:59Z,m,1 Hour,Azure;Reservation',
    'VM,DZH318Z0AAAA,003K,VM D2 v3,Microsoft,,1 Hour,payG-1,DE,EUR,0.2,0,,2026-10-01T00:00:00Z,9999-11-30T23:59:59Z,m,1 Hour,Azure;Consumption',
    '',
  ].join('\n'),
);
const search = (more: Partial<PriceSearch>): PriceSearch => ({
  ...{ kind: 'reservation', term: 'P3Y', words: '', on: parseDay('2026-11-15') ?? 0, most: 20 },
  ...more,
});

describe('prices of commitments', () => {
  it('of reservations are those in force, the newest of each title, in both lists', async () => {
    const { datasets } = await importAll([SHEET, PLAN]);
    expect(commitmentPrices(datasets, search({}))).toEqual([
      {
        ...{ kind: 'reservation', term: 'P3Y', title: 'Reserved VM Instance, D2 v3, EU West, 3 Years' },
        ...{ currency: 'EUR', rate: '1234.5', file: 'plan.csv' },
      },
      {
        ...{ kind: 'reservation', term: 'P3Y', title: 'VM Dsv5, D2, EU West' },
        ...{ currency: 'USD', rate: '650', file: 'sheet.csv' },
      },
    ]);
  });

  it('are found by words in any order', async () => {
    const { datasets } = await importAll([SHEET, PLAN]);
    const titles = (words: string) => commitmentPrices(datasets, search({ words })).map(({ file }) => file);
    expect(titles('west dsv5')).toEqual(['sheet.csv']);
    expect(titles('d2')).toEqual(['plan.csv', 'sheet.csv']);
    expect(titles('e16')).toEqual([]);
  });

  it('of savings plans are a percentage off the first tier of the same meter', async () => {
    const { datasets } = await importAll([SHEET, PLAN]);
    expect(commitmentPrices(datasets, search({ kind: 'savings-plan', term: 'P1Y' }))).toMatchObject([
      { title: 'VM Dsv5, D2, EU West', rate: '25', currency: 'USD' },
    ]);
  });
});
