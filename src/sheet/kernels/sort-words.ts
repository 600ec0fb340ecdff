/**
 * Columns as unsigned words whose order is the order of the cells, for `radixSort`. Empty cells come last, in both
 * directions, as in a spreadsheet.
 */
import { exactFloat } from '../../core/exact-column.ts';
import { type Column, type DecimalColumn, type ExactColumn, NO_DAY } from '../../core/table.ts';
import { collationRanks } from './collation.ts';

const LAST = 0xff_ff_ff_ff;
const SIGN = 0x80_00_00_00;
const EMPTY_FLAG = 2;

/** The words of a column, least significant first; `locale` decides the order of texts. */
export function sortWords(column: Column, descending: boolean, locale: string): readonly Uint32Array[] {
  switch (column.kind) {
    case 'text':
      return [textWords(column.codes, collationRanks(column.values, locale), descending)];
    case 'decimal':
      return unitWords(column, descending) ?? floatWords(sortableNumbers(column), descending);
    case 'exact':
      return floatWords(sortableNumbers(column), descending);
    case 'day':
      return [intWords(column.days, NO_DAY, descending)];
    case 'flag':
      return [intWords(column.flags, EMPTY_FLAG, descending)];
    case 'count':
      return [countWords(column.counts, descending)];
    default:
      return column satisfies never;
  }
}

/**
 * The words of floats, NaN last; −0 and 0 are equal.
 * @returns low words, then high words
 */
export function floatWords(values: Float64Array, descending: boolean): readonly [Uint32Array, Uint32Array] {
  const rows = values.length;
  const low = new Uint32Array(rows);
  const high = new Uint32Array(rows);
  const float = new Float64Array(1);
  const bits = new Uint32Array(float.buffer);
  const flip = descending ? LAST : 0;
  for (let row = 0; row < rows; row++) {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) {
      low[row] = LAST;
      high[row] = LAST;
      continue;
    }
    float[0] = value + 0;
    const top = bits[1] ?? 0;
    // Negative floats order backwards: all bits turn; of the others only the sign.
    const turn = top >= SIGN ? LAST : 0;
    low[row] = (bits[0] ?? 0) ^ turn ^ flip;
    high[row] = top ^ (turn === 0 ? SIGN : LAST) ^ flip;
  }
  return [low, high];
}

/** A column as floats, a decimal one in units of its scale; cells with too many digits are rounded, empty ones are NaN. */
export function sortableNumbers(column: DecimalColumn | ExactColumn): Float64Array {
  if (column.kind === 'exact') return column.low.map((_, row) => exactFloat(column, row));
  if (column.wide.size === 0) return column.units;
  const numbers = column.units.slice();
  for (const [row, text] of column.wide) numbers[row] = Number(text) * 10 ** column.scale;
  return numbers;
}

/** Whole units that lie close together take one word instead of two: half the passes. Undefined when they do not. */
function unitWords({ units, wide }: DecimalColumn, descending: boolean): readonly [Uint32Array] | undefined {
  if (wide.size > 0) return undefined;
  let [least, most] = [Infinity, -Infinity];
  for (const value of units) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most - least >= LAST) return undefined;
  const words = new Uint32Array(units.length);
  for (let row = 0; row < units.length; row++) {
    const value = units[row] ?? NaN;
    const word = Number.isNaN(value) ? LAST : descending ? most - value : value - least;
    words[row] = word;
    // Numbers that are no whole units after all.
    if (words[row] !== word) return undefined;
  }
  return [words];
}

/**
 * The words of texts.
 * @param ranks of the texts of their dictionary, as `collationRanks` gives them
 */
export function textWords(codes: Uint32Array, ranks: Uint32Array, descending: boolean): Uint32Array {
  const top = ranks.length;
  const byCode = ranks.map((rank, code) => (code === 0 ? top : descending ? top - 1 - rank : rank));
  const words = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) words[row] = byCode[codes[row] ?? 0] ?? top;
  return words;
}

function intWords(values: Int32Array | Uint8Array, empty: number, descending: boolean): Uint32Array {
  const words = new Uint32Array(values.length);
  const flip = descending ? LAST : 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? empty;
    words[row] = value === empty ? LAST : value ^ SIGN ^ flip;
  }
  return words;
}

function countWords(counts: Uint32Array, descending: boolean): Uint32Array {
  return descending ? counts.map((count) => ~count) : counts;
}
