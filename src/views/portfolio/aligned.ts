/**
 * Columns of the simulation laid out by rows of the portfolio: a sheet sorts and filters both alike. Subscriptions without
 * a price have empty cells there.
 */
import { minorDigits } from '../../core/money.ts';
import type { DecimalColumn, TextColumn } from '../../core/table.ts';
import { DecimalBuilder } from '../../core/column-builders.ts';

/** A portfolio row that has no row in the simulation. */
export const UNPRICED = -1;

/** The simulation's row of each portfolio row, or `UNPRICED`. */
export function resultRows(portfolioRows: number, counts: Uint32Array): Int32Array {
  const rows = new Int32Array(portfolioRows).fill(UNPRICED);
  for (let result = 0; result < counts.length; result++) rows[counts[result] ?? 0] = result;
  return rows;
}

/** A text column by portfolio row, each text of its dictionary put into words. */
export function alignText(column: TextColumn, rows: Int32Array, word: (text: string) => string): TextColumn {
  const codes = new Uint32Array(rows.length);
  for (let row = 0; row < rows.length; row++) codes[row] = column.codes[rows[row] ?? UNPRICED] ?? 0;
  return { kind: 'text', codes, values: column.values.map((text) => (text === '' ? '' : word(text))) };
}

/** Decimal texts by portfolio row as numbers that sort and filter; each text of the dictionary is read once. */
export function alignDecimals(column: TextColumn, rows: Int32Array): DecimalColumn {
  const builder = new DecimalBuilder();
  for (const text of column.values) builder.push(text);
  const byCode = builder.finish();
  const units = new Float64Array(rows.length).fill(NaN);
  const wide = new Map<number, string>();
  for (let row = 0; row < rows.length; row++) {
    const code = column.codes[rows[row] ?? UNPRICED];
    if (code === undefined) continue;
    units[row] = byCode.units[code] ?? NaN;
    const text = byCode.wide.get(code);
    if (text !== undefined) wide.set(row, text);
  }
  return { ...byCode, units, wide };
}

/**
 * Amounts by portfolio row on one scale, so that a bound of a filter means the same in every currency.
 * @param currencies the currency of each portfolio row
 */
export function alignAmounts(amounts: Float64Array, rows: Int32Array, currencies: TextColumn): DecimalColumn {
  const digits = currencies.values.map(minorDigits);
  const scale = Math.max(...digits);
  const factors = digits.map((own) => 10 ** (scale - own));
  const units = new Float64Array(rows.length).fill(NaN);
  for (let row = 0; row < rows.length; row++) {
    const minor = amounts[rows[row] ?? UNPRICED];
    if (minor !== undefined) units[row] = minor * (factors[currencies.codes[row] ?? 0] ?? 1);
  }
  return { kind: 'decimal', scale, units, wide: new Map() };
}
