/** The calendar of obligations: what is in it, how it is grouped, and which span a day lies in. */
import { describe, expect, it } from 'vitest';
import { dayToText } from '../../../src/core/days.ts';
import type { DatedObligation } from '../../../src/core/obligations/dated.ts';
import { type DueCounts, dueCounts } from '../../../src/core/obligations/due-days.ts';
import { NO_OBLIGATIONS } from '../../../src/core/obligations/obligations.ts';
import type { ObligationPack } from '../../../src/core/obligations/rules/types.ts';
import type { Dataset } from '../../../src/core/schema/dataset.ts';
import { prepareBook } from '../../../src/sim/index.ts';
import { portfolioWindows } from '../../../src/sim/invoice/windows/portfolio-windows.ts';
import { dueEvents } from '../../../src/sim/obligations/calendar/calendar.ts';
import { toEnd } from '../../../src/sim/to-end.ts';
import type { DueEvent, TermEvent } from '../../../src/sim/obligations/calendar/types.ts';
import { type ScenarioChanges, portfolio, price, priceList, promotions, scenario } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';

const AS_OF = day('2026-11-22');

interface Given {
  readonly datasets?: readonly Dataset[];
  readonly dated?: readonly DatedObligation[];
  readonly packs?: readonly ObligationPack[];
  readonly scenario?: ScenarioChanges;
  readonly asOf?: number;
}

function eventsOf({
  datasets = [],
  dated = [],
  packs = [],
  scenario: changes,
  asOf = AS_OF,
}: Given): readonly DueEvent[] {
  const book = prepareBook({ datasets });
  const windows = portfolioWindows(book, asOf);
  return toEnd(
    dueEvents(
      { book, datasets, windows, dated },
      {
        simulation: { scenario: scenario(changes), window: { asOf, horizonMonths: 12 } },
        obligations: { ...NO_OBLIGATIONS, packs },
        seatsWanted: new Map(),
      },
    ),
  );
}

const terms = (events: readonly DueEvent[], kind: 'lock' | 'term-end'): readonly TermEvent[] =>
  events
    .flatMap((event) => (event.kind === 'lock' || event.kind === 'term-end' ? [event] : []))
    .filter((event) => event.kind === kind);

const ending = (commitmentEnd: string, more: object = {}): object => ({
  commitmentEnd,
  commitmentStart: '2025-12-01',
  ...more,
});
const LIST = priceList([price('P1Y/Annual', '120.00'), price('P1M/Monthly', '12.00')]);

function pack(on: string): ObligationPack {
  return {
    name: 'Ours',
    rules: [
      {
        ...{ id: 'OWN-1', topic: 'cspp', title: 'Certificate', figures: [] },
        statements: [{ text: 'Once a year.', source: 'Own note', confidence: 'high' }],
        days: [{ key: 'send', day: on, what: 'Send it', ifMet: 'Fine.', ifMissed: 'They ask.' }],
      },
    ],
  };
}

function obligation(on: number, more: Partial<DatedObligation> = {}): DatedObligation {
  return {
    ...{ id: 'x', part: 'terms', day: on, what: 'Accept', ifMet: 'On', ifMissed: 'Off', rule: 'R-170' },
    ...more,
  };
}

const spans = ({ overdue, within }: DueCounts): readonly number[] => [overdue, within[30], within[60], within[90]];

describe('spans of days', () => {
  it.each([
    [-1, [1, 0, 0, 0]],
    [0, [0, 1, 1, 1]],
    [30, [0, 1, 1, 1]],
    [31, [0, 0, 1, 1]],
    [60, [0, 0, 1, 1]],
    [61, [0, 0, 0, 1]],
    [90, [0, 0, 0, 1]],
    [91, [0, 0, 0, 0]],
  ])('an obligation %i days ahead counts in its spans', (ahead, expected) => {
    const events = eventsOf({ dated: [obligation(AS_OF + ahead)] }).filter(({ kind }) => kind === 'terms');
    expect(spans(dueCounts(events, AS_OF))).toEqual(expected);
  });

  it.each([
    [30, 1],
    [31, 0],
  ])('a lock %i days ahead counts %i times in 30 days, by the last whole day before it', (ahead, expected) => {
    const events = eventsOf({ datasets: [portfolio([ending(dayToText(AS_OF + ahead + 1))])] });
    expect(dueCounts(terms(events, 'lock'), AS_OF).within[30]).toBe(expected);
  });

  it('leave out what is done, and what a rule said long ago', () => {
    const events = eventsOf({ dated: [obligation(AS_OF - 1, { isDone: true })], packs: [pack('2026-11-21')] });
    expect(events.map(({ kind }) => kind)).toContain('terms');
    expect(dueCounts(events, AS_OF).overdue).toBe(0);
  });
});

describe('terms', () => {
  it('are one event for each day and customer, with what they cost and what EST would cost more', () => {
    const rows = [
      ending('2026-12-14', { customerId: 'a', customerName: 'Fabrikam' }),
      ending('2026-12-14', { customerId: 'a', customerName: 'Fabrikam', autoRenew: 'true' }),
      ending('2026-12-14', { customerId: 'b', customerName: 'Contoso', productId: 'OTHER' }),
      ending('2026-12-15', { customerId: 'a', customerName: 'Fabrikam' }),
    ];
    const events = eventsOf({ datasets: [LIST, portfolio(rows)] });
    expect(
      terms(events, 'term-end').map((event) => [
        dayToText(event.day),
        event.about,
        event.subscriptions,
        event.outcomes,
      ]),
    ).toEqual([
      ['2026-12-14', 'Fabrikam', 2, { 'est-drift': 1, renews: 1 }],
      ['2026-12-14', 'Contoso', 1, { unpriced: 1 }],
      ['2026-12-15', 'Fabrikam', 1, { 'est-drift': 1 }],
    ]);
    const [first] = terms(events, 'term-end');
    // Two times ten seats at USD 10; in EST ten of them at 12 × 1.03.
    expect(first?.perMonth).toEqual([{ currency: 'USD', amount: 20_000 }]);
    expect(first?.more).toEqual([{ currency: 'USD', amount: 2360 }]);
    expect(terms(events, 'lock').map((event) => dayToText(event.day))).toEqual([
      '2026-12-13',
      '2026-12-13',
      '2026-12-14',
    ]);
  });

  it.each([
    ['2026-11-21', 0],
    ['2026-11-22', 1],
    ['2027-11-23', 1],
    ['2027-11-24', 0],
  ])('that end on %s are told %i times', (end, count) => {
    expect(terms(eventsOf({ datasets: [portfolio([ending(end)])] }), 'term-end')).toHaveLength(count);
  });

  it('of many customers on one day name the largest and add up the others', () => {
    const rows = Array.from({ length: 300 }, (_, at) =>
      ending('2026-12-14', { customerId: `c-${String(at % 100)}`, currency: at % 2 === 0 ? 'USD' : 'EUR' }),
    );
    const events = terms(eventsOf({ datasets: [LIST, portfolio(rows)] }), 'term-end');
    expect(events).toHaveLength(11);
    expect(
      events
        .map(({ customers }) => customers)
        .sort((a, b) => b - a)
        .slice(0, 2),
    ).toEqual([90, 1]);
    expect(events.reduce((sum, { subscriptions }) => sum + subscriptions, 0)).toBe(300);
  });

  it('leave out what is not licence based, not active, or in EST', () => {
    const rows = [ending('2026-12-14', { status: 'suspended' }), ending('2026-12-14', { isTrial: 'true' })];
    expect(terms(eventsOf({ datasets: [portfolio(rows)] }), 'lock')).toEqual([]);
  });
});

describe('other days', () => {
  it('come from lists, the scenario, promotions and open refund windows', () => {
    const list = priceList([
      price('P1Y/Annual', '1', '1', { effectiveStart: '2026-12-01', effectiveEnd: '2026-12-31' }),
    ]);
    const held = promotions([
      { promotionId: 'A:1:X', name: 'Autumn', end: '2026-12-31', percent: '5' },
      { promotionId: 'B:1:X', name: 'Gone', end: '2026-11-21', percent: '5' },
    ]);
    const sold = portfolio([
      ending('2027-11-19', { commitmentStart: '2026-11-20', promotionId: 'A:0001:X', customerName: 'Fabrikam' }),
    ]);
    const change = {
      match: { text: 'Suite' },
      from: day('2027-01-01'),
      kind: 'percent',
      value: '5',
      columns: 'both',
    } as const;
    const events = eventsOf({ datasets: [list, held, sold], scenario: { priceChanges: [change] } });
    const told = events.filter(({ kind }) => ['prices', 'promotion', 'refund'].includes(kind));
    expect(
      told
        .slice(0, 6)
        .map((event) => [dayToText(event.day), event.kind, 'what' in event ? event.what : '', event.about]),
    ).toEqual([
      ['2026-11-26', 'refund', '', 'Fabrikam'],
      ['2026-12-01', 'prices', 'begin', 'list-0.csv'],
      ['2026-12-02', 'prices', 'preview', ''],
      ['2026-12-31', 'prices', 'end', 'list-0.csv'],
      ['2026-12-31', 'promotion', '', 'Autumn'],
      ['2027-01-01', 'prices', 'supposed', 'Suite'],
    ]);
    expect(told.find(({ kind }) => kind === 'promotion')).toMatchObject({ promotions: 1, subscriptions: 1 });
  });

  it.each(['2027-02-28', '2027-03-01'])('move with the day of rules of the user: %s', (on) => {
    const event = eventsOf({ packs: [pack(on)] }).find(({ id }) => id === 'rules OWN-1 send');
    expect(event).toMatchObject({ day: day(on), own: 'Ours', ifMissed: 'They ask.' });
  });

  it('tell milestones of EST and days of the book in their year', () => {
    const events = eventsOf({ asOf: day('2026-01-01') });
    expect(events.find(({ id }) => id === 'est enforced')?.day).toBe(day('2026-05-04'));
    expect(events.find(({ id }) => id === 'rules R-136 retired')?.day).toBe(day('2026-01-05'));
  });

  it('have ids that stay when other files come in, and none twice', () => {
    const before = eventsOf({ datasets: [LIST, portfolio([ending('2026-12-14')])] }).map(({ id }) => id);
    const after = eventsOf({
      datasets: [LIST, portfolio([ending('2026-12-20', { customerId: 'new' }), ending('2026-12-14')])],
    }).map(({ id }) => id);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(new Set(after).size).toBe(after.length);
  });
});
