/** What a column formula gives. */
import { parseExact, toFloat } from '../../../core/exact.ts';
import { type Column, NO_DAY, exactAt } from '../../../core/table.ts';
import { TextBuilder } from './text-builder.ts';
import { toText } from '../coerce.ts';
import { type ErrorCode, type Matrix, type Scalar, errorOf, isError, serialOfDay } from '../value.ts';
import { errorCode, errorOfCode } from './parts.ts';

/** Doubles, as divisions and functions give them; shown with at most 15 digits. */
export interface NumberValues {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Cells of several kinds, such as numbers and texts. */
export interface MixedValues {
  readonly kind: 'mixed';
  readonly cells: readonly Scalar[];
}

export type FormulaValues = Exclude<Column, { kind: 'exact' | 'count' }> | NumberValues | MixedValues;

/** The cells of a computed column. Where `errors` is not 0, the cell is that error (`errorOfCode`) and its value means nothing. */
export interface FormulaColumn {
  readonly kind: 'formula';
  readonly rows: number;
  readonly values: FormulaValues;
  readonly errors: Uint8Array;
}

/** A column whose formula cannot be computed at all, such as `#CYCLE!` or `#UNIT!`. */
export function errorColumn(rows: number, code: ErrorCode): FormulaColumn {
  const errors = new Uint8Array(rows).fill(errorCode(errorOf(code)));
  return { kind: 'formula', rows, values: { kind: 'number', values: new Float64Array(rows) }, errors };
}

/** A cell of a computed column. */
export function cellAt({ values, errors }: FormulaColumn, row: number): Scalar {
  const code = errors[row] ?? 0;
  return code === 0 ? valueAt(values, row) : errorOfCode(code);
}

function valueAt(values: FormulaValues, row: number): Scalar {
  switch (values.kind) {
    case 'mixed':
      return values.cells[row] ?? null;
    case 'number':
      return values.values[row] ?? null;
    default:
      return columnCell(values, row);
  }
}

/** A cell of a column as formulas see it: days as serial numbers, empty cells as null. */
export function columnCell(column: Column, row: number): Scalar {
  switch (column.kind) {
    case 'text':
      return column.values[column.codes[row] ?? 0] || null;
    case 'decimal': {
      const units = column.units[row] ?? NaN;
      return Number.isNaN(units) ? wideNumber(column.wide.get(row)) : units / 10 ** column.scale;
    }
    case 'day': {
      const day = column.days[row] ?? NO_DAY;
      return day === NO_DAY ? null : serialOfDay(day);
    }
    case 'flag': {
      const flag = column.flags[row] ?? 2;
      return flag === 2 ? null : flag === 1;
    }
    case 'count':
      return column.counts[row] ?? null;
    case 'exact':
      return exactNumber(column, row);
  }
}

function exactNumber(column: Column, row: number): Scalar {
  const value = exactAt(column, row);
  return value === undefined ? null : toFloat(value);
}

function wideNumber(text: string | undefined): Scalar {
  const value = text === undefined ? undefined : parseExact(text);
  return value === undefined ? null : toFloat(value);
}

/** A column, imported or computed, as the block that functions take. Decimals go along, so that sums are exact. */
export function columnMatrix(column: Column | FormulaColumn, rows: number): Matrix {
  if (column.kind !== 'formula') {
    const at = (row: number): Scalar => columnCell(column, row);
    const isPlain = column.kind === 'decimal' && column.wide.size === 0;
    return { rows, columns: 1, at, ...(isPlain && { decimals: { units: column.units, scale: column.scale } }) };
  }
  const { values, errors } = column;
  const at = (row: number): Scalar => cellAt(column, row);
  const isPlain = values.kind === 'decimal' && values.wide.size === 0 && !errors.some(Boolean);
  return { rows, columns: 1, at, ...(isPlain && { decimals: { units: values.units, scale: values.scale } }) };
}

/**
 * A computed column as tables hold them, for sorting, filtering and export: errors become empty cells, doubles decimals of
 * at most 15 digits with their own places, and of mixed cells their texts remain.
 */
export function asColumn({ rows, values, errors }: FormulaColumn): Column {
  switch (values.kind) {
    case 'number':
      return exactColumn(values.values, errors);
    case 'mixed': {
      const texts = new TextBuilder(rows);
      for (const [row, cell] of values.cells.entries()) {
        const text = isError(cell) ? '' : toText(cell);
        texts.set(row, typeof text === 'string' && errors[row] === 0 ? text : '');
      }
      return texts.column();
    }
    default:
      return withoutErrors(values, errors);
  }
}

type PlainValues = Exclude<FormulaValues, NumberValues | MixedValues>;

function withoutErrors(values: PlainValues, errors: Uint8Array): Column {
  if (!errors.some(Boolean)) return values;
  const isFaulty = (row: number): boolean => errors[row] !== 0;
  switch (values.kind) {
    case 'decimal':
      return { ...values, units: values.units.map((units, row) => (isFaulty(row) ? NaN : units)) };
    case 'day':
      return { ...values, days: values.days.map((day, row) => (isFaulty(row) ? NO_DAY : day)) };
    case 'flag':
      return { ...values, flags: values.flags.map((flag, row) => (isFaulty(row) ? 2 : flag)) };
    case 'text':
      return { ...values, codes: values.codes.map((code, row) => (isFaulty(row) ? 0 : code)) };
  }
}

function exactColumn(values: Float64Array, errors: Uint8Array): Column {
  const low = new Float64Array(values.length).fill(NaN);
  const places = new Uint8Array(values.length);
  const wide = new Map<number, string>();
  for (const [row, value] of values.entries()) {
    if (errors[row] !== 0 || Number.isNaN(value)) continue;
    const digits = decimalDigits(value);
    if (digits === undefined) wide.set(row, plainText(value));
    else [low[row], places[row]] = digits;
  }
  return { kind: 'exact', low, high: undefined, places, wide };
}

/** Whole units and places of the 15 digits that a double shows; undefined when these do not hold it. */
function decimalDigits(value: number): readonly [units: number, places: number] | undefined {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return [value, 0];
  const [digits = '', exponent = '0'] = value.toExponential(14).split('e');
  const plain = digits.replace('.', '').replace(/0+$/, '') || '0';
  const length = plain.replace('-', '').length;
  const places = length - 1 - Number(exponent);
  return places >= 0 && places <= 255 ? [Number(plain), places] : undefined;
}

function plainText(value: number): string {
  return BigInt(value.toPrecision(15).includes('e') ? Math.trunc(value) : value).toString();
}
