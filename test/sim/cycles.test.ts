/** Spans, cycles and their amounts: 10 seats at 12.36, so 123.60 a month. */
import { describe, expect, it } from 'vitest';
import { portfolio, price, priceList, results, type Run, type SubscriptionCells } from '../support/books.ts';

const LIST = priceList([
  price('P1Y/Annual', '120'),
  price('P1M/Monthly', '12'),
  price('P1M/Monthly', '12.36', '12.36', { skuId: '9', skuTitle: 'Suite Extended Service Term' }),
]);

/** EST by calendar month. */
function months(cells: SubscriptionCells, run: Run): Readonly<Record<string, string>> {
  const document = results([LIST, portfolio([cells])], run);
  return Object.fromEntries(document.months.map(({ month, est }) => [month, est]));
}

describe('the cycles of an EST', () => {
  it('are whole months from the day after the term end, and a share of the month at the window’s end', () => {
    const run = { horizonMonths: 3 };
    // December and January whole, 21 of February's 28 days.
    expect(months({}, run)).toEqual({ '2026-12': '123.60', '2027-01': '123.60', '2027-02': '92.70' });
  });

  it('keep the anchor at the ends of months', () => {
    const run = { horizonMonths: 4, asOf: '2026-11-22' };
    // From the 31st: 31 days, 28 days (31 January to 27 February), then 22 of 31 days to 21 March.
    expect(months({ commitmentEnd: '2026-12-30' }, run)).toEqual({
      '2026-12': '123.60',
      '2027-01': '123.60',
      '2027-02': '87.72',
    });
  });

  it('that began before as-of count by their days inside the window, in the month of as-of', () => {
    // 1 to 30 November: 9 days from the 22nd.
    expect(months({ commitmentEnd: '2026-10-31' }, { horizonMonths: 1 })).toEqual({
      '2026-11': '37.08',
      '2026-12': '83.73',
    });
  });

  it('of a bridge are refunded by the day and the seat', () => {
    const bridge = (bridgeDays: number, horizonMonths = 12) =>
      months({}, { scenario: { est: { bridgeDays } }, horizonMonths });
    // 123.60 less 10 × hu2(12.36 × 21 / 31) = 10 × 8.37.
    expect(bridge(10)).toEqual({ '2026-12': '39.90' });
    expect(bridge(31)).toEqual({ '2026-12': '123.60' });
    expect(bridge(0)).toEqual({});
  });

  it('are refunded also when the bridge ends with the window, but not when it would end later', () => {
    // The window ends before 2026-12-22: 21 days from 1 December.
    const run = (bridgeDays: number) => months({}, { scenario: { est: { bridgeDays } }, horizonMonths: 1 });
    // 123.60 less 10 × hu2(12.36 × 10 / 31) = 10 × 3.99; by days alone 123.60 × 21 / 31 = 83.73.
    expect(run(21)).toEqual({ '2026-12': '83.70' });
    expect(run(22)).toEqual({ '2026-12': '83.73' });
  });

  it('take their bridge from the decision that made them', () => {
    const decisions = [{ match: {}, outcome: 'est', bridgeDays: 31 } as const];
    expect(months({}, { scenario: { est: { bridgeDays: 5 }, decisions } })).toEqual({ '2026-12': '123.60' });
  });

  it('count a bridge from the first EST day, also when that is past', () => {
    const run = { scenario: { est: { bridgeDays: 30 } }, horizonMonths: 2 };
    expect(months({ commitmentEnd: '2026-10-31' }, run)).toEqual({ '2026-11': '37.08' });
    expect(months({ commitmentEnd: '2026-09-30' }, run)).toEqual({});
  });
});

describe('a subscription that is in EST', () => {
  const inEst = {
    skuId: '9',
    termDuration: 'P1M',
    billingPlan: 'Monthly',
    commitmentStart: '2026-11-01',
    autoRenew: 'true',
  };
  const run = { horizonMonths: 2 };

  it('stays from as-of on', () => {
    expect(months(inEst, run)).toEqual({ '2026-11': '37.08', '2026-12': '123.60', '2027-01': '83.73' });
  });

  it.each(['Cancel', 'RenewToNewTerm', 'Transition'])('ends at its term end by a scheduled %s', (scheduledAction) => {
    expect(months({ ...inEst, scheduledAction }, run)).toEqual({ '2026-11': '37.08' });
  });

  it('stays when EST is scheduled or decided again', () => {
    const stays = { '2026-11': '37.08', '2026-12': '123.60', '2027-01': '83.73' };
    expect(months({ ...inEst, scheduledAction: 'RenewToExtendedServiceTerm' }, run)).toEqual(stays);
    const decisions = [{ match: {}, outcome: 'est' } as const];
    expect(months({ ...inEst, scheduledAction: 'Cancel' }, { ...run, scenario: { decisions } })).toEqual(stays);
  });

  it('ends by a decision to renew or cancel, at the earliest as of today', () => {
    const decisions = [{ match: {}, outcome: 'renews' } as const];
    expect(months(inEst, { ...run, scenario: { decisions } })).toEqual({ '2026-11': '37.08' });
    expect(months({ ...inEst, commitmentEnd: '2026-10-31' }, { ...run, scenario: { decisions } })).toEqual({});
  });
});
