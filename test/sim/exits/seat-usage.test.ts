/** Seats in use are joined where both sides are unique; what is not is said, never guessed. */
import { describe, expect, it } from 'vitest';
import { DayBuilder, DecimalBuilder, TextBuilder } from '../../../src/core/column-builders.ts';
import type { Column } from '../../../src/core/table.ts';
import { seatUsage } from '../../../src/sim/index.ts';
import { datasetOf, portfolio } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';

const PORTFOLIO = portfolio([
  { subscriptionId: 'ONE', customerId: 'c1', customerName: 'Litware', offerName: 'Office 365 E3' },
  { subscriptionId: 'TWO', customerId: 'c1', customerName: 'Litware', offerName: 'Office 365 E5' },
  { subscriptionId: 'THREE', customerId: 'c1', customerName: 'Litware', offerName: 'Office 365 E5' },
  { subscriptionId: 'FOUR', customerId: 'c2', customerName: 'Twin', offerName: 'Visio Plan 2' },
  { subscriptionId: 'FIVE', customerId: 'c3', customerName: 'Twin', offerName: 'Visio Plan 2' },
]).table;

type Cells = Readonly<Record<string, string>>;

/** A report with the given texts; names of seats and licences hold decimals, processed moments are days. */
function report(rows: readonly Cells[]) {
  const columns = new Map<string, Column>();
  for (const name of new Set(rows.flatMap(Object.keys))) {
    const cells = rows.map((row) => row[name] ?? '');
    if (/seats|licenses/i.test(name)) columns.set(name, decimals(cells));
    else if (name === 'processedDateTime') columns.set(name, days(cells));
    else columns.set(name, texts(cells));
  }
  return datasetOf('insights', 'usage.csv', { rows: rows.length, columns }, 50);
}

function decimals(cells: readonly string[]): Column {
  const builder = new DecimalBuilder();
  for (const cell of cells) builder.push(cell);
  return builder.finish();
}
function days(cells: readonly string[]): Column {
  const builder = new DayBuilder();
  for (const cell of cells) builder.push(cell === '' ? undefined : day(cell));
  return builder.finish();
}
function texts(cells: readonly string[]): Column {
  const builder = new TextBuilder();
  for (const cell of cells) builder.push(cell);
  return builder.finish();
}

function found(rows: readonly Cells[]) {
  const { evidence, unclear } = seatUsage([report(rows)], PORTFOLIO);
  return { seats: evidence.map(({ id, by, when, assigned, active }) => [id, by, when, assigned, active]), unclear };
}

describe('seats in use', () => {
  it('come by the subscription’s id, from the latest month', () => {
    const seats = { subscriptionId: 'one' };
    expect(
      found([
        { ...seats, month: '2026-09', totalAssignedSeats: '90' },
        { ...seats, month: '2026-10', totalAssignedSeats: '81', activeSeats: '70' },
      ]),
    ).toEqual({ seats: [['one', 'subscription', '2026-10', 81, 70]], unclear: 0 });
  });

  it('come by customer and product where the customer has one subscription of it', () => {
    const licences = { customerName: 'LITWARE', productName: 'office 365  e3', licensesDeployed: '7' };
    expect(found([{ ...licences, processedDateTime: '2026-11-20' }])).toEqual({
      seats: [['one', 'product', '2026-11-20', 7, undefined]],
      unclear: 0,
    });
  });

  it('are not divided among two subscriptions of one product', () => {
    const licences = { customerTenantId: 'C1', product: 'Office 365 E5', month: '2026-10', assignedSeats: '40' };
    expect(found([licences])).toEqual({ seats: [], unclear: 2 });
  });

  it('are not told by a name that two customers have', () => {
    expect(found([{ customerName: 'Twin', productName: 'Visio Plan 2', licensesDeployed: '3' }])).toEqual({
      seats: [],
      unclear: 0,
    });
  });

  it('say nothing where a month has two figures', () => {
    const seats = { subscriptionId: 'ONE', month: '2026-10' };
    expect(
      found([
        { ...seats, assignedSeats: '5' },
        { ...seats, assignedSeats: '6' },
      ]),
    ).toEqual({ seats: [], unclear: 1 });
  });
});
