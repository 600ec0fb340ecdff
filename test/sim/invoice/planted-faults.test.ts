import { describe, expect, test } from 'vitest';
import { parseDay, monthOfDay } from '../../../src/core/days.ts';
import { fraction, multiply, parseExact, toDecimal, ZERO } from '../../../src/core/exact.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import { prepareBook } from '../../../src/sim/index.ts';
import { mapEstOffers } from '../../../src/sim/est-mapping.ts';
import { EstTerms } from '../../../src/sim/invoice/est-terms.ts';
import { checkLines } from '../../../src/sim/invoice/model/check-lines.ts';
import { lineMonths } from '../../../src/sim/invoice/model/line-months.ts';
import { readLines } from '../../../src/sim/invoice/model/read-lines.ts';
import { checkMonth } from '../../../src/sim/invoice/union/check-month.ts';
import type { Difference, MonthCheck } from '../../../src/sim/invoice/union/types.ts';
import {
  FAULTS,
  type InvoiceMonth,
  invoiceMonth,
  MONTH,
  type Planted,
  reconciliationOf,
} from '../../support/invoice-month.ts';
import { portfolio, type ReconciliationCells, reconciliation, type SubscriptionCells } from '../../support/books.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';

function checked({ before, after, lines }: InvoiceMonth, files = [reconciliationOf(lines)]): MonthCheck {
  const read = readLines(files);
  const arithmetic = checkLines(read);
  if (!arithmetic) throw new Error('INTERNAL: given up');
  const [was, is] = [prepareBook({ datasets: before }), prepareBook({ datasets: after })];
  const mapping = mapEstOffers(is.offers.values(), []);
  return checkMonth({
    month: monthOfDay(parseDay(`${MONTH.text}-01`) ?? 0),
    ...{ lines: read, checked: arithmetic, months: lineMonths(read), gate: fraction(4, 100) },
    before: { book: was, day: day(MONTH.before) },
    after: { book: is, day: day(MONTH.after) },
    terms: new EstTerms(is.offers.values(), mapping, DEFAULT_SCENARIO.est),
  });
}

interface Score {
  found: number;
  right: number;
  wrong: string[];
  falseFindings: number;
}

function score(month: InvoiceMonth, { differences }: MonthCheck): Score {
  const read = readLines([reconciliationOf(month.lines)]);
  const idOf = (row: number): string => month.lines[read.sourceRow[row] ?? 0]?.alternateId ?? '';
  const isOf = (planted: Planted, difference: Difference): boolean =>
    difference.rows.some((row) => idOf(row).startsWith(planted.lineId)) ||
    (difference.rows.length === 0 && difference.subscriptionId === planted.subscriptionId);
  const result: Score = { found: 0, right: 0, wrong: [], falseFindings: 0 };
  const explained = new Set<Difference>();
  for (const planted of month.planted) {
    const own = differences.filter((difference) => isOf(planted, difference));
    for (const difference of own) explained.add(difference);
    const causes = own.map(({ cause }) => cause);
    if (planted.causes.some((cause) => causes.includes(cause)) || causes.length > 0) result.found++;
    const isRight = causes.length === planted.causes.length && planted.causes.every((cause) => causes.includes(cause));
    if (isRight) result.right++;
    else
      result.wrong.push(
        `${planted.fault}: ${causes.join(', ') || 'nothing'} (${planted.lineId} ${planted.subscriptionId})`,
      );
  }
  result.falseFindings = differences.filter((difference) => !explained.has(difference)).length;
  for (const difference of differences) {
    if (!explained.has(difference))
      result.wrong.push(
        `false: ${difference.cause} ${difference.key} ${difference.rows.map(idOf).join(' ')} was ${difference.was} should ${difference.should}`,
      );
  }
  return result;
}

describe('a month of an invoice against what it should be', () => {
  test('a clean month has no difference', () => {
    for (let seed = 1; seed <= runs(1); seed++) {
      const month = invoiceMonth(seed);
      const check = checked(month);
      expect(check.differences.map(({ key, was, should }) => [key, was, should])).toEqual([]);
      expect(month.lines.length).toBeGreaterThan(4500);
      for (const { billed, expected, uncovered, difference, noise } of check.totals) {
        expect(billed - expected - uncovered).toBe(difference);
        expect(difference).toBe(noise);
      }
    }
  });

  test('planted faults are found with their causes', () => {
    for (let seed = 1; seed <= runs(2); seed++) {
      const month = invoiceMonth(seed, { faults: 20 });
      const check = checked(month);
      const { found, right, wrong, falseFindings } = score(month, check);
      const of = FAULTS.length * 20;
      expect(found).toBe(of);
      expect(right, wrong.join('\n')).toBeGreaterThanOrEqual(of * 0.95);
      expect(falseFindings, wrong.join('\n')).toBeLessThanOrEqual(month.lines.length / 1000);
    }
  });

  test('is the same however the lines are shuffled, split over files, or given twice', () => {
    for (let seed = 1; seed <= runs(2); seed++) {
      const month = invoiceMonth(seed, { customers: 8, subscriptions: 80, usage: 40, faults: 1 });
      const whole = said(checked(month));
      const { lines } = month;
      expect(said(checked(month, [reconciliation(lines.toReversed())]))).toEqual(whole);
      const parts = [0, 1, 2].map((part) => lines.filter((_, at) => at % 3 === part));
      expect(
        said(
          checked(
            month,
            parts.map((own, at) => reconciliation(own, 40 + at, `${String(at)}.csv`)),
          ),
        ),
      ).toEqual(whole);
      const twice = [reconciliation(lines, 40), reconciliation(lines, 41, 'again.csv')];
      expect(said(checked(month, twice))).toEqual(whole);
    }
  });

  test('a charge and its refund cancel, whole on the first day and by days after it', () => {
    const month = invoiceMonth(1, { customers: 2, subscriptions: 12, usage: 0 });
    const clean = said(checked(month));
    const bought = {
      ...{
        customerId: 'customer-1',
        productId: 'CFQ7TTC0P001',
        skuId: '0001',
        subscriptionId: 'gone',
        currency: 'USD',
      },
      ...{
        invoiceNumber: 'G1',
        termAndBillingCycle: 'One-Month',
        chargeEndDate: '2026-11-11',
        pcToBCExchangeRate: '1',
      },
      ...{ unitPrice: '31', quantity: '3', taxTotal: '0' },
    };
    const charge = {
      ...bought,
      chargeType: 'new',
      chargeStartDate: '2026-10-12',
      billableQuantity: '3',
      effectiveUnitPrice: '31',
      subtotal: '93',
      total: '93',
    };
    const refund = (on: string, each: string, all: string): ReconciliationCells => ({
      ...bought, chargeType: 'cancelImmediate', chargeStartDate: on, billableQuantity: '-3', effectiveUnitPrice: each, subtotal: all, total: all,
    }); // prettier-ignore
    const withLines = (...more: readonly ReconciliationCells[]): MonthCheck =>
      checked(month, [reconciliationOf([...month.lines, ...more])]);
    expect(said(withLines(charge, refund('2026-10-12', '31', '-93')))).toEqual(clean);
    expect(said(withLines(charge, refund('2026-10-15', '28', '-84')))).toEqual(clean);
    const short = withLines(charge, refund('2026-10-15', '20', '-60')).differences;
    expect(short.map(({ cause, amount, was, should }) => [cause, amount, was, should])).toEqual([
      ['proration', 2400, '20', '28'],
    ]);
  });
});

/** Bought in October, as the export of November has it. */
const BOUGHT: SubscriptionCells = {
  ...{
    customerId: 'customer-1',
    productId: 'CFQ7TTC0P001',
    skuId: '0001',
    termDuration: 'P1Y',
    billingPlan: 'Monthly',
  },
  ...{ commitmentStart: '2026-10-05', commitmentEnd: '2027-10-04' },
};
const LINE: ReconciliationCells = {
  ...{ customerId: 'customer-1', productId: 'CFQ7TTC0P001', skuId: '0001', subscriptionId: 'one', currency: 'USD' },
  ...{
    pricingCurrency: 'USD',
    invoiceNumber: 'G1',
    termAndBillingCycle: 'One-Year',
    pcToBCExchangeRate: '1',
    taxTotal: '0',
  },
  ...{ subscriptionStartDate: '2026-10-05', subscriptionEndDate: '2027-10-04', unitPrice: '5.57' },
  ...{ chargeStartDate: '2026-10-05', chargeEndDate: '2026-11-04' },
};

/** A line of seats at a price; the list has 5.57 a month. */
function lineOf(
  chargeType: string,
  seats: number,
  effective: string,
  more: ReconciliationCells = {},
): ReconciliationCells {
  const subtotal = toDecimal(multiply(parseExact(effective) ?? ZERO, fraction(seats)), 2, 2);
  const quantity = String(seats);
  return {
    ...LINE,
    chargeType,
    quantity,
    billableQuantity: quantity,
    effectiveUnitPrice: effective,
    subtotal,
    total: subtotal,
    ...more,
  };
}

function found(
  before: readonly SubscriptionCells[],
  after: readonly SubscriptionCells[],
  lines: readonly ReconciliationCells[],
) {
  const lists = invoiceMonth(1, { customers: 1, subscriptions: 0, usage: 0 }).before.slice(0, 2);
  const exports = {
    before: [...lists, portfolio(before, 10, 'before.csv')],
    after: [...lists, portfolio(after, 10, 'after.csv')],
  };
  const { differences } = checked({ ...exports, lines, planted: [] });
  return differences.map(({ cause, was, should, rows }) => [cause, was, should, ...rows]);
}

describe('what has to be told apart', () => {
  test('a whole cycle that contradicts a change which led to the seats of the export is the one that is wrong', () => {
    const half = { chargeStartDate: '2026-10-20', referenceId: 'r' };
    const lines = [
      lineOf('new', 39, '5.57'),
      lineOf('addQuantity', -36, '2.87483871', { ...half, subtotal: '-103.49', total: '-103.49' }),
      lineOf('addQuantity', 40, '2.87483871', { ...half, subtotal: '114.99', total: '114.99' }),
    ];
    expect(found([], [{ ...BOUGHT, subscriptionId: 'one', quantity: '40' }], lines)).toEqual([
      ['quantity', '39', '36', 0],
    ]);
    const other = [lineOf('new', 36, '5.57'), ...lines.slice(1)];
    expect(found([], [{ ...BOUGHT, subscriptionId: 'one', quantity: '40' }], other)).toEqual([]);
  });

  test('subscriptions of one customer, product and term that are billed under other ids go by their seats and prices', () => {
    const [few, many] = [
      { ...BOUGHT, quantity: '7' },
      { ...BOUGHT, quantity: '52' },
    ];
    const lines = [
      lineOf('new', 52, '5.57', { subscriptionId: 'b' }),
      lineOf('new', 7, '5.57', { subscriptionId: 'a' }),
    ];
    expect(found([], [few, many], lines)).toEqual([]);
    const [plain, off] = [
      { ...BOUGHT, quantity: '7' },
      { ...BOUGHT, quantity: '7', promotionPercent: '10' },
    ];
    const alike = [
      lineOf('new', 7, '5.013', { subscriptionId: 'b' }),
      lineOf('new', 7, '5.57', { subscriptionId: 'a' }),
    ];
    expect(found([], [plain, off], alike)).toEqual([]);
  });

  test('an Extended Service Term came instead of the subscription that was to be charged, not of one that was not', () => {
    const yearly = { ...BOUGHT, billingPlan: 'Annual', commitmentStart: '2026-03-05', commitmentEnd: '2027-03-04' };
    const monthly = { ...BOUGHT, termDuration: 'P1M', commitmentStart: '2026-10-05', commitmentEnd: '2026-11-04' };
    const before = { ...monthly, commitmentStart: '2026-09-05', commitmentEnd: '2026-10-04' };
    const est = lineOf('new', 10, '6.88', { subscriptionId: 'e', skuId: '000E', unitPrice: '6.88' });
    expect(found([yearly, before], [yearly, monthly], [est]).map(([cause]) => cause)).toEqual(['est']);
    const [more, less] = [
      { ...monthly, quantity: '30' },
      { ...monthly, quantity: '10' },
    ];
    const both = found([{ ...before, quantity: '30' }, before], [more, less], [est]);
    expect(both.map(([cause, , , ...rows]) => [cause, ...rows])).toEqual([['missing'], ['est', 0]]);
  });
});

/** What a check says, but for where the lines stand. */
function said({ differences }: MonthCheck): readonly unknown[] {
  return differences
    .map(({ rows: _, lines: __, ...rest }) => rest)
    .sort((a, b) => (JSON.stringify(a, plain) < JSON.stringify(b, plain) ? -1 : 1));
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
