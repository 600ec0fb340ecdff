/** The words on the chip of a filter. */
import { parseDay } from '../../core/days.ts';
import { parseExact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { arrangeText } from '../../core/text/en/arrange.ts';
import type { ColumnFilter, DayTest } from '../../sheet/model/table-view.ts';

const { chips, tests } = arrangeText;

/** A filter of a column in words. */
export function filterWords(title: string, filter: ColumnFilter, format: Format): string {
  switch (filter.kind) {
    case 'contains':
      return chips.contains(title, filter.text);
    case 'text-is':
      return chips.text(title, tests[filter.test], filter.text);
    case 'values':
      return chips.values(
        title,
        filter.values.map((value) => value || arrangeText.emptyCell),
        filter.except === true,
      );
    case 'numbers':
      return chips.range(title, numberWords(filter.least, format), numberWords(filter.most, format));
    case 'number-is':
      return chips.is(title, tests[filter.test], numberWords(filter.number, format) ?? '');
    case 'days':
      return chips.range(title, dayWords(filter.first, format), dayWords(filter.last, format));
    case 'day-is':
      return dayTestWords(title, filter.test, filter.value, format);
    case 'top':
      return chips.top(title, arrangeText.sizes[filter.from], format.count(filter.count));
    case 'average':
      return chips.plain(title, tests[filter.side === 'above' ? 'above-average' : 'below-average']);
    case 'empty':
      return chips.plain(title, tests[filter.empty ? 'empty' : 'filled']);
  }
}

function dayTestWords(title: string, test: DayTest, value: string, format: Format): string {
  const day = parseDay(value);
  if (test === 'next-days') return chips.days(title, 'next', value);
  if (test === 'last-days') return chips.days(title, 'last', value);
  return chips.is(title, tests[test], day === undefined ? value : format.day(day));
}

function numberWords(decimal: string | undefined, format: Format): string | undefined {
  return decimal !== undefined && parseExact(decimal) ? format.decimal(decimal) : decimal;
}

function dayWords(text: string | undefined, format: Format): string | undefined {
  const day = text === undefined ? undefined : parseDay(text);
  return day === undefined ? text : format.day(day);
}
