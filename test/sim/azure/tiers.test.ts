/** Months of meters with tiers against the tiers of imported price lists. */
import { describe, expect, it } from 'vitest';
import { monthOfDay, parseDay } from '../../../src/core/days.ts';
import { checkTiers } from '../../../src/sim/azure/credit/check-tiers.ts';
import { tieredMeters } from '../../../src/sim/azure/credit/price-tiers.ts';
import { readUsage } from '../../../src/sim/azure/model/index.ts';
import { importAll, sourceOfText } from '../../support/import-files.ts';
import { type UsageLine, dailyUsage } from '../../support/usage-files.ts';

const PLAN = 'ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,MeterIds,MeterType,Tags'; // prettier-ignore
const planRow = (meter: string, price: string, min: string, max: string, term = 'payG-1'): string =>
  `Logs,DZH318Z0AAAA,003J,Logs,Microsoft,,1 Hour,${term},US,USD,${price},${min},${max},3/1/2018 12:00:00 AM,11/30/9999 11:59:59 PM,${meter},1 Hour,Azure`;
/** Unsorted, as the lists are. */
const LIST = [
  PLAN,
  planRow('M-LOGS;m-other', '0.50', '100001', '9223372036854780000'),
  planRow('M-LOGS;m-other', '0.80', '101', '100000'),
  planRow('M-LOGS;m-other', '1', '1', '100'),
  planRow('m-flat', '2', '', ''),
  planRow('m-flat', '900', '', '', 'P1Y'),
].join('\n');

const SHEET = [
  'BillingAccountId,BillingAccountName,BillingProfileId,BillingProfileName,ServiceFamily,Product,ProductId,SkuId,UnitOfMeasure,MeterId,MeterName,MeterType,MeterCategory,MeterSubCategory,MeterRegion,TierMinimumUnits,EffectiveStartDate,EffectiveEndDate,UnitPrice,BasePrice,MarketPrice,Currency,BillingCurrency,Term,PriceType',
  '1,a,b,,Logs,Logs,DZH318Z0BBBB,00FV,1 Hour,m-sheet,Logs,1 Hour,Logs,,,5,2026-01-01T00:00:00Z,9999-12-31T23:59:59Z,2.99,2.99,2.99,USD,USD,,Consumption',
  '1,a,b,,Logs,Logs,DZH318Z0BBBB,00FV,1 Hour,m-sheet,Logs,1 Hour,Logs,,,0,2026-01-01T00:00:00Z,9999-12-31T23:59:59Z,0,0,0,USD,USD,,Consumption',
].join('\n');

const base: UsageLine = {
  ...{ day: '2026-10-01', customer: 'c-1', subscription: 's-1', group: 'prod', category: 'Logs', meter: 'Logs' },
  ...{ quantity: '60', price: '1', cost: '51', currency: 'USD', earned: '15', invoice: 'G1', tags: '', meterId: 'm-logs' },
}; // prettier-ignore

async function checked(lines: readonly UsageLine[], ...lists: readonly string[]) {
  const files = [dailyUsage('d.csv', lines), ...lists.map((list, at) => sourceOfText(`${String(at)}.csv`, list))];
  const { datasets } = await importAll(files);
  const prices = datasets.filter(({ kind }) => kind === 'azure-prices');
  expect(prices).toHaveLength(lists.length);
  return checkTiers(readUsage(datasets), 'USD', tieredMeters(prices));
}

describe('the check of tiers', () => {
  it('fills them with the units of a month, in either way, and says which one the file follows', async () => {
    const more = { ...base, day: '2026-10-09' };
    const { meters, compared, months } = await checked(
      [
        // 101 units: 100.80 before the earned credit, cut to cents after it.
        ...[{ ...base, quantity: '100', cost: '85' }, { ...more, quantity: '1', price: '0.8', cost: '0.68' }],
        // Two subscriptions of 60: 116 together, 120 each on its own.
        ...[{ ...base, customer: 'c-2' }, { ...more, customer: 'c-2', subscription: 's-2' }],
        ...[{ ...base, customer: 'c-3', cost: '5' }, { ...base, customer: 'c-4', meterId: 'm-flat' }],
      ],
      LIST,
    ); // prettier-ignore
    expect([meters, compared]).toEqual([2, 3]);
    expect(months.map(({ customer, file, byCustomer, bySubscription, fit }) => [customer, file, byCustomer, bySubscription, fit])).toEqual([
      ['Name of c-3', '5.882352941176470588', '60', '60', 'neither'],
      ['Name of c-2', '120', '116', '120', 'subscription'],
      ['Name of c-1', '100.8', '100.8', '100.8', 'both'],
    ]); // prettier-ignore
  });

  it('reads the sheet of Cost Management, where a tier begins after its minimum (the Log Analytics pair of R-084)', async () => {
    const free = { ...base, meterId: 'm-sheet', quantity: '5', price: '0', cost: '0' };
    const paid = { ...base, meterId: 'm-sheet', quantity: '32', price: '2.99', cost: '81.33' };
    const { months } = await checked([free, paid], SHEET, LIST);
    expect(months).toMatchObject([{ quantity: '37', byCustomer: '95.68', fit: 'both' }]);
  });

  it('tries whole months only, and no other units', async () => {
    const late = { ...base, day: '2026-09-20' };
    const { months } = await checked([late, base].map((line) => ({ ...line, quantity: '10', cost: '8.5' })), LIST.replaceAll(',1 Hour,payG', ',10 Hours,payG')); // prettier-ignore
    expect(months).toMatchObject([{ month: monthOfDay(parseDay('2026-10-01') ?? 0), fit: 'unit' }]);
    expect((await checked([base])).meters).toBe(0);
  });
});
