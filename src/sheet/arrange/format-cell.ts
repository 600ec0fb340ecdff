/** Cells in the words of the user's locale, as a column's format asks for. */
import { type Day, dayToText, monthOfDay } from '../../core/days.ts';
import { type Exact, fraction, toDecimal } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { minorDigits } from '../../core/money.ts';
import { type Column, dayAt, exactAt, flagAt } from '../../core/table.ts';
import type { CellFormat } from '../model/table-view.ts';

/** What can stand in a cell. */
export type CellValue =
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' };

/** Digits after the point of numbers without a format. */
const MOST_DIGITS = 10;
/** Digits after the point of a number as text. */
const ALL_DIGITS = 30;
/** Days from 1970 back to the day 0 of a spreadsheet's serial numbers. */
const EPOCH_SERIAL = 25_569;
const MOST_SERIAL = 2_958_465;

/**
 * A cell in words; '' for an empty one. A format that does not fit the cell leaves it as it is: a text stays a text. Numbers
 * under `date` and `month` are a spreadsheet's serial numbers, 1 for 1 January 1900.
 * @param currency of the row, for `currency` formats that name none
 */
export function formatCell(cell: CellValue, format: CellFormat, words: Format, currency = ''): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return cell.text;
    case 'day':
      return dayWords(cell.day, format.kind, words);
    case 'number':
      return numberWords(cell.value, format, words, currency);
  }
}

function dayWords(day: Day, kind: CellFormat['kind'], words: Format): string {
  if (kind === 'month') return words.month(monthOfDay(day));
  return kind === 'text' ? dayToText(day) : words.day(day);
}

function numberWords(value: Exact, { kind, digits, currency }: CellFormat, words: Format, rowCurrency: string): string {
  const fixed = digits === undefined ? undefined : ([digits, digits] as const);
  switch (kind) {
    case 'general':
      return words.exact(value, fixed ?? [0, MOST_DIGITS]);
    case 'number':
      return words.exact(value, fixed ?? [2, 2]);
    case 'currency': {
      const code = currency ?? rowCurrency;
      const own = minorDigits(code);
      const amount = words.exact(value, fixed ?? [own, own]);
      return code === '' ? amount : `${amount} ${code}`;
    }
    case 'percent':
      return words.percent(value, digits ?? 0);
    case 'date':
    case 'month': {
      const serial = Number(value.n / value.d);
      const isDay = serial >= 1 && serial <= MOST_SERIAL;
      return isDay ? dayWords(serial - EPOCH_SERIAL, kind, words) : words.exact(value, [0, MOST_DIGITS]);
    }
    case 'text':
      return toDecimal(value, 0, ALL_DIGITS);
  }
}

/** The cell of a column as a value. */
export function cellValue(column: Column, row: number): CellValue {
  switch (column.kind) {
    case 'text': {
      const text = column.values[column.codes[row] ?? 0] ?? '';
      return text === '' ? { kind: 'empty' } : { kind: 'text', text };
    }
    case 'day': {
      const day = dayAt(column, row);
      return day === undefined ? { kind: 'empty' } : { kind: 'day', day };
    }
    case 'flag': {
      const flag = flagAt(column, row);
      return flag === undefined ? { kind: 'empty' } : { kind: 'text', text: flag ? 'yes' : 'no' };
    }
    case 'count':
      return { kind: 'number', value: fraction(column.counts[row] ?? 0) };
    case 'decimal':
    case 'exact': {
      const value = exactAt(column, row);
      return value ? { kind: 'number', value } : { kind: 'empty' };
    }
  }
}
