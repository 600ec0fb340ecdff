import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { Filter } from '../../../src/state/filter.ts';
import { filterChips, partOfStep, toggled, withCustomer, without } from '../../../src/views/exposure/filter-chips.ts';
import { draftOf, filterOf } from '../../../src/views/exposure/filter-draft.ts';
import { filterOptions } from '../../../src/views/exposure/filter-options.ts';
import { handMadeSimulation } from '../../support/simulation.ts';

const format = createFormat('en-GB');
const SIMULATION = handMadeSimulation({
  rows: [
    { customerId: 'c1', customer: 'Contoso', currency: 'USD', exposed: true, outcome: 'est-drift', segment: 'Education', amounts: { est: 5, current: 2, extra: 3 } },
    { customerId: 'c2', customer: 'Fabrikam', currency: 'USD', exposed: true, outcome: 'in-est', segment: 'Commercial', amounts: { est: 9, current: 2, extra: 7 } },
    { customerId: 'c3', customer: 'Nobody', currency: 'USD', exposed: false, outcome: 'renews', segment: 'Charity' },
  ],
}); // prettier-ignore
const EVERYTHING: Filter = {
  ...{ month: 2027 * 12, customerId: 'c1', outcome: 'est-drift', segment: 'Education', part: 'promotion', find: 'e3' },
};

describe('chips', () => {
  test('say each part of the filter in words', () => {
    expect(filterChips(EVERYTHING, SIMULATION.table, format).map(({ text }) => text)).toEqual([
      'Month: January 2027',
      'Customer: Contoso',
      'Outcome: ▲ drifts',
      'Segment: Education',
      'Cause: Promotion lost',
      'Contains “e3”',
    ]);
    expect(filterChips({}, SIMULATION.table, format)).toEqual([]);
  });

  test('show the id of a customer that is no longer there', () => {
    expect(filterChips({ customerId: 'gone' }, SIMULATION.table, format)[0]?.text).toBe('Customer: gone');
  });
});

describe('a click on a bar', () => {
  test('adds its filter, and a second one takes it away', () => {
    const once = toggled({ find: 'e3' }, 'month', 5);
    expect(once).toEqual({ find: 'e3', month: 5 });
    expect(toggled(once, 'month', 5)).toEqual({ find: 'e3' });
    expect(toggled(once, 'month', 6)).toEqual({ find: 'e3', month: 6 });
    expect(without(once, 'find')).toEqual({ month: 5 });
  });

  test('of a customer without an id looks for the name', () => {
    expect(withCustomer({}, 'c1', 'Contoso')).toEqual({ customerId: 'c1' });
    expect(withCustomer({}, '', 'Contoso')).toEqual({ find: 'Contoso' });
  });

  test('of the cliff filters only by causes', () => {
    expect(partOfStep('estUplift')).toBe('estUplift');
    expect(partOfStep('current')).toBeUndefined();
  });
});

describe('the dialog', () => {
  test('gives back the filter that it was opened with', () => {
    expect(filterOf(draftOf(EVERYTHING), EVERYTHING.find)).toEqual(EVERYTHING);
    expect(filterOf(draftOf({}), undefined)).toEqual({});
  });

  test('offers what exposed subscriptions have, customers by their extra', () => {
    const { customers, outcomes, segments, months, moreCustomers } = filterOptions(SIMULATION, 'USD', format);
    expect(customers.map(({ text }) => text)).toEqual(['Fabrikam', 'Contoso']);
    expect(outcomes.map(({ value }) => value)).toEqual(['est-drift', 'in-est']);
    expect(segments.map(({ value }) => value)).toEqual(['Commercial', 'Education']);
    expect(months[0]?.text).toBe('November 2026');
    expect(moreCustomers).toBe(false);
  });
});
