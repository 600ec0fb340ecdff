/** The Decide screen's parts: decisions from ways, many at once, the list's order, the table of ways, the flip's chart. */
import { describe, expect, it } from 'vitest';
import { flipChart } from '../../../src/charts/exits/flip-chart.ts';
import { createFormat } from '../../../src/core/format.ts';
import { chartText } from '../../../src/core/text/en/charts.ts';
import { readScenario } from '../../../src/core/scenario/read.ts';
import { writeScenario } from '../../../src/core/scenario/write.ts';
import { QueueRun, prepareBook } from '../../../src/sim/index.ts';
import { decisionAbout, decisionsById, withDecisions, withoutDecisions } from '../../../src/state/decisions.ts';
import { readSeats, withSeats } from '../../../src/state/seats-wanted.ts';
import { bulkDecisions } from '../../../src/views/decide/bulk.ts';
import { decisionOf } from '../../../src/views/decide/decisions.ts';
import { QueueCells, fileColumns, queueColumns, queuePlaces } from '../../../src/views/decide/queue-rows.ts';
import { stakeSteps, underQueue } from '../../../src/views/decide/queue-words.ts';
import { recordTable } from '../../../src/views/take-away/record-table.ts';
import { waysRows } from '../../../src/views/decide/ways-rows.ts';
import { portfolio, price, priceList, scenario } from '../../support/books.ts';
import { type ExitCase, waysOf } from '../../support/exits.ts';
import { day } from '../../support/simulation.ts';

const format = createFormat('en-GB');
const BY = { author: 'Ana', at: '2026-11-26T08:30:00Z', reason: 'why' };
const LOOK: ExitCase = {
  prices: [
    ['P1Y/Annual', '576'],
    ['P1Y/Monthly', '604.80'],
    ['P1M/Monthly', '57.60'],
    ['P3Y/Triennial', '1728'],
  ],
  subscription: {
    ...{ quantity: '96', billingPlan: 'Monthly' },
    ...{ commitmentStart: '2025-12-15', commitmentEnd: '2026-12-14' },
  },
  ...{ seatsWanted: 81, objective: 'committed' },
};

describe('a decision', () => {
  it('says what a way means, and leads back to that way through the scenario’s file', () => {
    const ways = waysOf(LOOK).ways;
    for (const way of ways) {
      const decisions = [decisionOf('sub', way, BY, false)];
      const read = readScenario(writeScenario(scenario({ decisions })));
      expect(read.ok && read.value.decisions).toEqual(decisions);
      const again = waysOf({ ...LOOK, scenario: { decisions } });
      const { kind, plan, seats, estDays } = again.ways[again.decided ?? -1] ?? {};
      expect([kind, plan, seats, estDays]).toEqual([way.kind, way.plan, way.seats, way.estDays]);
    }
  });

  it('to stay in EST outlasts a bridge of the scenario', () => {
    const est = { kind: 'est', plan: '', seats: 10, estDays: 365 } as const;
    expect(decisionOf('sub', est, BY, true).bridgeDays).toBe(365);
    expect(decisionOf('sub', est, BY, false).bridgeDays).toBeUndefined();
  });

  it('leaves out what nobody said', () => {
    const cancel = { kind: 'cancel', plan: '', seats: 0, estDays: 0 } as const;
    expect(decisionOf('sub', cancel, { ...BY, author: '', reason: '' }, false)).toEqual({
      match: { subscriptionId: 'sub' },
      outcome: 'cancels',
      at: BY.at,
    });
  });

  it('replaces the last one about the same subscription, not those about several', () => {
    const wide = { match: { customerId: 'c' }, outcome: 'est' } as const;
    const both = { match: { subscriptionId: 'a', segment: 'Education' }, outcome: 'est' } as const;
    const old = { match: { subscriptionId: 'A' }, outcome: 'est' } as const;
    const made = { match: { subscriptionId: 'a' }, outcome: 'cancels' } as const;
    expect(withDecisions([wide, old, both], [made])).toEqual([wide, both, made]);
    expect(withoutDecisions([wide, made, both], ['A'])).toEqual([wide, both]);
    expect(decisionAbout([wide, old, both], 'a')).toBe(old);
    expect(decisionAbout([wide, both], 'a')).toBeUndefined();
  });
});

describe('seats wanted', () => {
  it('are added, changed and taken away, and what was stored wrongly is left out', () => {
    const seats = withSeats(new Map([['a', 1]]), new Map([['a', undefined], ['b', 2]])); // prettier-ignore
    expect([...seats]).toEqual([['b', 2]]);
    expect([...readSeats([['a', 3], ['b', 0], ['c', '4'], 'd', ['e']])]).toEqual([['a', 3]]); // prettier-ignore
    expect(readSeats(undefined).size).toBe(0);
  });
});

describe('the queue', () => {
  const list = priceList([price('P1Y/Annual', '120'), price('P1M/Monthly', '12')]);
  const dataset = portfolio([
    { customerName: 'Far', commitmentStart: '2026-06-01', commitmentEnd: '2027-05-31', quantity: '11' },
    { customerName: 'Near', commitmentStart: '2025-12-01' },
    { customerName: 'Lapses', commitmentStart: '2025-03-01' },
    { customerName: 'Renews', autoRenew: 'true' },
    { customerName: 'Wishes', autoRenew: 'true' },
  ]);
  const asOf = day('2026-11-22');
  const seatsWanted = new Map([['sub-4', 4]]);
  const decisions = [
    { match: { subscriptionId: 'sub-1' }, outcome: 'cancels', author: 'Ana', reason: 'Left' } as const,
  ];
  const run = new QueueRun(prepareBook({ datasets: [list, dataset] }), {
    simulation: { scenario: scenario({ decisions }), window: { asOf, horizonMonths: 12 } },
    ...{ months: 12, seatsWanted, estDays: 30, objective: 'committed' },
  });
  run.step(Infinity);
  const queue = run.finish();
  const cells = new QueueCells({
    queue,
    portfolio: dataset.table,
    asOf,
    seatsWanted,
    evidence: new Map(),
    decisions: decisionsById(decisions),
  });
  const names = (filter: 'all' | 'open' | 'decided', find = ''): string[] =>
    queuePlaces(cells, 'USD', filter, find).map((place) => cells.customer(place));

  it('has money × nearness first, and last what has nothing to compare', () => {
    // 6 seats × 120 in 8 days; 283.20 in 8 days; 311.52 in 190 days.
    expect(names('all')).toEqual(['Wishes', 'Near', 'Far', 'Lapses']);
    expect(names('open')).toEqual(['Wishes', 'Far', 'Lapses']);
    expect(names('decided')).toEqual(['Near']);
    expect(names('all', 'WISH')).toEqual(['Wishes']);
  });

  it('says what is folded away', () => {
    expect(underQueue(queue, undefined, 'USD', format)).toBe(
      '1 renews by itself with nothing to gain, 1,200.00 USD in all.',
    );
  });

  it('goes along as a file with plain figures, UTC days, and who decided and why', () => {
    const places = queuePlaces(cells, 'USD', 'decided', '');
    const table = recordTable('Decisions', places, fileColumns(queueColumns(cells, 'USD', format)), Uint32Array.of(0));
    const cell = (title: string) => {
      const column = table.columns.findIndex((one) => one.title === title);
      return { unit: table.columns[column]?.unit, ...table.cell(0, column) };
    };
    expect(cell('At stake')).toMatchObject({ unit: 'USD', raw: { kind: 'number', decimal: '283.20' } });
    expect(cell('Locks at')).toMatchObject({ unit: '00:00 UTC', raw: { kind: 'day', day: day('2026-11-30') } });
    expect(['Decided by', 'Why', 'Customer'].map((title) => cell(title).text)).toEqual(['Ana', 'Left', 'Near']);
  });

  it('says how what is at stake comes about, as the objective measures it', () => {
    const [near = -1] = queuePlaces(cells, 'USD', 'all', 'near');
    const stake = (objective: 'committed' | 'margin') =>
      stakeSteps(cells, near, { objective, months: 12, currency: 'USD' }, format);
    expect(stake('committed')).toEqual([
      'cost by itself − cost of the best way, over 12 months',
      '1,483.20 (Stay in EST) − 1,200.00 (Renew 1 year, upfront)',
    ]);
    expect(stake('margin')).toEqual(['margin of the best way − margin by itself, over 12 months']);
  });

  it('decides many at once, each with its own seats and plan', () => {
    const options = { estDays: 45, by: BY, bridged: false };
    const made = (kind: Parameters<typeof bulkDecisions>[2]) =>
      bulkDecisions(cells, queuePlaces(cells, 'USD', 'open', ''), kind, options);
    expect(made('renew').map(({ renewTo }) => renewTo?.quantity)).toEqual([4, 11, 10]);
    expect(made('est').map(({ outcome, bridgeDays }) => [outcome, bridgeDays])).toEqual([
      ['est', 45],
      ['est', 45],
      ['est', 45],
    ]);
    expect(made('best').map(({ renewTo }) => renewTo)).toEqual(
      [4, 11, 10].map((quantity) => ({ termDuration: 'P1Y', billingPlan: 'Annual', quantity })),
    );
    expect(made('cancel').map(({ outcome }) => outcome)).toEqual(['cancels', 'cancels', 'cancels']);
  });
});

describe('the table of ways', () => {
  it('is by cost, with the best and the default marked, differences signed and cancelling not compared', () => {
    const rows = waysRows(waysOf(LOOK), format).map(({ cells }) => [cells[0], ...cells.slice(2, 5)]);
    expect(rows[0]).toEqual(['Renew 3 years, upfront', '81', '46,613.43', '−42.57']);
    expect(rows[1]).toEqual(['Renew 1 year, upfront · ★ best', '81', '46,656.00', '=']);
    expect(rows).toContainEqual(['Stay in EST · ▲ if nobody decides', '96', '68,348.16', '+21,692.16']);
    expect(rows.at(-1)).toEqual(['Cancel at term end', '0', '0.00', 'not compared']);
  });

  it('says why a way has no price', () => {
    const rows = waysRows(
      waysOf({ ...LOOK, subscription: { ...LOOK.subscription, commitmentStart: '2025-03-01' } }),
      format,
    );
    expect(rows.map(({ cells }) => cells.join(' '))).toContainEqual('Stay in EST Choose 96 EST not on offer (R-004)');
  });
});

describe('the chart of the flip', () => {
  it('says the day, and has it in its table', () => {
    const { flip, currency, seats, from } = waysOf(LOOK);
    if (!flip) throw new Error('INTERNAL: no flip');
    const model = flipChart({ flip, currency, seats, from }, { format, text: chartText });
    expect(model.summary).toBe(
      'EST first and then 81 seats costs more than renewing all 96 now from day 170, 3 Jun 2027.',
    );
    expect(model.table.rows).toContainEqual(['170', '3 Jun 2027', '58,069.55', '+8.75']);
    expect(model.data['flip']).toEqual([{ day: 170, cost: 5_806_955 }]);
  });

  it('says that none is an answer too', () => {
    const { flip, currency, seats, from } = waysOf({ ...LOOK, seatsWanted: 1, flipPlan: 'P1M/Monthly' });
    const without = flip && { ...flip, flipDay: undefined };
    if (!without) throw new Error('INTERNAL: no flip');
    expect(flipChart({ flip: without, currency, seats, from }, { format, text: chartText }).summary).toContain(
      'never costs more',
    );
  });
});
