/** Rows that add up the rows above. They are never added to them. */
import { type Exact, add, equals, isZero, parseExact, ZERO } from '../../../core/exact.ts';
import { type Column, exactAt } from '../../../core/table.ts';
import { type DecimalMark, readDecimal } from '../../cells/decimals.ts';

const WORDS =
  /^(?:(?:grand|sub|overall|column|report)[ -]?)?totals?(?: (?:amount|cost|sum|[a-z]{3}|general|général))?\s*[:=]?$|^(?:gesamt|zwischen|end)?summen?\s*[:=]?$|^gesamt(?:betrag|kosten|ergebnis)?\s*[:=]?$|^(?:sum|somme|totaux|totale|totaal|suma|razem|summa)\s*[:=]?$/i;
const CURRENCY = /^[A-Z]{3}$/;

/** Whether a cell says that its row is a total. */
export function isTotalWord(text: string): boolean {
  return text.length <= 30 && WORDS.test(text);
}

/** Whether a row holds a word for a total, and nothing else but numbers and a currency. */
export function isTotalRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.some(isTotalWord) && filled.every((cell) => isTotalWord(cell) || isNumber(cell) || CURRENCY.test(cell));
}

/** Whether a row holds nothing but numbers: a total without a word, if its numbers are the sums. */
export function isBareSum(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.length < cells.length && filled.every(isNumber);
}

function isNumber(text: string): boolean {
  return readDecimal(text, '.') !== undefined || readDecimal(text, ',') !== undefined;
}

/** A column of numbers, and what the suspected row has there. */
export interface SummedColumn {
  readonly label: string;
  readonly cell: string;
  readonly mark: DecimalMark;
  /** Undefined: the rows have been handed on. */
  readonly column: Column | undefined;
  /** Sums of all rows of the sheet, by currency. */
  readonly all: { readonly rows: number; readonly sums: readonly string[] };
}

/** Labels of the columns whose cell is the exact sum of the first `rows` rows, and of those where it is not. */
export function compareSums(columns: readonly SummedColumn[], rows: number): { equal: string[]; other: string[] } {
  const equal: string[] = [];
  const other: string[] = [];
  for (const { label, cell, mark, column, all } of columns) {
    const value = parseExact(readDecimal(cell.trim(), mark) ?? '');
    if (value === undefined) continue;
    const sum = column ? sumOf(column, rows) : rows === all.rows ? sumOfAll(all.sums) : undefined;
    if (sum === undefined) continue;
    if (equals(sum, value)) {
      if (!isZero(sum)) equal.push(label);
    } else other.push(label);
  }
  return { equal, other };
}

function sumOf(column: Column, rows: number): Exact {
  let sum = ZERO;
  for (let row = 0; row < rows; row++) {
    const value = exactAt(column, row);
    if (value) sum = add(sum, value);
  }
  return sum;
}

/** Undefined when there are amounts of several currencies, which have no sum, or none. */
function sumOfAll(sums: readonly string[]): Exact | undefined {
  return sums.length === 1 ? parseExact(sums[0] ?? '') : undefined;
}
