/** Filters over columns. Each narrows a list of rows; several in a row mean "and". */
import { type Column, type CountColumn, type DayColumn, type DecimalColumn, NO_DAY } from '../../core/table.ts';
import type { ExactColumn, FlagColumn, TextColumn } from '../../core/table.ts';
import type { Day } from '../../core/days.ts';
import { allRows } from './radix.ts';
import { sortableNumbers } from './sort-words.ts';

/** Says whether a row stays. */
export type RowTest = (row: number) => boolean;

/** The rows out of `0 … rows − 1` that pass all tests, in their order. */
export function filterRows(rows: number, tests: readonly RowTest[]): Uint32Array {
  const kept = allRows(rows);
  let length = rows;
  for (const test of tests) length = compact(kept, length, test);
  return kept.slice(0, length);
}

function compact(rows: Uint32Array, length: number, test: RowTest): number {
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const row = rows[i] ?? 0;
    if (test(row)) rows[kept++] = row;
  }
  return kept;
}

/** Rows whose text is one of `wanted`. */
export function textIn(column: TextColumn, wanted: ReadonlySet<string>): RowTest {
  return textMatching(column, (text) => wanted.has(text));
}

/** Rows whose text contains `part`, letter case aside. */
export function textContains(column: TextColumn, part: string, locale: string): RowTest {
  const lower = part.toLocaleLowerCase(locale);
  return textMatching(column, (text) => text.toLocaleLowerCase(locale).includes(lower));
}

/** Asks each text of the dictionary once. */
function textMatching(column: TextColumn, matches: (text: string) => boolean): RowTest {
  const { codes } = column;
  const passes = Uint8Array.from(column.values, (text) => (matches(text) ? 1 : 0));
  return (row) => passes[codes[row] ?? 0] === 1;
}

/**
 * Rows whose number lies between the bounds, both included; empty cells never do.
 * @param least, most in the column's own units, so that a bound is as exact as a cell: 12.50 at scale 2 is 1250
 */
export function numberBetween(column: DecimalColumn | CountColumn | ExactColumn, least: number, most: number): RowTest {
  const numbers = column.kind === 'count' ? column.counts : sortableNumbers(column);
  return (row) => {
    const value = numbers[row] ?? NaN;
    return value >= least && value <= most;
  };
}

/** Rows whose day lies between the bounds, both included; empty cells never do. */
export function dayBetween(column: DayColumn, first: Day, last: Day): RowTest {
  const { days } = column;
  return (row) => {
    const day = days[row] ?? NO_DAY;
    return day !== NO_DAY && day >= first && day <= last;
  };
}

/** Rows whose flag is `wanted`; undefined asks for empty cells. */
export function flagIs(column: FlagColumn, wanted: boolean | undefined): RowTest {
  const { flags } = column;
  const value = wanted === undefined ? 2 : wanted ? 1 : 0;
  return (row) => flags[row] === value;
}

/** Rows whose cell is empty. */
export function isEmpty(column: Column): RowTest {
  switch (column.kind) {
    case 'text':
      return (row) => column.codes[row] === 0;
    case 'decimal':
      return (row) => Number.isNaN(column.units[row]) && !column.wide.has(row);
    case 'exact':
      return (row) => Number.isNaN(column.low[row]) && !column.wide.has(row);
    case 'day':
      return (row) => column.days[row] === NO_DAY;
    case 'flag':
      return flagIs(column, undefined);
    case 'count':
      return () => false;
    default:
      return column satisfies never;
  }
}
