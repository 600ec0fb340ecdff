/** Which files are the next snapshot of which: by drop, by what they hold, by the user's word. */
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { inUse, readSnapshots } from '../../src/sim/index.ts';
import { portfolio, priceList } from '../support/books.ts';

/** A file of a customer's subscriptions, `a1` being customer a's. */
function file(id: string, subscriptions: string, facts: Partial<Dataset> = {}): Dataset {
  const rows = subscriptions.split(' ').map((name) => ({ subscriptionId: name, customerId: name.charAt(0) }));
  return { ...portfolio(rows, Number(id.replace(/\D/g, '')), id), ...facts };
}

const counting = (...datasets: readonly Dataset[]): readonly string[] =>
  inUse(datasets, readSnapshots(datasets)).map(({ id }) => id);

describe('the next snapshot', () => {
  it('covers half of the subscriptions of an earlier drop, or half of its customers', () => {
    const older = file('1', 'a1 a2 b3 c4', { drop: 'x' });
    expect(counting(older, file('2', 'z1 z2 a1 a2', { drop: 'y' }))).toEqual(['2']);
    expect(counting(older, file('2', 'a1 z2 z3 z4', { drop: 'y' }))).toEqual(['1', '2']);
    expect(counting(older, file('2', 'a7 b8', { drop: 'y' }))).toEqual(['2']);
  });

  it('is never a file of the same drop, and never one that was stored before drops were kept', () => {
    expect(counting(file('1', 'a1 a2', { drop: 'x' }), file('2', 'a1 a2', { drop: 'x' }))).toEqual(['1', '2']);
    expect(counting(file('1', 'a1 a2'), file('2', 'a1 a2'))).toEqual(['1', '2']);
  });

  it('can be many files, one a customer, for one or for many', () => {
    const ones = [file('2', 'a1', { drop: 'y' }), file('3', 'b2', { drop: 'y' }), file('4', 'c3', { drop: 'y' })];
    expect(counting(file('1', 'a1 b2 c3 d4', { drop: 'x' }), ...ones)).toEqual(['2', '3', '4']);
    const sets = ones.map((one, index) => ({ ...one, drop: 'x', order: index }));
    expect(counting(...sets, file('9', 'a1 b2 c3', { drop: 'y' }))).toEqual(['9']);
    expect(counting(...sets, file('9', 'a1', { drop: 'y' }))).toEqual(['3', '4', '9']);
  });

  it('replaces the one before it, and that the one before', () => {
    const all = [file('1', 'a1', { drop: 'x' }), file('2', 'a1', { drop: 'y' }), file('3', 'a1', { drop: 'z' })];
    expect(counting(...all)).toEqual(['3']);
    expect(counting(...all.slice(0, 2))).toEqual(['2']);
  });

  it('goes by the day of the export before the order of the imports', () => {
    const [now, before] = [
      file('1', 'a1', { drop: 'x', importedOn: 10 }),
      file('2', 'a1', { drop: 'y', importedOn: 11 }),
    ];
    expect(counting(now, before)).toEqual(['2']);
    expect(counting(now, { ...before, exportedOn: 5 })).toEqual(['1']);
  });

  it('is what the user says; words in a ring leave one that counts', () => {
    const [one, two] = [file('1', 'a1', { drop: 'x' }), file('2', 'b1', { drop: 'y' })];
    expect(counting(one, { ...two, follows: '1' })).toEqual(['2']);
    expect(counting({ ...one, follows: '2' }, { ...two, follows: '1' })).toHaveLength(1);
    expect(counting({ ...one, follows: 'gone' }, two)).toEqual(['1', '2']);
    expect(counting({ ...one, follows: '2' }, file('2', 'a1', { drop: 'y' }))).toEqual(['1']);
  });

  it('never concerns price lists', () => {
    const lists = [priceList([], 1), priceList([], 2)].map((list, index) => ({ ...list, drop: String(index) }));
    expect(counting(...lists)).toHaveLength(2);
  });
});
