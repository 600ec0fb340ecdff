/** Any column of numbers or days as scaled decimals of the selected rows, so that one kernel adds all of them up. */
import { type Exact, parseExact } from '../../core/exact.ts';
import { exactText } from '../../core/exact-column.ts';
import { type Column, type DecimalColumn, type ExactColumn, NO_DAY, takeCells } from '../../core/table.ts';

/** Digits after the point that whole units are counted in; cells with more of them stand as text. */
const MOST_PLACES = 12;

/** The cells of the selected rows; days as whole numbers; undefined when the column has neither. */
export function selectedDecimals(column: Column, rows: Uint32Array): DecimalColumn | undefined {
  switch (column.kind) {
    case 'decimal':
      return takeCells(column, rows) as DecimalColumn;
    case 'exact':
      return fromExact(column, rows);
    case 'count':
      return whole(selected(column.counts, rows));
    case 'day':
      return whole(selected(column.days, rows, NO_DAY));
    case 'text':
    case 'flag':
      return undefined;
  }
}

function selected(cells: Uint32Array | Int32Array, rows: Uint32Array, empty?: number): Float64Array {
  const units = new Float64Array(rows.length);
  for (let item = 0; item < rows.length; item++) {
    const value = cells[rows[item] ?? 0] ?? NaN;
    units[item] = value === empty ? NaN : value;
  }
  return units;
}

/** Whole numbers as a column of decimals; NaN is an empty cell. */
export function whole(units: Float64Array): DecimalColumn {
  return { kind: 'decimal', scale: 0, units, wide: new Map() };
}

function fromExact(column: ExactColumn, rows: Uint32Array): DecimalColumn {
  const { low, high, places } = column;
  let scale = 0;
  for (const row of rows) scale = Math.max(scale, Math.min(places[row] ?? 0, MOST_PLACES));
  const units = new Float64Array(rows.length).fill(NaN);
  const wide = new Map<number, string>();
  for (let item = 0; item < rows.length; item++) {
    const row = rows[item] ?? 0;
    const missing = scale - (places[row] ?? 0);
    const scaled = missing < 0 || (high?.[row] ?? 0) !== 0 ? NaN : (low[row] ?? NaN) * 10 ** missing;
    if (Number.isSafeInteger(scaled)) units[item] = scaled;
    else {
      const text = exactText(column, row);
      if (text !== undefined) wide.set(item, text);
    }
  }
  return { kind: 'decimal', scale, units, wide };
}

/** A decimal text that a column holds. */
export function exactOf(text: string): Exact {
  const exact = parseExact(text);
  if (!exact) throw new Error('INTERNAL: no decimal');
  return exact;
}
