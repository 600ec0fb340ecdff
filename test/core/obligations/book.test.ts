import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import {
  OBLIGATION_RULES,
  isInForce,
  obligationBook,
  ruleDay,
  ruleFigure,
} from '../../../src/core/obligations/rules/book.ts';
import type { ObligationRule } from '../../../src/core/obligations/rules/types.ts';

const day = (text: string): number => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

describe('the book of obligations', () => {
  it('holds every rule once, each statement with a text, a source and days that exist', () => {
    expect(OBLIGATION_RULES.map(({ id }) => id)).toEqual([
      ...['R-130', 'R-131', 'R-132', 'R-133', 'R-134', 'R-135', 'R-136', 'R-137', 'R-140', 'R-141', 'R-142', 'R-143'],
      ...['R-144', 'R-150', 'R-151', 'R-152', 'R-153', 'R-170', 'R-171', 'R-172', 'R-173', 'R-174'],
      ...['R-180', 'R-181', 'R-182'],
    ]);
    for (const { statements, days, figures } of OBLIGATION_RULES) {
      expect(statements.length).toBeGreaterThan(0);
      for (const { text, source } of statements) expect(Math.min(text.length, source.length)).toBeGreaterThan(3);
      const dates = [...statements, ...figures].flatMap(({ from, until }) => [from, until]);
      for (const text of [...dates, ...days.map((one) => one.day)])
        if (text !== undefined) expect(parseDay(text), text).toBeDefined();
      for (const { value } of figures) expect(value).toMatch(/^\d+$/);
    }
  });

  it.each([
    ['2025-09-30', '300000'],
    ['2025-10-01', '1000000'],
    ['2025-10-02', '1000000'],
  ])('asks of a direct-bill partner on %s for USD %s', (on, value) => {
    expect(ruleFigure(OBLIGATION_RULES, 'R-140', 'directRevenue', day(on))).toMatchObject({ value, unit: 'USD' });
  });

  it('has no floor for resellers before the rules of fiscal year 2026', () => {
    expect(ruleFigure(OBLIGATION_RULES, 'R-140', 'resellerRevenue', day('2025-09-30'))).toBeUndefined();
  });

  it('counts the first and the last day of a statement in', () => {
    const statement = { from: '2025-10-01', until: '2025-10-31' };
    const on = ['2025-09-30', '2025-10-01', '2025-10-31', '2025-11-01'].map((text) => isInForce(statement, day(text)));
    expect(on).toEqual([false, true, true, false]);
  });

  it('takes days and figures of added rules before its own, and keeps its statements as history', () => {
    const added: ObligationRule = {
      ...{ id: 'R-170', topic: 'cspp', title: 'New terms', figures: [] },
      statements: [{ text: 'Put off.', source: 'A mail', confidence: 'low', from: '2023-04-01' }],
      days: [{ key: 'accept', day: '2023-06-30', what: 'Accept', ifMet: 'On', ifMissed: 'Off' }],
    };
    const unknown: ObligationRule = { ...added, id: 'R-999', title: 'Our own' };
    const book = obligationBook([{ name: 'ours', rules: [added, unknown] }]);
    expect(ruleDay(book, 'R-170', 'accept')).toBe(day('2023-06-30'));
    expect(ruleDay(book, 'R-170', 'notice')).toBe(day('2023-02-23'));
    expect(book.find(({ id }) => id === 'R-170')).toMatchObject({ title: 'New CSPP terms of 2023' });
    expect(book.find(({ id }) => id === 'R-170')?.statements).toHaveLength(2);
    expect(book.at(-1)).toMatchObject({ id: 'R-999', title: 'Our own' });
  });
});
