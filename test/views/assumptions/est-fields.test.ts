import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { DEFAULT_EST } from '../../../src/core/scenario/defaults.ts';
import {
  type EstKey,
  defaultValues,
  differsFromDefaults,
  estField,
  listRowsHideUplift,
  readInput,
} from '../../../src/views/assumptions/est-fields.ts';
import { day } from '../../support/simulation.ts';

const format = createFormat('en-GB');
const read = (key: EstKey, typed: string) => readInput(key, typed, DEFAULT_EST, format);

describe('a field', () => {
  test.each<[EstKey, string, string, string]>([
    ['upliftMonthly', '3', '3 %', 'R-005'],
    ['upliftNoMonthly', '23', '23 %', 'R-006'],
    ['noMonthlyBase', 'annual', 'annual', 'D-01'],
    ['listRows', 'use', 'use', 'R-009'],
    ['bridgeDays', '', 'none', 'R-012'],
    ['eligibleStartFrom', '2025-04-01', '1 Apr 2025', 'R-004'],
  ])('%s holds %s, default %s, by rule %s', (key, input, defaultText, rule) => {
    expect(estField(key, DEFAULT_EST, format)).toMatchObject({ input, defaultText, rule, differs: false });
  });

  test('is marked when it differs, not when it is only written differently', () => {
    expect(estField('upliftMonthly', { ...DEFAULT_EST, upliftMonthly: '0.0300' }, format).differs).toBe(false);
    expect(estField('upliftMonthly', { ...DEFAULT_EST, upliftMonthly: '0.0305' }, format)).toMatchObject({
      differs: true,
      input: '3.05',
    });
  });
});

describe('what is typed', () => {
  test.each<[EstKey, string, object]>([
    ['upliftMonthly', '4.5', { upliftMonthly: '0.045' }],
    ['upliftMonthly', ' 4,5 % ', { upliftMonthly: '0.045' }],
    ['upliftNoMonthly', '0', { upliftNoMonthly: '0' }],
    ['bridgeDays', '30', { bridgeDays: 30 }],
    ['bridgeDays', '', { bridgeDays: null }],
    ['eligibleEndFrom', '2026-05-05', { eligibleEndFrom: day('2026-05-05') }],
    ['noMonthlyBase', 'annualBilledMonthly', { noMonthlyBase: 'annualBilledMonthly' }],
    ['listRows', 'ignore', { listRows: 'ignore' }],
  ])('as %s: %s is understood', (key, typed, value) => {
    expect(read(key, typed)).toEqual({ ok: true, value });
  });

  test.each<[EstKey, string, RegExp]>([
    ['upliftMonthly', 'abc', /“abc” is not allowed: a percentage from 0 to 100.*Kept 3 %/],
    ['upliftMonthly', '-1', /0 to 100/],
    ['upliftNoMonthly', '101', /Kept 23 %/],
    ['upliftNoMonthly', '', /percentage/],
    ['bridgeDays', '1.5', /whole number of days.*Kept none/],
    ['bridgeDays', '-3', /whole number/],
    ['bridgeDays', '99999', /0 to 3,660/],
    ['eligibleStartFrom', '', /A date is needed. Kept 1 Apr 2025/],
    ['eligibleStartFrom', '2026-02-30', /not a date/],
  ])('as %s: %s is refused with what is allowed', (key, typed, message) => {
    const result = read(key, typed);
    expect(result.ok ? '' : result.error).toMatch(message);
  });
});

test('list rows are worth a word only when an uplift was changed while they still win', () => {
  expect(listRowsHideUplift(DEFAULT_EST)).toBe(false);
  expect(listRowsHideUplift({ ...DEFAULT_EST, upliftMonthly: '0.04' })).toBe(true);
  expect(listRowsHideUplift({ ...DEFAULT_EST, upliftMonthly: '0.04', listRows: 'ignore' })).toBe(false);
});

test('going back to the defaults keeps the word on twins', () => {
  const twins = [{ productId: 'P', skuId: '0001', segment: 'Commercial', isEst: true }];
  const changed = { ...DEFAULT_EST, bridgeDays: 30, twins };
  expect(differsFromDefaults(changed)).toBe(true);
  const back = { ...changed, ...defaultValues(changed) };
  expect(differsFromDefaults(back)).toBe(false);
  expect(back.twins).toEqual(twins);
});
