/** The rule book's form: what it shows, what may be typed, and what a step changes. */
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { DEFAULT_FX, DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import type { RuleKey } from '../../../src/core/rules/values.ts';
import {
  knownCurrencies,
  readRate,
  readShock,
  shockDraft,
  withRate,
  withShock,
} from '../../../src/views/rules/currency-drafts.ts';
import { readRule, resetRule, ruleLines, withReason } from '../../../src/views/rules/rule-lines.ts';
import { day } from '../../support/simulation.ts';

const format = createFormat('en-GB');
const line = (key: RuleKey, scenario: Scenario = DEFAULT_SCENARIO) =>
  ruleLines(scenario, [], format).find((one) => one.key === key);

function typed(key: RuleKey, text: string, scenario: Scenario = DEFAULT_SCENARIO): Scenario {
  const read = readRule(key, text, scenario, format);
  if (!read.ok) throw new Error(read.error);
  return { ...scenario, ...read.value };
}

describe('a line', () => {
  it('says what the book says, since when, by which source and how sure that is', () => {
    expect(line('upliftMonthly')).toMatchObject({
      ...{ rule: 'R-005', input: '3', differs: false, book: '3 %', since: 'since 1 Nov 2025', history: [] },
      confidence: 'confidence high',
    });
    expect(line('eligibleEndFrom')?.history.map((entry) => entry.slice(0, 10))).toEqual(['4 May 2026', '1 Apr 2026']);
    expect(line('refundDayCount')).toMatchObject({ book: 'refunded', since: 'no source dates it' });
  });

  it('is marked where the scenario differs, until it is reset with its reason', () => {
    const changed = typed('upliftMonthly', '5,5 %');
    expect(line('upliftMonthly', changed)).toMatchObject({ input: '5.5', differs: true });
    const noted = {
      ...changed,
      ...withReason('upliftMonthly', 'a letter', changed, { owner: 'Ada', on: day('2026-11-26') }),
    };
    expect(noted.meta.get('est.upliftMonthly')).toEqual({ reason: 'a letter', owner: 'Ada', on: day('2026-11-26') });
    expect(line('upliftMonthly', noted)?.reason).toBe('a letter');
    expect({ ...noted, ...resetRule('upliftMonthly', noted) }).toEqual(DEFAULT_SCENARIO);
  });

  it('takes words as well as numbers, and refuses what cannot be', () => {
    expect(typed('promotionAtRenewal', 'lost').rules.promotionAtRenewal).toBe('lost');
    expect(typed('eligibleEndFrom', '2026-04-01').est.eligibleEndFrom).toBe(day('2026-04-01'));
    expect(readRule('upliftMonthly', '101', DEFAULT_SCENARIO, format).ok).toBe(false);
  });

  it('keeps the range of a card whose reason is taken away', () => {
    const meta = new Map([['est.upliftMonthly', { reason: 'old', low: '0.02' }]]);
    const scenario = { ...DEFAULT_SCENARIO, meta };
    expect(withReason('upliftMonthly', '', scenario, {}).meta?.get('est.upliftMonthly')).toEqual({ low: '0.02' });
  });
});

describe('what is typed about currencies', () => {
  it('is read as people write it', () => {
    expect(readShock({ currency: 'eur', from: '2027-01-01', percent: '−2,5 %' })).toEqual({
      ok: true,
      value: { currency: 'EUR', from: day('2027-01-01'), percent: '-2.5' },
    });
    expect(readRate({ from: 'usd', to: 'eur', rate: '0,92' })).toEqual({
      ok: true,
      value: { from: 'USD', to: 'EUR', rate: '0.92' },
    });
  });

  it('says by field what is wrong', () => {
    const shock = readShock({ currency: 'euro', from: '', percent: '-100' });
    expect(!shock.ok && Object.keys(shock.error)).toEqual(['currency', 'from', 'percent']);
    const rate = readRate({ from: 'EUR', to: 'EUR', rate: '0' });
    expect(!rate.ok && Object.keys(rate.error)).toEqual(['to', 'rate']);
  });

  it('replaces a rate of the same two currencies', () => {
    const fx = { ...DEFAULT_FX, rates: [{ from: 'USD', to: 'EUR', rate: '0.9' }] };
    expect(withRate(fx, { from: 'EUR', to: 'USD', rate: '1.1' }).rates).toEqual([
      { from: 'EUR', to: 'USD', rate: '1.1' },
    ]);
    expect(knownCurrencies([{ currency: 'NOK' }], fx)).toEqual(['EUR', 'NOK', 'USD']);
  });

  it('is changed where it stands, and read again as it was', () => {
    const [first, second] = [
      { currency: 'EUR', from: day('2027-01-01'), percent: '4' },
      { currency: 'NOK', from: day('2027-02-01'), percent: '-2.5' },
    ];
    const fx = { ...DEFAULT_FX, shocks: [first, second] };
    expect(readShock(shockDraft(second))).toEqual({ ok: true, value: second });
    const more = { ...first, percent: '6' };
    expect(withShock(fx, more, first).shocks).toEqual([more, second]);
    expect(withShock(fx, more).shocks).toEqual([first, second, more]);
    expect(withShock({ ...fx, shocks: [second] }, more, first).shocks).toEqual([second, more]);
  });

  it('leaves one rate of two currencies when another is changed to theirs', () => {
    const [first, second] = [
      { from: 'USD', to: 'EUR', rate: '0.9' },
      { from: 'USD', to: 'NOK', rate: '10' },
    ];
    const fx = { ...DEFAULT_FX, rates: [first, second] };
    const changed = { from: 'EUR', to: 'USD', rate: '1.1' };
    expect(withRate(fx, changed, second).rates).toEqual([changed]);
    expect(withRate(fx, { ...first, rate: '0.8' }, first).rates).toEqual([{ ...first, rate: '0.8' }, second]);
  });
});
