/** The cells that users can put values over: as they are typed in the locale, and as overrides keep them. */
import { dayToText, parseDay } from '../../core/days.ts';
import { toDecimal } from '../../core/exact.ts';
import { type OverrideColumn, type OverrideRule, OVERRIDE_COLUMNS } from '../../core/overrides/override-columns.ts';
import { type Result, ok } from '../../core/result.ts';
import { type Column, dayAt, exactAt, flagAt, textAt } from '../../core/table.ts';
import type { CellType, TypedValue } from '../../sheet/typed/cell-type.ts';
import { readTyped } from '../../sheet/typed/read-typed.ts';
import { typedText } from '../../sheet/typed/typed-text.ts';

/** More digits than any price has. */
const MOST_DIGITS = 20;

/** What may be typed into a column. */
export function typeOf(column: OverrideColumn): CellType {
  const { type, optional }: OverrideRule = OVERRIDE_COLUMNS[column];
  const needed = !optional;
  switch (type.kind) {
    case 'whole':
      return { ...type, kind: 'whole', needed };
    case 'decimal':
      return { ...type, kind: 'decimal', needed };
    case 'percent':
      return { ...type, kind: 'percent', stored: 'points', needed };
    case 'choice':
      return { kind: 'choice', choices: type.choices, needed };
    default:
      return { kind: type.kind, needed };
  }
}

/** The few values that a column takes; undefined when they are many. */
export function choicesOf(column: OverrideColumn): readonly string[] | undefined {
  const { type }: OverrideRule = OVERRIDE_COLUMNS[column];
  return type.kind === 'choice' ? type.choices : undefined;
}

/** A typed text as an override keeps it, or why not, in words. */
export function canonicalOf(text: string, column: OverrideColumn, locale: string): Result<string, string> {
  const read = readTyped(text, typeOf(column), locale);
  return read.ok ? ok(canonical(read.value)) : read;
}

function canonical(value: TypedValue): string {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
      return value.text;
    case 'decimal':
      return value.decimal;
    case 'day':
      return dayToText(value.day);
    case 'flag':
      return String(value.flag);
  }
}

/** A cell of the portfolio as an override would keep it. */
export function canonicalCell(column: Column | undefined, row: number): string {
  switch (column?.kind) {
    case 'text':
      return textAt(column, row);
    case 'day': {
      const day = dayAt(column, row);
      return day === undefined ? '' : dayToText(day);
    }
    case 'flag': {
      const flag = flagAt(column, row);
      return flag === undefined ? '' : String(flag);
    }
    case 'decimal':
    case 'exact': {
      const exact = exactAt(column, row);
      return exact ? toDecimal(exact, 0, MOST_DIGITS) : '';
    }
    default:
      return '';
  }
}

/** What is kept, as one would type it in the locale. */
export function typedCell(kept: string, column: OverrideColumn, locale: string): string {
  return typedText(valueOf(kept, typeOf(column)), typeOf(column), locale);
}

function valueOf(kept: string, type: CellType): TypedValue {
  if (kept === '') return { kind: 'empty' };
  switch (type.kind) {
    case 'whole':
    case 'decimal':
    case 'amount':
    case 'percent':
      return { kind: 'decimal', decimal: kept };
    case 'day': {
      const day = parseDay(kept);
      return day === undefined ? { kind: 'text', text: kept } : { kind: 'day', day };
    }
    case 'flag':
      return { kind: 'flag', flag: kept === 'true' };
    default:
      return { kind: 'text', text: kept };
  }
}
