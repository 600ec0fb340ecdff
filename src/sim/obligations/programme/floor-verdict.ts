/** Whether a unit reaches the floor of its role at the check of its anniversary, and why. */
import { addMonths, type Day, firstDayOfMonth, type Month } from '../../../core/days.ts';
import type { Role, Unit } from '../../../core/obligations/programme.ts';
import { checkDay, countFigure } from '../../../core/obligations/programme-days.ts';
import type { ObligationRule } from '../../../core/obligations/rules/types.ts';
import type { Reason, Standing, Verdict } from './types.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

interface Question {
  readonly role: Role | undefined;
  readonly unit: Unit;
  readonly asOf: Day;
  /** Undefined without an anniversary month. */
  readonly check: Standing | undefined;
  /** Currencies without a rate. */
  readonly unrated: readonly string[];
  readonly book: readonly ObligationRule[];
}

export function floorVerdict(question: Question): Judged {
  const { role, check, unit } = question;
  if (!role) return judged('unknown', { code: 'no-role', rule: 'R-140' });
  const lost = role === 'indirect-reseller' ? deauthorised(question) : undefined;
  if (lost) return judged('missed', lost);
  if (!check)
    return judged('unknown', { code: 'no-anniversary', rule: role === 'indirect-reseller' ? 'R-141' : 'R-140' });
  const exempt = role === 'indirect-reseller' ? exemptUntil(question.book, unit) : undefined;
  if (exempt !== undefined && checkDay(check.month) <= exempt)
    return judged('exempt', { code: 'exempt', rule: 'R-141', day: exempt });
  return check.floor === undefined
    ? judged('exempt', { code: 'no-floor', rule: 'R-140', day: checkDay(check.month) })
    : byRevenue(check, check.floor, question.unrated);
}

/** The last day of a new reseller’s exemption; undefined where its first transaction is not known. */
export function exemptUntil(book: readonly ObligationRule[], { firstTransaction }: Unit): Day | undefined {
  if (firstTransaction === undefined) return undefined;
  const first = firstDayOfMonth(firstTransaction);
  const months = countFigure(book, 'R-141', 'exemptMonths', first);
  return months === undefined ? undefined : addMonths(first, months) - 1;
}

function deauthorised({ unit, book, asOf }: Question): Reason | undefined {
  const lost = unit.deauthorised;
  if (lost === undefined || lost > asOf) return undefined;
  const years = countFigure(book, 'R-141', 'waitYears', lost) ?? 0;
  const day = addMonths(lost, 12 * years);
  return { code: asOf < day ? 'deauthorised' : 'may-return', rule: 'R-141', day };
}

function byRevenue(
  { month, known, expected, missing, perMonth }: Standing,
  floor: number,
  unrated: readonly string[],
): Judged {
  const rule = 'R-140';
  const gaps: Reason[] = [
    ...(unrated.length > 0 ? [{ code: 'no-rate', rule, currencies: unrated } as const] : []),
    ...(missing.length > 0
      ? [{ code: missing.length === WINDOW ? 'no-revenue' : 'months-missing', rule, months: missing } as const]
      : []),
  ];
  const day = checkDay(month);
  if (known >= floor) return judged('met', { code: 'reached', rule, amount: known - floor, day }, ...gaps);
  const distance = known + expected - floor;
  if (distance >= 0) return judged('on-track', { code: 'expected-above', rule, amount: distance, day }, ...gaps);
  if (gaps.length > 0) return judged('unknown', ...gaps);
  return perMonth === undefined
    ? judged('missed', { code: 'fell-short', rule, amount: distance, day })
    : judged('at-risk', { code: 'expected-below', rule, amount: distance, day });
}

/** Months of the trailing revenue. */
export const WINDOW = 12;

/** The months of the revenue that a month trails. */
export function windowOf(month: Month): readonly Month[] {
  return Array.from({ length: WINDOW }, (_, at) => month - WINDOW + 1 + at);
}

function judged(verdict: Verdict, ...reasons: readonly Reason[]): Judged {
  return { verdict, reasons };
}
