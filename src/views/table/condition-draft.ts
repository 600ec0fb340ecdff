/** A condition on a column while it is being put together: what the fields hold, as typed in the user's locale. */
import { parseDay } from '../../core/days.ts';
import { arrangeText } from '../../core/text/en/arrange.ts';
import type { TableTest } from '../../core/text/en/table-tests.ts';
import type { Column } from '../../core/table.ts';
import type { ColumnFilter, DayTest, NumberTest, TextTest } from '../../sheet/model/table-view.ts';
import { readTyped } from '../../sheet/typed/read-typed.ts';
import { typedText } from '../../sheet/typed/typed-text.ts';

export interface ConditionDraft {
  readonly test: TableTest;
  readonly first: string;
  readonly second: string;
}

/** What the fields of a test hold. */
export type ConditionFields = 'none' | 'text' | 'number' | 'numbers' | 'count' | 'day' | 'days' | 'day-count';

const TEXT_TESTS: readonly TextTest[] = ['contains', 'lacks', 'is', 'is-not', 'begins', 'ends'];
const NUMBER_TESTS: readonly NumberTest[] = ['equal', 'unequal', 'above', 'at-least', 'below', 'at-most'];
const DAY_TESTS: readonly DayTest[] = ['on', 'before', 'after', 'next-days', 'last-days', 'same-month'];
const SIZE_TESTS: readonly TableTest[] = ['largest', 'smallest', 'above-average', 'below-average'];
const EMPTY_TESTS: readonly TableTest[] = ['empty', 'filled'];

/** The tests that a column can be put to, the most usual first. */
export function testsOf(kind: Column['kind']): readonly TableTest[] {
  if (kind === 'text' || kind === 'flag') return [...TEXT_TESTS, ...EMPTY_TESTS];
  if (kind === 'day') return ['days-between', ...DAY_TESTS, ...SIZE_TESTS, ...EMPTY_TESTS];
  return ['between', ...NUMBER_TESTS, ...SIZE_TESTS, ...EMPTY_TESTS];
}

export function fieldsOf(test: TableTest): ConditionFields {
  if (includes(TEXT_TESTS, test)) return 'text';
  if (includes(NUMBER_TESTS, test)) return 'number';
  switch (test) {
    case 'between':
      return 'numbers';
    case 'days-between':
      return 'days';
    case 'largest':
    case 'smallest':
      return 'count';
    case 'next-days':
    case 'last-days':
      return 'day-count';
    default:
      return includes(DAY_TESTS, test) ? 'day' : 'none';
  }
}

/** What the fields hold for a filter; of filters that are no condition, and for none, the first test. */
export function draftOf(filter: ColumnFilter | undefined, kind: Column['kind'], locale: string): ConditionDraft {
  const empty = { test: testsOf(kind)[0] ?? 'contains', first: '', second: '' };
  const shown = (decimal: string | undefined): string => typedNumber(decimal, locale);
  switch (filter?.kind) {
    case 'contains':
      return { ...empty, test: 'contains', first: filter.text };
    case 'text-is':
      return { ...empty, test: filter.test, first: filter.text };
    case 'numbers':
      return { test: 'between', first: shown(filter.least), second: shown(filter.most) };
    case 'number-is':
      return { ...empty, test: filter.test, first: shown(filter.number) };
    case 'days':
      return { test: 'days-between', first: filter.first ?? '', second: filter.last ?? '' };
    case 'day-is':
      return { ...empty, test: filter.test, first: filter.value };
    case 'top':
      return { ...empty, test: filter.from, first: String(filter.count) };
    case 'average':
      return { ...empty, test: filter.side === 'above' ? 'above-average' : 'below-average' };
    case 'empty':
      return { ...empty, test: filter.empty ? 'empty' : 'filled' };
    default:
      return empty;
  }
}

/** What is wrong with a field, in words; undefined when nothing is. Fields that are still empty are not wrong yet. */
export function fieldError(draft: ConditionDraft, text: string, locale: string): string | undefined {
  if (text.trim() === '') return undefined;
  const words = arrangeText.filter;
  switch (fieldsOf(draft.test)) {
    case 'number':
    case 'numbers':
      return decimalOf(text, locale) === undefined ? words.badNumber : undefined;
    case 'count':
    case 'day-count':
      return /^[1-9]\d{0,5}$/.test(text.trim()) ? undefined : words.badCount;
    case 'day':
    case 'days':
      return parseDay(text) === undefined ? words.badDay : undefined;
    default:
      return undefined;
  }
}

/** The filter that a draft means; undefined while a field is missing or wrong. */
export function filterOfDraft(draft: ConditionDraft, locale: string): ColumnFilter | undefined {
  const { test, first, second } = draft;
  if (fieldError(draft, first, locale) ?? fieldError(draft, second, locale)) return undefined;
  if (fieldsOf(test) === 'numbers' || fieldsOf(test) === 'days') return rangeOf(test, first, second, locale);
  if (fieldsOf(test) !== 'none' && first.trim() === '') return undefined;
  if (includes(TEXT_TESTS, test)) {
    return test === 'contains' ? { kind: 'contains', text: first } : { kind: 'text-is', test, text: first };
  }
  if (includes(NUMBER_TESTS, test)) return { kind: 'number-is', test, number: decimalOf(first, locale) ?? '' };
  if (includes(DAY_TESTS, test)) return { kind: 'day-is', test, value: first.trim() };
  switch (test) {
    case 'largest':
    case 'smallest':
      return { kind: 'top', count: Number(first), from: test };
    case 'above-average':
      return { kind: 'average', side: 'above' };
    case 'below-average':
      return { kind: 'average', side: 'below' };
    default:
      return { kind: 'empty', empty: test === 'empty' };
  }
}

function rangeOf(test: TableTest, from: string, to: string, locale: string): ColumnFilter | undefined {
  if (from.trim() === '' && to.trim() === '') return undefined;
  if (test === 'days-between') return { kind: 'days', first: from || undefined, last: to || undefined };
  return { kind: 'numbers', least: decimalOf(from, locale), most: decimalOf(to, locale) };
}

function decimalOf(text: string, locale: string): string | undefined {
  const read = readTyped(text, { kind: 'decimal' }, locale);
  return read.ok && read.value.kind === 'decimal' ? read.value.decimal : undefined;
}

function typedNumber(decimal: string | undefined, locale: string): string {
  return decimal === undefined ? '' : typedText({ kind: 'decimal', decimal }, { kind: 'decimal' }, locale);
}

function includes<T extends TableTest>(tests: readonly T[], test: TableTest): test is T {
  return (tests as readonly TableTest[]).includes(test);
}
