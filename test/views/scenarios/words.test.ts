/** Differences and cards in words: names for ids, units, groups; what is typed on a card, and what is refused. */
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { createFormat } from '../../../src/core/format.ts';
import type { AzureAssumptions } from '../../../src/core/scenario/azure.ts';
import { NO_OVERRIDES, changeOverrides } from '../../../src/core/overrides/override.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import type { TextColumn } from '../../../src/core/table.ts';
import { readBound, readControl } from '../../../src/views/scenarios/card-value.ts';
import { setNote, setValue } from '../../../src/views/scenarios/card-steps.ts';
import { cardsOf } from '../../../src/views/scenarios/cards.ts';
import { MOST_LINES, differencesBetween } from '../../../src/views/scenarios/differences.ts';
import { namesOf } from '../../../src/views/scenarios/names.ts';
import { treeAct } from '../../../src/views/scenarios/tree-keys.ts';
import { inTreeOrder } from '../../../src/core/branches/tree.ts';
import { BASE_BRANCH } from '../../../src/core/branches/branch.ts';

const format = createFormat('en-GB');
const text = (value: string): TextColumn => ({ kind: 'text', codes: Uint32Array.of(0), values: [value] });
const names = namesOf({
  rows: 1,
  columns: new Map([
    ['subscriptionId', text('S-1')],
    ['customerId', text('C-1')],
    ['customerName', text('Contoso')],
    ['productId', text('CFQ7')],
    ['offerName', text('Microsoft 365 E3')],
  ]),
});
const day = (iso: string): number => parseDay(iso) ?? 0;

const changed: Scenario = {
  ...DEFAULT_SCENARIO,
  est: { ...DEFAULT_SCENARIO.est, upliftMonthly: '0.055', bridgeDays: 30, eligibleStartFrom: day('2026-02-01') },
  rules: { ...DEFAULT_SCENARIO.rules, promotionAtRenewal: 'kept' },
  priceChanges: [
    { match: { productId: 'CFQ7' }, from: day('2027-01-01'), kind: 'percent', value: '8', columns: 'both' },
    { match: {}, from: day('2027-01-01'), kind: 'absolute', value: '-1.5', columns: 'erp' },
  ],
  decisions: [
    { match: { subscriptionId: 's-1' }, outcome: 'est', bridgeDays: 45, reason: 'waits for its budget' },
    { match: { customerId: '#2' }, outcome: 'renews', renewTo: { termDuration: 'P1Y', quantity: 20 } },
  ],
  margin: { ...DEFAULT_SCENARIO.margin, business: { kind: 'markup', percent: '18' } },
  clauses: new Map([['c-1', { passThrough: true, capPercent: '5', noticeDays: 30 }]]),
  overrides: changeOverrides(NO_OVERRIDES, [
    { id: 's-1', column: 'quantity', override: { value: '12', author: '', at: '', reason: '' } },
  ]),
};

describe('differences in words', () => {
  it('name customers, products and subscriptions, and carry units', () => {
    const groups = differencesBetween(DEFAULT_SCENARIO, changed, names, format);
    const lines = groups.flatMap((group) =>
      group.lines.map(({ name, before, after }) => `${group.title}: ${name}: ${before} → ${after}`),
    );
    expect(lines).toStrictEqual([
      'Extended Service Term: EST_Uplift: 3 % → 5.5 %',
      'Extended Service Term: Bridge_Days: none → 30 d',
      'Extended Service Term: EST_Start_From: 1 Apr 2025 → 1 Feb 2026',
      'Rule book: Promotion at renewal (R-074): if in its window → kept',
      'Price changes: product Microsoft 365 E3, from 1 Jan 2027: none → 8 %, cost and ERP',
      'Price changes: all subscriptions, from 1 Jan 2027: none → by −1.5, ERP',
      'Decisions: Subscription Contoso, Microsoft 365 E3: none → goes into EST, for 45 d, because waits for its budget',
      'Decisions: Customer #2: none → renews, renewing to P1Y, 20 seats',
      'Margin: Margin of the business: 0 % off ERP → 18 % on cost',
      'Clauses: Customer Contoso: none → may be passed on, cap 5 %, notice 30 d',
      'Changed cells: Contoso, Microsoft 365 E3, Seats: as imported → 12',
    ]);
    expect(differencesBetween(changed, changed, names, format)).toStrictEqual([]);
  });

  it('are cut where a group is long, and counted whole', () => {
    const clauses = new Map(Array.from({ length: 250 }, (_, at) => [`c-${String(at)}`, { passThrough: true }]));
    const [group] = differencesBetween(DEFAULT_SCENARIO, { ...DEFAULT_SCENARIO, clauses }, names, format);
    expect(group?.lines).toHaveLength(MOST_LINES);
    expect(group?.count).toBe(250);
  });
});

describe('assumptions about Azure', () => {
  const azure: AzureAssumptions = {
    markupPercent: '12',
    changes: [
      {
        match: { customerId: 'c-1', tag: { key: 'env', value: 'test' } },
        from: day('2027-01-01'),
        kind: 'off',
        percent: '35.71',
      },
      { match: {}, from: day('2027-01-01'), kind: 'growth', percent: '2' },
      { match: {}, from: day('2027-01-01'), kind: 'growth', percent: '3' },
    ],
    commitments: [
      {
        kind: 'reservation',
        match: { meter: 'D2s v5' },
        from: day('2027-02-01'),
        term: 'P3Y',
        perHour: '4',
        rate: '1200.5',
        currency: 'EUR',
      },
    ],
    budgets: [{ name: 'Lab', match: {}, amount: '500', currency: 'EUR', at: 'sell', thresholds: [80, 100] }],
    limits: [{ customerId: 'c-1', currency: 'EUR', limit: '1000', paid: '250' }],
    judged: [{ finding: 'f-1', verdict: 'false-alarm', reason: 'a test of load', author: 'Ada', at: 1 }],
    stress: { factor: '30', hours: 48 },
  };
  const scenario: Scenario = { ...DEFAULT_SCENARIO, azure };

  it('name what they are about and carry units', () => {
    const [group] = differencesBetween(DEFAULT_SCENARIO, scenario, names, format);
    expect(group?.title).toBe('Azure');
    expect(group?.lines.map(({ name, before, after }) => `${name}: ${before} → ${after}`)).toStrictEqual([
      'Azure: markup on the cost before earned credit, %: 0 → 12',
      'Azure stress test: times the usual spend: 20 → 30',
      'Azure stress test: hours until anybody knows: 36 → 48',
      'Switched off: customer Contoso, tag env = test, from 1 Jan 2027: none → 35.71 % of the hours',
      'Growth: all consumption, from 1 Jan 2027: none → 2 % a month',
      'Growth: all consumption, from 1 Jan 2027 (2): none → 3 % a month',
      'Reservation: meter D2s v5, from 1 Feb 2027: none → 4 units an hour, 1,200.5 EUR each for 3 years',
      'Budget Lab: none → 500 EUR a month at the customer’s price, said at 80, 100 %',
      'Credit limit of Contoso, EUR: none → 1,000 EUR, 250 paid',
      'Finding f-1: none → false alarm: a test of load',
    ]);
  });

  it('change on their cards', () => {
    const card = cardsOf(scenario, DEFAULT_SCENARIO, names, format).find(({ path }) => path.includes('tag:env'));
    const read = card && readControl(card.path, card.value, '40', scenario.est, format);
    expect(card && setValue(scenario, card, read?.ok ? read.value : undefined)).toMatchObject({
      change: { azure: { changes: [{ kind: 'off', percent: '40' }, {}, {}] } },
    });
  });
});

describe('cards', () => {
  const cards = cardsOf(changed, DEFAULT_SCENARIO, names, format);
  const cardOf = (path: string) => {
    const card = cards.find((one) => one.path === path);
    if (!card) throw new Error(path);
    return card;
  };

  it('hold every assumption, and what the parent says where it differs', () => {
    expect(cardOf('est.upliftMonthly')).toMatchObject({ words: '5.5 %', parent: '3 %' });
    expect(cardOf('est.upliftNoMonthly')).toMatchObject({ words: '23 %', parent: undefined });
    expect(cards.some(({ path }) => path.startsWith('overrides'))).toBe(false);
  });

  it('change their value and their note', () => {
    const card = cardOf('priceChanges["2027-01-01"]["both"]["productId"]["CFQ7"]');
    const read = readControl(card.path, card.value, '9,5', changed.est, format);
    const command = setValue(changed, card, read.ok ? read.value : undefined);
    expect(command).toMatchObject({ kind: 'set-assumptions', change: { priceChanges: [{ value: '9.5' }, {}] } });
    expect(readControl(card.path, card.value, 'much', changed.est, format)).toMatchObject({ ok: false });
    const owned = setNote(changed, card, { owner: 'Ada' });
    expect(owned).toMatchObject({ change: { meta: new Map([[card.path, { owner: 'Ada' }]]) } });
    const noted = { ...card, note: { owner: 'Ada' } };
    expect(setNote(changed, noted, { owner: '' })).toMatchObject({ change: { meta: new Map() } });
  });

  it('take ranges as their values are typed', () => {
    expect(readBound('est.upliftMonthly', '2.5 %')).toStrictEqual({ ok: true, value: '0.025' });
    expect(readBound('fx.shocks["EUR"]["2027-01-01"]', '−4')).toStrictEqual({ ok: true, value: '-4' });
    expect(readBound('est.upliftMonthly', ' ')).toStrictEqual({ ok: true, value: undefined });
    expect(readBound('est.upliftMonthly', 'x').ok).toBe(false);
  });
});

describe('keys of the tree', () => {
  const nodes = inTreeOrder([
    { ...BASE_BRANCH, id: 'a' },
    { ...BASE_BRANCH, id: 'b', parent: 'a' },
    { ...BASE_BRANCH, id: 'c', parent: 'a' },
  ]);
  const press = (key: string, at: number, altKey = false) =>
    treeAct({ key, altKey, ctrlKey: false, metaKey: false }, nodes, at);

  it('walk, show, rename, move and delete', () => {
    expect(press('ArrowDown', 0)).toStrictEqual({ act: 'focus', id: 'b' });
    expect(press('ArrowLeft', 2)).toStrictEqual({ act: 'focus', id: 'a' });
    expect(press('ArrowRight', 0)).toStrictEqual({ act: 'focus', id: 'b' });
    expect(press('ArrowRight', 1)).toBeUndefined();
    expect(press('End', 0)).toStrictEqual({ act: 'focus', id: 'c' });
    expect(press('ArrowDown', 1, true)).toStrictEqual({ act: 'move', by: 1 });
    expect(press('F2', 1)).toStrictEqual({ act: 'rename' });
    expect(press('Delete', 1)).toStrictEqual({ act: 'delete' });
    expect(press('Enter', 1)).toStrictEqual({ act: 'show' });
    expect(press('x', 1)).toBeUndefined();
  });
});
