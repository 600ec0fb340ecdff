import { describe, expect, test } from 'vitest';
import { parseFormula } from '../../../src/sheet/formula/parse.ts';
import { unitText } from '../../../src/sheet/formula/units/algebra.ts';
import { checkUnits } from '../../../src/sheet/formula/units/check.ts';
import { ANY, type Unit, mixedMoney, moneyUnit, parseUnit } from '../../../src/sheet/formula/units/unit.ts';

const COLUMNS = new Map<string, Unit>([
  ['Cost', moneyUnit('EUR', 'month')],
  ['Yearly', moneyUnit('EUR', 'year')],
  ['Total', moneyUnit('EUR')],
  ['Dollars', moneyUnit('USD', 'month')],
  ['Seats', parseUnit('seats')],
  ['Months', parseUnit('months')],
  ['Paid', mixedMoney('Currency', 'month')],
  ['List', mixedMoney('Currency', 'month')],
  ['Other', mixedMoney('Bill currency')],
]);
const NAMES = new Map<string, Unit>([
  ['uplift', parseUnit('%')],
  ['fee', parseUnit('EUR/month')],
  ['fee_usd', parseUnit('USD')],
]);

function checked(formula: string): string {
  const read = parseFormula(formula);
  if (!read.ok) throw new Error(read.error.words);
  const { unit, problems } = checkUnits(read.value, {
    column: (_, column) => COLUMNS.get(column) ?? ANY,
    name: (name) => NAMES.get(name) ?? ANY,
    product: (name) => (name === 'PASSED' ? ANY : mixedMoney('Currency', 'month')),
  });
  const [problem] = problems;
  return problem ? `${formula.slice(problem.start, problem.end)}: ${problem.words}` : unitText(unit);
}

const MIXED = 'This adds up amounts in several currencies. Multiply them by FX first, or pick one currency.';

describe('what belongs together', () => {
  test.each([
    ['=[@Seats]*[@Cost]*(1+uplift)', 'EUR/month'],
    ['=[@Cost]*12', 'EUR/month'],
    ['=[@Cost]*[@Months]', 'EUR'],
    ['=[@Total]/[@Months]', 'EUR/month'],
    ['=[@Cost]/[@Cost]-1', ''],
    ['=[@Cost]+fee', 'EUR/month'],
    ['=[@Cost]+5', 'EUR/month'],
    ['=ROUND([@Cost]/3,2)', 'EUR/month'],
    ['=IF([@Seats]>5,[@Cost],0)', 'EUR/month'],
    ['=[@Total]+[@Cost]', 'EUR/month'],
    ['=[@Dollars]*FX("USD","EUR")+[@Cost]', 'EUR/month'],
    ['=[@Cost]/FX("USD","EUR")', 'USD/month'],
    ['=FX("USD","EUR")*FX("EUR","SEK")', 'SEK for 1 USD'],
    ['=[@Paid]-[@List]', 'several currencies/month'],
    ['=SUM([@Paid],[@List])', 'several currencies/month'],
    ['=[@Paid]*FX([@Currency],"EUR")+fee', 'EUR/month'],
    ['=SUM([Paid]*FX([Currency],"EUR"))', 'EUR/month'],
    ['=SUMIFS([Paid],[Currency],"usd")', 'USD/month'],
    ['=[@Paid]/SUMIFS([Paid],[Currency],[@Currency])', ''],
    ['=SUM([Cost])', 'EUR/month'],
    ['=COUNT([Paid])', ''],
    ['=[@Seats]*2', 'seats'],
    ['=[@Seats]+[@Months]', ''],
    ['=LET(x,[@Cost],x+x)', 'EUR/month'],
    ['=[@Paid]/EST.PRICE([@Offer])-1', ''],
    ['=SWITCH([@Seats],1,[@Cost],2,fee,0)', 'EUR/month'],
    ['=SUMPRODUCT([Seats],[Cost])', 'EUR/month'],
    ['=[@Cost]&" EUR"', ''],
    ['=[@Anything]+[@Cost]', 'EUR/month'],
  ])('%s counts %s', (formula, unit) => {
    expect(checked(formula)).toBe(unit);
  });
});

describe('what does not says so, where it stands', () => {
  test.each([
    ['=[@Cost]+[@Dollars]', '[@Cost]+[@Dollars]: EUR and USD cannot be put together. Multiply one by FX first.'],
    ['=2*([@Cost]-fee_usd)', '[@Cost]-fee_usd: EUR and USD cannot be put together. Multiply one by FX first.'],
    [
      '=[@Cost]+[@Yearly]',
      '[@Cost]+[@Yearly]: An amount for a month and one for a year cannot be put together. Bring one to the period of the other first.',
    ],
    ['=[@Cost]*[@Cost]', '[@Cost]*[@Cost]: An amount of money is multiplied by another amount of money.'],
    ['=[@Cost]>[@Dollars]', '[@Cost]>[@Dollars]: EUR and USD cannot be put together. Multiply one by FX first.'],
    [
      '=IF([@Seats]>1,[@Cost],[@Dollars])',
      'IF([@Seats]>1,[@Cost],[@Dollars]): EUR and USD cannot be put together. Multiply one by FX first.',
    ],
    ['=SUM([Paid])', `SUM([Paid]): ${MIXED}`],
    ['=SUM([Paid]*[Seats])', `SUM([Paid]*[Seats]): ${MIXED}`],
    ['=SUMIFS([Paid],[Market],"DE")', `SUMIFS([Paid],[Market],"DE"): ${MIXED}`],
    ['=SUMPRODUCT([Seats],[Paid])', `SUMPRODUCT([Seats],[Paid]): ${MIXED}`],
    ['=AVERAGE([Paid])', `AVERAGE([Paid]): ${MIXED}`],
    [
      '=[@Paid]+[@Cost]',
      '[@Paid]+[@Cost]: the currency of the row and EUR cannot be put together. Multiply one by FX first.',
    ],
    [
      '=[@Paid]+[@Other]',
      '[@Paid]+[@Other]: the currency of the row and the currency of the row cannot be put together. Multiply one by FX first.',
    ],
    ['=[@Cost]*FX("USD","EUR")', '[@Cost]*FX("USD","EUR"): This rate is for USD, but the amount is in EUR.'],
    ['=[@Cost]+[@Seats]', '[@Cost]+[@Seats]: EUR/month and seats cannot be put together.'],
    ['=[@Cost]/[@Dollars]', '[@Cost]/[@Dollars]: EUR and USD cannot be put together. Multiply one by FX first.'],
    ['=LET(x,[@Dollars],x+[@Cost])', 'x+[@Cost]: USD and EUR cannot be put together. Multiply one by FX first.'],
  ])('%s', (formula, words) => {
    expect(checked(formula)).toBe(words);
  });
});

test('units as users write them', () => {
  expect(parseUnit('EUR/month')).toEqual(moneyUnit('EUR', 'month'));
  expect(parseUnit(' USD per year ')).toEqual(moneyUnit('USD', 'year'));
  expect(parseUnit('')).toEqual(ANY);
  expect(parseUnit('%')).toEqual({ kind: 'plain', label: '%' });
  expect(parseUnit('day')).toEqual({ kind: 'plain', label: 'day' });
});
