/** Working days from Monday to Friday, without holidays. */
import type { FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, type FormulaError, isError, type Matrix, type Value } from '../formula/value.ts';
import { LAST_SERIAL, weekdayOf } from './calendar.ts';
import { day } from './date.ts';
import { remembered } from './index-cache.ts';
import { cellAt, sizeOf } from './matrix.ts';
import { block, define, optional, whole } from './params.ts';

const NUM = errorOf('#NUM!');
const VALUE = errorOf('#VALUE!');

/** Holidays that are working days otherwise, in order, each once. */
const holidaysOf = remembered((matrix: Matrix): readonly number[] | FormulaError => {
  const found = new Set<number>();
  const size = sizeOf(matrix);
  for (let index = 0; index < size; index++) {
    const cell = cellAt(matrix, index);
    if (isError(cell)) return cell;
    if (cell === null) continue;
    const serial = day.read(cell, { asOf: 0, locale: 'en-US' });
    if (typeof serial !== 'number') return VALUE;
    if (weekdayOf(serial) < 5) found.add(serial);
  }
  return [...found].sort((a, b) => a - b);
});

/** Days from Monday to Friday up to a day, counted from a Monday long ago. */
function weekdaysUpTo(serial: number): number {
  // Serial number 2 is a Monday.
  const days = serial - 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(5, days - weeks * 7);
}

function countBetween(from: number, to: number, holidays: readonly number[]): number {
  if (from > to) return -countBetween(to, from, holidays);
  const weekdays = weekdaysUpTo(to) - weekdaysUpTo(from - 1);
  return weekdays - holidays.filter((serial) => serial >= from && serial <= to).length;
}

function workday(from: number, days: number, holidays: readonly number[]): Value {
  const off = new Set(holidays);
  const step = Math.sign(days);
  let left = Math.abs(days);
  // Whole weeks without holidays in between are taken at once.
  let serial = from;
  while (left > 0) {
    if (left > 5 && holidays.length === 0) {
      const weeks = Math.floor((left - 1) / 5);
      serial += weeks * 7 * step;
      left -= weeks * 5;
    }
    serial += step;
    if (serial < 0 || serial > LAST_SERIAL) return NUM;
    if (weekdayOf(serial) < 5 && !off.has(serial)) left--;
  }
  return serial;
}

export const WORKDAYS: readonly FunctionSpec[] = [
  define('NETWORKDAYS', [day, day, optional(block, undefined)], ([from, to, matrix]) => {
    const holidays = matrix === undefined ? [] : holidaysOf(matrix);
    return isList(holidays) ? countBetween(from, to, holidays) : holidays;
  }),
  define('WORKDAY', [day, whole, optional(block, undefined)], ([from, days, matrix]) => {
    const holidays = matrix === undefined ? [] : holidaysOf(matrix);
    return isList(holidays) ? workday(from, days, holidays) : holidays;
  }),
];

function isList(value: readonly number[] | FormulaError): value is readonly number[] {
  return value instanceof Array;
}
