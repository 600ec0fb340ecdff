/** What the screen Since last time shows, in words and cells. */
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { PriceMove, SinceResult, SubscriptionChange } from '../../../src/state/since.ts';
import type { Workspace } from '../../../src/state/workbook.svelte.ts';
import { defaultComparison, kindOptions, snapshotOptions } from '../../../src/views/since/comparison.ts';
import { shownPart } from '../../../src/views/since/parts.ts';
import { summarySentences } from '../../../src/views/since/summary.ts';
import { day } from '../../support/simulation.ts';

const format = createFormat('en-GB');
const NONE = { kind: '', find: '', owned: false };

function change(id: string, more: Partial<SubscriptionChange> = {}): SubscriptionChange {
  return {
    ...{ id, customerId: `c-${id}`, customer: `Customer ${id}`, product: 'Suite', currency: 'USD', kinds: ['new'], steps: [], rule: '' },
    ...{ outcome: { before: undefined, after: 'renews' }, extra: { before: 0, after: 0 }, row: 0, place: { file: 'a.csv', line: 2 }, ...more },
  }; // prettier-ignore
}

function move(productId: string, more: Partial<PriceMove> = {}): PriceMove {
  const price = { cost: '120.00', erp: '150.00', file: 'list.csv', line: 7 };
  return {
    ...{ what: 'list', productId, skuId: '1', title: productId, segment: 'Commercial', market: 'US', currency: 'USD', termPlan: 'P1Y/Monthly' },
    ...{ before: price, after: { ...price, cost: '129.60' }, percent: { cost: '8', erp: '0' }, subscriptions: 2, monthly: 1200, ...more },
  }; // prettier-ignore
}

const flip = change('flip', {
  kinds: ['auto-renew-on', 'seats'],
  steps: [
    { kind: 'auto-renew-on', before: 'off', after: 'on' },
    { kind: 'seats', before: '1000', after: '1200' },
  ],
  outcome: { before: 'est-drift', after: 'renews' },
  extra: { before: 27612, after: 0 },
  rule: 'R-015',
});
const result: SinceResult = {
  subscriptions: [
    change('a'),
    change('b', { kinds: ['gone'], extra: { before: 500, after: 0 }, currency: 'EUR' }),
    flip,
  ],
  unchanged: 397,
  prices: [move('A'), move('B', { percent: { cost: '-2', erp: '0' }, subscriptions: 0 }), move('C', { what: 'est' })],
  flags: { rows: 90, changeButSame: 3, unchangedButMoved: 1, addButKnown: 0 },
  promotions: [],
};

const cells = (part: Parameters<typeof shownPart>[1], filter = NONE, keys: Parameters<typeof shownPart>[3] = []) => {
  const { source } = shownPart(result, part, filter, keys, format);
  return Array.from({ length: source.rows }, (_, row) => source.columns.map((_, column) => source.text(row, column)));
};

describe('the summary', () => {
  it('says in words what changed, each currency on its own', () => {
    expect(summarySentences(result, format)).toEqual([
      '1 new, 1 gone, 1 changed, 397 as before; 1 switched to auto-renew, 1 as Microsoft’s own conversion does it (R-015), extra cost EUR −5.00, extra cost USD −276.12.',
      'Of the portfolio’s list prices 1 rose, 0 fell, 0 are new.',
      '1 EST price moved.',
      'The lists’ own flags are wrong: 3 flagged as changed did not move, 1 moved without a flag, 0 flagged as added were there before.',
    ]);
    expect(
      summarySentences({ ...result, flags: { ...result.flags, changeButSame: 0, unchangedButMoved: 0 } }, format)[3],
    ).toBe('The lists’ own flags agree with the prices (90 rows).');
  });
});

describe('the lists', () => {
  it('put the largest move of money first, and say what changed in one cell', () => {
    const [first, second] = cells('subscriptions');
    expect(first?.slice(0, 9)).toEqual([
      'Customer flip',
      'Suite',
      'auto-renew on, seats 1,000 → 1,200',
      '▲ drifts → renews',
      '276.12',
      '0.00',
      '−276.12',
      'USD',
      'R-015',
    ]);
    expect(second?.[2]).toBe('gone');
  });

  it('are filtered by kind of change, customer and what the portfolio holds', () => {
    const customers = (filter: typeof NONE): readonly (string | undefined)[] =>
      cells('subscriptions', filter).map(([name]) => name);
    expect(customers({ ...NONE, kind: 'seats' })).toEqual(['Customer flip']);
    expect(customers({ ...NONE, find: 'customer b' })).toEqual(['Customer b']);
    expect(cells('list').map(([title]) => title)).toEqual(['A', 'B']);
    expect(cells('list', { ...NONE, owned: true }).map(([title]) => title)).toEqual(['A']);
    expect(cells('list', { ...NONE, kind: 'down' }).map(([title]) => title)).toEqual(['B']);
    expect(kindOptions('list').map(({ value }) => value)).toEqual(['', 'up', 'down', 'new']);
  });

  it('sort by value, not by text', () => {
    const byExtra = cells('subscriptions', NONE, [{ key: 'extraBefore', descending: false }]);
    expect(byExtra.map(([name]) => name)).toEqual(['Customer a', 'Customer b', 'Customer flip']);
  });

  it('show a price before and after with percent, files and rows', () => {
    expect(cells('list')[0]).toEqual(
      ['A', '▲ rose', '1Y, monthly', '120.00', '129.60', '+8 %', '150.00', '150.00', '0 %', '2', '+12.00', 'USD', 'Commercial', 'US', 'list.csv, row 7 → list.csv, row 7'],
    ); // prettier-ignore
  });
});

describe('what is compared', () => {
  const group = (key: string, on: string | undefined, ...ids: readonly string[]) => ({
    key,
    day: on === undefined ? undefined : day(on),
    ids,
  });
  const facts = (
    groups: readonly ReturnType<typeof group>[],
    newerOf: ReadonlyMap<string, string>,
    dates: readonly string[],
  ): Workspace =>
    ({
      entries: [{ state: 'ready', id: 'a', file: 'october.csv' }],
      snapshots: { groups, newerOf },
      priceLists: new Map(dates.map((date) => [date, { markets: [], currencies: [], date: day(date) }])),
    }) as unknown as Workspace;

  it('is the newest snapshot against the one that it replaces, and the two newest lists', () => {
    const groups = [
      group('1', '2026-09-20', 'z'),
      group('2', '2026-10-20', 'a'),
      group('3', '2026-11-01', 'p'),
      group('4', '2026-11-20', 'b'),
    ];
    expect(defaultComparison(facts(groups, new Map([['a', 'b'], ['z', 'b']]), ['2026-10-01', '2026-11-01', '2025-01-01']))).toEqual({
      before: '2',
      after: '4',
      lists: { before: day('2026-10-01'), after: day('2026-11-01') },
    }); // prettier-ignore
    expect(defaultComparison(facts(groups.slice(0, 2), new Map(), ['2026-11-01']))).toEqual({
      before: '1',
      after: '2',
      lists: undefined,
    });
    expect(defaultComparison(facts(groups.slice(0, 1), new Map(), ['2026-11-01']))).toBeUndefined();
    expect(
      snapshotOptions(facts([group('1', undefined, 'a'), group('2', '2026-10-20', 'a', 'c')], new Map(), []), format),
    ).toEqual([
      { value: '2', text: '20 Oct 2026: october.csv and 1 more file' },
      { value: '1', text: 'before days were kept: october.csv' },
    ]);
  });
});
