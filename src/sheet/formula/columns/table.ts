/** What column formulas read: the columns of a table as they come, and what was found out about each once. */
import type { Column, DecimalColumn, ExactColumn } from '../../../core/table.ts';
import { exactText } from '../../../core/exact-column.ts';
import { exactAt } from '../../../core/table.ts';
import { decimalOf } from './decimal.ts';
import { MAX_SCALE } from './parts.ts';
import type { FormulaColumn } from './result.ts';

/** An imported column, or the result of another formula. */
export type InputColumn = Column | FormulaColumn;

/** The table in which a column formula stands. */
export interface FormulaTable {
  readonly rows: number;
  /** A column by the name that a formula gives it; undefined: there is none, `#REF!`. */
  column(name: string): InputColumn | undefined;
}

export interface DecimalFacts {
  /** The largest number of units either way. */
  readonly bound: number;
  readonly hasEmpty: boolean;
}

const facts = new WeakMap<Float64Array, DecimalFacts>();

/** What there is in a column of units; looked at once. */
export function decimalFacts(units: Float64Array): DecimalFacts {
  const known = facts.get(units);
  if (known) return known;
  let bound = 0;
  let hasEmpty = false;
  for (const value of units) {
    const size = Math.abs(value);
    if (size > bound) bound = size;
    else if (Number.isNaN(value)) hasEmpty = true;
  }
  const found = { bound, hasEmpty };
  facts.set(units, found);
  return found;
}

const converted = new WeakMap<ExactColumn, DecimalColumn>();

/** A column whose cells have places of their own, as units of one scale; what does not fit stands in `wide`. */
export function decimalsOfExact(column: ExactColumn): DecimalColumn {
  const known = converted.get(column);
  if (known) return known;
  const rows = column.low.length;
  let scale = 0;
  for (const places of column.places) scale = Math.max(scale, Math.min(places, MAX_SCALE));
  const units = new Float64Array(rows).fill(NaN);
  const wide = new Map<number, string>(column.wide);
  for (let row = 0; row < rows; row++) {
    const value = exactAt(column, row);
    if (value === undefined || wide.has(row)) continue;
    const decimal = decimalOf(value);
    const scaled = decimal ? decimal.units * 10 ** (scale - decimal.scale) : NaN;
    if (Number.isSafeInteger(scaled)) units[row] = scaled;
    else wide.set(row, exactText(column, row) ?? '');
  }
  const made: DecimalColumn = { kind: 'decimal', scale, units, wide };
  converted.set(column, made);
  return made;
}
