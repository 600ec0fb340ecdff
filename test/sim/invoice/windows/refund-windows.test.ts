import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../../src/core/days.ts';
import type { Dataset } from '../../../../src/core/schema/dataset.ts';
import { prepareBook } from '../../../../src/sim/book.ts';
import { billedEst } from '../../../../src/sim/invoice/est-billed.ts';
import { estStop } from '../../../../src/sim/invoice/est-stop.ts';
import { EstTerms } from '../../../../src/sim/invoice/est-terms.ts';
import { checkLines } from '../../../../src/sim/invoice/model/check-lines.ts';
import { lineMonths } from '../../../../src/sim/invoice/model/line-months.ts';
import { readLines } from '../../../../src/sim/invoice/model/read-lines.ts';
import { refundWindows } from '../../../../src/sim/invoice/windows/refund-windows.ts';
import type { RefundWindow } from '../../../../src/sim/invoice/windows/types.ts';
import { portfolio, price, priceList, reconciliation, scenario } from '../../../support/books.ts';
import { charge, type Charge } from '../bridge/lines.ts';

function windowsOf(charges: readonly Charge[], asOf: string, others: readonly Dataset[] = []): readonly RefundWindow[] {
  const recon = reconciliation(charges.map(charge));
  const lines = readLines([recon]);
  const checked = checkLines(lines);
  if (!checked) throw new Error('not checked');
  const months = lineMonths(lines);
  const book = prepareBook({ datasets: [...others, recon] });
  const est = billedEst(
    lines,
    checked,
    new EstTerms([], { baseOf: new Map(), candidates: [] } as never, scenario().est),
  );
  const billed = { lines, checked, months, lastMonth: Math.max(...months) };
  return refundWindows(lines, checked.kinds, est, (rows, day) => estStop(billed, rows, day), book, parseDay(asOf) ?? 0);
}

const july = { on: '2026-07-15', price: '10.08', chargeType: 'new' };
const day = (text: string): number => parseDay(text) ?? 0;

describe('refund windows', () => {
  test('hold seven days from a purchase, with what comes back by both day counts', () => {
    const [window] = windowsOf([july], '2026-07-17');
    expect(window).toMatchObject({
      ...{ basis: 'new', scope: 'seats', seats: 10, surelyUntil: day('2026-07-21'), until: day('2026-07-22') },
      // 29 and 28 of 31 days; the first is the published example.
      today: { dayReturned: 9420, dayCharged: 9100 },
      tomorrow: { dayReturned: 9100, dayCharged: 8770 },
    });
    expect(windowsOf([july], '2026-07-15')[0]?.today).toEqual({ dayReturned: 10_080, dayCharged: 10_080 });
    expect(windowsOf([july], '2026-07-22')[0]).toMatchObject({ tomorrow: undefined });
    expect(windowsOf([july], '2026-07-23')).toEqual([]);
    expect(windowsOf([{ ...july, chargeType: 'cycleCharge' }], '2026-07-17')).toEqual([]);
  });

  test('of added seats hold only those, for the rest of the cycle', () => {
    const added = { on: '2026-07-20', price: '8.45', chargeType: 'addQuantity', chargeEndDate: '2026-08-14' };
    const [first, second] = windowsOf([july, { ...added, seats: -10, referenceId: 'a' }, { ...added, seats: 12, referenceId: 'b' }], '2026-07-21');
    expect(first).toMatchObject({ basis: 'new', seats: 10 });
    // 25 of 26 days of two seats.
    expect(second).toMatchObject({ basis: 'added', scope: 'added', seats: 2, today: { dayReturned: 1624 } });
  }); // prettier-ignore

  test('close with a cancellation, and shrink with seats that were given back', () => {
    const given = { on: '2026-07-18', price: '9.10', chargeEndDate: '2026-08-14', referenceId: 'r' };
    const end = { ...given, price: '-9.10', chargeType: 'cancelImmediate' };
    expect(windowsOf([july, end], '2026-07-18')).toEqual([]);
    const removed = { ...given, chargeType: 'removeQuantity' };
    const [left] = windowsOf([july, { ...removed, seats: -10 }, { ...removed, seats: 7 }], '2026-07-18');
    expect(left).toMatchObject({ basis: 'new', seats: 7 });
  });

  test('of software know no part of it, and are full for ever when it is for ever', () => {
    const software = { ...july, termAndBillingCycle: 'One-Year Software Subscription' };
    expect(windowsOf([software], '2026-07-17')[0]).toMatchObject({ scope: 'whole', today: { dayReturned: 9420 } });
    const perpetual = { ...july, termAndBillingCycle: '', chargeEndDate: '', skuName: 'Server 2025' };
    expect(windowsOf([perpetual], '2026-08-14')[0]).toMatchObject({
      basis: 'perpetual',
      today: { dayReturned: 10_080 },
    });
    expect(windowsOf([perpetual], '2026-08-15')).toEqual([]);
  });

  test('of EST are open any day', () => {
    const est = { ...july, on: '2026-07-01', chargeType: 'renew', skuName: 'Plan (Extended Service Term)' };
    const [window] = windowsOf([est], '2026-07-21');
    expect(window).toMatchObject({ basis: 'est', until: undefined, scope: 'whole', seats: 10 });
    // 11, 10 and 9 of 31 days.
    expect([window?.today, window?.tomorrow]).toEqual([
      { dayReturned: 3576, dayCharged: 3251 },
      { dayReturned: 3251, dayCharged: 2926 },
    ]);
  });

  const list = priceList([price('P1Y/Monthly', '120.96')]);
  const term = {
    customerId: 'c1',
    subscriptionId: 's1',
    billingPlan: 'Monthly',
    commitmentStart: '2026-07-15',
    commitmentEnd: '2027-07-14',
  };

  test('of terms that no invoice has yet come from the portfolio, at the price paid or listed', () => {
    const [window] = windowsOf([], '2026-07-17', [portfolio([term]), list]);
    expect(window).toMatchObject({ source: 'portfolio', basis: 'term', seats: 10, today: { dayReturned: 9420 } });
    const [paid] = windowsOf([], '2026-07-17', [portfolio([{ ...term, pricePaid: '3.1' }])]);
    expect(paid?.today?.dayReturned).toBe(2900);
    expect(windowsOf([], '2026-07-23', [portfolio([term])])).toEqual([]);
    expect(windowsOf([july], '2026-07-17', [portfolio([term])])).toHaveLength(1);
  });

  test('that Partner Center states win over dates', () => {
    const stated = { ...term, cancellationAllowedUntil: '2026-07-25', refundableQuantity: '4' };
    const [window, ...others] = windowsOf([july], '2026-07-24', [portfolio([stated]), list]);
    expect(window).toMatchObject({ source: 'microsoft', seats: 4, surelyUntil: day('2026-07-25') });
    expect(others).toEqual([]);
    const closed = { ...term, cancellationAllowedUntil: '2026-07-16' };
    expect(windowsOf([july], '2026-07-17', [portfolio([closed]), list])).toEqual([]);
  });
});
