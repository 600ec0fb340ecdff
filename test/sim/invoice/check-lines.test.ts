import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction, ONE, parseExact, ZERO } from '../../../src/core/exact.ts';
import { roundToMinor } from '../../../src/core/money.ts';
import type { Dataset } from '../../../src/core/schema/dataset.ts';
import { checkLine } from '../../../src/sim/invoice/line-check.ts';
import { checkLines, VERDICTS } from '../../../src/sim/invoice/model/check-lines.ts';
import { LINE_KINDS } from '../../../src/sim/invoice/model/kinds.ts';
import { readLines } from '../../../src/sim/invoice/model/read-lines.ts';
import { type ReconciliationCells, reconciliation } from '../../support/books.ts';
import { runs } from '../../support/runs.ts';

const decimal = (units: number, places: number): string => {
  const digits = String(Math.abs(units)).padStart(places + 1, '0');
  const point = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0 ? `-${point}` : point;
};

const figure = (places: number, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: 0, max: places }))
    .map(([units, at]) => decimal(units, at));

const line: fc.Arbitrary<ReconciliationCells> = fc
  .record({
    price: fc.oneof(
      figure(2, 99_999),
      fc
        .tuple(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), fc.integer({ min: 9, max: 14 }))
        .map(([units, at]) => decimal(units, at)),
    ),
    quantity: fc.oneof(figure(0, 500), figure(6, 9_999_999)),
    rate: fc.constantFrom('1', '', '0.846202666', '1.1', '0.9203547193'),
    tax: fc.constantFrom('0', '1.23', ''),
    off: fc.constantFrom(0, 0, 0, 1, -1, 12, -500),
    totalOff: fc.constantFrom(0, 0, 1),
    currency: fc.constantFrom('USD', 'JPY', 'EUR'),
    term: fc.constantFrom('One-Year commitment for monthly billing', '1 Year Reservation', 'One-Month'),
    invoice: fc.constantFrom('G1', 'G2', ''),
    subscription: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ price, quantity, rate, tax, off, totalOff, currency, term, invoice, subscription }) => {
    const digits = currency === 'JPY' ? 0 : 2;
    const product = [price, quantity, rate || '1'].reduce((value, text) => value * Number(text), 1);
    const subtotal = Math.trunc(product * 10 ** digits) + off;
    const total = subtotal + roundToMinor(parseExact(tax) ?? ZERO, digits) + totalOff;
    return {
      ...{ effectiveUnitPrice: price, billableQuantity: quantity, quantity, pcToBCExchangeRate: rate, taxTotal: tax },
      ...{
        currency,
        invoiceNumber: invoice,
        subscriptionId: subscription,
        termAndBillingCycle: term,
        chargeType: 'cyclecharge',
      },
      subtotal: decimal(subtotal, digits),
      total: decimal(total, digits),
      chargeEndDate: '2026-05-31',
    };
  });

/** What stands of each line in any order. */
function said(datasets: readonly Dataset[]): readonly string[] {
  const lines = readLines(datasets);
  const checked = checkLines(lines);
  return Array.from({ length: lines.rows }, (_, row) =>
    [
      lines.texts.subscriptionId.values[lines.texts.subscriptionId.codes[row] ?? 0],
      VERDICTS[checked?.verdicts[row] ?? 0],
      checked?.formula[row],
      checked?.residue[row],
      checked?.total[row],
    ].join(' '),
  ).sort();
}

describe('the arithmetic of billed lines', () => {
  test('is that of the exact check, line by line', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (cells) => {
        const lines = readLines([reconciliation(cells)]);
        const checked = checkLines(lines);
        for (const [row, cell] of cells.entries()) {
          const digits = cell.currency === 'JPY' ? 0 : 2;
          const minor = (text: string | undefined): number => roundToMinor(parseExact(text ?? '') ?? ZERO, digits);
          const kind = LINE_KINDS[checked?.kinds[row] ?? 0] === 'licence' ? 'licence' : 'usage';
          const exact = checkLine({
            ...{ kind, digits },
            effectiveUnitPrice: parseExact(cell.effectiveUnitPrice ?? '') ?? ZERO,
            quantity: parseExact(cell.billableQuantity ?? '') ?? fraction(1),
            rate: parseExact(cell.pcToBCExchangeRate ?? '') ?? ONE,
            subtotal: minor(cell.subtotal),
            tax: minor(cell.taxTotal),
            total: minor(cell.total),
          });
          expect({
            verdict: VERDICTS[checked?.verdicts[row] ?? 0],
            formula: checked?.formula[row],
            residue: checked?.residue[row],
          }).toEqual({ verdict: exact.verdict, formula: exact.formula, residue: exact.residue });
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('is the same however a file is shuffled, split over files, or given twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { minLength: 1, maxLength: 20, selector: (cells) => JSON.stringify(cells) }),
        fc.infiniteStream(fc.nat({ max: 2 })),
        (cells, parts) => {
          const whole = said([reconciliation(cells)]);
          expect(said([reconciliation([...cells].reverse())])).toEqual(whole);
          expect(said([reconciliation(cells, 40), reconciliation(cells, 41, 'again.csv')])).toEqual(whole);
          const split: ReconciliationCells[][] = [[], [], []];
          for (const cell of cells) split[parts.next().value ?? 0]?.push(cell);
          expect(said(split.map((rows, at) => reconciliation(rows, 40 + at, `${String(at)}.csv`)))).toEqual(whole);
        },
      ),
      { numRuns: runs(50) },
    );
  });
});
