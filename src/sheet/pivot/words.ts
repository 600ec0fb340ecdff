/** Labels and figures of a pivot in words. */
import { fraction } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { minorDigits } from '../../core/money.ts';
import type { PivotText } from '../../core/text/en/pivot.ts';
import type { CellFormat } from '../model/table-view.ts';
import type { PivotField } from '../model/workbook-parts.ts';
import type { CellValue } from '../arrange/format-cell.ts';
import type { PivotCell } from './cells.ts';
import type { Members } from './field.ts';
import type { Measure } from './result.ts';
import { ROWS_KEY } from './source.ts';
import { sideOf } from './share-bases.ts';

export interface PivotWords {
  readonly format: Format;
  readonly text: PivotText;
  /** The title of a column. */
  title(key: string): string;
}

/** Digits of amounts beyond their currency's own, which unit prices have. */
const MOST_DIGITS = 10;
const QUARTERS = 4;
const MONTHS = 12;

/** A member of a field as a label. */
export function memberText(members: Members, code: number, { format, text }: PivotWords): string {
  const value = members.values[code];
  if (value === undefined) return text.empty;
  switch (members.kind) {
    case 'text':
      return String(value);
    case 'number':
      return format.decimal(String(value));
    case 'day':
      return format.day(Number(value));
    case 'month':
      return text.month(format.monthName(Number(value)), Math.floor(Number(value) / MONTHS));
    case 'quarter':
      return text.quarter((Number(value) % QUARTERS) + 1, Math.floor(Number(value) / QUARTERS));
    case 'year':
    case 'flag':
      return String(value);
  }
}

export function fieldTitle({ key, by }: PivotField, kind: Members['kind'], words: PivotWords): string {
  const title = words.title(key);
  return by === undefined || by === 'day' || kind !== by ? title : words.text.fieldBy(title, words.text.by[by]);
}

export function measureTitle({ key, aggregate, kind }: Measure, words: PivotWords): string {
  const { text } = words;
  if (key === ROWS_KEY) return text.counted;
  if (kind === 'day') return aggregate === 'min' ? text.first(words.title(key)) : text.last(words.title(key));
  return text.measure(aggregate, words.title(key));
}

/** How the cells of a measure are written. */
export function measureFormat({ aggregate, kind, money }: Measure): CellFormat {
  if (kind === 'day') return { kind: 'date' };
  if (sideOf(aggregate) !== undefined) return { kind: 'percent', digits: 1 };
  if (aggregate === 'count' || aggregate === 'distinct') return { kind: 'number', digits: 0 };
  return money ? { kind: 'currency' } : { kind: 'general' };
}

/** A figure in words, without its currency. */
export function figureText(cell: PivotCell, measure: Measure, { format, text }: PivotWords): string {
  if (cell.kind !== 'value') return cell.kind === 'mixed' ? text.mixed : '';
  const { value, currency } = cell;
  if (measure.kind === 'day') return format.day(value.num);
  if (sideOf(measure.aggregate) !== undefined) return format.percent(value, 1);
  const digits = measure.money ? minorDigits(currency) : 0;
  // An average has digits without end: it is shown with those that its parts have, and two where they are whole.
  if (measure.aggregate === 'average') return format.exact(value, measure.money ? [digits, digits] : [0, 2]);
  return format.exact(value, [digits, MOST_DIGITS]);
}

/** The exact figure. */
export function figureValue(cell: PivotCell, measure: Measure): CellValue {
  if (cell.kind !== 'value') return { kind: 'empty' };
  return measure.kind === 'day' ? { kind: 'day', day: cell.value.num } : { kind: 'number', value: cell.value };
}

/** A member as a cell: numbers and days stay what they are. */
export function memberValue(members: Members, code: number, label: string): CellValue {
  const value = members.values[code];
  if (value === undefined) return { kind: 'text', text: label };
  if (members.kind === 'day') return { kind: 'day', day: Number(value) };
  if (members.kind === 'year') return { kind: 'number', value: fraction(Number(value)) };
  return { kind: 'text', text: label };
}
