/** The spreadsheet's own functions agree with the simulation. */
import { describe, expect, it } from 'vitest';
import { TextBuilder, DecimalBuilder } from '../../src/core/column-builders.ts';
import { NO_OVERRIDES, changeOverrides } from '../../src/core/overrides/override.ts';
import { type FigureQuestion, formulaFigures, prepareBook, simulate } from '../../src/sim/index.ts';
import { type Column, textAt } from '../../src/core/table.ts';
import { datasetOf, portfolio, price, priceList, scenario } from '../support/books.ts';
import { day } from '../support/simulation.ts';

const rates = (() => {
  const [codes, months, usd] = [new TextBuilder(), new TextBuilder(), new DecimalBuilder()];
  for (const [code, month, rate] of [
    ['EUR', '2026-10', '1.25'],
    ['EUR', '2027-01', '1.5'],
    ['GBP', '2026', '2.5'],
  ] as const) {
    codes.push(code);
    months.push(month);
    usd.push(rate);
  }
  const columns = new Map<string, Column>([
    ['currencyCode', codes.finish()],
    ['month', months.finish()],
    ['usdPerUnit', usd.finish()],
  ] as const);
  return datasetOf('fx-rates', 'rates.csv', { rows: 3, columns }, 50);
})();

const list = priceList([
  price('P1Y/Annual', '120', '144'),
  price('P1M/Monthly', '12', '14.4'),
  price('P1Y/Annual', '240', '288', { skuId: '2', market: 'DE', currency: 'EUR' }),
]);
const subscriptions = portfolio([
  { subscriptionId: 'S1' },
  { subscriptionId: 'S2', autoRenew: 'true' },
  { skuId: '9' },
]);
const datasets = [list, subscriptions, rates];
const book = prepareBook({ datasets });
const window = { asOf: day('2026-11-22'), horizonMonths: 3 };
const request = { scenario: scenario(), window };

function ask(name: string, ...args: FigureQuestion['args']): number | null | undefined {
  return formulaFigures(book, request, [{ name, args }], datasets)[0];
}

describe('a figure for formulas', () => {
  it.each([
    ['EST.PRICE', ['S1'], 12.36],
    ['EST.PRICE', ['s1', null, day('2026-12-24')], 12.36],
    ['EST.PRICE', ['PRODUCT:1', 'Commercial'], 12.36],
    ['EST.PRICE', ['nobody'], null],
    ['LIST.PRICE', ['S1'], 10],
    ['LIST.PRICE', ['S1', null, null, 'P1M/Monthly'], 12],
    ['LIST.PRICE', ['PRODUCT:0002'], 20],
    ['LIST.PRICE', ['S1', null, day('2020-01-01')], null],
    ['TERM.END', ['S1'], day('2026-11-30')],
    ['LOCK.DATE', ['S1'], day('2026-11-29')],
    ['TERM.END', [''], null],
    ['FX', ['EUR', 'USD'], 1.25],
    ['FX', ['eur', 'usd', day('2027-02-01')], 1.5],
    ['FX', ['EUR', 'EUR'], 1],
    ['FX', ['GBP', 'EUR'], 2],
    ['FX', ['NOK', 'EUR'], null],
    ['PASSED', ['S2'], 0],
    ['PASSED', ['nobody'], null],
  ] as const)('%s(%j) is %s', (name, args, expected) => {
    expect(ask(name, ...args)).toBe(expected);
  });

  it('passed on agrees with the simulation, month by month and in all', () => {
    const { table, amounts } = simulate(book, request);
    const row = Array.from({ length: table.rows }).findIndex((_, at) => textAt(table.columns.get('id'), at) === 'S1');
    const months = ['2026-12-01', '2027-01-31', '2027-02-10'].map((text) => ask('PASSED', 'S1', day(text)) ?? NaN);
    expect(ask('PASSED', 'S1')).toBe((amounts.passed[row] ?? 0) / 100);
    expect(Math.round(months.reduce((sum, amount) => sum + amount, 0) * 100)).toBe(amounts.passed[row]);
  });

  it('follows the cells that the user changed', () => {
    const override = { value: '2027-06-30', author: '', at: '', reason: '' };
    const overrides = changeOverrides(NO_OVERRIDES, [{ id: 's1', column: 'commitmentEnd', override }]);
    const changed = { ...request, scenario: { ...request.scenario, overrides } };
    expect(formulaFigures(book, changed, [{ name: 'TERM.END', args: ['S1'] }], datasets)).toStrictEqual([
      day('2027-06-30'),
    ]);
  });
});
