import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { PROGRAM_STYLE } from '../../../src/exporters/table/csv-style.ts';
import { tableCsv } from '../../../src/exporters/table/csv.ts';
import { totalsOf } from '../../../src/views/exposure/currencies.ts';
import { gridColumns, LIST_COLUMNS } from '../../../src/views/exposure/list-columns.ts';
import { listSource, listTotals } from '../../../src/views/exposure/list-source.ts';
import { exposedRows } from '../../../src/views/exposure/order.ts';
import { withColumns } from '../../../src/views/table/arranged-columns.ts';
import { copyCells } from '../../../src/views/take-away/copy-cells.ts';
import { exposureTable } from '../../../src/views/take-away/exposure-table.ts';
import { day, handMadeSimulation, totals as totalsFor } from '../../support/simulation.ts';

const format = createFormat('de-DE');
const row = (id: string, customer: string, extra: number) => ({
  ...{ id, customer, customerId: `c-${id}`, product: 'Office 365 E3', currency: 'USD', seats: '2.5' },
  ...{ termDuration: 'P1Y', billingPlan: 'Monthly', termEnd: day('2027-03-02'), exposed: true },
  ...{ outcome: 'est-drift', amounts: { current: 123_456, est: 123_456 + extra, extra } },
});
const simulation = handMadeSimulation({
  rows: [row('a', '=cmd', 50_000), row('b', 'Beta', -100)],
  totals: [totalsFor('USD', { subscriptions: 2, exposed: 2, current: 246_912, est: 296_812, extra: 49_900 })],
});

function shown(names: readonly (typeof LIST_COLUMNS)[number][]) {
  const rows = exposedRows(simulation, 'USD');
  const totals = totalsOf(simulation, 'USD');
  const texts = listTotals(simulation, rows, totals, format);
  const whole = listSource({ simulation, order: rows, columns: gridColumns({}, texts), currency: 'USD', format });
  const places = names.map((name) => LIST_COLUMNS.indexOf(name));
  const source = withColumns(whole, places, 1);
  const totalText = (column: number): string => texts(places[column] ?? 0);
  return { source, table: exposureTable({ simulation, order: rows, totals, totalText, source }) };
}

describe('the exposure list', () => {
  const { source, table } = shown(['customer', 'extra', 'termEnd', 'seats']);

  it('is written with the columns that show, amounts exact and the totals at the end', () => {
    const lines = [...tableCsv(table, PROGRAM_STYLE)].join('').replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines).toEqual([
      'Customer,Extra (USD),Term end,Seats',
      `"'=cmd",500.00,2027-03-02,2.5`,
      'Beta,-1.00,2027-03-02,2.5',
      '"Total, 2 rows",499.00,,5',
    ]);
  });

  it('is copied as spreadsheets of the locale read it', () => {
    const { text } = copyCells(source, table, 'de-DE')({ top: 0, bottom: 0, left: 0, right: 3 }, { headers: false });
    expect(text.trimEnd()).toBe(`'=cmd\t500,00\t2027-03-02\t2,5`);
  });
});
