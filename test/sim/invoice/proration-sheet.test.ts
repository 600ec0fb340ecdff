import { describe, expect, test } from 'vitest';
import { dayToText, parseDay } from '../../../src/core/days.ts';
import { fraction, parseExact, toDecimal } from '../../../src/core/exact.ts';
import { minorToText } from '../../../src/core/money.ts';
import { priceCandidates } from '../../../src/sim/invoice/proration-sheet/price-candidates.ts';
import { prorationSheet } from '../../../src/sim/invoice/proration-sheet/proration-sheet.ts';
import type { ProrationQuestion, ProrationReading, ProrationResult } from '../../../src/sim/invoice/proration-sheet/types.ts'; // prettier-ignore
import { prepareBook } from '../../../src/sim/index.ts';
import { portfolio, price, priceList } from '../../support/books.ts';

const day = (text: string): number => parseDay(text) ?? NaN;

/** 10.08 a month on a year billed monthly from 18 June 2021. */
const QUESTION: ProrationQuestion = {
  event: 'addQuantity',
  plan: 'P1Y/Monthly',
  termStart: day('2021-06-18'),
  day: day('2021-06-20'),
  before: 10,
  after: 12,
  price: parseExact('10.08') ?? fraction(0),
  targetPrice: fraction(0),
  digits: 2,
};

function ask(changes: Partial<ProrationQuestion>): ProrationResult {
  const answer = prorationSheet({ ...QUESTION, ...changes });
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

const said = ({ cycle, lines, cutProduct, cutUnit }: ProrationReading) => [
  `${dayToText(cycle.start)} to ${dayToText(cycle.end)}`,
  lines.map((line) => `${String(line.billingDays)} days: ${minorToText(line.cutProduct, 2)} or ${minorToText(line.cutUnit, 2)}`),
  `${minorToText(cutProduct, 2)} or ${minorToText(cutUnit, 2)}`,
]; // prettier-ignore

describe('the proration sheet', () => {
  test('both roundings of a change of seats, as published', () => {
    const { readings, disagreements, seatsAtMonthEnd } = ask({});
    expect(readings.map(said)).toEqual([
      ['2021-06-18 to 2021-07-17', ['28 days: -94.08 or -94.00', '28 days: 112.89 or 112.80'], '18.81 or 18.80'],
    ]);
    expect(disagreements).toEqual(['rounding']);
    expect(seatsAtMonthEnd).toEqual(fraction(12));
  });

  test('a day of a later cycle, of a term of months and of a year that is paid upfront', () => {
    expect(said(ask({ day: day('2021-09-17') }).readings[0])[0]).toBe('2021-08-18 to 2021-09-17');
    expect(said(ask({ day: day('2021-09-18') }).readings[0])[0]).toBe('2021-09-18 to 2021-10-17');
    const monthly = { plan: 'P1M/Monthly', termStart: day('2021-01-31') } as const;
    expect(said(ask({ ...monthly, day: day('2021-03-30') }).readings[0])[0]).toBe('2021-03-28 to 2021-04-27');
    const upfront = ask({ plan: 'P1Y/Annual', day: day('2022-06-17') });
    expect(said(upfront.readings[0])[0]).toBe('2021-06-18 to 2022-06-17');
    expect(upfront.readings[0].lines.map(({ billingDays }) => billingDays)).toEqual([1, 1]);
  });

  test('where cycles near the end of a month go on in two ways, both are answered, the published one first', () => {
    const { readings, disagreements } = ask({ termStart: day('2021-01-30'), day: day('2021-03-01') });
    expect(readings.map(({ monthEnd, cycle }) => [monthEnd, dayToText(cycle.start), dayToText(cycle.end)])).toEqual([
      ['distance', '2021-02-27', '2021-03-29'],
      ['clamp', '2021-02-28', '2021-03-29'],
    ]);
    expect(disagreements).toContain('month-end');
  });

  test('cancelling gives the day back or not: both are answered', () => {
    const { readings, disagreements, daysIn } = ask({ event: 'cancelImmediate', termStart: day('2021-07-15'), day: day('2021-07-17') });
    expect(readings.map(({ cancelDay, lines }) => [cancelDay, lines[0]?.billingDays, lines[0] && minorToText(lines[0].cutUnit, 2)])).toEqual([
      ['given-back', 29, '-94.20'],
      ['charged', 28, '-91.00'],
    ]);
    expect(disagreements).toEqual(['rounding', 'cancel-day']);
    expect(daysIn).toBe(2);
  }); // prettier-ignore

  test('the old pages have their own roundings', () => {
    const { readings } = ask({ event: 'cancelImmediate', price: fraction(4), before: 1, termStart: day('2021-02-01'), day: day('2021-02-17') });
    expect(readings[0].lines.map(({ legacy }) => [minorToText(legacy.once, 2), minorToText(legacy.daily, 2)])).toEqual([['-1.71', '-1.72']]);
  }); // prettier-ignore

  test('what has no answer says why', () => {
    const trouble = (changes: Partial<ProrationQuestion>) => {
      const answer = prorationSheet({ ...QUESTION, ...changes });
      return answer.ok ? undefined : answer.error;
    };
    expect(trouble({ day: day('2021-06-17') })).toBe('before-term');
    expect(trouble({ day: day('2022-06-18') })).toBe('after-term');
    expect(trouble({ after: 10 })).toBe('no-change');
    expect(trouble({ event: 'removeQuantity' })).toBe('no-change');
    expect(trouble({ event: 'cancelImmediate', before: 0 })).toBe('no-seats');
    expect(trouble({ plan: 'P1M/Monthly', day: day('2031-06-18') })).toBeUndefined();
  });

  test('prices to begin with are those of a whole cycle, of subscriptions and of lists', () => {
    const list = [price('P1Y/Annual', '300.00'), price('P1Y/Monthly', '315.00'), price('P1M/Monthly', '30.00')];
    const rows = [
      { customerName: 'Contoso', billingPlan: 'Monthly' },
      { customerName: 'Fabrikam', pricePaid: '20.00' },
    ];
    const book = prepareBook({ datasets: [priceList(list), portfolio(rows)] });
    const found = (find: string) => priceCandidates(book, find, day('2026-01-01')).map(({ customer, plan, price: unit, from }) => [customer, plan, unit, from]); // prettier-ignore
    expect(found('contoso suite')).toEqual([['Contoso', 'P1Y/Monthly', '26.25', 'list']]);
    expect(found('FABRIKAM')[0]?.[3]).toBe('paid');
    expect(found('commercial')).toEqual([
      ['', 'P1M/Monthly', '30.00', 'list'],
      ['', 'P1Y/Monthly', '26.25', 'list'],
      ['', 'P1Y/Annual', '300.00', 'list'],
    ]);
    expect(toDecimal(parseExact(found('FABRIKAM')[0]?.[2] ?? '') ?? fraction(0), 2, 2)).toBe('240.00');
  });
});
