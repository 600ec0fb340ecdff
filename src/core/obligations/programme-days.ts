/** Days of a role in the programme, told from the book: anniversaries, mails, exemption and waiting time. */
import { addMonths, type Day, firstDayOfMonth, type Month, monthOfDay } from '../days.ts';
import { obligationDaysText as text } from '../text/en/obligations-programme-days.ts';
import { type Evidence, type Programme, type Role, type Unit, unitsOf } from './programme.ts';
import { isAsked, ruleOfCheck } from './programme-checks.ts';
import { ruleFigure } from './rules/book.ts';
import type { ObligationRule } from './rules/types.ts';

/** A day of the programme with what follows on both branches, ready to be read. */
export interface ProgrammeDay {
  /** The same over every calculation. */
  readonly id: string;
  readonly part: 'programme';
  readonly day: Day;
  readonly what: string;
  readonly ifMet: string;
  readonly ifMissed: string;
  readonly rule: string;
  /** The unit, where there is more than one. */
  readonly about?: string;
}

/** A whole number of the book as it stands on a day. */
export function countFigure(book: readonly ObligationRule[], id: string, key: string, day: Day): number | undefined {
  const value = Number(ruleFigure(book, id, key, day)?.value ?? NaN);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The day by which a month’s check is made: its last. */
export function checkDay(month: Month): Day {
  return firstDayOfMonth(month + 1) - 1;
}

/** The first month from `month` on that is the anniversary. @param anniversary 1 to 12 */
export function nextAnniversary(anniversary: number, month: Month): Month {
  return month + ((((anniversary - 1 - month) % 12) + 12) % 12);
}

/** The last day on which an assessment counts: it is made again each year. */
export function assessmentUntil(
  book: readonly ObligationRule[],
  { on, until }: Pick<Evidence, 'on' | 'until'>,
): Day | undefined {
  if (until !== undefined || on === undefined) return until;
  const months = countFigure(book, 'R-142', 'assessmentMonths', on);
  return months === undefined ? undefined : addMonths(on, months);
}

/** Everything of the programme that falls on a day of the span, in the order of days. Nothing without a role. */
export function programmeDates(
  book: readonly ObligationRule[],
  programme: Programme,
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly ProgrammeDay[] {
  const { role } = programme;
  if (!role) return [];
  const units = unitsOf(programme);
  const days = [
    ...units.flatMap((unit) =>
      unitDays(book, role, unit, { from, to }).map((one) => named(one, unit, units.length > 1)),
    ),
    ...evidenceDays(book, programme, role),
  ];
  return days.filter(({ day }) => from <= day && day <= to).sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}

function named(day: ProgrammeDay, { name }: Unit, isOneOfMany: boolean): ProgrammeDay {
  return isOneOfMany && name !== '' ? { ...day, about: name } : day;
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

function unitDays(book: readonly ObligationRule[], role: Role, unit: Unit, span: Span): readonly ProgrammeDay[] {
  const isReseller = role === 'indirect-reseller';
  const own = (key: string, day: Day, rule: string, words: Words): ProgrammeDay => ({
    ...{ id: `${key}/${unit.id}`, part: 'programme', day, rule, ...words },
  });
  const anniversaries = unit.anniversary === undefined ? [] : monthsOf(unit.anniversary, span);
  return [
    ...anniversaries.flatMap((month) => [
      own(`check-${String(month)}`, checkDay(month), isReseller ? 'R-141' : 'R-140', text.check),
      ...(isReseller ? mailDays(book, month, own) : []),
    ]),
    ...(isReseller ? resellerDays(book, unit, own) : []),
  ];
}

interface Words {
  readonly what: string;
  readonly ifMet: string;
  readonly ifMissed: string;
}
type Own = (key: string, day: Day, rule: string, words: Words) => ProgrammeDay;

const MAILS = ['firstMail', 'secondMail', 'lastMail'] as const;

/** Counted back from the first day of the anniversary month. */
function mailDays(book: readonly ObligationRule[], month: Month, own: Own): readonly ProgrammeDay[] {
  const first = firstDayOfMonth(month);
  return MAILS.flatMap((key) => {
    const days = countFigure(book, 'R-141', key, first);
    return days === undefined ? [] : [own(`${key}-${String(month)}`, first - days, 'R-141', text.mail(days))];
  });
}

function resellerDays(
  book: readonly ObligationRule[],
  { firstTransaction, deauthorised }: Unit,
  own: Own,
): readonly ProgrammeDay[] {
  const first = firstTransaction === undefined ? undefined : firstDayOfMonth(firstTransaction);
  const months = first === undefined ? undefined : countFigure(book, 'R-141', 'exemptMonths', first);
  const years = deauthorised === undefined ? undefined : countFigure(book, 'R-141', 'waitYears', deauthorised);
  return [
    ...(first === undefined || months === undefined
      ? []
      : [own('exempt', addMonths(first, months) - 1, 'R-141', text.exempt)]),
    ...(deauthorised === undefined || years === undefined
      ? []
      : [own('wait', addMonths(deauthorised, 12 * years), 'R-141', text.wait)]),
  ];
}

/** Anniversaries whose check, or a mail before it, may fall into the span. */
function monthsOf(anniversary: number, { from, to }: Span): readonly Month[] {
  const months: Month[] = [];
  const last = monthOfDay(to) + 12;
  for (let month = nextAnniversary(anniversary, monthOfDay(from)); month <= last; month += 12) months.push(month);
  return months;
}

function evidenceDays(
  book: readonly ObligationRule[],
  { evidence, designations }: Programme,
  role: Role,
): readonly ProgrammeDay[] {
  const proofs = evidence.flatMap((one): ProgrammeDay[] => {
    const day = one.check === 'assessment' ? assessmentUntil(book, one) : one.until;
    if (day === undefined || one.standing === 'not-met' || !isAsked(one.check, role)) return [];
    const words = text.proof(one.check === 'own' ? one.name : text.checks[one.check], role === 'direct-bill');
    return [{ id: `${one.check}/${one.name}`, part: 'programme', day, rule: ruleOfCheck(one.check, role), ...words }];
  });
  const held = role === 'direct-bill' ? designations : [];
  return [
    ...proofs,
    ...held.flatMap(({ name, until }): ProgrammeDay[] =>
      until === undefined
        ? []
        : [{ id: `designation/${name}`, part: 'programme', day: until, rule: 'R-140', ...text.designation(name) }],
    ),
  ];
}
