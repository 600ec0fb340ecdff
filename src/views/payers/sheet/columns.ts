/** Columns of the sheets of Who pays: what shows, what can be typed, and what an export says. */
import { parseExact, toFloat } from '../../../core/exact.ts';
import { minorDigits, minorToText } from '../../../core/money.ts';
import type { Format } from '../../../core/format.ts';
import type { CellType, TypedValue } from '../../../sheet/typed/cell-type.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';

/** How a cell is typed: its type, the value that stands there, and the row with another one or why not, in words. */
export interface CellEdit<Row> {
  readonly type: CellType;
  readonly value: (row: Row) => TypedValue;
  readonly set: (row: Row, value: TypedValue) => Row | string;
  /** What a choice writes; the type's own choices when absent. */
  readonly choices?: readonly string[];
}

export interface PayColumn<Row> extends TakenColumn<Row> {
  readonly edit?: CellEdit<Row> | undefined;
}

type Shape = Pick<PayColumn<never>, 'key' | 'title' | 'width'>;

export function textColumn<Row>(
  shape: Shape & { readonly frozen?: boolean },
  text: (row: Row) => string,
): PayColumn<Row> {
  return { ...shape, kind: 'text', text };
}

/** An amount in minor units; `signed` for what is a difference. Undefined shows a dash. */
export function amountColumn<Row>(
  shape: Shape & { readonly signed?: boolean },
  format: Format,
  of: (row: Row) => { readonly minor: number; readonly currency: string } | undefined,
): PayColumn<Row> {
  const { signed = false, ...rest } = shape;
  const text = (row: Row): string => {
    const amount = of(row);
    if (!amount) return '—';
    return signed ? format.signed(amount.minor, amount.currency) : format.amount(amount.minor, amount.currency);
  };
  return {
    ...rest,
    kind: 'number',
    text,
    order: (row) => of(row)?.minor,
    number: (row) => of(row)?.minor,
    unitOf: (row) => of(row)?.currency ?? '',
    raw: (row) => {
      const amount = of(row);
      if (!amount) return undefined;
      const { minor, currency } = amount;
      return { kind: 'number', decimal: minorToText(minor, minorDigits(currency)), currency };
    },
  };
}

export function countColumn<Row>(shape: Shape, format: Format, of: (row: Row) => number | undefined): PayColumn<Row> {
  return {
    ...shape,
    kind: 'number',
    text: (row) => {
      const count = of(row);
      return count === undefined ? '—' : format.count(count);
    },
    order: of,
    number: of,
    raw: (row) => {
      const count = of(row);
      return count === undefined ? undefined : { kind: 'number', decimal: String(count) };
    },
  };
}

/** A decimal text, such as a price per seat or a percentage. */
export function decimalColumn<Row>(
  shape: Shape,
  format: Format,
  of: (row: Row) => string | undefined,
  unit: (decimal: string) => string = (decimal) => decimal,
): PayColumn<Row> {
  return {
    ...shape,
    kind: 'number',
    text: (row) => {
      const decimal = of(row);
      return decimal === undefined ? '' : unit(format.decimal(decimal));
    },
    order: (row) => floatOf(of(row)),
    raw: (row) => {
      const decimal = of(row);
      return decimal === undefined ? undefined : { kind: 'number', decimal };
    },
  };
}

export function dayColumn<Row>(shape: Shape, format: Format, of: (row: Row) => number | undefined): PayColumn<Row> {
  return {
    ...shape,
    kind: 'day',
    text: (row) => {
      const day = of(row);
      return day === undefined ? '' : format.day(day);
    },
    order: of,
    raw: (row) => {
      const day = of(row);
      return day === undefined ? undefined : { kind: 'day', day };
    },
  };
}

/** A price per seat: two digits at least, four at most; the export has all. */
export function priceColumn<Row>(shape: Shape, format: Format, of: (row: Row) => string | undefined): PayColumn<Row> {
  return { ...decimalColumn(shape, format, of), text: (row) => priceText(of(row), format) };
}

/** `21.75`; '' for none. */
export function priceText(decimal: string | undefined, format: Format): string {
  const value = decimal === undefined ? undefined : parseExact(decimal);
  return value ? format.exact(value, [2, 4]) : '';
}

function floatOf(decimal: string | undefined): number | undefined {
  const value = decimal === undefined ? undefined : parseExact(decimal);
  return value && toFloat(value);
}
