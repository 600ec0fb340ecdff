/** How cells read: on screen in the user's locale, on the clipboard as a spreadsheet takes them. */
import { dayToText } from '../../core/days.ts';
import { parseExact, toDecimal } from '../../core/exact.ts';
import { exactText } from '../../core/exact-column.ts';
import type { Format } from '../../core/format.ts';
import { minorDigits, minorToText } from '../../core/money.ts';
import { type Column, countAt, dayAt, exactAt, flagAt, textAt } from '../../core/table.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';

export interface Wording {
  /** As it is shown; '' for an empty cell. */
  text(row: number): string;
  /** As it is copied: days as `YYYY-MM-DD`, numbers without thousands marks. */
  copy(row: number): string;
  /** What sums are made of: minor units or whole seats. */
  number?(row: number): number | undefined;
}

/** A column of the sheet, ready to sort, filter and show. */
export interface SheetCells extends Wording {
  /** As the sheet sorts and filters it, texts as they are shown; laid out when it is first asked for. */
  readonly column: Column;
}

/** Prices per seat-month: at least cents, at most what results files have. */
const UNIT_DIGITS = [2, 10] as const;
const PRICES: ReadonlySet<string> = new Set(['pricePaid', 'customerPrice']);

/** The wording of a portfolio column. */
export function cellWording(column: Column, name: string, format: Format): Wording {
  switch (column.kind) {
    case 'text': {
      const text = (row: number): string => textAt(column, row);
      return { text, copy: text };
    }
    case 'day':
      return {
        text: (row) => optional(dayAt(column, row), (day) => format.day(day)),
        copy: (row) => optional(dayAt(column, row), dayToText),
      };
    case 'count':
      return {
        text: (row) => format.count(countAt(column, row) ?? 0),
        copy: (row) => String(countAt(column, row) ?? 0),
      };
    case 'decimal': {
      const digits = PRICES.has(name) ? UNIT_DIGITS : ([0, 10] as const);
      const mark = decimalMark(format);
      const wording = {
        text: (row: number) => optional(exactAt(column, row), (value) => format.exact(value, digits)),
        copy: (row: number) =>
          optional(exactAt(column, row), (value) => marked(toDecimal(value, digits[0], digits[1]), mark)),
      };
      return name === 'quantity' && column.scale === 0
        ? { ...wording, number: (row) => known(column.units[row]) }
        : wording;
    }
    case 'exact': {
      const mark = decimalMark(format);
      return {
        text: (row) => optional(exactText(column, row), (text) => format.decimal(text)),
        copy: (row) => optional(exactText(column, row), (text) => marked(text, mark)),
      };
    }
    case 'flag': {
      const text = (row: number): string =>
        optional(flagAt(column, row), (flag) => (flag ? portfolioText.yes : portfolioText.no));
      return { text, copy: text };
    }
  }
}

/** The wording of unit figures, which results hold as decimal texts. */
export function unitWording(decimalAt: (row: number) => string, signed: boolean, format: Format): Wording {
  const mark = decimalMark(format);
  return {
    text: (row) => {
      const value = parseExact(decimalAt(row));
      return value ? format.exact(value, UNIT_DIGITS, signed ? 'always' : 'auto') : '';
    },
    copy: (row) => marked(decimalAt(row), mark),
  };
}

interface MinorCells {
  readonly minorAt: (row: number) => number | undefined;
  readonly currencyAt: (row: number) => string;
}

/** The wording of amounts, each in its row's currency. */
export function amountWording({ minorAt, currencyAt }: MinorCells, signed: boolean, format: Format): Wording {
  const mark = decimalMark(format);
  const show = (minor: number, currency: string): string =>
    signed ? format.signed(minor, currency) : format.amount(minor, currency);
  return {
    text: (row) => optional(minorAt(row), (minor) => show(minor, currencyAt(row))),
    copy: (row) => optional(minorAt(row), (minor) => marked(minorToText(minor, minorDigits(currencyAt(row))), mark)),
    number: minorAt,
  };
}

/** What a summary's unit is called: the currency of amounts, the word for seats. */
export const SEATS_UNIT = portfolioText.status.seats;

function optional<T>(value: T | undefined, word: (value: T) => string): string {
  return value === undefined ? '' : word(value);
}

function known(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** The locale's decimal mark: a spreadsheet of the same locale reads it as a number. */
function decimalMark(format: Format): string {
  return format.decimal('0.5').charAt(1);
}

/** A decimal text as it is copied. */
export function copiedDecimal(decimal: string, format: Format): string {
  return marked(decimal, decimalMark(format));
}

function marked(decimal: string, mark: string): string {
  return mark === '.' ? decimal : decimal.replace('.', mark);
}
