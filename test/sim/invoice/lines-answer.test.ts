import { expect, test } from 'vitest';
import { monthOfDay, parseDay } from '../../../src/core/days.ts';
import { toDecimal } from '../../../src/core/exact.ts';
import { linesAnswer } from '../../../src/sim/invoice/lines/lines-answer.ts';
import type { LinesAnswer, LinesQuery } from '../../../src/sim/invoice/lines/types.ts';
import { checkLines } from '../../../src/sim/invoice/model/check-lines.ts';
import { lineMonths } from '../../../src/sim/invoice/model/line-months.ts';
import { readLines } from '../../../src/sim/invoice/model/read-lines.ts';
import { type ReconciliationCells, reconciliation } from '../../support/books.ts';

const JUNE = monthOfDay(parseDay('2026-06-01') ?? 0);

/** Ten seats at 10.08. */
const LINE: ReconciliationCells = {
  invoiceNumber: 'G1',
  customerId: 'c',
  subscriptionId: 's',
  chargeType: 'cyclecharge',
  currency: 'USD',
  pricingCurrency: 'USD',
  termAndBillingCycle: 'One-Year commitment for monthly billing',
  chargeStartDate: '2026-06-01',
  chargeEndDate: '2026-06-30',
  unitPrice: '10.08',
  effectiveUnitPrice: '10.08',
  billableQuantity: '10',
  quantity: '10',
  pcToBCExchangeRate: '1',
  subtotal: '100.80',
  taxTotal: '0',
  total: '100.80',
};
const USAGE = { termAndBillingCycle: '', subscriptionDescription: 'Azure plan', subscriptionId: 'azure' };

function answer(cells: readonly ReconciliationCells[], query: Partial<LinesQuery> = {}): LinesAnswer {
  const lines = readLines([reconciliation(cells)]);
  const checked = checkLines(lines);
  if (!checked) throw new Error('given up');
  return linesAnswer(lines, checked, lineMonths(lines), { month: JUNE, currency: 'USD', gate: '0.05', ...query });
}

const verdicts = ({ verdicts: sums }: LinesAnswer) =>
  Object.fromEntries(sums.map(({ verdict, lines, difference }) => [verdict, [lines, difference]]));

test('each line has a verdict, and what is wrong is listed with both readings', () => {
  const found = answer([
    LINE,
    { ...LINE, effectiveUnitPrice: '9.408', billableQuantity: '12', subtotal: '112.89', total: '112.89' },
    { ...LINE, subtotal: '110.80', total: '110.80' },
    { ...LINE, total: '101.80' },
    { ...LINE, effectiveUnitPrice: '' },
    { ...LINE, currency: 'EUR' },
  ]);
  expect(verdicts(found)).toEqual({ exact: [2, 0], rounding: [0, 0], subtotal: [1, 1000], total: [1, 100], unknown: [1, 0] });
  expect(found.odd.map(({ row, verdict }) => [row, verdict])).toEqual([
    [2, 'subtotal'],
    [3, 'total'],
    [4, 'unknown'],
  ]);
  expect(found.odd[0]?.arithmetic).toEqual({ formula: 10_080, cutOnce: 10_080, residue: 1000, tolerance: 11, totalResidue: 0 });
  expect([found.lines, found.oddLines, found.oddDifference]).toEqual([5, 3, 1100]);
}); // prettier-ignore

test('what is below the gate is not listed, but its sum always shows', () => {
  const usage = { ...LINE, ...USAGE, effectiveUnitPrice: '1', billableQuantity: '1' };
  const cells = [
    { ...usage, subtotal: '1.03', total: '1.03' },
    { ...usage, subtotal: '0.96', total: '0.96' },
    { ...usage, subtotal: '1.06', total: '1.06' },
  ];
  const found = answer(cells);
  expect(found.noise).toEqual({ lines: 2, net: -1, gross: 7 });
  expect([found.oddLines, found.oddDifference]).toEqual([1, 6]);
  expect(answer(cells, { gate: '0' }).noise).toEqual({ lines: 0, net: 0, gross: 0 });
  expect(answer(cells, { gate: '10' })).toMatchObject({ oddLines: 0, noise: { lines: 3, net: 5, gross: 13 } });
});

test('a charge type that nobody knows stays, and credits have their reason', () => {
  const { charges, credits } = answer([
    LINE,
    { ...LINE, chargeType: 'somethingNew' },
    { ...LINE, chargeType: 'customerCredit', creditReasonCode: 'SLA', subtotal: '-5.00', effectiveUnitPrice: '-0.5', total: '-5.00' },
  ]);
  expect(charges.map(({ type, isKnown, charged, givenBack }) => [type, isKnown, charged, givenBack])).toEqual([
    ['customerCredit', true, 0, -500],
    ['cyclecharge', true, 10_080, 0],
    ['somethingNew', false, 10_080, 0],
  ]);
  expect(credits).toEqual([{ type: 'customerCredit', reason: 'SLA', lines: 1, subtotal: -500 }]);
}); // prettier-ignore

test('the price of consumption follows from the list price and all its adjustments, or not', () => {
  const usage = { ...LINE, ...USAGE, unitPrice: '2.99', billableQuantity: '32', priceAdjustmentDescription: '["15.0% Partner earned credit for services managed"]' };
  const { adjustments } = answer([
    { ...usage, effectiveUnitPrice: '2.5415', subtotal: '81.32', total: '81.32' },
    { ...usage, effectiveUnitPrice: '2.99', subtotal: '95.68', total: '95.68' },
  ]);
  expect(adjustments.map(({ kind, lines, following, other }) => [kind, lines, following, other])).toEqual([['earned-credit', 2, 1, 1]]);
}); // prettier-ignore

test('of the rates of one day the rarer is odd, and a rate between one currency', () => {
  const rated = (pcToBCExchangeRate: string, pcToBCExchangeRateDate: string, pricingCurrency = 'EUR') => ({ ...LINE, pcToBCExchangeRate, pcToBCExchangeRateDate, pricingCurrency }); // prettier-ignore
  const { rates } = answer([
    rated('1.1', '2026-06-28'),
    rated('1.10', '2026-06-28'),
    rated('1.2', '2026-06-28'),
    rated('1.2', '2026-06-29'),
    rated('1.2', '2026-06-29', 'USD'),
    rated('1', '2026-06-29', 'USD'),
  ]);
  expect(rates.map(({ from, rate, lines, odd }) => [from, toDecimal(rate, 1, 4), lines, odd])).toEqual([
    ['EUR', '1.1', 2, undefined],
    ['EUR', '1.2', 1, 'other'],
    ['EUR', '1.2', 1, undefined],
    ['USD', '1.2', 1, 'one'],
  ]);
});

test('the two lines of Microsoft 365 E5 are one price; the same line twice is not', () => {
  const one = { ...LINE, skuName: 'Microsoft 365 E5', unitPrice: '50.00' };
  const telco = { ...one, unitPrice: '7.00' };
  const { bundles } = answer([one, telco, { ...one, subscriptionId: 'x' }, { ...one, subscriptionId: 'x' }]);
  expect(bundles.map(({ kind, rows, unitPrice }) => [kind, rows, unitPrice && toDecimal(unitPrice, 2, 2)])).toEqual([
    ['telco', [0, 1], '57.00'],
  ]);
});
