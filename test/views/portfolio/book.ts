/** A small portfolio with one subscription that has no price, in two currencies. */
import { DayBuilder, DecimalBuilder, FlagBuilder, TextBuilder } from '../../../src/core/column-builders.ts';
import { createFormat } from '../../../src/core/format.ts';
import type { Column, Table } from '../../../src/core/table.ts';
import { SheetData } from '../../../src/views/portfolio/sheet-data.ts';
import { day, handMadeSimulation } from '../../support/simulation.ts';

const ROWS = [
  ['Zeta', 's-10', 'USD', '5', '2026-12-31', true],
  ['Alpha', 's-9', 'JPY', '30', '2027-01-31', false],
  ['beta', 's-2', 'USD', '12', '2026-11-30', undefined],
] as const;

function portfolio(firstCustomer: string): Table {
  const [customer, id, currency, offer] = [new TextBuilder(), new TextBuilder(), new TextBuilder(), new TextBuilder()];
  const [seats, end, renew] = [new DecimalBuilder(), new DayBuilder(), new FlagBuilder()];
  for (const [given, subscription, money, quantity, termEnd, autoRenew] of ROWS) {
    const name = given === 'Zeta' ? firstCustomer : given;
    customer.push(name);
    id.push(subscription);
    currency.push(money);
    offer.push(`Product of ${name}`);
    seats.push(quantity);
    end.push(day(termEnd));
    renew.push(autoRenew);
  }
  return {
    rows: ROWS.length,
    columns: new Map<string, Column>([
      ['customerName', customer.finish()],
      ['subscriptionId', id.finish()],
      ['currency', currency.finish()],
      ['offerName', offer.finish()],
      ['quantity', seats.finish()],
      ['commitmentEnd', end.finish()],
      ['autoRenew', renew.finish()],
    ]),
  };
}

/** Row 1 (Alpha) has no price; row 0 is exposed; its customer may have another name. */
export function sheetData(firstCustomer = 'Zeta'): SheetData {
  const simulation = handMadeSimulation({
    rows: [
      { row: 0, id: 's-10', currency: 'USD', product: 'Zeta 365', outcome: 'est-drift', rule: 'R-014', exposed: true,
        estUnit: '21.75', currentUnit: '9.5', cliffPromotion: '-0.25', notes: 'est-list-differs promotion-unknown',
        amounts: { est: 123_456, extra: 23_456, margin: -150 } },
      { row: 2, id: 's-2', currency: 'USD', product: 'Beta 365', outcome: 'renews', rule: 'R-016', exposed: false,
        estUnit: '100', currentUnit: '90', cliffPromotion: '0' },
    ],
    unpriced: [{ row: 1, id: 's-9', reason: 'No list.' }],
  }); // prettier-ignore
  return new SheetData(portfolio(firstCustomer), simulation, createFormat('en-GB'));
}
