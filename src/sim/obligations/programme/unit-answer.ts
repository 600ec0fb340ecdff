/** One unit of a role: its months, where it stands, what its customers mean for the floor, and what if some leave. */
import { type Day, type Month, monthOfDay } from '../../../core/days.ts';
import { fraction, parseExact, toDecimal } from '../../../core/exact.ts';
import { type Minor, minorDigits, roundToMinor } from '../../../core/money.ts';
import type { Role, Unit } from '../../../core/obligations/programme.ts';
import { checkDay, nextAnniversary } from '../../../core/obligations/programme-days.ts';
import { ruleFigure } from '../../../core/obligations/rules/book.ts';
import type { ObligationRule } from '../../../core/obligations/rules/types.ts';
import { floorVerdict, WINDOW, windowOf } from './floor-verdict.ts';
import type { Away, CustomerRevenue, Leaving, RevenueMonth, Standing, UnitAnswer } from './types.ts';
import type { UnitRevenue } from './unit-revenue.ts';

const FLOORS: Readonly<Record<Role, string>> = {
  'indirect-reseller': 'resellerRevenue',
  'direct-bill': 'directRevenue',
  'indirect-provider': 'providerRevenue',
};

/** The floor of a role on a day, in minor units of its currency; undefined where none is in force. */
export function floorOn(
  book: readonly ObligationRule[],
  role: Role | undefined,
  day: Day,
): { readonly amount: Minor; readonly currency: string } | undefined {
  const figure = role && ruleFigure(book, 'R-140', FLOORS[role], day);
  const value = figure && parseExact(figure.value);
  return figure && value && { amount: roundToMinor(value, minorDigits(figure.unit)), currency: figure.unit };
}

export interface UnitQuestion {
  readonly book: readonly ObligationRule[];
  readonly role: Role | undefined;
  readonly unit: Unit;
  readonly revenue: UnitRevenue;
  readonly currency: string;
  readonly asOf: Day;
  /** Currencies of the unit without a rate. */
  readonly unrated: readonly string[];
  readonly leaving: Leaving;
  readonly names: ReadonlyMap<string, string>;
}

export function unitAnswer(question: UnitQuestion): UnitAnswer {
  const { unit, revenue, asOf } = question;
  const { check, first, last, today } = spanOf(question);
  const leaving = new Set(question.leaving.customers);
  const gone = (month: Month): Minor => {
    if (month < question.leaving.from || revenue.state(month) !== 'expected' || leaving.size === 0) return 0;
    let sum = 0;
    for (const [customer, amount] of revenue.customers(month)) if (leaving.has(customer)) sum += amount;
    return sum;
  };
  const known = knownAmounts(revenue, first, last);
  const left = new Map(
    [...known].map(([month, amount]) => [month, amount === undefined ? undefined : amount - gone(month)]),
  );
  const months = monthRows(question, { first, last, check }, known, left);
  const standing = check === undefined ? undefined : standingAt(question, check, known);
  const now = standingAt(question, today, known);
  const customers = customersOf(question, today, check ?? last);
  return {
    ...{ unit, months, today: now, check: standing, customers },
    ...floorVerdict({ ...question, check: standing, asOf }),
    away: awayFrom(
      now.known,
      now.floor,
      customers.map(({ key, trailing: sum }) => [key, sum]),
    ),
    left: {
      check: check === undefined ? undefined : standingAt(question, check, left),
      away: standing
        ? awayFrom(standing.known + standing.expected, standing.floor, leavable(question, standing.month))
        : awayFrom(0, undefined, []),
      firstBelow: months.find(
        ({ month, left: sum }) => sum !== undefined && month > today && isBelow(question, month, sum),
      )?.month,
    },
  };
}

type Amounts = ReadonlyMap<Month, Minor | undefined>;

/** Undefined where a month is missing. */
function knownAmounts(revenue: UnitRevenue, first: Month, last: Month): Amounts {
  const amounts = new Map<Month, Minor | undefined>();
  for (let month = first - WINDOW + 1; month <= last; month++)
    amounts.set(month, revenue.state(month) === 'missing' ? undefined : revenue.amount(month));
  return amounts;
}

interface Span {
  readonly first: Month;
  readonly last: Month;
  readonly today: Month;
  readonly check: Month | undefined;
}

/** From a year ago, or two where files reach that far, to a year after the next check. */
function spanOf({ unit, revenue, asOf }: UnitQuestion): Span {
  const present = monthOfDay(asOf);
  // The month before may not be billed yet.
  const isBilled = revenue.state(present - 1) !== 'expected';
  const today = isBilled ? present - 1 : present - 2;
  const check = unit.anniversary === undefined ? undefined : nextAnniversary(unit.anniversary, present);
  const reach = Math.max(revenue.span.first ?? present, today - 2 * WINDOW + 1);
  return { first: Math.min(today - WINDOW + 1, reach), last: (check ?? present) + WINDOW, today, check };
}

function monthRows(
  { revenue, unit, book, role }: UnitQuestion,
  { first, last }: Pick<Span, 'first' | 'last' | 'check'>,
  known: Amounts,
  left: Amounts,
): readonly RevenueMonth[] {
  const rows: RevenueMonth[] = [];
  for (let month = first; month <= last; month++) {
    rows.push({
      ...{ month, state: revenue.state(month), amount: known.get(month) ?? 0, replaced: revenue.replaced(month) },
      ...{ trailing: trailing(known, month), left: trailing(left, month) },
      floor: floorOn(book, role, checkDay(month))?.amount,
      isCheck: unit.anniversary !== undefined && month % WINDOW === unit.anniversary - 1,
    });
  }
  return rows;
}

function trailing(amounts: Amounts, month: Month): Minor | undefined {
  let sum = 0;
  for (const one of windowOf(month)) {
    const amount = amounts.get(one);
    if (amount === undefined) return undefined;
    sum += amount;
  }
  return sum;
}

function standingAt({ revenue, book, role }: UnitQuestion, month: Month, amounts: Amounts): Standing {
  const window = windowOf(month);
  const sumOf = (states: readonly string[]): Minor =>
    window.reduce((sum, one) => sum + (states.includes(revenue.state(one)) ? (amounts.get(one) ?? 0) : 0), 0);
  const [known, expected] = [sumOf(['billed', 'typed']), sumOf(['expected'])];
  const missing = window.filter((one) => revenue.state(one) === 'missing');
  const ahead = window.filter((one) => revenue.state(one) === 'expected').length;
  const floor = floorOn(book, role, checkDay(month))?.amount;
  const lacking = floor === undefined ? 0 : Math.max(0, floor - known);
  return {
    ...{ month, known, expected, missing, floor },
    share:
      floor === undefined || floor === 0 ? undefined : toDecimal(fraction(known + expected, floor), 0, SHARE_DIGITS),
    distance: floor === undefined ? undefined : known + expected - floor,
    perMonth: floor === undefined || ahead === 0 ? undefined : Math.ceil(lacking / ahead),
  };
}

const SHARE_DIGITS = 6;

function isBelow({ book, role }: UnitQuestion, month: Month, sum: Minor): boolean {
  const floor = floorOn(book, role, checkDay(month))?.amount;
  return floor !== undefined && sum < floor;
}

/** The largest first; what the user typed has no customer. */
function customersOf({ revenue, names }: UnitQuestion, today: Month, until: Month): readonly CustomerRevenue[] {
  const sums = new Map<string, { trailing: Minor; ahead: Minor }>();
  const put = (month: Month, part: 'trailing' | 'ahead'): void => {
    for (const [customer, amount] of revenue.customers(month)) {
      const sum = sums.get(customer) ?? { trailing: 0, ahead: 0 };
      sums.set(customer, sum);
      sum[part] += amount;
    }
  };
  for (const month of windowOf(today)) put(month, 'trailing');
  for (let month = today + 1; month <= until; month++) if (revenue.state(month) === 'expected') put(month, 'ahead');
  const whole = [...sums.values()].reduce((sum, one) => sum + one.trailing, 0);
  const share = (part: Minor): string => (whole > 0 ? toDecimal(fraction(part, whole), 0, SHARE_DIGITS) : '');
  const sorted = [...sums].sort(([a, x], [b, y]) => y.trailing - x.trailing || y.ahead - x.ahead || (a < b ? -1 : 1));
  let together = 0;
  return sorted.map(([key, { trailing: sum, ahead }]) => {
    together += sum;
    return { key, name: names.get(key) ?? key, trailing: sum, ahead, share: share(sum), together: share(together) };
  });
}

/** So many of the largest take a sum below the floor: no other set needs fewer. @param amounts what leaves with each customer */
function awayFrom(sum: Minor, floor: Minor | undefined, amounts: readonly (readonly [string, Minor])[]): Away {
  if (floor === undefined || sum < floor) return { customers: undefined, keys: [] };
  const keys: string[] = [];
  let rest = sum;
  for (const [key, amount] of amounts.filter(([key]) => key !== '').toSorted((a, b) => b[1] - a[1])) {
    if (amount <= 0) break;
    rest -= amount;
    keys.push(key);
    if (rest < floor) return { customers: keys.length, keys };
  }
  return { customers: undefined, keys: [] };
}

/** What goes with each customer by the end of a month, if it leaves. */
function leavable({ revenue, leaving }: UnitQuestion, until: Month): readonly (readonly [string, Minor])[] {
  const sums = new Map<string, Minor>();
  for (const month of windowOf(until)) {
    if (month < leaving.from || revenue.state(month) !== 'expected') continue;
    for (const [customer, amount] of revenue.customers(month)) sums.set(customer, (sums.get(customer) ?? 0) + amount);
  }
  return [...sums];
}
