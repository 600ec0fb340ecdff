/** Columns that lists of the invoice check are made of. */
import type { Day, Month } from '../../core/days.ts';
import { type Exact, toDecimal, toFloat } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { type Minor, minorDigits, minorToText } from '../../core/money.ts';
import type { TakenColumn } from '../take-away/record-table.ts';

type Column<Row> = TakenColumn<Row>;
type More<Row> = Partial<Pick<Column<Row>, 'width' | 'frozen' | 'flags'>>;
const DIGITS = 12;

/** A column of values; undefined leaves a cell empty. */
type Make<Row, Value, Extra = object> = (
  key: string,
  title: string,
  of: (row: Row) => Value | undefined,
  more?: More<Row> & Extra,
) => Column<Row>;

export interface ColumnMakers<Row> {
  readonly text: Make<Row, string>;
  /** Minor units in one currency. */
  readonly amount: Make<Row, Minor, { readonly isSigned?: boolean }>;
  /** Amounts that may have more digits than the currency. */
  readonly money: Make<Row, Exact>;
  readonly count: Make<Row, number>;
  /** With the digits that it has, up to twelve. */
  readonly exact: Make<Row, Exact>;
  readonly day: Make<Row, Day>;
  readonly month: Make<Row, Month>;
}

/** @param currency of the amounts */
export function columnsIn<Row>(currency: string, format: Format): ColumnMakers<Row> {
  const digits = minorDigits(currency);
  return {
    text: (key, title, of, more) => ({ ...{ key, title, kind: 'text', width: 200 }, text: (row) => of(row) ?? '', ...more }),
    amount: (key, title, of, { isSigned = false, ...more } = {}) => ({
      ...{ key, title, unit: currency, kind: 'number', width: 130 },
      text: (row) => shown(of(row), (minor) => (isSigned ? format.signed(minor, currency) : format.amount(minor, currency))),
      order: of,
      number: of,
      unitOf: () => currency,
      raw: (row) => number(of(row), (minor) => minorToText(minor, digits)),
      ...more,
    }),
    count: (key, title, of, more) => ({
      ...{ key, title, kind: 'number', width: 80 },
      text: (row) => shown(of(row), (value) => format.count(value)),
      order: of,
      raw: (row) => number(of(row), String),
      ...more,
    }),
    money: (key, title, of, more) => ({
      ...{ key, title, unit: currency, kind: 'number', width: 130 },
      text: (row) => shown(of(row), (value) => format.exact(value, [digits, DIGITS])),
      order: (row) => shownNumber(of(row), toFloat),
      raw: (row) => number(of(row), (value) => toDecimal(value, 0, DIGITS)),
      ...more,
    }),
    exact: (key, title, of, more) => ({
      ...{ key, title, kind: 'number', width: 110 },
      text: (row) => shown(of(row), (value) => format.exact(value, [0, DIGITS])),
      order: (row) => shownNumber(of(row), toFloat),
      raw: (row) => number(of(row), (value) => toDecimal(value, 0, DIGITS)),
      ...more,
    }),
    day: (key, title, of, more) => ({
      ...{ key, title, kind: 'day', width: 110 },
      text: (row) => shown(of(row), (value) => format.day(value)),
      order: of,
      raw: (row) => {
        const day = of(row);
        return day === undefined ? undefined : { kind: 'day', day };
      },
      ...more,
    }),
    month: (key, title, of, more) => ({
      ...{ key, title, kind: 'text', width: 130, text: (row) => shown(of(row), (value) => format.month(value)), order: of },
      ...more,
    }),
  }; // prettier-ignore
}

function shown<T>(value: T | undefined, write: (value: T) => string): string {
  return value === undefined ? '' : write(value);
}

function shownNumber<T>(value: T | undefined, read: (value: T) => number): number | undefined {
  return value === undefined ? undefined : read(value);
}

function number<T>(value: T | undefined, write: (value: T) => string): ReturnType<NonNullable<Column<T>['raw']>> {
  return value === undefined ? undefined : { kind: 'number', decimal: write(value) };
}
