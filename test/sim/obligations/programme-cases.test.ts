import { describe, expect, it } from 'vitest';
import { dayToText, monthToText } from '../../../src/core/days.ts';
import { minorToText } from '../../../src/core/money.ts';
import type { RevenueKind, Role, Unit } from '../../../src/core/obligations/programme.ts';
import { type ReconciliationCells, reconciliation } from '../../support/books.ts';
import { answerOf, billedLine, month, UNIT } from '../../support/programme.ts';
import { day } from '../../support/simulation.ts';
import cases from '../../fixtures/obligations/programme.json' with { type: 'json' };

interface Case {
  readonly name: string;
  readonly asOf: string;
  readonly role?: Role;
  readonly unit?: { readonly anniversary?: number; readonly firstTransaction?: string; readonly deauthorised?: string };
  /** The last amount is that of the last month, the first one that of all others. */
  readonly billed?: readonly {
    readonly from: string;
    readonly to: string;
    readonly amounts: readonly string[];
    readonly currency?: string;
  }[];
  readonly typed?: readonly { readonly month: string; readonly amount: string; readonly kind: RevenueKind }[];
  readonly rates?: readonly { readonly from: string; readonly to: string; readonly rate: string }[];
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly distance?: string;
  readonly perMonth?: string;
}

function linesOf({ billed = [] }: Case): ReconciliationCells[] {
  return billed.flatMap(({ from, to, amounts, currency = 'USD' }) => {
    const lines: ReconciliationCells[] = [];
    for (let at = month(from); at <= month(to); at++) {
      const amount = (at === month(to) ? amounts.at(-1) : amounts[0]) ?? '';
      lines.push(billedLine(monthToText(at), amount, { currency, invoiceNumber: `G-${currency}-${String(at)}` }));
    }
    return lines;
  });
}

function unitOf({ unit = {} }: Case): Unit {
  const { anniversary, firstTransaction, deauthorised } = unit;
  return {
    ...UNIT,
    anniversary,
    firstTransaction: firstTransaction === undefined ? undefined : month(firstTransaction),
    deauthorised: deauthorised === undefined ? undefined : day(deauthorised),
  };
}

describe('the floor of a role', () => {
  it.each(cases as readonly Case[])('$name', (one) => {
    const { units, currency } = answerOf({
      asOf: one.asOf,
      datasets: [reconciliation(linesOf(one))],
      programme: {
        role: one.role,
        units: [unitOf(one)],
        revenue: (one.typed ?? []).map((typed) => ({
          ...{ unit: 'first', currency: 'USD', note: '', ...typed, month: month(typed.month) },
        })),
        rates: (one.rates ?? []).map((rate) => ({ ...rate, day: undefined })),
      },
    });
    const [unit] = units;
    const reasons = unit?.reasons.map(({ code, rule, day: on }) =>
      [code, rule, ...(on === undefined || rule !== 'R-141' ? [] : [dayToText(on)])].join(' '),
    );
    expect([unit?.verdict, reasons]).toEqual([one.verdict, one.reasons]);
    expect(currency).toBe('USD');
    if (one.distance !== undefined) expect(minorToText(unit?.check?.distance ?? NaN, 2)).toBe(one.distance);
    if (one.perMonth !== undefined) expect(minorToText(unit?.check?.perMonth ?? NaN, 2)).toBe(one.perMonth);
  });
});
