import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { Simulation } from '../../../src/sim/types.ts';
import { CELL } from '../../../src/ui/grid/source.ts';
import { totalsOf } from '../../../src/views/exposure/currencies.ts';
import { LIST_COLUMNS, type ListColumn, gridColumns } from '../../../src/views/exposure/list-columns.ts';
import { listSource, listTotals, trailOf } from '../../../src/views/exposure/list-source.ts';
import { exposedRows, orderedRows } from '../../../src/views/exposure/order.ts';
import { day, handMadeSimulation, totals } from '../../support/simulation.ts';

const format = createFormat('en-GB');

/** One subscription in dollars that drifts, unless told otherwise. */
function row(id: string, termEnd: string, extra: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    ...{ id, customer: `Customer of ${id}`, customerId: `c-${id}`, product: 'Office 365 E3', currency: 'USD' },
    ...{ seats: '10', termDuration: 'P1Y', billingPlan: 'Monthly', termEnd: day(termEnd), exposed: true },
    ...{ outcome: 'est-drift', amounts: { current: 100_000, est: 100_000 + extra, extra } },
    ...more,
  };
}

const SIMULATION = handMadeSimulation({
  rows: [
    row('far', '2027-03-02', 50_000),
    row('near', '2026-11-27', 50_000, { seats: '2.5', customer: 'a customer' }),
    row('euro', '2026-11-25', 900_000, { currency: 'EUR' }),
    row('in-est', '2026-10-31', 1_000, { outcome: 'in-est', termDuration: 'P1M', customer: '' }),
    row('renews', '2026-11-25', 900_000, { exposed: false, outcome: 'renews' }),
    row('locked', '2026-11-20', 700),
  ],
  totals: [
    totals('USD', { subscriptions: 5, exposed: 4, current: 400_000, est: 501_700, extra: 101_700 }),
    totals('EUR', { subscriptions: 1, exposed: 1 }),
  ],
});

function list(simulation: Simulation, keys: Parameters<typeof orderedRows>[2] = []) {
  const rows = exposedRows(simulation, 'USD');
  const texts = listTotals(simulation, rows, totalsOf(simulation, 'USD'), format);
  const order = orderedRows(simulation, rows, keys, 'en-GB');
  const source = listSource({ simulation, order, columns: gridColumns({}, texts), currency: 'USD', format });
  const column = (name: ListColumn): number => LIST_COLUMNS.indexOf(name);
  return {
    source,
    cells: (name: ListColumn) => Array.from(order, (_, at) => source.text(at, column(name))),
    flags: (name: ListColumn) => Array.from(order, (_, at) => source.flags?.(at, column(name))),
    total: (name: ListColumn) => texts(column(name)),
  };
}

describe('the list of exposed subscriptions', () => {
  test('holds those of one currency, the most money per day left first', () => {
    expect(list(SIMULATION).cells('customer')).toEqual([
      'a customer',
      'c-in-est',
      'Customer of locked',
      'Customer of far',
    ]);
  });

  test.each<[ListColumn, boolean, string[]]>([
    ['customer', false, ['a customer', 'Customer of far', 'Customer of locked', 'c-in-est']],
    ['extra', true, ['+500.00', '+500.00', '+10.00', '+7.00']],
    ['seats', false, ['2.5', '10', '10', '10']],
    ['locksAt', false, ['20 Nov · locked', '27 Nov (13:00) · 5 days left', '2 Mar (13:00) · 100 d', 'any day']],
    ['term', false, ['1M, monthly', '1Y, monthly', '1Y, monthly', '1Y, monthly']],
  ])('sorts by %s (descending: %s)', (key, descending, cells) => {
    expect(list(SIMULATION, [{ key, descending }]).cells(key)).toEqual(cells);
  });

  test('says outcome and next step in words, and marks what has under 15 days', () => {
    const { cells, flags } = list(SIMULATION);
    expect(cells('outcome')).toEqual(['▲ drifts', '■ in EST', '▲ drifts', '▲ drifts']);
    expect(cells('nextStep')).toEqual(['Decide now', 'Renew or cancel', 'Leave EST', 'Decide']);
    expect(flags('locksAt')).toEqual([CELL.bold | CELL.negative, CELL.muted, CELL.bold | CELL.negative, 0]);
  });

  test('copies names so that none runs as a formula, and figures bare', () => {
    const { source } = list(handMadeSimulation({ rows: [row('one', '2026-11-27', 500, { customer: '=1+1' })] }));
    const copied = (name: ListColumn) => source.copyText?.(0, LIST_COLUMNS.indexOf(name));
    expect([copied('customer'), copied('extra'), copied('product')]).toEqual(["'=1+1", '+5.00', 'Office 365 E3']);
  });

  test('ends in the totals of its currency', () => {
    const { total } = list(SIMULATION);
    expect([
      total('customer'),
      total('seats'),
      total('current'),
      total('est'),
      total('extra'),
      total('outcome'),
    ]).toEqual([...['Total, 4 rows', '32.5', '4,000.00', '5,017.00', '+1,017.00', '']]);
  });

  test('adds up selected amounts as minor units of its currency', () => {
    const { source } = list(SIMULATION);
    expect(source.number?.(0, LIST_COLUMNS.indexOf('est'))).toBe(150_000);
    expect(source.number?.(0, LIST_COLUMNS.indexOf('customer'))).toBeUndefined();
    expect(source.unit?.(0, LIST_COLUMNS.indexOf('est'))).toBe('USD');
  });

  test('leads from an amount to its trail, and from the next step to why it is needed', () => {
    const trail = (name: ListColumn) => trailOf(SIMULATION, 3, LIST_COLUMNS.indexOf(name));
    expect(trail('extra')).toEqual({ kind: 'amount', row: 3, amount: 'extra' });
    expect(trail('nextStep')).toEqual({ kind: 'outcome', row: 3 });
    expect(trail('product')).toBeUndefined();
  });
});

test('figures have room for their total, however large', () => {
  const width = (total: string): number => gridColumns({}, () => total).find(({ key }) => key === 'est')?.width ?? 0;
  expect(width('1,234.00')).toBeLessThan(width('1,234,567,890.00'));
});
