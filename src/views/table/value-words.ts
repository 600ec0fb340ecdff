/** A value of a filter as it is shown: what is stored is the same in every locale. */
import { parseDay } from '../../core/days.ts';
import { parseExact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { arrangeText } from '../../core/text/en/arrange.ts';
import type { Column } from '../../core/table.ts';

/** The words of a value of a column; `(empty)` for empty cells. */
export function valueWords(value: string, column: Column, format: Format): string {
  if (value === '') return arrangeText.emptyCell;
  if (column.kind === 'day') {
    const day = parseDay(value);
    return day === undefined ? value : format.day(day);
  }
  if (column.kind === 'text' || column.kind === 'flag') return value;
  return parseExact(value) ? format.decimal(value) : value;
}
