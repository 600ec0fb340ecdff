/** A computed column as the sheet shows, copies, sorts and adds it up. */
import { toDecimal } from '../../core/exact.ts';
import { dayToText } from '../../core/days.ts';
import type { Format } from '../../core/format.ts';
import { numberText } from '../../core/locale-text.ts';
import { localeWords } from '../../core/locale-words.ts';
import { minorDigits, roundToMinor } from '../../core/money.ts';
import { cellValue, formatCell } from '../../sheet/arrange/format-cell.ts';
import type { ComputedColumn } from '../../sheet/calculation/model.ts';
import { errorOfCode } from '../../sheet/formula/columns/parts.ts';
import { asColumn } from '../../sheet/formula/columns/result.ts';
import type { SheetCells } from './wording.ts';

/** Digits of a copied number. */
const COPIED = [0, 15] as const;

/** @param currencyAt of a portfolio row, for amounts in the currency of their row */
export function computedCells(
  { formula, column, unit }: ComputedColumn,
  format: Format,
  currencyAt: (row: number) => string,
): SheetCells {
  const plain = asColumn(column);
  const errorAt = (row: number): string | undefined => {
    const code = column.errors[row] ?? 0;
    return code === 0 ? undefined : errorOfCode(code).code;
  };
  const isAmount = unit.kind === 'money' || formula.format.kind === 'currency';
  return {
    column: plain,
    text: (row) => errorAt(row) ?? formatCell(cellValue(plain, row), formula.format, format, currencyAt(row)),
    copy: (row) => errorAt(row) ?? copyText(plain, row, format),
    ...(isAmount && {
      number: (row: number) => {
        const value = cellValue(plain, row);
        if (value.kind !== 'number') return undefined;
        const minor = roundToMinor(value.value, minorDigits(currencyAt(row)));
        return Number.isSafeInteger(minor) ? minor : undefined;
      },
    }),
  };
}

function copyText(column: Parameters<typeof cellValue>[0], row: number, format: Format): string {
  const value = cellValue(column, row);
  switch (value.kind) {
    case 'number':
      return numberText(toDecimal(value.value, COPIED[0], COPIED[1]), localeWords(format.locale));
    case 'day':
      return dayToText(value.day);
    case 'text':
      return value.text;
    case 'empty':
      return '';
  }
}
