/** Cells as plain text, the way a file writes them: numbers with their written digits, days ISO, flags true and false. */
import { dayToText } from './days.ts';
import { exactText } from './exact-column.ts';
import { type Column, type DecimalColumn, NO_DAY } from './table.ts';

/** The text of a cell; empty when the cell is. */
export function cellText(column: Column, row: number): string {
  switch (column.kind) {
    case 'text':
      return column.values[column.codes[row] ?? 0] ?? '';
    case 'decimal':
      return decimalText(column, row);
    case 'exact':
      return exactText(column, row) ?? '';
    case 'day': {
      const day = column.days[row] ?? NO_DAY;
      return day === NO_DAY ? '' : dayToText(day);
    }
    case 'flag':
      return ['false', 'true'][column.flags[row] ?? 2] ?? '';
    case 'count':
      return String(column.counts[row] ?? 0);
  }
}

/** Whether a spreadsheet may take the column's texts for formulas: numbers and days are never guarded. */
export function isFreeText(column: Column): boolean {
  return column.kind === 'text';
}

function decimalText({ units, scale, places, wide }: DecimalColumn, row: number): string {
  const value = units[row] ?? NaN;
  if (Number.isNaN(value)) return wide.get(row) ?? '';
  const written = places?.[row] ?? scale;
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const digits = String(Math.abs(value)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const part = digits.slice(digits.length - scale).slice(0, written);
  return sign + whole + (part === '' ? '' : `.${part}`);
}
