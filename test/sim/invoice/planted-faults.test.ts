import { describe, expect, test } from 'vitest';
import { parseDay, monthOfDay } from '../../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import { prepareBook } from '../../../src/sim/index.ts';
import { mapEstOffers } from '../../../src/sim/est-mapping.ts';
import { EstTerms } from '../../../src/sim/invoice/est-terms.ts';
import { checkLines } from '../../../src/sim/invoice/model/check-lines.ts';
import { readLines } from '../../../src/sim/invoice/model/read-lines.ts';
import { checkMonth } from '../../../src/sim/invoice/union/check-month.ts';
import type { Difference, MonthCheck } from '../../../src/sim/invoice/union/types.ts';
import {
  FAULTS,
  type InvoiceMonth,
  invoiceMonth,
  MONTH,
  type Planted,
  reconciliationOf,
} from '../../support/invoice-month.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';

function checked({ before, after, lines }: InvoiceMonth): MonthCheck {
  const read = readLines([reconciliationOf(lines)]);
  const arithmetic = checkLines(read);
  const [was, is] = [prepareBook({ datasets: before }), prepareBook({ datasets: after })];
  const mapping = mapEstOffers(is.offers.values(), []);
  const check =
    arithmetic &&
    checkMonth({
      month: monthOfDay(parseDay(`${MONTH.text}-01`) ?? 0),
      ...{ lines: read, checked: arithmetic, gate: 5 },
      before: { book: was, day: day(MONTH.before) },
      after: { book: is, day: day(MONTH.after) },
      terms: new EstTerms(is.offers.values(), mapping, DEFAULT_SCENARIO.est),
    });
  if (!check) throw new Error('INTERNAL: given up');
  return check;
}

interface Score {
  found: number;
  right: number;
  wrong: string[];
  falseFindings: number;
}

function score(month: InvoiceMonth, { differences }: MonthCheck): Score {
  const read = readLines([reconciliationOf(month.lines)]);
  const idOf = (row: number): string => month.lines[read.sourceRow[row] ?? 0]?.alternateId ?? '';
  const isOf = (planted: Planted, difference: Difference): boolean =>
    difference.rows.some((row) => idOf(row).startsWith(planted.lineId)) ||
    (difference.rows.length === 0 && difference.subscriptionId === planted.subscriptionId);
  const result: Score = { found: 0, right: 0, wrong: [], falseFindings: 0 };
  const explained = new Set<Difference>();
  for (const planted of month.planted) {
    const own = differences.filter((difference) => isOf(planted, difference));
    for (const difference of own) explained.add(difference);
    const causes = own.map(({ cause }) => cause);
    if (planted.causes.some((cause) => causes.includes(cause)) || causes.length > 0) result.found++;
    const isRight = causes.length === planted.causes.length && planted.causes.every((cause) => causes.includes(cause));
    if (isRight) result.right++;
    else
      result.wrong.push(
        `${planted.fault}: ${causes.join(', ') || 'nothing'} (${planted.lineId} ${planted.subscriptionId})`,
      );
  }
  result.falseFindings = differences.filter((difference) => !explained.has(difference)).length;
  for (const difference of differences) {
    if (!explained.has(difference))
      result.wrong.push(
        `false: ${difference.cause} ${difference.key} ${difference.rows.map(idOf).join(' ')} was ${difference.was} should ${difference.should}`,
      );
  }
  return result;
}

describe('a month of an invoice against what it should be', () => {
  test('a clean month has no difference', () => {
    for (let seed = 1; seed <= runs(2); seed++) {
      const month = invoiceMonth(seed);
      const check = checked(month);
      expect(check.differences.map(({ key, was, should }) => [key, was, should])).toEqual([]);
      expect(month.lines.length).toBeGreaterThan(4500);
      for (const { billed, expected, uncovered, difference, noise } of check.totals) {
        expect(billed - expected - uncovered).toBe(difference);
        expect(difference).toBe(noise);
      }
    }
  });

  test('planted faults are found with their causes', () => {
    for (let seed = 1; seed <= runs(2); seed++) {
      const month = invoiceMonth(seed, { faults: 20 });
      const check = checked(month);
      const { found, right, wrong, falseFindings } = score(month, check);
      const of = FAULTS.length * 20;
      console.log(seed, found, right, of, falseFindings, wrong.slice(0, 40));
      expect(found).toBe(of);
      expect(right).toBeGreaterThanOrEqual(of * 0.95);
      expect(falseFindings).toBeLessThanOrEqual(month.lines.length / 1000);
    }
  });
});
