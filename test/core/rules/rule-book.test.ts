import { describe, expect, it } from 'vitest';
import { dayToText, parseDay } from '../../../src/core/days.ts';
import { RULE_BOOK, ruleOf } from '../../../src/core/rules/rule-book.ts';
import { DEFAULT_EST } from '../../../src/core/scenario/defaults.ts';
import { VERDICT_LIST } from '../../../src/sim/outcomes.ts';

const inFile = (value: unknown): unknown => (typeof value === 'number' ? dayToText(value) : value);

describe('the rule book', () => {
  it('holds every rule that can decide an outcome', () => {
    for (const { rule } of VERDICT_LIST) expect(ruleOf(rule)?.id).toBe(rule);
    expect(ruleOf('R-999')).toBeUndefined();
    expect(ruleOf('toString')).toBeUndefined();
  });

  it('says of every rule what it says, where from and how sure that is', () => {
    expect(RULE_BOOK.length).toBeGreaterThan(30);
    for (const rule of RULE_BOOK) {
      expect(rule).toEqual(ruleOf(rule.id));
      expect(rule.statement, rule.id).toMatch(/\.$/);
      expect(rule.source, rule.id).not.toBe('');
      expect(['high', 'medium', 'low']).toContain(rule.confidence);
    }
  });

  it('dates rules by days of the calendar', () => {
    for (const { id, validFrom } of RULE_BOOK) {
      if (validFrom !== undefined) expect(parseDay(validFrom), id).toBeDefined();
    }
  });

  it('sets the defaults that a scenario has', () => {
    const sets = RULE_BOOK.flatMap((rule) => rule.sets ?? []);
    expect(sets.map(({ key }) => key).sort()).toEqual([
      'eligibleEndFrom',
      'eligibleStartFrom',
      'listRows',
      'noMonthlyBase',
      'upliftMonthly',
      'upliftNoMonthly',
    ]);
    for (const { key, value } of sets) expect(inFile(DEFAULT_EST[key]), key).toBe(value);
  });
});
