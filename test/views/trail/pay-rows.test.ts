/** Who pays, as the trail says it: cost 10.00 and retail price 12.50 today, EST 12.36 and 15.45. */
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { DEFAULT_EST } from '../../../src/core/scenario/defaults.ts';
import type { Clause, MarginRule, MarginRules } from '../../../src/core/scenario/scenario.ts';
import { explain, prepareBook } from '../../../src/sim/index.ts';
import { trailLine } from '../../../src/views/trail/line.ts';
import { payRows } from '../../../src/views/trail/pay-rows.ts';
import { priceRows } from '../../../src/views/trail/step-tables.ts';
import { type SubscriptionCells, portfolio, price, priceList, reconciliation, scenario } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';

const LIST = priceList([price('P1Y/Annual', '120', '150'), price('P1M/Monthly', '12', '15')]);

interface Terms {
  readonly cells?: SubscriptionCells;
  readonly margin?: Partial<MarginRules>;
  readonly clause?: Clause;
}

function trail({ cells = {}, margin = {}, clause }: Terms) {
  const book = prepareBook({ datasets: [LIST, portfolio([cells])] });
  const clauses = new Map(clause ? [['Customer', clause]] : []);
  const window = { asOf: day('2026-11-22'), horizonMonths: 12 };
  const explained = explain(book, { scenario: scenario({ margin, clauses }), window }, 0);
  if ('unpriced' in explained) throw new Error(`INTERNAL: ${explained.unpriced}`);
  const context = { format: createFormat('en-GB'), portfolio: book.portfolio.table, est: DEFAULT_EST };
  return { pay: payRows(explained, context), prices: priceRows(explained, context) };
}

const how = (terms: Terms): readonly (string | undefined)[] => trail(terms).pay.map((row) => row[2]);
const PASSES: Clause = { passThrough: true };

describe('the trail of a customer price', () => {
  it.each<[MarginRule, string, string]>([
    [{ kind: 'erp-discount', percent: '5' }, 'retail price 12.50 × (1 − 5 %)', 'retail price 15.45 × (1 − 5 %)'],
    [{ kind: 'markup', percent: '7.5' }, 'cost 10.00 × (1 + 7.5 %)', 'cost 12.36 × (1 + 7.5 %)'],
    [{ kind: 'margin', percent: '20' }, 'cost 10.00 ÷ (1 − 20 %)', 'cost 12.36 ÷ (1 − 20 %)'],
    [{ kind: 'fixed', price: '24' }, 'fixed price 24.00', 'fixed price 24.00'],
  ])('says what %j makes it from, and whose rule it is', (business, today, ideal) => {
    const level = 'by the rule of the whole business (R-050)';
    expect(how({ margin: { business } }).slice(0, 2)).toEqual([`${today}, ${level}`, `${ideal}, ${level}`]);
  });

  it('names the most specific rule', () => {
    const rule: MarginRule = { kind: 'markup', percent: '1' };
    const customers = new Map([['Customer', rule]]);
    expect(how({ margin: { customers } })[0]).toContain('by the rule of this customer');
    const subscriptions = new Map([['sub', rule]]);
    expect(how({ margin: { customers, subscriptions } })[0]).toContain('by the rule of this subscription');
  });

  it('says that the file gives it, and what prices are kept between', () => {
    expect(how({ cells: { customerPrice: '11' } })[0]).toBe('as the file gives it');
    expect(how({ margin: { clamp: true } })[1]).toContain('kept between cost 12.36 and retail price 15.45');
  });

  it.each<[Clause | undefined, string, string]>([
    [undefined, 'no clause: nothing may be passed on (R-028)', 'as-of 22 Nov 2026, no notice is agreed'],
    [
      { passThrough: false, noticeDays: 1 },
      'the customer’s clause lets nothing be passed on (R-028)',
      'as-of 22 Nov 2026 + 1 day of notice',
    ],
    [
      { ...PASSES, noticeDays: 30, noticeGiven: day('2026-11-01') },
      'the whole rise may be passed on, there is no cap (R-028)',
      'notice given 1 Nov 2026 + 30 days of notice',
    ],
    [
      { ...PASSES, capPercent: '5', noticeDays: 90, priceLockUntil: day('2026-12-31') },
      'at most 12.50 × (1 + 5 %) = 13.13 (R-028)',
      'the later of as-of 22 Nov 2026 + 90 days of notice, and the day after the price lock, which lasts until 31 Dec 2026',
    ],
  ])('says what %j allows and from when', (clause, allows, from) => {
    const terms = clause ? { clause } : {};
    expect(how(terms).slice(2)).toEqual([allows, from]);
  });

  it('shows the first day and the capped price themselves', () => {
    const { pay } = trail({ clause: { ...PASSES, capPercent: '5', noticeDays: 93 } });
    expect(pay.slice(2).map(([, figure]) => figure)).toEqual(['13.13', '23 Feb 2027']);
    expect(how({ cells: { customerPrice: '20' } })[2]).toBe('lower than today: passed on in any case');
  });
});

it('a price of a whole term is divided by its months', () => {
  const [current] = trail({}).prices;
  expect(current?.[3]).toMatch(/: 120.00 for the whole term ÷ 12 months = 10.00, from /);
});

describe('the trail of a price that was billed', () => {
  const line = {
    ...{
      subscriptionId: 'billing-id',
      customerId: 'customer',
      productId: 'PRODUCT',
      skuId: '1',
      chargeType: 'cycleCharge',
    },
    ...{ effectiveUnitPrice: '107.1', chargeStartDate: '2025-12-01', chargeEndDate: '2026-11-30', quantity: '10' },
    ...{
      subscriptionStartDate: '2025-12-01',
      subscriptionEndDate: '2026-11-30',
      currency: 'USD',
      invoiceNumber: 'G001',
    },
  };
  const book = prepareBook({ datasets: [LIST, portfolio([{}]), reconciliation([line])] });
  const window = { asOf: day('2026-11-22'), horizonMonths: 12 };
  const explained = explain(book, { scenario: scenario(), window }, 0);
  if ('unpriced' in explained) throw new Error(`INTERNAL: ${explained.unpriced}`);
  const context = { format: createFormat('en-GB'), portfolio: book.portfolio.table, est: DEFAULT_EST };

  it('names file and row, the charge, and the arithmetic', () => {
    const [row] = priceRows(explained, context);
    expect(row?.slice(1).map((cell) => cell.replaceAll('\u2009', ' '))).toEqual([
      '8.925',
      'the price billed by Microsoft = 107.10 ÷ 12 months',
      'recon.csv, row 2: “cycleCharge” for 1 Dec 2025 – 30 Nov 2026, invoice G001; found by customer, product, SKU and term, because the line has another subscription id (R-108)',
    ]);
    const subject = { kind: 'unit', row: 0, unit: 'currentUnit' } as const;
    const shown = trailLine({ kind: 'row', subject, explanation: explained }, context);
    expect(shown).toMatchObject({
      steps: ['the price billed by Microsoft', '107.10 ÷ 12 months'],
      result: '8.925',
      rules: ['R-102', 'R-108'],
    });
    expect(shown.places[0]).toEqual({ file: 'recon.csv', line: 2 });
  });
});
