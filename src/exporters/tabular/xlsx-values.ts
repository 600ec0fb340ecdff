/** Values as worksheets hold them. */
import type { CellValue } from 'hucre';
import type { Day } from '../../core/days.ts';
import { exportText } from '../../core/text/en/export.ts';

const MS_PER_DAY = 86_400_000;
/** Rows of a worksheet, header included. */
export const MAX_ROWS = 1_048_576;
const MAX_TEXT = 32_767;
/** A double holds every decimal of this many digits. */
const EXACT_DIGITS = 15;

/** Texts that the library would turn into error values. */
export const ERROR_LIKE = /^#[A-Z0-9_/]+[!?]?$/;

/** 1900-03-01: before it, a serial number means different days in different programs. */
export const FIRST_DATE: Day = -25_508;

export function dateOf(day: Day): Date {
  return new Date(day * MS_PER_DAY);
}

/** A decimal text as a number where a double is exact, as text beyond. */
export function exactNumber(decimal: string): CellValue {
  const digits = decimal.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length <= EXACT_DIGITS ? Number(decimal) : decimal;
}

/** Text as a worksheet holds it: `_x0041_` would be read as `A`, and a cell has an end. */
export function xlsxText(text: string): string {
  const whole = text.length <= MAX_TEXT ? text : cutText(text);
  return whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function cutText(text: string): string {
  const notice = exportText.cut(text.length);
  return text.slice(0, MAX_TEXT - notice.length) + notice;
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
