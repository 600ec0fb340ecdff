/** Who pays: cost 10.00 and retail price 12.50 today, EST 12.36 and 15.45; 10 seats for the whole of December. */
import { describe, expect, it } from 'vitest';
import type { Clause, MarginRule, MarginRules } from '../../src/core/scenario/scenario.ts';
import { type SubscriptionCells, portfolio, price, priceList, result } from '../support/books.ts';
import { day } from '../support/simulation.ts';

const LIST = priceList([price('P1Y/Annual', '120', '150'), price('P1M/Monthly', '12', '15')]);

interface Terms {
  readonly cells?: SubscriptionCells;
  readonly margin?: Partial<MarginRules>;
  readonly clause?: Clause;
}

function pays({ cells = {}, margin = {}, clause }: Terms) {
  const clauses = new Map(clause ? [['Customer', clause]] : []);
  const { passed, delayed, absorbed, notes } = result([LIST, portfolio([cells])], {
    scenario: { est: { bridgeDays: 31 }, margin, clauses },
  });
  return { passed, delayed, absorbed, notes };
}

const PASSES: Clause = { passThrough: true };

describe('clauses', () => {
  it('without one the partner absorbs everything', () => {
    expect(pays({})).toMatchObject({ passed: '0.00', delayed: '0.00', absorbed: '29.50' });
    expect(pays({ clause: { passThrough: false } })).toMatchObject({ passed: '0.00', absorbed: '29.50' });
  });

  it('pass the whole rise, or up to a cap', () => {
    expect(pays({ clause: PASSES })).toMatchObject({ passed: '29.50', absorbed: '0.00' });
    expect(pays({ clause: { ...PASSES, capPercent: '5' } })).toMatchObject({ passed: '6.30', absorbed: '23.20' });
    expect(pays({ clause: { ...PASSES, capPercent: '0' } })).toMatchObject({ passed: '0.00', absorbed: '29.50' });
  });

  it.each<[string, Partial<Clause>, boolean]>([
    ['notice that ends with November', { noticeDays: 9 }, true],
    ['notice a day longer', { noticeDays: 10 }, false],
    ['notice given earlier', { noticeDays: 30, noticeGiven: day('2026-11-01') }, true],
    ['a lock until the day before', { priceLockUntil: day('2026-11-30') }, true],
    ['a lock of one more day', { priceLockUntil: day('2026-12-01') }, false],
  ])('%s', (_, change, passes) => {
    const expected = passes ? { passed: '29.50', delayed: '0.00' } : { passed: '0.00', delayed: '29.50' };
    expect(pays({ clause: { ...PASSES, ...change } })).toMatchObject({ ...expected, absorbed: '0.00' });
  });

  it('pass a lower price on in any case, so that passed can be negative', () => {
    const cells = { customerPrice: '20' };
    expect(pays({ cells })).toMatchObject({ passed: '-45.50', delayed: '0.00', absorbed: '0.00' });
    expect(pays({ cells, clause: { passThrough: false, noticeDays: 60 } })).toMatchObject({
      passed: '0.00',
      delayed: '-45.50',
    });
  });
});

describe('margin rules', () => {
  const markup = (percent: string): MarginRule => ({ kind: 'markup', percent });
  const absorbed = (margin: Partial<MarginRules>, cells: SubscriptionCells = {}): string =>
    pays({ margin, cells }).absorbed;

  it('count on the most specific level', () => {
    const customers = new Map([['CUSTOMER', markup('50')]]);
    const subscriptions = new Map([['SUB', markup('100')]]);
    // 10 seats × (12.36 − 10.00) × (1 + markup).
    expect(absorbed({ business: markup('0') })).toBe('23.60');
    expect(absorbed({ business: markup('0'), customers })).toBe('35.40');
    expect(absorbed({ business: markup('0'), customers, subscriptions })).toBe('47.20');
  });

  it('make prices from cost, retail price or nothing at all', () => {
    expect(absorbed({ business: { kind: 'erp-discount', percent: '10' } })).toBe('26.60');
    expect(absorbed({ business: { kind: 'margin', percent: '20' } })).toBe('29.50');
    expect(absorbed({ business: { kind: 'fixed', price: '11' } })).toBe('0.00');
  });

  it('yield to the price that the customer pays, today but not ideally', () => {
    expect(absorbed({}, { customerPrice: '15' })).toBe('4.50');
  });

  it('take the price paid as cost, the retail price from the list less the promotion', () => {
    const cells = { pricePaid: '8', promotionPercent: '20' };
    expect(absorbed({ business: markup('0') }, cells)).toBe('43.60');
    expect(absorbed({}, cells)).toBe('54.50');
  });

  it('warn below cost and above retail price, and clamp only when told to', () => {
    const low = { business: { kind: 'fixed', price: '9' } } as const;
    const high = { business: { kind: 'fixed', price: '40' } } as const;
    expect(pays({ margin: low }).notes).toEqual(['below-cost']);
    expect(pays({ margin: high }).notes).toEqual(['above-erp']);
    // Clamped to cost 10.00 and 12.36, to retail price 12.50 and 15.45.
    expect(pays({ margin: { ...low, clamp: true } })).toMatchObject({ absorbed: '23.60', notes: [] });
    expect(pays({ margin: { ...high, clamp: true } })).toMatchObject({ absorbed: '29.50', notes: [] });
  });

  it('never clamp a price that stands in the file', () => {
    const { absorbed: left, notes } = pays({ margin: { clamp: true }, cells: { customerPrice: '9' } });
    expect({ left, notes }).toEqual({ left: '64.50', notes: ['below-cost'] });
  });
});
