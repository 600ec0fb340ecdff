import { expect, test } from 'vitest';
import { monthToText } from '../../../src/core/days.ts';
import { invoiceFacts } from '../../../src/sim/invoice/model/invoice-facts.ts';
import { lineMonths } from '../../../src/sim/invoice/model/line-months.ts';
import { readLines } from '../../../src/sim/invoice/model/read-lines.ts';
import { type ReconciliationCells, reconciliation } from '../../support/books.ts';

function factsOf(cells: readonly ReconciliationCells[]) {
  const lines = readLines([reconciliation(cells)]);
  return invoiceFacts(lines, lineMonths(lines));
}

const line = (cells: ReconciliationCells): ReconciliationCells => ({
  invoiceNumber: 'G1',
  currency: 'USD',
  chargeStartDate: '2026-06-05',
  total: '10.00',
  ...cells,
});

test('a credit for an earlier month stays in the month of its invoice, a line without invoice in its own', () => {
  const { invoices, months } = factsOf([
    line({}),
    line({ chargeStartDate: '2026-06-30' }),
    line({ chargeStartDate: '2026-05-02', total: '-3.00' }),
    line({ invoiceNumber: '', chargeStartDate: '2026-07-01', total: '1.00' }),
    line({ invoiceNumber: '', chargeStartDate: '', orderDate: '2026-08-01', total: '2.00' }),
  ]);
  expect(months.map(monthToText)).toEqual(['2026-06', '2026-07', '2026-08']);
  expect(invoices.map(({ number, total, lines }) => [number, total, lines])).toEqual([
    ['G1', '17.00', 3],
    ['', '1.00', 1],
    ['', '2.00', 1],
  ]);
});

test('sums keep every digit of the file, and currencies apart', () => {
  const { invoices, currencies } = factsOf([
    line({ total: '0.0000000001' }),
    line({ total: '12345678901234.56' }),
    line({ total: '0.1', currency: 'EUR' }),
    line({ total: '5', currency: 'JPY', invoiceNumber: 'G2' }),
  ]);
  expect(currencies).toEqual(['USD', 'EUR', 'JPY']);
  expect(invoices.map(({ currency, total }) => `${total} ${currency}`)).toEqual([
    '12345678901234.5600000001 USD',
    '0.10 EUR',
    '5 JPY',
  ]);
});
