/**
 * Numbers, amounts and dates as people read them, in one locale. Amounts reach Intl as decimal texts, never as floats, so
 * every digit that is stored is a digit that is shown. A minus is always the real sign (U+2212).
 */
import { type Day, type Month, firstDayOfMonth } from './days.ts';
import { type Exact, toDecimal } from './exact.ts';
import { type Minor, minorDigits, minorToText } from './money.ts';

const MS_PER_DAY = 86_400_000;

/** Digits after the point, at least and at most. */
type Digits = readonly [min: number, max: number];

/** `always`: a sign on everything but zero. */
type Sign = 'auto' | 'always';

export interface Format {
  readonly locale: string;
  /** An amount of minor units with the currency's own digits, without the currency: `1,234.50`. */
  amount(minor: Minor, currency: string): string;
  /** An amount with its currency behind it: `1,234.50 USD`. */
  money(minor: Minor, currency: string): string;
  /** A difference: `+1,234.50`, `−3.00`; zero has no sign. */
  signed(minor: Minor, currency: string): string;
  /** An amount in 10^`power` of the major unit, rounded to at most so many digits: 4,062,659 cents with power 3 are `40.6`. */
  scaled(minor: Minor, currency: string, power: number, digits: Digits): string;
  /** An exact figure with at least and at most so many digits after the point: 21.75 as `21.75`. */
  exact(value: Exact, digits: Digits, sign?: Sign): string;
  /** A decimal text with the digits that it has, up to ten: `500,000`. */
  decimal(decimal: string): string;
  /** A whole number: `1,234`. */
  count(count: number): string;
  /** A ratio as per cent: 0.4223 with one digit is `42.2%`. */
  percent(ratio: Exact, digits: number, sign?: Sign): string;
  /** A UTC day: `14 Dec 2026` in British English. */
  day(day: Day): string;
  /** A period of UTC days, the last included: `6–15 Feb 2026`. */
  days(first: Day, last: Day): string;
  /** A month and its year in full: `September 2027`. */
  month(month: Month): string;
  /** A month's short name without its year: `Sep`. */
  monthName(month: Month): string;
  /** A moment in milliseconds, in a time zone (`UTC`), or in that of the machine when none is given. */
  moment(milliseconds: number, timeZone?: string): string;
}

/** A formatter for a BCP 47 locale. Throws a RangeError for a text that is none. */
export function createFormat(locale: string): Format {
  const numbers = cache((key: string) => {
    const [style, min, max, sign] = key.split(' ');
    return new Intl.NumberFormat(locale, {
      style: style === 'percent' ? 'percent' : 'decimal',
      minimumFractionDigits: Number(min),
      maximumFractionDigits: Number(max),
      signDisplay: sign === 'always' ? 'exceptZero' : 'negative',
    });
  });
  const number = (decimal: string, [min, max]: Digits, sign: Sign, style = 'decimal'): string =>
    numbers(`${style} ${String(min)} ${String(max)} ${sign}`)
      .formatToParts(decimal as Intl.StringNumericLiteral)
      .map((part) => (part.type === 'minusSign' ? '−' : part.value))
      .join('');
  const minor = (amount: Minor, currency: string, sign: Sign): string => {
    const digits = minorDigits(currency);
    return number(minorToText(amount, digits), [digits, digits], sign);
  };
  const date = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const day = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const moments = cache((timeZone: string) => momentFormat(locale, timeZone === '' ? undefined : timeZone));
  const month = date({ month: 'long', year: 'numeric' });
  const monthName = date({ month: 'short' });
  return {
    locale,
    amount: (amount, currency) => minor(amount, currency, 'auto'),
    money: (amount, currency) => `${minor(amount, currency, 'auto')} ${currency}`,
    signed: (amount, currency) => minor(amount, currency, 'always'),
    scaled: (amount, currency, power, digits) =>
      number(`${String(amount)}e-${String(minorDigits(currency) + power)}`, digits, 'auto'),
    exact: (value, digits, sign = 'auto') => number(toDecimal(value, digits[0], digits[1]), digits, sign),
    decimal: (decimal) => number(decimal, [0, 10], 'auto'),
    count: (count) => number(String(count), [0, 0], 'auto'),
    percent: (ratio, digits, sign = 'auto') => number(toDecimal(ratio, 0, 12), [digits, digits], sign, 'percent'),
    day: (value) => day.format(value * MS_PER_DAY),
    days: (first, last) => day.formatRange(first * MS_PER_DAY, last * MS_PER_DAY),
    month: (value) => month.format(firstDayOfMonth(value) * MS_PER_DAY),
    monthName: (value) => monthName.format(firstDayOfMonth(value) * MS_PER_DAY),
    moment: (milliseconds, timeZone) => moments(timeZone ?? '').format(milliseconds),
  };
}

function momentFormat(locale: string, timeZone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...(timeZone === undefined ? {} : { timeZone }),
  });
}

/** Remembers what `make` made for a key: Intl objects are dear. */
function cache<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
