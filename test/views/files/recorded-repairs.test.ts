import { describe, expect, it } from 'vitest';
import type { AppliedRepair } from '../../../src/core/schema/repairs.ts';
import { choicesMade } from '../../../src/state/stored-repairs.ts';
import { canReadAgain, canTurn, turned } from '../../../src/views/files/recorded-repairs.ts';

const dates: AppliedRepair = { code: 'date-order', column: 'UsageDate', rows: 3, applied: true };
const otherDates: AppliedRepair = { ...dates, column: 'InvoiceDate', applied: false };
const digits: AppliedRepair = { code: 'digits-lost', column: 'MeterId', rows: 2, applied: false };
const tables: AppliedRepair = { code: 'second-table', column: '', rows: 9, applied: true };

describe('the repairs that a dataset remembers', () => {
  it('say what was chosen', () => {
    expect(choicesMade([dates, digits])).toStrictEqual([
      { code: 'date-order', column: 'UsageDate', treatment: 'apply' },
      { code: 'digits-lost', column: 'MeterId', treatment: 'leave' },
    ]);
  });

  it('are undone, or made after all, one by one', () => {
    const all = [dates, otherDates];
    expect(turned(all, dates).map(({ treatment }) => treatment)).toStrictEqual(['leave', 'leave']);
    expect(turned(all, otherDates).map(({ treatment }) => treatment)).toStrictEqual(['apply', 'apply']);
  });

  it('can be undone only where there was a choice', () => {
    const preamble: AppliedRepair = { code: 'preamble', column: '', rows: 2, applied: true };
    expect([dates, digits, preamble].map(canTurn)).toStrictEqual([true, false, false]);
  });

  it('stay when the file holds several tables', () => {
    expect(canReadAgain({ file: 'prices.zip/us.csv', repairs: [dates] })).toBe(true);
    expect(canReadAgain({ file: 'two.csv', repairs: [dates, tables] })).toBe(false);
    expect(canReadAgain({ file: 'two.csv/part 2', repairs: [dates] })).toBe(false);
    expect(canReadAgain({ file: 'book.xlsx/March, part 3', repairs: [dates] })).toBe(false);
    expect(canReadAgain({ file: 'part 2', repairs: [dates] })).toBe(true);
    expect(canReadAgain({ file: 'a.csv', repairs: [dates], erased: [{ day: 20_000, rows: 1 }] })).toBe(false);
  });
});
