/** What a filter of a column asks of a row, for every kind of filter, worked out in steps of a few milliseconds. */
import { type Day, parseDay } from '../../core/days.ts';
import { parseExact } from '../../core/exact.ts';
import type { Column } from '../../core/table.ts';
import { type RowTest, dayBetween, isEmpty } from '../kernels/filter.ts';
import type { ColumnFilter, NumberTest } from '../model/table-view.ts';
import { dayTest } from './day-tests.ts';
import { type NumberColumn, comparedWith, isNumberColumn } from './number-compare.ts';
import { averageSteps, topSteps } from './rank-tests.ts';
import { textTestSteps } from './text-tests.ts';
import { valuesTest } from './values-test.ts';

export interface FilterContext {
  /** BCP 47: decides what is lower case. */
  readonly locale: string;
  /** What the next and the last days count from. */
  readonly asOf: Day;
}

/** The test of a filter; undefined when it says nothing about a column of this kind, so that all rows pass. */
export function* filterSteps(
  column: Column,
  filter: ColumnFilter,
  { locale, asOf }: FilterContext,
): Generator<undefined, RowTest | undefined> {
  switch (filter.kind) {
    case 'contains':
      return column.kind === 'text' ? yield* textTestSteps(column, 'contains', filter.text, locale) : undefined;
    case 'text-is':
      return column.kind === 'text' ? yield* textTestSteps(column, filter.test, filter.text, locale) : undefined;
    case 'values': {
      const isOne = valuesTest(column, filter.values);
      return filter.except === true ? (row) => !isOne(row) : isOne;
    }
    case 'numbers':
      return isNumberColumn(column) ? between(column, filter.least, filter.most) : undefined;
    case 'number-is':
      return isNumberColumn(column) ? numberTest(column, filter.test, filter.number) : undefined;
    case 'days':
      if (column.kind !== 'day') return undefined;
      return dayBetween(column, dayOr(filter.first, -Infinity), dayOr(filter.last, Infinity));
    case 'day-is':
      return column.kind === 'day' ? dayTest(column, filter.test, filter.value, asOf) : undefined;
    case 'top':
      return isSized(column) ? yield* topSteps(column, filter.count, filter.from) : undefined;
    case 'average':
      return isSized(column) ? yield* averageSteps(column, filter.side) : undefined;
    case 'empty': {
      const empty = isEmpty(column);
      return filter.empty ? empty : (row) => !empty(row);
    }
  }
}

/** `filterSteps` in one go. */
export function filterTest(column: Column, filter: ColumnFilter, context: FilterContext): RowTest | undefined {
  const steps = filterSteps(column, filter, context);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function isSized(column: Column): column is NumberColumn | (Column & { kind: 'day' }) {
  return column.kind === 'day' || isNumberColumn(column);
}

/** Bounds that are no numbers leave nothing: a filter that cannot be read must not look as if it had been met. */
function between(column: NumberColumn, least: string | undefined, most: string | undefined): RowTest {
  const tests: RowTest[] = [];
  if (least !== undefined) tests.push(numberTest(column, 'at-least', least));
  if (most !== undefined) tests.push(numberTest(column, 'at-most', most));
  const empty = isEmpty(column);
  return (row) => !empty(row) && tests.every((test) => test(row));
}

const nothing: RowTest = () => false;

/** `unequal` keeps empty cells, as a spreadsheet does; all others leave them out. */
function numberTest(column: NumberColumn, test: NumberTest, text: string): RowTest {
  const bound = parseExact(text);
  if (!bound) return nothing;
  const compared = comparedWith(column, bound);
  switch (test) {
    case 'equal':
      return (row) => compared(row) === 0;
    case 'unequal':
      return (row) => compared(row) !== 0;
    case 'above':
      return (row) => compared(row) > 0;
    case 'at-least':
      return (row) => compared(row) >= 0;
    case 'below':
      return (row) => compared(row) < 0;
    case 'at-most':
      return (row) => compared(row) <= 0;
  }
}

function dayOr(text: string | undefined, fallback: number): number {
  return text === undefined ? fallback : (parseDay(text) ?? fallback);
}
