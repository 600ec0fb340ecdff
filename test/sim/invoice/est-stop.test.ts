import { expect, test } from 'vitest';
import { dayToText, parseDay } from '../../../src/core/days.ts';
import { estStop } from '../../../src/sim/invoice/est-stop.ts';
import { checkLines } from '../../../src/sim/invoice/model/check-lines.ts';
import { lineMonths } from '../../../src/sim/invoice/model/line-months.ts';
import { readLines } from '../../../src/sim/invoice/model/read-lines.ts';
import { type ReconciliationCells, reconciliation } from '../../support/books.ts';

/** 25 seats at 21.75 for June. */
const JUNE: ReconciliationCells = {
  invoiceNumber: 'G6',
  subscriptionId: 's',
  currency: 'USD',
  termAndBillingCycle: 'One-Month commitment for monthly billing',
  chargeType: 'renew',
  chargeStartDate: '2026-06-01',
  chargeEndDate: '2026-06-30',
  effectiveUnitPrice: '21.75',
  billableQuantity: '25',
  pcToBCExchangeRate: '1',
  subtotal: '543.75',
  taxTotal: '0',
  total: '543.75',
};
const REFUND: ReconciliationCells = {
  ...JUNE,
  chargeType: 'cancelImmediate',
  chargeStartDate: '2026-06-11',
  effectiveUnitPrice: '14.50',
  billableQuantity: '-25',
  subtotal: '-362.50',
  total: '-362.50',
};
/** Another subscription on a later invoice. */
const LATER: ReconciliationCells = { ...JUNE, invoiceNumber: 'G7', subscriptionId: 'other', chargeStartDate: '2026-07-01', chargeEndDate: '2026-07-31' }; // prettier-ignore

function stopOn(asOf: string, cells: readonly ReconciliationCells[]) {
  const lines = readLines([reconciliation(cells)]);
  const checked = checkLines(lines);
  if (!checked) throw new Error('given up');
  const months = lineMonths(lines);
  const { values, codes } = lines.texts.subscriptionId;
  const rows = Array.from(codes.keys()).filter((row) => values[codes[row] ?? 0] === 's');
  const billed = { lines, checked, months, lastMonth: Math.max(...months) };
  const { state, from, to, daysLeft, refund } = estStop(billed, rows, parseDay(asOf) ?? 0);
  return [state, dayToText(from), dayToText(to), daysLeft, refund];
}

test('in the billed month the rest of it comes back, the day of cancelling included', () => {
  expect(stopOn('2026-06-11', [JUNE])).toEqual(['running', '2026-06-01', '2026-06-30', 20, 36_250]);
  expect(stopOn('2026-06-01', [JUNE])).toEqual(['running', '2026-06-01', '2026-06-30', 30, 54_375]);
  expect(stopOn('2026-06-30', [JUNE])).toEqual(['running', '2026-06-01', '2026-06-30', 1, 1812]);
});

test('after it, EST has probably renewed, unless an invoice of later says otherwise', () => {
  expect(stopOn('2026-08-31', [JUNE])).toEqual(['presumed', '2026-08-01', '2026-08-31', 1, 1754]);
  expect(stopOn('2026-08-31', [JUNE, LATER])).toEqual(['ended', '2026-06-01', '2026-06-30', 0, 0]);
});

test('a refund of all seats says that it was cancelled', () => {
  expect(stopOn('2026-06-20', [JUNE, REFUND])[0]).toBe('cancelled');
  const again = { ...JUNE, chargeStartDate: '2026-06-12', subtotal: '344.37', effectiveUnitPrice: '13.775' };
  expect(stopOn('2026-06-21', [JUNE, REFUND, again])).toEqual(['running', '2026-06-12', '2026-06-30', 10, 18_125]);
});
