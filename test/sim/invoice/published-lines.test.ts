import { describe, expect, test } from 'vitest';
import { dayToText, parseDay } from '../../../src/core/days.ts';
import { fraction, parseExact, toDecimal, type Exact } from '../../../src/core/exact.ts';
import { minorToText } from '../../../src/core/money.ts';
import { chargeCycle, cycleDays, type MonthEndRule } from '../../../src/sim/invoice/charge-cycle.ts';
import { legacyAmounts, type LegacyAmounts } from '../../../src/sim/invoice/legacy-proration.ts';
import { checkLine } from '../../../src/sim/invoice/line-check.ts';
import { adjustedShare, readAdjustments } from '../../../src/sim/invoice/lines/adjustment.ts';
import { lineBundles } from '../../../src/sim/invoice/lines/bundles.ts';
import { checkLines } from '../../../src/sim/invoice/model/check-lines.ts';
import { readLines } from '../../../src/sim/invoice/model/read-lines.ts';
import { type SeatEvent, seatLines } from '../../../src/sim/invoice/seat-lines.ts';
import { seatsAtMonthEnd } from '../../../src/sim/invoice/seats-at-month-end.ts';
import { reconciliation } from '../../support/books.ts';
import published from '../../golden/rules/invoice-lines.json' with { type: 'json' };

const day = (text: string): number => parseDay(text) ?? NaN;
const exact = (text: string): Exact => parseExact(text) ?? fraction(0);

describe('charge cycles as published', () => {
  test.each(published.cycles)('$id', ({ start, months, index, from, to, ...more }) => {
    const rule = 'ruleOf' in more ? (more.ruleOf as MonthEndRule) : undefined;
    const cycle = chargeCycle(day(start), index, months, rule);
    expect([dayToText(cycle.start), dayToText(cycle.end)]).toEqual([from, to]);
  });

  test.each(published.days)('$id counts $days days', ({ start, months, days }) => {
    const { end } = chargeCycle(day(start), 0, months);
    expect(cycleDays(day(start), end, months)).toBe(days);
  });
});

interface PublishedEvent {
  readonly kind: string;
  readonly day?: string;
  readonly targetPrice?: string;
}

function eventOf(published: PublishedEvent): SeatEvent {
  const { day: on, targetPrice } = published;
  return {
    ...published,
    ...(on === undefined ? {} : { day: day(on) }),
    ...(targetPrice === undefined ? {} : { targetPrice: exact(targetPrice) }),
  } as SeatEvent;
}

/** Pages print prices cut or rounded; some print none. */
function isPrinted(value: Exact, text: string): boolean {
  const digits = text.split('.')[1]?.length ?? 0;
  const scale = 10n ** BigInt(digits);
  const cut = toDecimal(fraction((value.n * scale) / value.d, scale), digits, digits);
  return text === '' || text === cut || text === toDecimal(value, digits, digits);
}

describe('lines of changes as published: each fits the readings that it is printed with, and no other', () => {
  test.each(published.events)('$id', ({ start, price, event, lines, ...more }) => {
    const cycle = chargeCycle(day(start), 0, 'months' in more ? more.months : 1);
    const made = seatLines(eventOf(event), cycle, exact(price), 2);
    expect(made).toHaveLength(lines.length);
    for (const [at, line] of made.entries()) {
      const [unit = '', amount = '', letters = ''] = lines[at] ?? [];
      expect(isPrinted(line.effectiveUnitPrice, unit), `price of a seat, ${unit}`).toBe(true);
      const fits = { A: line.cutProduct, B: line.cutUnit, C: line.roundedUnit };
      for (const [letter, minor] of Object.entries(fits)) {
        // The old page's rounding is only held against the old page.
        if (letter === 'C' && !letters.includes('C')) continue;
        expect(minorToText(minor, 2) === amount, `${letter} gives ${amount}`).toBe(letters.includes(letter));
      }
    }
  });

  test('a day outside of the cycle has no line', () => {
    const cycle = chargeCycle(day('2022-03-05'), 0, 1);
    const event = (text: string): SeatEvent => ({ kind: 'addQuantity', day: day(text), from: 1, to: 2 });
    expect(seatLines(event('2022-03-04'), cycle, exact('12'), 2)).toEqual([]);
    expect(seatLines(event('2022-04-05'), cycle, exact('12'), 2)).toEqual([]);
    expect(seatLines(event('2022-04-04'), cycle, exact('12'), 2)).toHaveLength(2);
  });
});

test.each(published.legacy)('legacy: $id', ({ price, seats, cycle, days, amount, fits }) => {
  const amounts = legacyAmounts({
    ...{ unitPrice: exact(price), quantity: seats, cycleDays: cycle, billingDays: days },
    digits: 2,
  });
  for (const reading of fits) expect(minorToText(amounts[reading as keyof LegacyAmounts], 2)).toBe(amount);
});

test.each(published.seats)('seats at the end of a month: $id', ({ lines, seats }) => {
  const ordered = lines.map(([date = '', quantity = '']) => ({
    orderDate: day(date),
    quantity: exact(quantity.replace('-', '')),
    isCharge: !quantity.startsWith('-'),
    isCredit: false,
  }));
  expect(seatsAtMonthEnd(ordered)).toEqual(exact(seats));
  expect(seatsAtMonthEnd([])).toBeUndefined();
});

test.each(published.subtotals)('subtotal: $id', ({ kind, price, quantity, rate, formula }) => {
  const arithmetic = { effectiveUnitPrice: exact(price), quantity: exact(quantity), rate: exact(rate) };
  const line = { ...arithmetic, subtotal: 0, tax: 0, total: 0, digits: 2 };
  expect(minorToText(checkLine({ ...line, kind: kind === 'usage' ? 'usage' : 'licence' }).formula, 2)).toBe(formula);
});

test.each(published.adjustments)('price adjustment: $id', ({ text, entries, ...more }) => {
  const read = readAdjustments(text);
  expect(read.map(({ kind, percent }) => [kind, percent && toDecimal(percent, 0, 2)])).toEqual(entries);
  const share = adjustedShare(read);
  if ('share' in more) expect(share && toDecimal(share, 0, 4)).toBe(more.share);
});

test.each(published.bundles)('lines that are one purchase: $id', ({ kind, lines, amount }) => {
  const billed = readLines([
    reconciliation(
      lines.map(([price = '', quantity = '', subtotal = '', term = '']) => ({
        ...{ subscriptionId: term === '' ? 's' : 'S', productId: 'P', currency: 'USD', pcToBCExchangeRate: '1' },
        ...{ effectiveUnitPrice: price, billableQuantity: quantity, subtotal, total: subtotal, taxTotal: '0' },
        ...{ termAndBillingCycle: term, subscriptionDescription: term === '' ? 'Azure plan' : '' },
      })),
    ),
  ]);
  const checked = checkLines(billed);
  if (!checked) throw new Error('given up');
  const bundles = lineBundles(billed, checked, [...lines.keys()]);
  expect(bundles.map((one) => [one.kind, minorToText(one.subtotal, 2)])).toEqual([[kind, amount]]);
});
